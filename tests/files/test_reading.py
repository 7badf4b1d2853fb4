"""Whatever a reader raises becomes one problem of the file that it read."""

import ast
from pathlib import Path

import pytest

from leafletpress.files import reading
from leafletpress.problems import LeafletError, Location, Problem

PATH = Path("a.md")


def _told(error: BaseException) -> str:
    with pytest.raises(LeafletError) as caught, reading(PATH):
        raise error
    [problem] = caught.value.problems
    return problem.show()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            ValueError("odd\nvalue"),
            "a.md: [unreadable] this file cannot be read (odd value): take back",
        ),
        (KeyError(), "a.md: [unreadable] this file cannot be read (KeyError): take back"),
        (
            RecursionError("maximum depth"),
            "a.md: [unreadable] this file cannot be read (something in it is nes",
        ),
        (
            MemoryError(),
            "a.md: [unreadable] this file cannot be read (it needs more memory than there is): ta",
        ),
        (
            AssertionError("x" * 900),
            f"a.md: [unreadable] this file cannot be read ({'x' * 119}…): take back",
        ),
    ],
)
def test_any_exception_is_a_problem_of_the_file(error: Exception, said: str) -> None:
    assert _told(error).startswith(said)


def test_a_line_that_the_exception_names_is_told() -> None:
    with pytest.raises(SyntaxError) as caught:
        ast.parse("a = 1\nb = = 2")
    assert _told(caught.value).startswith(
        "a.md:2: [unreadable] this file cannot be read (invalid syntax"
    )


def test_problems_pass_as_they_are_and_so_does_the_end_of_the_program() -> None:
    problem = Problem("kind", Location(PATH, 7), "known", "mend")
    assert _told(LeafletError([problem])) == problem.show()
    with pytest.raises(KeyboardInterrupt), reading(PATH):
        raise KeyboardInterrupt


def test_what_is_well_is_let_through() -> None:
    with reading(PATH):
        found = 1
    assert found == 1
