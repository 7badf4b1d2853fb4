"""The same inputs give the same bytes, whoever prints them and wherever."""

from pathlib import Path

from leafletpress.project import Project
from tests.pdf.conftest import TAGS
from tests.support.small_project import build


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_order_seed_and_time_zone_leave_no_trace(printed_project: Project, tmp_path: Path) -> None:
    """`printed_project` was printed by two processes at once, with another seed, in Tokyo."""
    languages = [f"--lang={tag}" for tag in TAGS]
    place = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "tr_TR"}
    run = build(printed_project, *languages, "--jobs=1", "--out", str(tmp_path), **place)
    assert run.returncode == 0
    first = files(printed_project.root / "out")
    assert len(first) >= 7
    assert files(tmp_path) == first
