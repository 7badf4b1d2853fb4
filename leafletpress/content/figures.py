"""The typed data of figures, as they stand on the sections of a leaflet's body."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from leafletpress.content.blocks import KINDS, POSITION
from leafletpress.content.positions import Position, read_position

SHARES: dict[str, tuple[str, ...]] = {
    "risk": ("events",),
    "icons": ("events",),
    "compare": ("a-events", "b-events"),
}
"""The figures that show shares of people, and the options that hold their events."""

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many people."""

    events: int
    people: int


@dataclass(frozen=True, slots=True)
class Axis:
    """A line from one value to another; `spacing` is the distance of its numbers, `step` that of
    its marks."""

    start: Decimal
    end: Decimal
    spacing: Decimal
    step: Decimal

    def values(self, distance: Decimal) -> Iterator[Decimal]:
        """Yield the values at that distance, from the start on."""
        value = self.start
        while value <= self.end:
            yield value
            value += distance


@dataclass(frozen=True, slots=True)
class Squares:
    """A time as squares, one a `unit` (``day``, ``week``, ``month``): `least` to `most`."""

    least: int
    most: int
    unit: str


def read_shares(section: etree.Element) -> list[Share]:
    """Return the shares of a section that has been checked."""
    people = int(section.get("data-people", ""))
    options = SHARES[section.get("class", "")]
    return [Share(int(section.get(f"data-{option}", "")), people) for option in options]


def read_items(section: etree.Element) -> list[tuple[etree.Element, Position | None]]:
    """Return the items of a section's list, each with where it stands; None where it says not."""
    return [(item, read_position(item.get(POSITION, ""))) for item in section.findall("ul/li")]


def read_scale(section: etree.Element) -> Axis:
    """Return the axis of a scale that has been checked."""
    start, end, step = (Decimal(section.get(f"data-{name}", "")) for name in ("from", "to", "step"))
    return Axis(start, end, Decimal(1), step)


def read_calendar(section: etree.Element) -> Axis:
    """Return the axis of a calendar that has been checked: months, numbered at round distances."""
    months = Decimal(section.get("data-months", ""))
    spacing = next(d for d in (1, 2, 3, 6, 12) if months <= 8 * d)
    return Axis(Decimal(0), months, Decimal(spacing), Decimal(1 if spacing <= 3 else 3))


def read_squares(root: etree.Element) -> dict[etree.Element, Squares]:
    """Return the time of every block of steps that gives one, all in the same unit.

    Weeks count as days where another block counts days.

    Raises:
        ValueError: months stand beside days or weeks.
    """
    times = {
        section: position
        for section in root.iter("section")
        if (position := read_position(section.get("data-time", "")))
    }
    units = {position.unit for position in times.values()}
    if "month" in units and len(units) > 1:
        raise ValueError("months are as long as no number of days")
    unit = "day" if "day" in units else "".join(u for u in units if u)
    squares = {}
    for section, time in times.items():
        factor = DAYS_OF_A_WEEK if time.unit == "week" and unit == "day" else 1
        squares[section] = Squares(int(time.start * factor), int(time.end * factor), unit)
    return squares


def option_text(section: etree.Element, name: str) -> str:
    """Return the source text of a section's title or of one of its options, empty without it."""
    paragraphs = (p for p in section.findall("p") if name in p.get("class", "").split())
    return next((p.text or "" for p in paragraphs), "")


def own_text(item: etree.Element) -> str:
    """Return the source text of a list item, without the lists below it."""
    holder = item if (item.text or "").strip() or not len(item) else item[0]
    return holder.text or ""


def caption(section: etree.Element) -> list[str]:
    """Return the source text of each paragraph that is no title and no option."""
    heads = {"title", *KINDS[section.get("class", "")].TEXTS}
    paragraphs = (p for p in section.findall("p") if not heads & set(p.get("class", "").split()))
    return [p.text or "" for p in paragraphs]
