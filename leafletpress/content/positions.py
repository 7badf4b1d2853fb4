"""Where an item of a figure stands: ``6``, ``1 to 4.5``, ``5 to 15 days``, ``every 12 from 18``.

The author writes it before the item's text (``- 6: You need a stick``). It is data: it is taken
off before the walk, so that translators meet only the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = r"\d{1,6}(?:\.\d{1,3})?"
"""No figure has room for more, and with 28 digits a Decimal cannot count on by one."""

POSITION = (
    rf"(?:every (?P<every>{NUMBER}) from )?(?P<start>{NUMBER})"
    rf"(?: to (?P<end>{NUMBER}))?(?: (?P<unit>day|week|month)s?)?"
)
BEFORE_TEXT = re.compile(rf"[ \t]*({POSITION})[ \t]*:(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Position:
    """A point (`start` is `end`), a stretch, or a point that comes back after `every`.

    `unit` is ``day``, ``week``, ``month`` or None.
    """

    start: Decimal
    end: Decimal
    unit: str | None = None
    every: Decimal | None = None

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Every number that the position is made of, without repeats."""
        every = () if self.every is None else (self.every,)
        return tuple(dict.fromkeys((self.start, self.end, *every)))


def take_position(text: str) -> tuple[str, str]:
    """Part an item's text into its position, empty where it has none, and the rest."""
    found = BEFORE_TEXT.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def read_position(text: str) -> Position | None:
    """Return the position that `text` says, or None."""
    found = re.fullmatch(POSITION, text, re.ASCII)
    if not found:
        return None
    start = Decimal(found["start"])
    return Position(
        start=start,
        end=Decimal(found["end"]) if found["end"] else start,
        unit=found["unit"],
        every=Decimal(found["every"]) if found["every"] else None,
    )
