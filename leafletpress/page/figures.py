"""Figures: typed numbers of a leaflet, drawn by the templates and put beside their words."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from leafletpress.content import (
    Axis,
    Position,
    Share,
    Squares,
    read_calendar,
    read_items,
    read_scale,
    read_shares,
    read_squares,
)
from leafletpress.problems import LeafletError, Location, Problem

LINE_WIDTH = 160
"""The width of a line with marks, in the millimetres of its drawing."""

MANY = 100
"""More people than these are drawn as discs, and as wide as the page."""

COLUMNS_OF_SQUARES = {"day": 7, "week": 12, "month": 12}
"""How many squares stand in a row: a week of days, a year of months."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws in the language and the direction of a page.

    `macros` are those of the template at `path`; each gives one well-formed element.
    """

    macros: Any
    path: Path
    locale: Locale
    direction: str

    def draw(self, macro: str, *values: object) -> etree.Element:
        """Return what a macro of the template gives.

        Raises:
            LeafletError: it is not well-formed.
        """
        text = str(getattr(self.macros, macro)(*values)).strip()
        try:
            return etree.fromstring(text)
        except etree.ParseError as error:
            what = f'the macro "{macro}" gives no well-formed element ({error})'
            mend = "close every element that is opened"
            raise LeafletError([Problem(Location(self.path), what, mend)]) from error

    def say(self, value: Decimal | int) -> str:
        """Return a number as the language writes it."""
        text: str = format_decimal(value, locale=self.locale)
        return text

    def say_position(self, position: Position) -> str:
        """Return a point or a stretch as short as a label: ``6``, ``1–4.5``."""
        return "–".join(self.say(v) for v in dict.fromkeys((position.start, position.end)))

    @property
    def mirrored(self) -> bool:
        """Whether drawings begin at the right."""
        return self.direction == "rtl"


def draw_figures(root: etree.Element, pen: Pen) -> None:
    """Put the drawing into every figure of a finished body, in place."""
    times = read_squares(root)
    for section, squares in times.items():
        _draw_squares(section, squares, pen)
    for words in root.findall(".//div[@class='words']")[:1]:  # the others look the same
        unit, striped = _unit_and_stripes(times.values())
        words.append(pen.draw("squares_key", unit, striped))
    for section in root.iter("section"):
        if draw := DRAWINGS.get(section.get("class", "")):
            draw(section, pen)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]


def _draw_risk(section: etree.Element, pen: Pen) -> None:
    share = read_shares(section)[0]
    holder = _insert_after_heads(section, etree.Element("div", {"class": "bar"}))
    said = _said(share, pen)
    drawn = {"events": share.events, "people": share.people, "mirrored": pen.mirrored}
    holder.extend([pen.draw("bar", said, drawn), pen.draw("share", said)])


def _draw_icons(section: etree.Element, pen: Pen) -> None:
    share = read_shares(section)[0]
    many = share.people > MANY
    holder = etree.Element("div", {"class": "array wide" if many else "array"})
    key = _take_key(section, pen, many)
    _insert_after_heads(section, holder)
    holder.extend([_draw_people(share, 50 if many else 20, 10, pen), key])
    numbers = (share.events, share.people - share.events)
    for label, number in zip(key, numbers, strict=True):
        count = etree.Element("b")
        count.text, count.tail = pen.say(number), f" {label[0].tail or ''}"
        label[0].tail = None
        label.insert(1, count)


def _draw_compare(section: etree.Element, pen: Pen) -> None:
    shares = read_shares(section)
    many = shares[0].people > MANY
    key = _take_key(section, pen, many)
    labels = [_take(section, name) for name in ("a", "b")]
    holder = _insert_after_heads(section, etree.Element("div", {"class": "sides"}))
    for label, share in zip(labels, shares, strict=True):
        side = etree.SubElement(holder, "div", {"class": "side"})
        people = _draw_people(share, 40 if many else 20, 5, pen)
        side.extend([label, people, pen.draw("share", _said(share, pen))])
    section.insert(list(section).index(holder) + 1, key)


def _draw_people(share: Share, columns: int, rows: int, pen: Pen) -> etree.Element:
    drawn = {
        "events": share.events, "people": share.people,
        "columns": columns, "rows": rows, "mirrored": pen.mirrored,
    }  # fmt: skip
    return pen.draw("people", _said(share, pen), drawn)


def _said(share: Share, pen: Pen) -> dict[str, str]:
    return {"events": pen.say(share.events), "people": pen.say(share.people)}


def _take_key(section: etree.Element, pen: Pen, many: bool) -> etree.Element:
    """Return the labels of filled and empty with their icons, taken out of the section."""
    key = etree.Element("div", {"class": "key"})
    for name in ("filled", "empty"):
        label = _take(section, name)
        icon = pen.draw("person", name == "filled", many)
        icon.tail, label.text = label.text, None
        label.insert(0, icon)
        key.append(label)
    return key


def _draw_scale(section: etree.Element, pen: Pen) -> None:
    axis = read_scale(section)
    items = [(item, position) for item, position in read_items(section) if position]
    said = {"start": axis.start, "end": axis.end, "step": axis.step}
    marks = ", ".join(pen.say_position(position) for _, position in items)
    drawn = _marks(axis, [position for _, position in items])
    drawn |= {"small": [_place(v, axis) for v in axis.values(axis.step)]}
    texts = {name: pen.say(value) for name, value in said.items()} | {"marks": marks}
    line = etree.Element("div", {"class": "line-of-marks"})
    line.extend([pen.draw("scale", texts, drawn | {"mirrored": pen.mirrored}), _numbers(axis, pen)])
    _insert_after_heads(section, line)
    for item, position in items:
        _put_position(item, pen.say_position(position))


def _draw_calendar(section: etree.Element, pen: Pen) -> None:
    axis = read_calendar(section)
    label = _take(section, "axis")
    for item, position in read_items(section):
        if position:
            item.append(_draw_lane(axis, position, pen))
    line = etree.Element("div", {"class": "line-of-marks"})
    line.extend([_numbers(axis, pen), label])
    lists = section.findall("ul")
    section.insert(list(section).index(lists[-1]) + 1, line)


def _draw_lane(axis: Axis, position: Position, pen: Pen) -> etree.Element:
    kind = "every" if position.every else "point"
    kind = "stretch" if position.end != position.start else kind
    drawn = _marks(axis, [position]) | {"goes_on": bool(position.every), "mirrored": pen.mirrored}
    numbers = {"start": position.start, "end": position.end, "every": position.every or Decimal(0)}
    return pen.draw("lane", kind, {n: pen.say(value) for n, value in numbers.items()}, drawn)


def _marks(axis: Axis, positions: list[Position]) -> dict[str, Any]:
    """Return where the numbers, points and stretches stand on a line, in its millimetres."""
    points = []
    for position in positions:
        if position.every:
            coming = Axis(position.start, axis.end, position.every, position.every)
            points += list(coming.values(position.every))
        elif position.start == position.end:
            points.append(position.start)
    stretches = [(p.start, p.end) for p in positions if p.start != p.end]
    return {
        "width": LINE_WIDTH,
        "large": [_place(value, axis) for value in axis.values(axis.spacing)],
        "points": [_place(value, axis) for value in points],
        "stretches": [(_place(start, axis), _place(end, axis)) for start, end in stretches],
    }


def _place(value: Decimal, axis: Axis) -> float:
    """Return the x of a value: each number of the line stands in the middle of an equal cell."""
    cells = len(list(axis.values(axis.spacing)))
    return round(LINE_WIDTH / cells * (0.5 + float((value - axis.start) / axis.spacing)), 2)


def _numbers(axis: Axis, pen: Pen) -> etree.Element:
    return pen.draw("numbers", [pen.say(value) for value in axis.values(axis.spacing)])


def _draw_squares(section: etree.Element, squares: Squares, pen: Pen) -> None:
    """Put the time of a block of steps as squares beside its title and its words."""
    drawn = {
        "least": squares.least, "most": squares.most,
        "columns": COLUMNS_OF_SQUARES[squares.unit], "mirrored": pen.mirrored,
    }  # fmt: skip
    said = {"least": pen.say(squares.least), "most": pen.say(squares.most)}
    head = etree.Element("div", {"class": "head"})
    words = etree.SubElement(head, "div", {"class": "words"})
    words.extend([_take(section, "title"), _take(section, "duration")])
    head.append(pen.draw("squares", squares.unit, said, drawn))
    section.insert(0, head)


def _unit_and_stripes(times: Collection[Squares]) -> tuple[str, bool]:
    return next(iter(times)).unit, any(squares.least < squares.most for squares in times)


def _insert_after_heads(section: etree.Element, element: etree.Element) -> etree.Element:
    heads = [p for p in section if HEADS & set(p.get("class", "").split())]
    section.insert(list(section).index(heads[-1]) + 1, element)
    return element


def _take(section: etree.Element, name: str) -> etree.Element:
    element = next(p for p in section.findall("p") if name in p.get("class", "").split())
    section.remove(element)
    return element


def _put_position(item: etree.Element, text: str) -> None:
    """Put where an item stands before its text: a range keeps its order on every page."""
    label = etree.Element("b", {"class": "at"})
    etree.SubElement(label, "bdi", {"dir": "ltr"}).text = text
    label.tail, item.text = f" {item.text or ''}", None
    item.insert(0, label)


HEADS = {"label", "title", "group", "period"}
"""What stands before a drawing, in this order."""

DRAWINGS: Mapping[str, Callable[[etree.Element, Pen], None]] = {
    "risk": _draw_risk,
    "icons": _draw_icons,
    "compare": _draw_compare,
    "scale": _draw_scale,
    "calendar": _draw_calendar,
}
