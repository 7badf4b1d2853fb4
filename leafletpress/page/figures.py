"""Figures: typed numbers of a leaflet, drawn by the templates and put beside their words."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Collection, Mapping

from leafletpress.content import Share, Squares, read_shares, read_squares
from leafletpress.page.axes import draw_calendar, draw_scale
from leafletpress.page.drawing import Painter, insert_after_heads, take

MANY = 100
"""More people than these are drawn as discs, and as wide as the page."""

COLUMNS_OF_SQUARES = {"day": 7, "week": 12, "month": 12}
"""How many squares stand in a row: a week of days, a year of months."""


def draw_figures(root: etree.Element, painter: Painter) -> None:
    """Put the drawing into every figure of a finished body, in place."""
    times = read_squares(root)
    for section, squares in times.items():
        _draw_squares(section, squares, painter)
    for words in root.findall(".//div[@class='words']")[:1]:  # the others look the same
        unit, striped = _unit_and_stripes(times.values())
        words.append(painter.draw("squares_key", unit, striped))
    for section in root.iter("section"):
        if draw := DRAWINGS.get(section.get("class", "")):
            draw(section, painter)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]


def _draw_risk(section: etree.Element, painter: Painter) -> None:
    share = read_shares(section)[0]
    holder = insert_after_heads(section, etree.Element("div", {"class": "bar"}))
    said = _said(share, painter)
    drawn = {"events": share.events, "people": share.people, "mirrored": painter.mirrored}
    holder.extend([painter.draw("bar", said, drawn), painter.draw("share", said)])


def _draw_icons(section: etree.Element, painter: Painter) -> None:
    share = read_shares(section)[0]
    many = share.people > MANY
    holder = etree.Element("div", {"class": "array wide" if many else "array"})
    key = _take_key(section, painter, many)
    insert_after_heads(section, holder)
    holder.extend([_draw_people(share, 50 if many else 20, 10, painter), key])
    numbers = (share.events, share.people - share.events)
    for label, number in zip(key, numbers, strict=True):
        count = etree.Element("b")
        count.text, count.tail = painter.say(number), f" {label[0].tail or ''}"
        label[0].tail = None
        label.insert(1, count)


def _draw_compare(section: etree.Element, painter: Painter) -> None:
    shares = read_shares(section)
    many = shares[0].people > MANY
    key = _take_key(section, painter, many)
    labels = [take(section, name) for name in ("a", "b")]
    holder = insert_after_heads(section, etree.Element("div", {"class": "sides"}))
    for label, share in zip(labels, shares, strict=True):
        side = etree.SubElement(holder, "div", {"class": "side"})
        people = _draw_people(share, 40 if many else 20, 5, painter)
        side.extend([label, people, painter.draw("share", _said(share, painter))])
    section.insert(list(section).index(holder) + 1, key)


def _draw_people(share: Share, columns: int, rows: int, painter: Painter) -> etree.Element:
    drawn = {
        "events": share.events, "people": share.people,
        "columns": columns, "rows": rows, "mirrored": painter.mirrored,
    }  # fmt: skip
    return painter.draw("people", _said(share, painter), drawn)


def _said(share: Share, painter: Painter) -> dict[str, str]:
    return {"events": painter.say(share.events), "people": painter.say(share.people)}


def _take_key(section: etree.Element, painter: Painter, many: bool) -> etree.Element:
    """Return the labels of filled and empty with their icons, taken out of the section."""
    key = etree.Element("div", {"class": "legend"})
    for name in ("filled", "empty"):
        label = take(section, name)
        icon = painter.draw("person", name == "filled", many)
        icon.tail, label.text = label.text, None
        label.insert(0, icon)
        key.append(label)
    return key


def _draw_squares(section: etree.Element, squares: Squares, painter: Painter) -> None:
    """Put the time of a block of steps as squares beside its title and its words."""
    drawn = {
        "least": squares.least, "most": squares.most,
        "columns": COLUMNS_OF_SQUARES[squares.unit], "mirrored": painter.mirrored,
    }  # fmt: skip
    said = {"least": painter.say(squares.least), "most": painter.say(squares.most)}
    head = etree.Element("div", {"class": "head"})
    words = etree.SubElement(head, "div", {"class": "words"})
    words.extend([take(section, "title"), take(section, "duration")])
    head.append(painter.draw("squares", squares.unit, said, drawn))
    section.insert(0, head)


def _unit_and_stripes(times: Collection[Squares]) -> tuple[str, bool]:
    return next(iter(times)).unit, any(squares.least < squares.most for squares in times)


DRAWINGS: Mapping[str, Callable[[etree.Element, Painter], None]] = {
    "risk": _draw_risk,
    "icons": _draw_icons,
    "compare": _draw_compare,
    "scale": draw_scale,
    "calendar": draw_calendar,
}
