"""Rules for figures: what is drawn is what the text says, and every share has one denominator."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from leafletpress.content.axis_rules import (
    Placed,
    check_calendar,
    check_scale,
    check_steps,
    check_times,
)
from leafletpress.content.blocks import KINDS
from leafletpress.content.body import Body
from leafletpress.content.figures import SHARES, caption, option_text
from leafletpress.content.inline import without_references
from leafletpress.content.rules import is_whole, opening_lines, options
from leafletpress.content.text_rules import unknown_source
from leafletpress.content.walk import Block
from leafletpress.language import source_language
from leafletpress.problems import Fault, Location, Problem
from leafletpress.quantities import Quantity, read_quantities

MOST_PEOPLE = 1000
"""More cannot be told apart on paper."""


def check_figures(
    body: Body,
    tree: etree.Element,
    blocks: Iterable[tuple[Block, Location]],
    sources: set[str],
) -> Iterator[Problem]:
    """Yield what is wrong with the figures of a body. `sources` are the keys of the leaflet's."""
    lines = dict(opening_lines(body, tree))
    items = {block.element: location for block, location in blocks}
    for section, line in lines.items():
        for where, fault in _check_figure(section):
            item = None if isinstance(where, str) else where
            location = items.get(item) if item is not None else None
            yield fault.at(location or _place(body, line, where))
        key = section.get("data-source")
        if key and key not in sources:
            yield unknown_source(key, sources, _place(body, line, "source"))
    yield from _check_denominators({s: _place(body, n, "people") for s, n in lines.items()})
    for section, fault in check_times(tree):
        if section in lines:  # one within a list is refused anyway
            yield fault.at(_place(body, lines[section], "time"))


def _place(body: Body, line: int, where: str | etree.Element) -> Location:
    """Return the line of a block's option, or the block's own where it has no such option."""
    return body.location(next((n for n, name, _ in options(body, line) if name == where), line))


def _check_figure(section: etree.Element) -> Iterator[Placed]:
    name = section.get("class", "")
    if check := CHECKS.get(name):
        yield from check(section)
    if name in SHARES and not section.get("data-source"):
        mend = "write source: and the key of a source"
        yield "source", Fault("no-source", f"the {name} names no source", mend)


def check_shares(section: etree.Element) -> Iterator[Placed]:
    """Yield what is wrong with the numbers and labels of a risk, an icon array, a comparison."""
    kind = section.get("class", "")
    numbers: dict[str, int] = {}
    for option in (*SHARES[kind], "people"):
        value = section.get(f"data-{option}", "")
        if is_whole(value):
            numbers[option] = int(value)
        else:
            what = f'{option} is "{value}", no whole number'
            yield option, Fault("not-a-number", what, f"write {option}: 30")
    yield from _check_size(kind, numbers)
    yield from _check_caption(section, kind, numbers)
    for label in KINDS[kind].TEXTS:
        if label in LABELS and not option_text(section, label):
            what = f'the block "{kind}" has no label "{label}"'
            yield label, Fault("no-label", what, f"write {LABELS[label]}")


LABELS = {
    "a": "a: and who the first group is",
    "b": "b: and who the second group is",
    "filled": "filled: and what it means for a person to be filled in",
    "empty": "empty: and what it means for a person not to be filled in",
}


def _check_size(kind: str, numbers: Mapping[str, int]) -> Iterator[Placed]:
    people = numbers.get("people")
    if people is None:
        return
    if people < 1:
        what = f"the {kind} is one of 0 people"
        yield "people", Fault("people", what, "write how many were followed")
    elif people > MOST_PEOPLE and kind != "risk":
        what = f"{people} people are too many to draw"
        mend = "give the numbers for 1000 people, or for 100"
        yield "people", Fault("too-many-to-draw", what, mend)
    for option, events in numbers.items():
        if events > people:
            what = f"there are more {option} than people"
            yield option, Fault("people", what, "check both numbers")


def _check_caption(
    section: etree.Element, kind: str, numbers: Mapping[str, int]
) -> Iterator[Placed]:
    paragraphs = [_quantities(text) for text in caption(section)]
    said = {quantity.value for paragraph in paragraphs for quantity in paragraph}
    for option, number in numbers.items():
        if number not in said:
            what = f"the {kind} says {option}: {number}, but its text does not"
            yield option, Fault("not-in-text", what, "put the same number in the text")
    people = numbers.get("people")
    events = {n for option, n in numbers.items() if option != "people" and people and n <= people}
    for paragraph in paragraphs:
        near = [n for n in events if n in {q.value for q in paragraph if not q.units}]
        shares = [Decimal(100 * n) / people for e in near for n in (e, (people or 0) - e) if people]
        for quantity in paragraph if shares else ():
            if "%" in quantity.units and not any(_rounds(p, quantity.value) for p in shares):
                what = f'the text says "{quantity.text}", which is not what the numbers give'
                given = ", ".join(f"{share:.0f}%" for share in shares)
                mend = f"write one of {given}, or take it to another paragraph"
                yield "events", Fault("other-percentage", what, mend)


def _quantities(text: str) -> list[Quantity]:
    return read_quantities(without_references(text), source_language())


def _rounds(exact: Decimal, written: Decimal) -> bool:
    """Tell whether a percentage may be written so: right to its last digit."""
    exponent = int(written.as_tuple().exponent)
    return abs(exact - written) <= Decimal(1).scaleb(exponent) / 2


def _check_denominators(locations: Mapping[etree.Element, Location]) -> Iterator[Problem]:
    """Readers compare the events and overlook the people, so these are the same in a leaflet.

    The rule is that of the International Patient Decision Aid Standards (IPDAS).
    """
    shares = [(s, location) for s, location in locations.items() if s.get("class", "") in SHARES]
    for section, location in shares[1:]:
        first, first_place = shares[0]
        people, wanted = section.get("data-people"), first.get("data-people")
        if people != wanted:
            what = f"this figure counts among {people} people, that of line {first_place.line}"
            mend = "give all figures of a leaflet the same number of people"
            yield Problem("other-denominator", location, f"{what} among {wanted}", mend)


CHECKS: Mapping[str, Callable[[etree.Element], Iterator[Placed]]] = {
    **dict.fromkeys(SHARES, check_shares),
    "scale": check_scale,
    "steps": check_steps,
    "calendar": check_calendar,
}
