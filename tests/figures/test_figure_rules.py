"""What is wrong with a figure is told with its line, and what to do about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet, read_leaflets
from leafletpress.problems import LeafletError
from tests.support.figure_blocks import CALENDAR, COMPARE, ICONS, RISK, SCALE, STEPS
from tests.support.tiny_leaflet import BODY_LINE, CITED, FRONT

WriteLeaflet = Callable[..., Path]

BAD = [
    (ICONS, "/// icons", "/// icns", 1, 'there is no block "icns": did you mean "icons"?'),
    (ICONS, " | It happened", "", 1, 'the block "icons" has no title: write'),
    (ICONS, "events: 14", "events: 1400", 2, "there are more events than people: check both"),
    (ICONS, "events: 14", "events: 13", 2, "the icons says events: 13, but its text does not:"),
    (ICONS, "events: 14", "events: many", 2, 'events is "many", no whole number: write events: 30'),
    (ICONS, "events: 14", "event: 14", 2, 'has no option "event": did you mean "events"?'),
    (ICONS, "people: 1000", "people: 5000", 3, "5000 people are too many to draw: give"),
    (ICONS, "people: 1000", "people: 0", 3, "the icons is one of 0 people: write how many"),
    (ICONS, "    filled: it happened to them\n", "", 1, 'has no label "filled": write filled:'),
    (ICONS, "source: smith2020", "source: smith2021", 6, 'no source has the key "smith2021": add'),
    (ICONS, "    source: smith2020\n", "", 1, "the icons names no source: write source:"),
    (ICONS, "to 14.", "to 14 (2%).", 2, 'the text says "2%", which is not what the numbers give'),
    (RISK, "people: 43", "people: 44", 3, "the risk says people: 44, but its text does not: put"),
    (RISK, "(70%)", "(71%)", 2, 'the text says "71%", which is not what the numbers give: write'),
    (COMPARE, "b-events: 62", "b-events: 63", 6, "the compare says b-events: 63, but its text"),
    (COMPARE, "a-events: 5", "a-events: 101", 4, "there are more a-events than people: check"),
    (COMPARE, "    a: People with the one\n", "", 1, 'has no label "a": write a: and who'),
    (
        SCALE,
        "- 6:",
        "- 11:",
        8,
        "11 stands outside the scale, which goes from 0 to 10: check the value",
    ),
    (SCALE, "- 6:", "- 6.3:", 8, "6.3 is no step of the scale, which goes by 0.5: check"),
    (SCALE, "- 1 to 4.5:", "- 4.5 to 1:", 7, "4.5 to 1 goes backwards: write the smaller"),
    (SCALE, "- 6: You", "- You", 8, "the item does not begin with a value: write - 6:"),
    (SCALE, "to: 10", "to: 100", 3, "the scale has more than 12 whole numbers: show a part"),
    (SCALE, "to: 10", "to: ten", 3, 'to is "ten", no number: write to: 10'),
    (SCALE, "from: 0", "from: 10", 3, "does not go up from one whole number to another: check"),
    (SCALE, "step: 0.5", "step: 0.3", 4, "steps of 0.3 miss the whole numbers: write step: 0.5"),
    (SCALE, "step: 0.5", "step: 0", 4, "steps of 0 miss the whole numbers: write step: 0.5"),
    (SCALE, "step: 0.5", "step: 0.05", 4, "steps of 0.05 are too fine to draw: write step: 0.1"),
    (SCALE, "to: 10", "to: " + "9" * 30, 3, "no number: write to: 10"),
    (SCALE, "- 6: You", "- 0.00001: You", 8, "the item does not begin with a value: write - 6:"),
    (STEPS, "time: 5 to 15 days", "time: 5 to 14 days", 3, "but the duration does not: put the"),
    (STEPS, "time: 5 to 15 days", "time: 5 to 15 weeks", 3, "but the duration does not: put the"),
    (STEPS, "time: 5 to 15 days", "time: soon", 3, 'time is "soon", no length of time: write'),
    (STEPS, "15 days", "50 days", 3, "50 days are too many to draw as squares: give all times"),
    (CALENDAR, "- 6: A", "- 9: A", 6, 'the text says "6 months", but drawn are the months 9: give'),
    (CALENDAR, "after 6 months", "soon", 6, "month 6 is drawn, but the text does not say so: put"),
    (CALENDAR, "months: 36", "months: 12", 5, "month 24 is beyond the last month, 12: check"),
    (CALENDAR, "months: 36", "months: long", 2, 'months is "long", no whole number up to 96:'),
    (CALENDAR, "- 6: A", "- every 0.5 from 6: A", 6, "the item does not begin with its months"),
    (CALENDAR, "- 6: A", "- A", 6, "the item does not begin with its months: write - 6:"),
    (CALENDAR, "    axis: Months after the transplant\n", "", 1, "counted from: write axis:"),
]


def problems_of(path: Path) -> list[str]:
    try:
        read_leaflet(path)
    except LeafletError as error:
        return [problem.show(path.parent) for problem in error.problems]
    return []


@pytest.mark.parametrize("block", [ICONS, COMPARE, RISK, SCALE, STEPS, CALENDAR])
def test_a_figure_that_is_right_is_read(write_leaflet: WriteLeaflet, block: str) -> None:
    assert problems_of(write_leaflet(block + CITED)) == []


@pytest.mark.parametrize(("block", "right", "wrong", "line", "says"), BAD)
def test_a_wrong_figure_is_named_with_its_line(
    write_leaflet: WriteLeaflet, block: str, right: str, wrong: str, line: int, says: str
) -> None:
    assert right in block
    problems = problems_of(write_leaflet(block.replace(right, wrong) + CITED))
    assert any(p.startswith(f"tiny.md:{BODY_LINE + line}: ") and says in p for p in problems), (
        problems
    )


def test_a_wrong_figure_costs_only_its_own_leaflet(write_leaflet: WriteLeaflet) -> None:
    bad = write_leaflet(ICONS.replace("events: 14", "events: 15"), name="bad")
    good = write_leaflet(SCALE + CITED, front=FRONT.replace("T-1", "T-2"), name="good")
    leaflets, problems = read_leaflets([bad, good])
    assert [leaflet.name for leaflet in leaflets] == ["good"]
    assert len(problems) == 1


def test_a_leaflet_has_one_denominator(write_leaflet: WriteLeaflet) -> None:
    problems = problems_of(write_leaflet(ICONS + COMPARE))
    line = BODY_LINE + ICONS.count("\n") + 2
    assert problems == [
        f"tiny.md:{line}: [other-denominator] this figure counts among 100 people, that of line "
        f"{BODY_LINE + 3} among "
        "1000: give all figures of a leaflet the same number of people"
    ]


def test_two_wrong_figures_with_one_title_are_told_apart(write_leaflet: WriteLeaflet) -> None:
    wrong = ICONS.replace("events: 14", "events: 15")
    problems = problems_of(write_leaflet(ICONS + wrong))
    assert [p.split(": ")[0] for p in problems] == [
        f"tiny.md:{BODY_LINE + ICONS.count(chr(10)) + 2}"
    ]


def test_months_do_not_stand_beside_days(write_leaflet: WriteLeaflet) -> None:
    months = STEPS.replace("5 to 15 days", "2 months")
    problems = problems_of(write_leaflet(STEPS + months + CITED))
    assert len(problems) == 1
    assert "give all times in days and weeks, or all in months" in problems[0]


@pytest.mark.parametrize("block", [ICONS, COMPARE, SCALE, CALENDAR])
def test_every_word_of_a_figure_is_a_segment_and_no_number_before_it_is(
    write_leaflet: WriteLeaflet, block: str
) -> None:
    texts = [s.text for s in read_leaflet(write_leaflet(block + CITED)).segments]
    assert not [text for text in texts if text.startswith(("0", "1 to", "6:", "every"))]
    for label in ("it happened to them", "People with the other", "You need a stick"):
        assert (label in texts) == (label in block)


def test_the_segments_of_a_figure_know_their_lines(write_leaflet: WriteLeaflet) -> None:
    leaflet = read_leaflet(write_leaflet("A picture\n" + CALENDAR + CITED))
    lines = {s.text: s.location.line for s in leaflet.segments}
    assert lines["A picture after 6 months"] == BODY_LINE + 7
    assert lines["Months after the transplant"] == BODY_LINE + 4
