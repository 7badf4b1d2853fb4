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
from leafletpress.problems import Fault
from leafletpress.quantities import Quantity, read_quantities

Placed = tuple[str | etree.Element, Fault]
"""A fault, at the option or the item where it is."""

MOST_NUMBERS = 12
"""So many numbers stand side by side below a line, in large print as well."""

MOST_MONTHS = 96
MOST_SQUARES = 42
"""So many squares fit into two rows."""

FINEST = Decimal("0.1")
"""Steps of a scale that are smaller run together on paper."""

IN_MONTHS = {"month": 1, "year": 12}


def check_scale(section: etree.Element) -> Iterator[Placed]:
    """Yield what is wrong with a scale: its ends, its steps, and what stands on it."""
    flaws = list(_check_ends(section))
    yield from flaws
    if flaws:
        return
    axis = read_scale(section)
    for item, position in read_items(section):
        if position is None or position.unit or position.every:
            what = "the item does not begin with a value"
            yield item, Fault("no-position", what, "write - 6: or - 1 to 4.5: before it")
            continue
        yield from _check_order(item, position)
        for value in position.numbers:
            if not axis.start <= value <= axis.end:
                what = (
                    f"{value} stands outside the scale, which goes from {axis.start} to {axis.end}"
                )
                yield item, Fault("off-the-scale", what, "check the value, or from: and to:")
            elif (value - axis.start) % axis.step:
                what = f"{value} is no step of the scale, which goes by {axis.step}"
                yield item, Fault("off-the-scale", what, "check the value, or step:")


def _check_ends(section: etree.Element) -> Iterator[Placed]:
    for name, example in (("from", "0"), ("to", "10"), ("step", "0.5")):
        value = section.get(f"data-{name}", "")
        position = read_position(value)
        if position is None or value != str(position.start):
            what = f'{name} is "{value}", no number'
            yield name, Fault("not-a-number", what, f"write {name}: {example}")
            return
    axis = read_scale(section)
    if axis.start % 1 or axis.end % 1 or axis.end <= axis.start:
        what = "the scale does not go up from one whole number to another"
        yield "to", Fault("scale-ends", what, "check both ends")
    elif axis.end - axis.start >= MOST_NUMBERS:
        what = f"the scale has more than {MOST_NUMBERS} whole numbers"
        mend = "show a part of it, or write it as a table"
        yield "to", Fault("too-many-to-draw", what, mend)
    if not axis.step or 1 % axis.step:
        what = f"steps of {axis.step} miss the whole numbers"
        yield "step", Fault("scale-step", what, "write step: 0.5 or step: 1")
    elif axis.step < FINEST:
        what = f"steps of {axis.step} are too fine to draw"
        yield "step", Fault("scale-step", what, "write step: 0.1 or a larger one")


def check_steps(section: etree.Element) -> Iterator[Placed]:
    """Yield what is wrong with the time of a block of steps, which may be left out."""
    value = section.get("data-time", "")
    if not value:
        return
    time = read_position(value)
    if time is None or time.unit is None or time.every or not time.end:
        what = f'time is "{value}", no length of time'
        yield "time", Fault("not-a-time", what, "write time: 5 to 15 days")
        return
    yield from _check_order("time", time)
    if any(number % 1 for number in time.numbers):
        what = f'time is "{value}", no whole number'
        yield "time", Fault("not-a-time", what, "give it in a smaller unit")
    duration = _quantities(option_text(section, "duration"))
    said = {q.value for q in duration if time.unit in q.units}
    if said != set(time.numbers):
        what = f"the steps say time: {value}, but the duration does not"
        mend = "put the same numbers and the same unit into duration:"
        yield "time", Fault("not-in-text", what, mend)


def check_times(root: etree.Element) -> Iterator[tuple[etree.Element, Fault]]:
    """Yield what is wrong with the times of all blocks of steps together, each with its block."""
    try:
        squares = read_squares(root)
    except ValueError:
        section = next(s for s in root.iter("section") if "month" in s.get("data-time", ""))
        what = "other steps of the leaflet give their time in days or weeks"
        mend = "give all times in days and weeks, or all in months"
        yield section, Fault("mixed-units", what, mend)
        return
    for section, time in squares.items():
        if time.most > MOST_SQUARES:
            what = f"{time.most} {time.unit}s are too many to draw as squares"
            mend = "give all times in weeks, or all in months"
            yield section, Fault("too-many-to-draw", what, mend)


def check_calendar(section: etree.Element) -> Iterator[Placed]:
    """Yield what is wrong with a calendar: its length, its label, and what stands on it."""
    months = section.get("data-months", "")
    if not option_text(section, "axis"):
        what = "the calendar does not say what its months are counted from"
        yield "axis", Fault("no-label", what, "write axis:")
    if not (is_whole(months) and 1 <= int(months) <= MOST_MONTHS):
        what = f'months is "{months}", no whole number up to {MOST_MONTHS}'
        yield "months", Fault("not-a-number", what, "write months: 24")
        return
    for item, position in read_items(section):
        if position is None or position.unit not in (None, "month") or _too_often(position):
            mend = "write - 6:, - 0 to 24: or - every 12 from 18: before it, in months"
            fault = Fault("no-position", "the item does not begin with its months", mend)
            yield item, fault
            continue
        yield from _check_order(item, position)
        if max(position.start, position.end) > int(months):
            what = f"month {max(position.start, position.end)} is beyond the last month, {months}"
            yield item, Fault("off-the-scale", what, "check the month, or months:")
        yield from _check_months(item, position)


def _too_often(position: Position) -> bool:
    return position.every is not None and position.every < 1


def _check_months(item: etree.Element, position: Position) -> Iterator[Placed]:
    """The text says the same times as the drawing; "every year" needs no number."""
    quantities = _quantities(own_text(item))
    said = [(q, q.value * IN_MONTHS[u]) for q in quantities for u in q.units if u in IN_MONTHS]
    for quantity, value in said:
        if value not in position.numbers:
            numbers = ", ".join(str(number) for number in position.numbers)
            what = f'the text says "{quantity.text}", but drawn are the months {numbers}'
            yield item, Fault("not-in-text", what, "give both the same time")
    last = position.every or position.end
    if last and not position.every and last not in [value for _, value in said]:
        what = f"month {last} is drawn, but the text does not say so"
        mend = "put the time in the text, in months or years"
        yield item, Fault("not-in-text", what, mend)


def _check_order(where: str | etree.Element, position: Position) -> Iterator[Placed]:
    if position.end < position.start:
        what = f"{position.start} to {position.end} goes backwards"
        yield where, Fault("backwards", what, "write the smaller number first")


def _quantities(text: str) -> list[Quantity]:
    return read_quantities(without_references(text), source_language())
