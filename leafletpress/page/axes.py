"""Figures along a line: scales and calendars."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from decimal import Decimal
from typing import Any

from leafletpress.content import Axis, Position, read_calendar, read_items, read_scale
from leafletpress.page.drawing import Painter, insert_after_heads, take

LINE_WIDTH = 160
"""The width of a line with marks, in the millimetres of its drawing."""


def draw_scale(section: etree.Element, painter: Painter) -> None:
    """Draw the line of a scale, and put each value before its text."""
    axis = read_scale(section)
    items = [(item, position) for item, position in read_items(section) if position]
    said = {"start": axis.start, "end": axis.end, "step": axis.step}
    marks = ", ".join(painter.say_position(position) for _, position in items)
    drawn = _marks(axis, [position for _, position in items])
    drawn |= {"small": [_place(v, axis) for v in axis.values(axis.step)]}
    texts = {name: painter.say(value) for name, value in said.items()} | {"marks": marks}
    line = etree.Element("div", {"class": "line-of-marks"})
    line.extend(
        [
            painter.draw("scale", texts, drawn | {"mirrored": painter.mirrored}),
            _numbers(axis, painter),
        ]
    )
    insert_after_heads(section, line)
    for item, position in items:
        _put_position(item, painter.say_position(position))


def draw_calendar(section: etree.Element, painter: Painter) -> None:
    """Draw a line for each item of a calendar, and the months below them all."""
    axis = read_calendar(section)
    label = take(section, "axis")
    for item, position in read_items(section):
        if position:
            item.append(_draw_lane(axis, position, painter))
    line = etree.Element("div", {"class": "line-of-marks"})
    line.extend([_numbers(axis, painter), label])
    lists = section.findall("ul")
    section.insert(list(section).index(lists[-1]) + 1, line)


def _draw_lane(axis: Axis, position: Position, painter: Painter) -> etree.Element:
    kind = "every" if position.every else "point"
    kind = "stretch" if position.end != position.start else kind
    drawn = _marks(axis, [position]) | {
        "goes_on": bool(position.every),
        "mirrored": painter.mirrored,
    }
    numbers = {"start": position.start, "end": position.end, "every": position.every or Decimal(0)}
    return painter.draw(
        "lane", kind, {n: painter.say(value) for n, value in numbers.items()}, drawn
    )


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


def _numbers(axis: Axis, painter: Painter) -> etree.Element:
    return painter.draw("numbers", [painter.say(value) for value in axis.values(axis.spacing)])


def _put_position(item: etree.Element, text: str) -> None:
    """Put where an item stands before its text: a range keeps its order on every page."""
    label = etree.Element("b", {"class": "at"})
    etree.SubElement(label, "bdi", {"dir": "ltr"}).text = text
    label.tail, item.text = f" {item.text or ''}", None
    item.insert(0, label)
