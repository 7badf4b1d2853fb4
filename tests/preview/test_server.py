"""The server answers a browser on this machine, and nobody else."""

import hashlib
import http.client
import json
import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from leafletpress.project import Project
from tests.press.test_processes import processes, wait_until_none_is_left
from tests.preview.conftest import Preview, start_preview
from tests.support.small_project import build, build_apart

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

Answer = tuple[int, dict[str, str], bytes]


def ask(preview: Preview, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for exactly this path, with these headers in the place of a browser's."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": f"127.0.0.1:{preview.port}", **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    data = b"" if "event-stream" in answer.headers.get("Content-Type", "") else answer.read()
    connection.close()
    return answer.status, dict(answer.headers), data


def first_sheet(preview: Preview, query: str = "lang=tr&leaflet=rest") -> dict[str, object]:
    """Return the first sheet that the events of a view bring."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    connection.request("GET", f"/events?{query}")
    answer = connection.getresponse()
    event = b""
    while line := answer.readline():
        if event == b"event: sheet\n" and line.startswith(b"data: "):
            connection.close()
            return dict(json.loads(line[6:]))
        event = line
    raise AssertionError("the line ended without a sheet")


def test_the_bare_address_leads_to_the_view_that_was_asked_for(preview: Preview) -> None:
    status, headers, _ = ask(preview, "/")
    assert (status, headers["Location"]) == (302, "/?lang=tr&leaflet=rest&format=a4")
    assert preview.address.endswith(headers["Location"])


@pytest.mark.parametrize(
    "host", ["localhost:{port}", "127.0.0.1", "evil.example:{port}", "127.0.0.1.evil.example", ""]
)
@pytest.mark.parametrize("path", ["/", "/preview.js", "/events?lang=tr&leaflet=rest"])
def test_another_host_is_refused(preview: Preview, host: str, path: str) -> None:
    status, _, data = ask(preview, path, Host=host.format(port=preview.port))
    assert status == 403
    assert f"open http://127.0.0.1:{preview.port}/".encode() in data


def test_another_origin_is_refused(preview: Preview) -> None:
    for origin in ("http://evil.example", "null", f"http://127.0.0.1:{preview.port + 1}"):
        assert ask(preview, "/preview.js", Origin=origin)[0] == 403
    for site in ("cross-site", "same-site"):
        assert ask(preview, "/events?lang=tr&leaflet=rest", Sec_Fetch_Site=site)[0] == 403
    own = f"http://127.0.0.1:{preview.port}"
    assert ask(preview, "/preview.js", Origin=own, Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize("path", ["/?x", "/preview.css", "/nothing"])
def test_every_answer_keeps_others_out(preview: Preview, path: str) -> None:
    _, headers, _ = ask(preview, path)
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert not [name for name in headers if name.startswith("Access-Control")]


@pytest.mark.parametrize(
    "path",
    [
        "/../../clinic.toml",
        "/..%2f..%2fclinic.toml",
        "//etc/passwd",
        "/etc/passwd",
        "/preview.css/../../server.py",
        "/server.py",
        "/pages/../0.png",
        "/pages/0123456789abcdef/0.png",
        "/events?lang=tr&leaflet=../rest",
        "/events?lang=../tr&leaflet=rest",
        "/events?lang=tr&leaflet=rest&format=../a4",
        "/events?lang=tr_&leaflet=rest",
        "/events",
    ],
)
def test_no_path_leads_out_of_what_is_served(preview: Preview, path: str) -> None:
    status, _, data = ask(preview, path)
    assert status == 404
    assert b"phones" not in data


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_it(preview: Preview, method: str) -> None:
    assert ask(preview, "/", method)[0] == 501


def test_a_picture_is_drawn_as_large_as_it_is_needed(preview: Preview) -> None:
    sheet = first_sheet(preview)
    address = f"/pages/{sheet['digest']}/0.png"
    sizes = []
    for scale in (1, 2):
        status, headers, data = ask(preview, f"{address}?scale={scale}")
        assert (status, headers["Content-Type"]) == (200, "image/png")
        sizes.append(int.from_bytes(data[16:20]))
    assert sizes == [596, 1191]
    for wrong in (f"{address}?scale=9", address.replace("/0.png", "/7.png")):
        assert ask(preview, wrong)[0] == 404


def test_the_pages_are_those_that_the_press_prints(preview: Preview) -> None:
    """All but what the press puts into its PDFs besides: the catalog and the manifest."""
    from tests.pdf.test_areas import edition_of, traced

    printed = traced(preview.project, edition_of(preview.project, "rest", "tr"), trace=False)
    digest = hashlib.sha256(printed.data).hexdigest()
    assert first_sheet(preview)["digest"] == digest[:16]


def test_it_listens_on_this_machine_only(preview: Preview) -> None:
    with socket.socket() as other:
        other.settimeout(5)
        assert other.connect_ex(("127.0.0.2", preview.port)) != 0


def test_a_port_in_use_is_said_with_the_mend(preview: Preview) -> None:
    run = build(preview.project, "preview", "--lang=tr", f"--port={preview.port}")
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == (
        f"build.py: [port-in-use] port {preview.port} is in use, perhaps by another preview: end "
        f"that, or name "
        "another port, for example --port 0 for any that is free\n"
    )


@pytest.mark.parametrize(
    ("option", "said"),
    [("--lang=xx", "no language"), ("--leaflet=x", "no leaflet"), ("--format=x", "no format")],
)
def test_wrong_usage_says_what_there_is(small: Project, option: str, said: str) -> None:
    run = build(small, "preview", option)
    assert run.returncode == 2
    assert f"there is {said}" in run.stderr


@linux
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_no_process_is_left(small: Project, way: signal.Signals) -> None:
    running = start_preview(small, "--lang=tr")
    first_sheet(running)
    assert len(processes(running.process.pid)) > 1
    if way is signal.SIGINT:  # a terminal sends it to all of them
        os.killpg(running.process.pid, way)
    else:
        running.process.send_signal(way)
    said, _ = running.process.communicate(timeout=60)
    assert ("ended" in said) is (way is signal.SIGINT)
    assert "Traceback" not in said
    wait_until_none_is_left(running.process.pid)


@linux
def test_ctrl_c_ends_it_before_the_first_page_is_made(small: Project) -> None:
    running = start_preview(small, "--lang=tr")
    os.killpg(running.process.pid, signal.SIGINT)
    assert "Traceback" not in running.process.communicate(timeout=60)[0]
    assert running.process.returncode == 0
    wait_until_none_is_left(running.process.pid)


@linux
def test_a_death_of_the_process_that_prints_costs_one_page(small: Project) -> None:
    running = start_preview(small, "--lang=tr")
    first_sheet(running)
    group = processes(running.process.pid)
    [worker] = [pid for pid, line in group.items() if "spawn_main" in line]
    os.kill(worker, signal.SIGKILL)
    walk = first_sheet(running, "lang=tr&leaflet=walk")
    assert "the process that prints died" in str(walk["problems"])
    rest = first_sheet(running, "lang=en&leaflet=rest")
    assert rest["problems"] == []
    assert running.end()[0] == 0


def digest_of(root: Path) -> str:
    paths = sorted(p for p in root.rglob("*") if p.is_file() and ".cache" not in p.parts)
    return hashlib.sha256(b"".join(str(p).encode() + p.read_bytes() for p in paths)).hexdigest()


def test_it_writes_nothing_but_its_cache(small: Project) -> None:
    before = digest_of(small.root)
    running = start_preview(small, "--lang=tr")
    for form in ("a4", "bilingual"):
        first_sheet(running, f"lang=tr&leaflet=rest&format={form}")
    running.end()
    assert digest_of(small.root) == before


def test_no_other_command_loads_the_preview(small: Project) -> None:
    run = build_apart(small, "status", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "leafletpress.cli" in loaded
    assert not loaded & {"leafletpress.preview", "watchfiles", "pypdfium2", "http.server"}


def test_a_browser_that_goes_away_leaves_no_trace_on_the_terminal(small: Project) -> None:
    running = start_preview(small, "--lang=tr")
    first_sheet(running)  # closes the line in the middle
    catalog = small.catalog("tr", "rest")
    catalog.write_bytes(catalog.read_bytes())
    time.sleep(0.5)
    code, said = running.end()
    assert code == 0
    assert "Traceback" not in said
