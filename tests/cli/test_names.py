"""A leaflet whose name cannot stand does not stop the others, and is told a better one."""

import os

import pytest

from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.files.test_file_names import NO_NAME
from tests.support.small_project import REST


@pytest.mark.slow
def test_a_misnamed_leaflet_costs_only_itself_whatever_is_asked(small: Project, say: Say) -> None:
    longest = "x" * (os.pathconf(small.root, "PC_NAME_MAX") - len(".md"))
    for number, name in enumerate(("rest.large-print", "README", longest)):
        small.leaflet(name).write_text(REST.replace("T-1", f"T-{number + 5}"), "utf-8")
    for command in (["check", "--lang=tr"], ["status"], ["update"]):
        done = say(*command)
        lines = [line for line in done.stderr.splitlines() if line.startswith("leaflets/")]
        assert [line.split(":")[0] for line in lines] == [
            "leaflets/README.md", "leaflets/rest.large-print.md", f"leaflets/{longest}.md"
        ], command  # fmt: skip
        assert all(": rename it to " in line for line in lines)
    assert "2" in say("check", "--lang=tr", "--leaflet=rest", "--leaflet=walk").stdout
    printed = say("--lang=tr", "--format=large-print")
    assert printed.exit_code == 1
    assert {path.name for path in (small.root / "out/tr").iterdir()} == {
        "rest.large-print.pdf", "walk.large-print.pdf"
    }  # fmt: skip


def test_a_misnamed_leaflet_that_is_asked_for_is_told_why(small: Project, say: Say) -> None:
    small.leaflet("Rest 2").write_text(REST, "utf-8")
    for command in (["check"], ["status"], ["approve", "--role=clinician", "--name=Ada Hill"]):
        done = say(*command, "--lang=en", "--leaflet=Rest 2")
        assert (done.exit_code, f'"Rest 2" {NO_NAME}: rename it to ' in done.stderr) == (2, True)


def test_a_misnamed_passage_costs_only_itself(small: Project, say: Say) -> None:
    small.passages.mkdir()
    for name in ("who-to-call", "Who To Call", "page"):
        (small.passages / f"{name}.md").write_text("Take 20 mg of rest.\n", "utf-8")
    done = say("check", "--lang=en")
    assert [line for line in done.stderr.splitlines() if "shared" in line] == [
        'leaflets/shared/Who To Call.md: [misnamed] "Who To Call" is no name of a passage, which '
        "has small "
        "letters a-z, digits and dashes: rename it to who-to-call-2.md, or move it away if it is "
        "no passage"
    ]
