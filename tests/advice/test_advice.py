"""Advice to authors finds what makes a leaflet hard to read, and is silent on a good one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.advice import ADVICE, advise, reading_grade
from leafletpress.content import read_leaflet
from leafletpress.problems import Severity
from leafletpress.project import Project

Write = Callable[..., Path]
ROOT = Path(__file__).parents[2]
GOOD = """\
/// key

Rest well.
///

## What this is about {: #about }

Resting for 15 days helps. [@smith2020]

MIDDLE

## What we do not know {: #unknown }

- Nobody knows why.

## What to do, and when to call {: #call }

/// call | When to call

Call {team_phone}.
///

## Questions to ask {: #questions }

/// questions

- How long?
///
"""


def advice(path: Path) -> list[tuple[str, str]]:
    """Each piece of advice on a leaflet: its line, and what could be better."""
    source = path.read_text("utf-8").split("\n")
    return [
        (source[(problem.location.line or 0) - 1], f"[{problem.id}] {problem.what}")
        for problem in advise(read_leaflet(path))
    ]


def with_middle(write_leaflet: Write, middle: str) -> list[tuple[str, str]]:
    return advice(write_leaflet(GOOD.replace("MIDDLE", middle)))


def test_a_good_leaflet_is_left_in_peace(write_leaflet: Write) -> None:
    assert with_middle(write_leaflet, "Sleep in steps 1 to 3.") == []


@pytest.mark.parametrize("name", Project(ROOT).leaflet_names())
def test_the_shipped_leaflets_follow_the_advice(name: str) -> None:
    found = advise(read_leaflet(Project(ROOT).leaflet(name)))
    assert [problem.show(ROOT) for problem in found] == []


LONG = "We " + "really " * 30 + "rest."
ITEMS = "\n".join(f"- item {letter}" for letter in "abcdefgh")


@pytest.mark.parametrize(
    ("middle", "line", "what"),
    [
        (LONG, LONG, f'[sentences] a sentence of 32 words: "{LONG[:40].strip()}…"'),
        (ITEMS, "- item h", "[lists] a list of more than 7 items"),
        ("Take 20 mg a day.", "Take 20 mg a day.", '[sources] "20 mg" has no source'),
        ("About 30% improve.", "About 30% improve.", '[sources] "30%" has no source'),
        ("It happens to 1 in 330.", "It happens to 1 in 330.",
         '[one-in-n] "1 in 330" cannot be compared with others'),
        ("It is one in 50, or 1 out of 20.", "It is one in 50, or 1 out of 20.",
         '[one-in-n] "1 out of 20" cannot be compared with others'),
        ("So 3 in every 1,000 did.\n\nAnd 5 of every 100 did not.", "And 5 of every 100 did not.",
         '[denominators] "of every 100", where others are of every 1,000'),
    ],
)  # fmt: skip
def test_what_is_hard_to_read_is_found_with_its_line(
    middle: str, line: str, what: str, write_leaflet: Write
) -> None:
    assert (line, what) in with_middle(write_leaflet, middle)


@pytest.mark.parametrize(
    "middle",
    [
        "That is 1 in 330, about 3 in every 1,000. [@smith2020]",
        "\n".join(f"- item {letter}" for letter in "abcdefg"),
        f"{ITEMS[:17]}\n\nText.\n\n{ITEMS[18:]}",
        "So 3 in every 1,000 did.\n\nAnd 5 of every 1,000 did not.",
        "Ask in step 4, or 5.",
    ],
)
def test_what_is_well_said_is_left_in_peace(middle: str, write_leaflet: Write) -> None:
    assert with_middle(write_leaflet, middle) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("/// key\n\nRest well.\n///", "Rest well.", "[shape] the key message does not come first"),
        ("{: #unknown }", "{: #other }", '[shape] there is no section "What we do not know"'),
        ("/// call | When to call\n\nCall {team_phone}.\n///", "Call.",
         "[shape] nothing says when to call"),
        ("{: #about }", "{: #else }",
         '[shape] there is no section "What this is about"'),
        ("MIDDLE", "## Questions {: #questions }\n\nWhy?",
         "[shape] the sections stand in another order"),
    ],
)  # fmt: skip
def test_a_missing_part_is_named(old: str, new: str, what: str, write_leaflet: Write) -> None:
    body = GOOD.replace(old, new).replace("MIDDLE", "")
    if "another order" in what:
        body = body.replace("## Questions to ask {: #questions }", "## More {: #more }")
    assert what in [found for _, found in advice(write_leaflet(body))]


def test_advice_only_speaks(write_leaflet: Write) -> None:
    found = advise(read_leaflet(write_leaflet("Text. [@smith2020]\n")))
    assert {problem.severity for problem in found} == {Severity.WARNING}


def test_long_words_and_sentences_ask_for_more_school() -> None:
    plain = ["You can rest.", "Drink some water.", "Call us."]
    hard = [
        "Autologous haematopoietic transplantation necessitates considerable immunosuppression."
    ]
    assert reading_grade(plain) < 3 < 12 < reading_grade(hard)
    assert reading_grade([]) == 0


def test_every_piece_of_advice_has_an_id_of_its_own_and_stands_in_the_style_guide() -> None:
    guide = (ROOT / "docs" / "style-guide.md").read_text("utf-8")
    ids = [each.id for each in ADVICE]
    assert len(set(ids)) == len(ids)
    assert [id for id in ids if f"`{id}`" not in guide] == []
