"""Numbers that are not what they look like: invisible signs in them, and digits of two kinds.

A word processor leaves signs of direction where somebody turned round a word. Programs disagree on
what ``1<sign>5`` says, so no number may hold one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from leafletpress.language import Language
from leafletpress.quantities.invisible import INVISIBLE, name_of, see
from leafletpress.quantities.places import find_runs
from leafletpress.quantities.reader import Quantity, read_quantities

INVISIBLE_RUN = re.compile(f"(?:{INVISIBLE.pattern})+")

PERCENT_SIGNS = "%٪"
NON_JOINER, JOINER, ZERO_WIDTH_SPACE = "\u200c", "\u200d", "\u200b"

JOINING_SCRIPTS = (
    "ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI",
    "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "TIBETAN",
)  # fmt: skip
"""Scripts that spell words with joiners."""

SPACELESS_SCRIPTS = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""Scripts whose writers part words by a space of no width."""

SELECTING_SCRIPTS = (*JOINING_SCRIPTS, "HEBREW", "CJK")
"""Scripts whose letters take a variation selector, or a sign that keeps vowel signs apart."""


class HiddenSign(NamedTuple):
    """An invisible sign where none may stand.

    `place` is where in the text, `said` the quantity or the range as a reader sees it, `values`
    are its numbers.
    """

    sign: str
    place: int
    said: str
    values: tuple[Decimal, ...]

    @property
    def name(self) -> str:
        """What it is called: ``right-to-left mark (U+200F)``."""
        return name_of(self.sign)


def find_hidden_signs(text: str, language: Language) -> list[HiddenSign]:
    """Return the invisible signs inside the quantities of a text, and inside ranges of them.

    Those that a script needs for spelling a unit are let through: the joiner in ``میلی‌گرم`` and,
    behind a number, in ``۱۵‌روزه``.
    """
    return list(_hidden(text, language)) if INVISIBLE.search(text) else []


def find_mixed_digits(text: str, language: Language) -> list[Quantity]:
    """Return the numbers whose digits are of two kinds: ``1٥``, or a Persian and an Arabic one."""
    if text.isascii():
        return []
    return [
        quantity
        for quantity in read_quantities(text, language)
        if len({_zero(sign) for sign in text[slice(*quantity.number)] if sign.isdecimal()}) > 1
    ]


def find_faults(text: str, language: Language) -> Iterator[str]:
    """Yield what is wrong with the numbers of a text that its author mends by hand."""
    for hidden in find_hidden_signs(text, language):
        yield f'an invisible sign, {hidden.name}, stands in "{hidden.said}"'
    for quantity in find_mixed_digits(text, language):
        yield f'"{quantity.text}" has digits of two kinds'


def find_phone_faults(number: str) -> Iterator[str]:
    """Yield what is wrong with a phone number: no invisible sign may stand anywhere in it."""
    for sign in dict.fromkeys(INVISIBLE.findall(number)):
        yield f"an invisible sign, {name_of(sign)}, stands in it"
    if len({_zero(sign) for sign in number if sign.isdecimal()}) > 1:
        yield "it has digits of two kinds"


def _hidden(text: str, language: Language) -> Iterator[HiddenSign]:
    for run in find_runs(text, language):
        start, end = run[0].whole[0], max(quantity.whole[1] for quantity in run)
        values = tuple(quantity.value for quantity in run)
        said = ""
        for signs in INVISIBLE_RUN.finditer(text, start, end):
            for place in range(*signs.span()):
                if not _is_spelling(text[place], _before(text, signs), _behind(text, signs)):
                    said = said or see(text[start:end]).text
                    yield HiddenSign(text[place], place, said, values)


def _is_spelling(sign: str, before: str, after: str) -> bool:
    """Tell whether a sign is a part of how a unit is spelled, or binds it to its number.

    `before` and `after` are what a reader sees on both sides of it.
    """
    if sign == ZERO_WIDTH_SPACE:
        return _is_of(before, SPACELESS_SCRIPTS) and _is_of(after, SPACELESS_SCRIPTS)
    if sign == NON_JOINER and (before.isdecimal() or before in PERCENT_SIGNS):
        return _is_of(after, JOINING_SCRIPTS)
    if sign in (NON_JOINER, JOINER):
        return _is_of(before, JOINING_SCRIPTS) and _is_of(after, JOINING_SCRIPTS)
    return unicodedata.category(sign) == "Mn" and _is_of(before, SELECTING_SCRIPTS)


def _before(text: str, signs: re.Match[str]) -> str:
    return text[signs.start() - 1] if signs.start() else " "


def _behind(text: str, signs: re.Match[str]) -> str:
    return text[signs.end()] if signs.end() < len(text) else " "


def _is_of(character: str, scripts: tuple[str, ...]) -> bool:
    """Tell whether a letter, or a sign above or below letters, is of one of the scripts."""
    is_letter = unicodedata.category(character)[0] in "LM"
    return is_letter and unicodedata.name(character, "").startswith(scripts)


def _zero(digit: str) -> int:
    """Return the zero of the kind of digits that a digit is one of: each kind stands in a row."""
    return ord(digit) - unicodedata.decimal(digit)
