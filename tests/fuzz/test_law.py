"""The law that every reader is held to catches what it must, and what breaks it is kept."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project
from tests.fuzz import finds, law
from tests.fuzz.finds import Finds
from tests.fuzz.law import BrokenLawError, check_law
from tests.fuzz.readers import READERS, Reader, set_up

HERE = Path("any.txt")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return set_up(tmp_path / "project")


def read_as(monkeypatch: pytest.MonkeyPatch, read: Callable[[Project], object]) -> None:
    """Have one more reader, "tried", of files named any.txt."""
    monkeypatch.setitem(READERS, "tried", Reader("any.txt", read))


class Raw(Problem):
    """A problem that is shown as it stands. Ours escape what breaks a line."""

    def show(self, base: Path | None = None) -> str:
        return f"{self.location.show(base)}: [{self.id}] {self.what}: {self.mend}"


def refuse(*problems: Problem) -> Callable[[Project], object]:
    """A reader that refuses everything; what it tells stands in the file that it reads."""

    def read(project: Project) -> object:
        place = project.root / "any.txt"
        raise LeafletError(
            replace(problem, location=Location(place, problem.location.line))
            for problem in problems
        )

    return read


def raise_for(letter: str) -> Callable[[Project], object]:
    """A reader that does not bear a letter."""

    def read(project: Project) -> object:
        if letter in (project.root / "any.txt").read_text("utf-8"):
            raise ValueError(f"there is an {letter}")
        return project

    return read


def count_for_ever(project: Project) -> object:
    while True:
        project = Project(project.root)


def test_a_file_that_is_read_keeps_the_law(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_as(monkeypatch, lambda project: project)
    check_law("tried", b"a", project)
    assert not (project.root / "any.txt").exists()


def test_a_file_that_is_refused_with_a_line_keeps_the_law(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_as(monkeypatch, refuse(Problem("kind", Location(HERE, 2), "a “b\u00a0c”", "write it")))
    check_law("tried", b"a\r\nb", project)


@pytest.mark.parametrize(
    ("problems", "says"),
    [
        ([], "nothing is reported"),
        ([Problem("kind", Location(HERE), "", "write it")], "says nothing"),
        ([Problem("kind", Location(HERE), "a", "")], "says nothing"),
        ([Problem("kind", Location(HERE, 3), "a", "b")], "no line 3 of 2"),
        ([Problem("kind", Location(HERE, 0), "a", "b")], "no line 0 of 2"),
        *[
            ([Raw("kind", Location(HERE, 1), f"a{sign}b", "c")], "no line that can be shown")
            for sign in "\n\r\x0b\x85\u2028\x00\x1b\ud800"
        ],
    ],
)
def test_a_file_that_is_refused_badly_breaks_the_law(
    project: Project, monkeypatch: pytest.MonkeyPatch, problems: list[Problem], says: str
) -> None:
    read_as(monkeypatch, refuse(*problems))
    with pytest.raises(BrokenLawError, match=says):
        check_law("tried", b"a\nb", project)


def test_anything_else_that_a_reader_raises_breaks_the_law(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_as(monkeypatch, raise_for("x"))
    with pytest.raises(BrokenLawError, match="ValueError: there is an x") as caught:
        check_law("tried", b"x", project)
    assert re.fullmatch(r"test_law\.py:\d+", caught.value.place)


def test_a_reader_that_does_not_come_to_an_end_is_stopped(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(law, "SECONDS", 0.1)
    read_as(monkeypatch, count_for_ever)
    with pytest.raises(BrokenLawError, match="not read within"):
        check_law("tried", b"a", project)


def test_what_is_found_is_made_small_and_kept_and_told_once(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(finds, "CORPUS", tmp_path / "corpus")
    read_as(monkeypatch, raise_for("x"))
    found = Finds("tried", project)
    assert found.look(b"a" * 500) == ""
    said = found.look(b"a" * 500 + b"x" + b"b" * 300)
    [kept] = finds.corpus_files("tried")
    assert kept.read_bytes() == b"x"
    assert re.fullmatch(
        r"tried: ValueError \(test_law\.py:\d+\): "
        rf'make test args="tests/fuzz -k {kept.stem}"',
        said,
    )
    assert found.look(b"xx") == ""
