"""Rules for figures in which something stands at a place or takes a time."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from decimal import Decimal

from leafletpress.content.figures import (
    option_text,
    own_text,
    read_items,
    read_scale,
    read_squares,
)
from leafletpress.content.inline import without_references
from leafletpress.content.positions import Position, read_position
from leafletpress.content.rules import is_whole
from leafletpress.language import source_language
from leafletpress.quantities import Quantity, read_quantities

Flaw = tuple[str | etree.Element, str, str]
"""What is wrong: at which option or item, what it is, and how to mend it."""

MOST_NUMBERS = 12
"""So many numbers stand side by side below a line, in large print as well."""

MOST_MONTHS = 96
MOST_SQUARES = 42
"""So many squares fit into two rows."""

FINEST = Decimal("0.1")
"""Steps of a scale that are smaller run together on paper."""

IN_MONTHS = {"month": 1, "year": 12}


def check_scale(section: etree.Element) -> Iterator[Flaw]:
    """Yield what is wrong with a scale: its ends, its steps, and what stands on it."""
    flaws = list(_check_ends(section))
    yield from flaws
    if flaws:
        return
    axis = read_scale(section)
    for item, position in read_items(section):
        if position is None or position.unit or position.every:
            yield (
                item,
                "the item does not begin with a value",
                "write - 6: or - 1 to 4.5: before it",
            )
            continue
        yield from _check_order(item, position)
        for value in position.numbers:
            if not axis.start <= value <= axis.end:
                what = (
                    f"{value} stands outside the scale, which goes from {axis.start} to {axis.end}"
                )
                yield item, what, "check the value, or from: and to:"
            elif (value - axis.start) % axis.step:
                what = f"{value} is no step of the scale, which goes by {axis.step}"
                yield item, what, "check the value, or step:"


def _check_ends(section: etree.Element) -> Iterator[Flaw]:
    for name, example in (("from", "0"), ("to", "10"), ("step", "0.5")):
        value = section.get(f"data-{name}", "")
        position = read_position(value)
        if position is None or value != str(position.start):
            yield name, f'{name} is "{value}", no number', f"write {name}: {example}"
            return
    axis = read_scale(section)
    if axis.start % 1 or axis.end % 1 or axis.end <= axis.start:
        yield "to", "the scale does not go up from one whole number to another", "check both ends"
    elif axis.end - axis.start >= MOST_NUMBERS:
        what = f"the scale has more than {MOST_NUMBERS} whole numbers"
        yield "to", what, "show a part of it, or write it as a table"
    if not axis.step or 1 % axis.step:
        yield "step", f"steps of {axis.step} miss the whole numbers", "write step: 0.5 or step: 1"
    elif axis.step < FINEST:
        yield (
            "step",
            f"steps of {axis.step} are too fine to draw",
            "write step: 0.1 or a larger one",
        )


def check_steps(section: etree.Element) -> Iterator[Flaw]:
    """Yield what is wrong with the time of a block of steps, which may be left out."""
    value = section.get("data-time", "")
    if not value:
        return
    time = read_position(value)
    if time is None or time.unit is None or time.every or not time.end:
        yield "time", f'time is "{value}", no length of time', "write time: 5 to 15 days"
        return
    yield from _check_order("time", time)
    if any(number % 1 for number in time.numbers):
        yield "time", f'time is "{value}", no whole number', "give it in a smaller unit"
    duration = _quantities(option_text(section, "duration"))
    said = {q.value for q in duration if time.unit in q.units}
    if said != set(time.numbers):
        what = f"the steps say time: {value}, but the duration does not"
        yield "time", what, "put the same numbers and the same unit into duration:"


def check_times(root: etree.Element) -> Iterator[tuple[etree.Element, str, str]]:
    """Yield what is wrong with the times of all blocks of steps together, each with its block."""
    try:
        squares = read_squares(root)
    except ValueError:
        section = next(s for s in root.iter("section") if "month" in s.get("data-time", ""))
        what = "other steps of the leaflet give their time in days or weeks"
        yield section, what, "give all times in days and weeks, or all in months"
        return
    for section, time in squares.items():
        if time.most > MOST_SQUARES:
            what = f"{time.most} {time.unit}s are too many to draw as squares"
            yield section, what, "give all times in weeks, or all in months"


def check_calendar(section: etree.Element) -> Iterator[Flaw]:
    """Yield what is wrong with a calendar: its length, its label, and what stands on it."""
    months = section.get("data-months", "")
    if not option_text(section, "axis"):
        yield "axis", "the calendar does not say what its months are counted from", "write axis:"
    if not (is_whole(months) and 1 <= int(months) <= MOST_MONTHS):
        what = f'months is "{months}", no whole number up to {MOST_MONTHS}'
        yield "months", what, "write months: 24"
        return
    for item, position in read_items(section):
        if position is None or position.unit not in (None, "month") or _too_often(position):
            mend = "write - 6:, - 0 to 24: or - every 12 from 18: before it, in months"
            yield item, "the item does not begin with its months", mend
            continue
        yield from _check_order(item, position)
        if max(position.start, position.end) > int(months):
            what = f"month {max(position.start, position.end)} is beyond the last month, {months}"
            yield item, what, "check the month, or months:"
        yield from _check_months(item, position)


def _too_often(position: Position) -> bool:
    return position.every is not None and position.every < 1


def _check_months(item: etree.Element, position: Position) -> Iterator[Flaw]:
    """The text says the same times as the drawing; "every year" needs no number."""
    quantities = _quantities(own_text(item))
    said = [(q, q.value * IN_MONTHS[u]) for q in quantities for u in q.units if u in IN_MONTHS]
    for quantity, value in said:
        if value not in position.numbers:
            numbers = ", ".join(str(number) for number in position.numbers)
            what = f'the text says "{quantity.text}", but drawn are the months {numbers}'
            yield item, what, "give both the same time"
    last = position.every or position.end
    if last and not position.every and last not in [value for _, value in said]:
        what = f"month {last} is drawn, but the text does not say so"
        yield item, what, "put the time in the text, in months or years"


def _check_order(where: str | etree.Element, position: Position) -> Iterator[Flaw]:
    if position.end < position.start:
        what = f"{position.start} to {position.end} goes backwards"
        yield where, what, "write the smaller number first"


def _quantities(text: str) -> list[Quantity]:
    return read_quantities(without_references(text), source_language())
