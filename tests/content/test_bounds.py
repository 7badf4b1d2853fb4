"""What is beyond the bounds of a leaflet is reported with its line, before a library reads it.

The inputs are just beyond a bound: none of them would hurt a library.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import marks, parse_inline, plain_text, read_leaflet, read_passages
from leafletpress.content.bounds import (
    DEEPEST,
    LONGEST_OPENING,
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_LINKS,
    MOST_SIGNS,
    MOST_TEXTS,
    excess,
)
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from tests.support.call_count import calls_of
from tests.support.tiny_leaflet import BODY_LINE, CITED, FRONT

Write = Callable[..., Path]

ROOT = Path(__file__).parents[2]
DEEP = f"lists, quotations or blocks stand more than {DEEPEST} deep in one another"
LONG = f"the text has more than {LONGEST_TEXT} characters up to here"
MANY = f"the leaflet has more than {MOST_TEXTS} texts up to here"


def told(path: Path) -> list[tuple[int, str]]:
    """Line, counted from where the body begins, and what is wrong, of every problem."""
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    return [((p.location.line or 0) - BODY_LINE + 1, p.what) for p in caught.value.problems]


def levels(mark: str, number: int) -> str:
    return "\n\n".join("    " * level + f"{mark} a" for level in range(number))


BEYOND = {
    "list marks on one line": ("- " * (DEEPEST + 1) + "a", 1, DEEP),
    "numbers on one line": ("1. " * (DEEPEST + 1) + "a", 1, DEEP),
    "mixed marks on one line": ("A.\n\n" + "* > 1. " * 7 + "a", 3, DEEP),
    "quotations on one line": (">" * (DEEPEST + 1) + "a", 1, DEEP),
    "lists in lists": (levels("-", DEEPEST + 1), 2 * DEEPEST + 1, DEEP),
    "lists in lists by tabs": (levels("-", DEEPEST + 1).replace("    ", "\t"), 41, DEEP),
    "blocks in blocks": ("/// key\n\n" * (DEEPEST + 1), 2 * DEEPEST + 1, DEEP),
    "a long line": ("a " * (LONGEST_TEXT // 2 + 1), 1, LONG),
    "a long paragraph": ("A word and more\n" * 300, 267, LONG),
    "a long item": ("- A word and more\n" + "  and more\n" * 600, 500, LONG),
    "a long title of a block": (f"/// warning | {'a' * LONGEST_OPENING}\n\nb\n///", 1,
        "the first line of a block has 514 characters, more than 500"),
    "many paragraphs": ("a\n\n" * (MOST_TEXTS + 1), 2 * MOST_TEXTS + 1, MANY),
    "many items": ("- a\n" * (MOST_TEXTS + 1), MOST_TEXTS + 1, MANY),
    "many cells": ("| a | b |\n|---|---|\n" + "| a | b |\n" * (MOST_TEXTS // 3), 376, MANY),
    "a wide table": ("| a " * MOST_TEXTS + "|", 1, LONG),
    "many signs": ("\\* " * (MOST_SIGNS + 1), 1,
        f"the text has {MOST_SIGNS + 1} signs such as * and [, more than {MOST_SIGNS}"),
    "many half marks": ("*a " * (MOST_SIGNS + 1), 1,
        f"the text has {MOST_SIGNS + 1} signs such as * and [, more than {MOST_SIGNS}"),
    "many brackets": ("[" * (MOST_LINKS + 1), 1,
        f"the text has {MOST_LINKS + 1} signs [, more than {MOST_LINKS}"),
    "a long option": (f"/// steps | T\n    duration: {'a ' * 2001}\n\n1. a\n///", 2,
        LONG),
}  # fmt: skip


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_is_told_with_its_line(name: str, write_leaflet: Write) -> None:
    body, line, what = BEYOND[name]
    assert told(write_leaflet(body + CITED)) == [(line, what)]


@pytest.mark.parametrize(
    "body",
    [
        levels("-", DEEPEST - 1),
        "- " * (DEEPEST - 1) + "a",
        "/// key\n\na\n///\n\n" * (DEEPEST * 2),
        "a " * (LONGEST_TEXT // 2),
        "- " + "a" * 90 + "\n" + "- a word and more\n" * 400,
        "One | two\n--- | ---\n" + "a word | and more\n" * 450,
        "a\n\n" * (MOST_TEXTS - 5),
        "**a** " * (MOST_SIGNS // 2),
        "[@smith2020] " * 300,
        "[a](#b) " * MOST_LINKS,
        "Walk, and rest.\n" + " " * 100 + "Then walk.",
        "A year has 365 days / 52 weeks. " * 100,
    ],
)
def test_what_is_within_is_read(body: str, write_leaflet: Write) -> None:
    read_leaflet(write_leaflet(body + CITED))


def test_a_rule_of_dashes_is_no_list_in_lists(write_leaflet: Write) -> None:
    for rule in ("- " * 40, "* " * 40, "_" * 40):
        found = told(write_leaflet(f"A.\n\n{rule}\n{CITED}"))
        assert found == [(3, "a rule of dashes stands in the body")]


def test_a_file_or_what_it_includes_is_bounded(write_leaflet: Write, tmp_path: Path) -> None:
    what = "this holds more than 400 kB, as no leaflet does"
    with pytest.raises(LeafletError, match="the file is larger than 400 kB"):
        read_leaflet(write_leaflet("A word and more.\n\n" * (MOST_BYTES // 18) + CITED))
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/much.md").write_text("A word and more. " * 200, "utf-8")
    body = "/// include | much\n///\n\n" * 200
    assert told(write_leaflet(body + CITED)) == [(118 * 3 - 2, what)]
    (tmp_path / "shared/much.md").write_bytes(b"a " * MOST_BYTES)
    _, problems = read_passages(tmp_path / "shared")
    assert [p.show(tmp_path) for p in problems] == [
        "shared/much.md: [too-large] the file is larger than 400 kB: "
        "make it smaller, or see whether it is the right file"
    ]


def test_a_text_beyond_the_bounds_is_never_read_for_marks() -> None:
    for text in ("**a** " * (MOST_SIGNS + 1), "[" * (MOST_LINKS + 1), "*a* " + "b" * LONGEST_TEXT):
        assert excess(text)
        assert (plain_text(text), len(parse_inline(text)), marks(text)) == (text, 0, Counter())


def test_no_shipped_text_comes_near_a_bound() -> None:
    project = Project(ROOT)
    for name in project.leaflet_names():
        leaflet = read_leaflet(project.leaflet(name))
        assert len(leaflet.segments) * 10 < MOST_TEXTS
        assert all(len(segment.text) * 8 < LONGEST_TEXT for segment in leaflet.segments)


REPEATED = [
    "Walk for 15 days.\n\n", "- walk\n", "- walk\n\n", "1. walk\n", "## Walk\n\n", "\n",
    "Walk. {: .critical }\n\n", "/// key\n\nwalk\n///\n\n", "walk\n", "a.b.", "a-", "a@", "{: a ",
    "<a ", "&a", "} ", "00((( ", "a /// b\n\n", "> a\n\n", "***\n\n", "\t/// x\n\n", "```\n",
    "/// steps | T\n    duration: 3 days\n\n1. a\n///\n\n",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("part", REPEATED)
def test_twice_as_much_is_at_most_twice_the_work(part: str, write_leaflet: Write) -> None:
    """What is squared would be four times; three leaves room for what is only begun once."""

    def read(times: int) -> int:
        path = write_leaflet("A.\n\n" + part * times + CITED)
        return calls_of(lambda: _read(path))

    short = 1200 // len(part)
    read(short)
    assert read(2 * short) < 3 * read(short)


def _read(path: Path) -> None:
    try:
        read_leaflet(path)
    except LeafletError:
        return


def test_whatever_a_reader_raises_costs_only_its_leaflet(
    write_leaflet: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.content import leaflet, read_leaflets
    from leafletpress.content.front_matter import split_front_matter

    def raise_it(*_: object) -> None:
        raise RecursionError

    good = read_leaflet(write_leaflet(CITED))
    path = write_leaflet(CITED, FRONT.replace("T-1", "T-2"), "other")
    original = split_front_matter
    monkeypatch.setattr(
        leaflet,
        "split_front_matter",
        lambda text, at: raise_it() if at == path else original(text, at),
    )
    found, problems = read_leaflets([path, good.path])
    assert found == [good]
    assert [p.show(path.parent) for p in problems] == [
        "other.md: [unreadable] this file cannot be read (something in it is nested too deeply): "
        "take back what was changed in it last; if nothing is wrong with it, report this"
    ]
