"""The same inputs give the same bytes, whoever prints them and wherever."""

from pathlib import Path

import pytest

from tests.support import shipped_leaflets
from tests.support.small_project import build_apart

pytestmark = pytest.mark.slow


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_order_seed_and_time_zone_leave_no_trace(tmp_path: Path) -> None:
    """What is shared was printed by two processes at once, with another seed, in Tokyo."""
    languages = [f"--lang={tag}" for tag in shipped_leaflets.WHOLE]
    place = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "tr_TR"}
    run = build_apart(
        shipped_leaflets.PROJECT, *languages, "--jobs=1", f"--out={tmp_path}", **place
    )
    assert run.returncode == 0
    first = files(shipped_leaflets.whole())
    assert len(first) >= 7
    assert files(tmp_path) == first
