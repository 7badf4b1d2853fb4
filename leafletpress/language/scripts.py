"""Scripts, by their ISO 15924 codes: the family that shows each, and the size it is set in."""

from __future__ import annotations

from dataclasses import dataclass

LATIN_FAMILY = "Noto Sans"

SCRIPT_FAMILIES = {
    "Latn": LATIN_FAMILY,
    "Cyrl": LATIN_FAMILY,
    "Grek": LATIN_FAMILY,
    "Arab": "Noto Sans Arabic",
    "Hebr": "Noto Sans Hebrew",
    "Deva": "Noto Sans Devanagari",
    "Beng": "Noto Sans Bengali",
    "Taml": "Noto Sans Tamil",
    "Telu": "Noto Sans Telugu",
    "Gujr": "Noto Sans Gujarati",
    "Guru": "Noto Sans Gurmukhi",
    "Knda": "Noto Sans Kannada",
    "Mlym": "Noto Sans Malayalam",
    "Sinh": "Noto Sans Sinhala",
    "Thai": "Noto Sans Thai",
    "Laoo": "Noto Sans Lao",
    "Khmr": "Noto Sans Khmer",
    "Mymr": "Noto Sans Myanmar",
    "Ethi": "Noto Sans Ethiopic",
    "Hans": "Noto Sans SC",
    "Hant": "Noto Sans TC",
    "Jpan": "Noto Sans JP",
    "Kore": "Noto Sans KR",
}
"""The family that shows each script (ISO 15924). Latin is always there beside it."""

TYPE_SCALES = {
    "Arab": 1.25,  # 14 of 17 readers preferred 16 pt to 12 (Karger study, small)
    "Hebr": 1.1,
    "Deva": 1.1,
    "Beng": 1.1,
    "Telu": 1.1,
    "Thai": 1.15,
    "Laoo": 1.15,
    "Khmr": 1.15,
    "Mymr": 1.1,
    "Ethi": 1.1,
}
"""How much larger than Latin a script is set: its letters are smaller or more intricate."""

LINE_HEIGHTS = {
    "Arab": 1.5,
    "Deva": 1.45,
    "Beng": 1.45,
    "Taml": 1.45,
    "Telu": 1.5,
    "Thai": 1.5,
    "Laoo": 1.5,
    "Khmr": 1.7,
    "Mymr": 1.7,
    "Hans": 1.5,
    "Hant": 1.5,
    "Jpan": 1.5,
    "Kore": 1.45,
}
"""Distances of lines for scripts with tall or deep letters; 1.35 for the others."""

USUAL_LINE_HEIGHT = 1.35
"""The distance of lines of most scripts; the style sheets are written for it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A way of writing a script that a language is read in, where the user supplies a font."""

    family: str
    line_height: float


HANDS = {"ur": Hand("Noto Nastaliq Urdu", 2.2)}
"""Urdu is read in Nastaliq, whose words slope: at less than twice the size, lines collide."""

BREAKS_ANYWHERE = {"Taml", "Mlym", "Khmr", "Laoo", "Mymr"}
"""Scripts with words longer than a column, or without spaces between them, which nothing breaks."""

SYMBOL_FAMILY = "Noto Sans Symbols 2"
"""Tick boxes and the like, in every language."""
