"""Which PDFs are made again, and which are left as they are."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from leafletpress.press import Mode, open_manifest, plan
from leafletpress.project import Project
from tests.support.small_project import a4, append, build, command, context, edit, editions

pytestmark = pytest.mark.slow

ALL = ["en/rest.pdf", "en/walk.pdf", "tr/rest.pdf", "tr/walk.pdf"]


def to_do(project: Project) -> list[str]:
    """The PDFs that the next build would make."""
    out = project.root / "out"
    manifest = open_manifest(out)
    found = [*editions(project, "en"), *editions(project, "tr")]
    jobs, _ = plan(found, a4(project), Mode.NORMAL, project, context(project).clinic, out)
    return sorted(job.name for job in jobs if not manifest.is_done(job))


def digests(project: Project) -> dict[str, str]:
    out = project.root / "out"
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*.pdf")
    }


def test_nothing_is_done_again_and_weasyprint_is_not_even_imported(printed: Project) -> None:
    before = {path: path.stat().st_mtime_ns for path in (printed.root / "out").rglob("*.*")}
    python, *rest = command(printed)
    run = subprocess.run(
        [python, "-X", "importtime", *rest], capture_output=True, encoding="utf-8", check=True
    )
    assert "4 PDFs in " in run.stdout
    assert "0 made, 4 unchanged" in run.stdout
    imported = set(re.findall(r"\| +([\w.]+)$", run.stderr, re.M))
    assert "leafletpress.press" in imported
    assert imported.isdisjoint({"weasyprint", "uharfbuzz", "fontTools", "pydyf"})
    after = {path: path.stat().st_mtime_ns for path in (printed.root / "out").rglob("*.*")}
    assert after == before


def test_one_line_edited_makes_one_pdf_again(printed: Project) -> None:
    before = digests(printed)
    edit(printed.catalog("tr", "walk"), "3 hafta yürüyün.", "3 hafta boyunca yürüyün.")
    run = build(printed)
    assert run.returncode == 0
    assert "out/tr/walk.pdf: 1 page, draft\n4 PDFs in out: 1 made, 3 unchanged\n" in run.stdout
    assert {name for name, digest in digests(printed).items() if digest != before[name]} == {
        "tr/walk.pdf"
    }


CHANGES: dict[str, tuple[Callable[[Project], object], list[str]]] = {
    "a style sheet": (lambda p: append(p.templates.own / "styles/1-page.css", "/* new */"), ALL),
    "a template": (lambda p: append(p.templates.own / "parts/marks.html", "{# new #}"), ALL),
    "a figure": (lambda p: append(p.templates.own / "figures/bar.svg", "{# new #}"), ALL),
    "the clinic": (lambda p: append(p.clinic, "# new"), ALL),
    "a leaflet": (lambda p: edit(p.leaflet("rest"), "Drink water.", "Drink."), ALL[:1]),
    "a translator's comment": (lambda p: append(p.catalog("tr", "rest"), "\n# new\n"), []),
    "a word of the page": (lambda p: edit(p.catalog("tr", "page"), '"Kaynaklar"', '"K"'), ALL[2:]),
    "an expiry": (lambda p: edit(p.leaflet("walk"), "2099-11-22", "2021-01-01"), ALL[1::2]),
    "a PDF removed": (lambda p: (p.root / "out/tr/rest.pdf").unlink(), ["tr/rest.pdf"]),
    "a PDF changed": (lambda p: append(p.root / "out/tr/rest.pdf", "%"), ["tr/rest.pdf"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_exactly_what_a_change_touches_is_made_again(printed: Project, name: str) -> None:
    change, wanted = CHANGES[name]
    assert to_do(printed) == []
    change(printed)
    assert to_do(printed) == wanted


DAMAGES = [
    ("(?s).*", ""),
    ("(?s).*", "null"),
    ("(?s).*", "[1, 2]"),
    ("(?s).*", "[" * 30),
    ("(?s).*", "\ud800"),
    ("(?s)pages.*", "pag"),
    ('"sha256"', '"sha"'),
    ('"pages": 1', '"pages": "1"'),
]


@pytest.mark.parametrize(("old", "new"), DAMAGES)
def test_a_damaged_manifest_costs_only_time(printed: Project, old: str, new: str) -> None:
    path = printed.root / "out/manifest.json"
    text = re.sub(old, new, path.read_text("utf-8"))
    path.write_text(text, "utf-8", errors="surrogatepass")
    assert to_do(printed) == ALL
    assert json.loads(path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["x" * 300, r"\u0000", "manifest.json/x", "."])
def test_a_row_whose_file_cannot_be_is_no_row_of_ours(printed: Project, name: str) -> None:
    path = printed.root / "out/manifest.json"
    rows = path.read_text("utf-8")
    for pdf in ALL:
        rows = rows.replace(f'"path": "{pdf}"', f'"path": "{name}"')
    path.write_text(rows, "utf-8")
    assert to_do(printed) == ALL


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_in_the_place_of_a_manifest_is_not_waited_for(printed: Project) -> None:
    path = printed.root / "out/manifest.json"
    path.unlink()
    os.mkfifo(path)
    assert to_do(printed) == ALL
    assert json.loads(path.read_text("utf-8")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is a text")
def test_a_file_with_a_name_that_is_no_text_stops_nothing(printed: Project) -> None:
    (printed.templates.own / os.fsdecode(b"styles/old\xff.css")).touch()
    assert to_do(printed) == ALL


def test_a_manifest_cannot_point_out_of_its_folder(printed: Project) -> None:
    path = printed.root / "out/manifest.json"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"tr/rest.pdf"', '"../tr/rest.pdf"'), "utf-8")
    assert to_do(printed) == ["tr/rest.pdf"]


def test_the_manifest_tells_everything_about_each_pdf_in_order(printed: Project) -> None:
    rows = json.loads((printed.root / "out/manifest.json").read_text("utf-8"))
    assert [row["path"] for row in rows] == ALL
    assert digests(printed) == {row["path"]: row["sha256"] for row in rows}
    for row in rows:
        assert row.keys() == {
            "locale", "leaflet", "format", "path", "state", "version", "pages", "sha256",
            "digests",
        }  # fmt: skip
        assert (row["format"], row["state"], row["version"], row["pages"]) == (
            "a4",
            "draft",
            "1",
            1,
        )
        assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in row["digests"].values())


def test_an_edition_that_became_incomplete_is_withdrawn(printed: Project) -> None:
    edit(printed.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    run = build(printed)
    assert run.returncode == 1
    assert "out/tr/rest.pdf: removed, because it may not be handed out" in run.stderr
    assert sorted(digests(printed)) == [name for name in ALL if name != "tr/rest.pdf"]
    rows = json.loads((printed.root / "out/manifest.json").read_text("utf-8"))
    assert [row["path"] for row in rows] == sorted(digests(printed))


@pytest.mark.parametrize("with_manifest", [True, False])
def test_a_file_of_the_users_own_is_left_and_told_of(printed: Project, with_manifest: bool) -> None:
    own = printed.root / "out/tr/rest.pdf"
    own.write_bytes(b"my own")
    if not with_manifest:
        (printed.root / "out/manifest.json").unlink()
    edit(printed.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    run = build(printed, "--lang=tr", "--leaflet=rest")
    assert own.read_bytes() == b"my own"
    assert (
        "out/tr/rest.pdf: warning: [not-withdrawn] this may not be handed out, but is left"
    ) in run.stderr


@pytest.mark.parametrize("gone", ["leaflet", "language"])
def test_pdfs_of_what_is_gone_are_removed(printed: Project, gone: str) -> None:
    if gone == "leaflet":
        printed.leaflet("walk").unlink()
        printed.catalog("tr", "walk").unlink()
        left = ["en/rest.pdf", "tr/rest.pdf"]
    else:
        (printed.root / "locales/tr").rename(printed.root / "tr")
        left = ["en/rest.pdf", "en/walk.pdf"]
    run = build(printed, "--lang=en", "--leaflet=rest")
    assert run.returncode == 0
    assert sorted(digests(printed)) == left
