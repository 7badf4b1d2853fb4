"""The numbers of a text, with their units, in any numeral system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from leafletpress.languages import Language, unit_words

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad]")
"""Bidi marks, joiners and soft hyphens: they do not change what a number says."""

SPACES = " \u00a0\u202f\u2009"
DASHES = "-\u2010-\u2015\u2212"
RANGE_GAP = re.compile(
    rf"[{SPACES}]*[{DASHES}~～〜][{SPACES}]*|[{SPACES}]+[^\W\d]{{1,6}}[{SPACES}]+"
)
"""What may stand between the two ends of a range: a dash, or one short word."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text says it: its value, its unit if one stands beside it, its spelling.

    `in_range` tells that the unit stands only at the other end of a range: 5 in "5 to 15 days".
    """

    value: Decimal
    unit: str | None
    text: str
    in_range: bool = False


def read_quantities(text: str, language: Language) -> list[Quantity]:
    """Return the numbers of `text` in order, read as `language` writes them.

    Any Unicode digits count. Decimal and grouping signs are the locale's, so ``1.500`` is
    1500 in German and 1.5 in English; where a sign cannot group, it parts the fraction.
    """
    clean = INVISIBLE.sub("", text)
    spans = list(_spans(clean, language))
    found = [Quantity(value, *_beside(clean, start, end, language)) for start, end, value in spans]
    for i in range(len(found) - 2, -1, -1):
        gap = clean[spans[i][1] : spans[i + 1][0]]
        follower = found[i + 1]
        if found[i].unit is None and follower.unit and RANGE_GAP.fullmatch(gap):
            found[i] = Quantity(found[i].value, follower.unit, found[i].text, in_range=True)
    return found


def _spans(text: str, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    decimal = re.escape(language.decimal_signs)
    grouping = re.escape(language.grouping_signs)
    number = re.compile(rf"\d+(?:[{decimal}{grouping}.,]\d+)*[½¼¾]?|[½¼¾]")
    for found in number.finditer(text):
        value = _value(found[0], language)
        if value is None:  # 12.05.2026: no number but several
            for part in re.finditer(r"\d+", found[0]):
                start = found.start() + part.start()
                yield start, start + len(part[0]), Decimal(_ascii(part[0]))
        else:
            sign = -1 if _is_negative(text, found.start()) else 1
            yield found.start(), found.end(), sign * value


def _value(spelling: str, language: Language) -> Decimal | None:
    fraction = Decimal(0)
    if spelling[-1] in "½¼¾":
        fraction = Decimal(str(unicodedata.numeric(spelling[-1])))
        spelling = spelling[:-1] or "0"
    parts = re.split(r"(\D)", spelling)
    digits, signs = [_ascii(part) for part in parts[::2]], parts[1::2]
    if not signs:
        return Decimal(digits[0]) + fraction
    last_is_decimal = signs[-1] in language.decimal_signs
    groups, group_signs = (digits[:-1], signs[:-1]) if last_is_decimal else (digits, signs)
    grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    one_sign = len(set(group_signs)) <= 1 and set(group_signs) <= set(language.grouping_signs)
    if one_sign and (grouped or not group_signs):
        tail = f".{digits[-1]}" if last_is_decimal else ""
        return Decimal("".join(groups) + tail) + fraction
    if len(signs) == 1:  # 6.0 in Turkish: a point that cannot group parts the fraction
        return Decimal(f"{digits[0]}.{digits[1]}") + fraction
    return None


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _is_negative(text: str, start: int) -> bool:
    """A minus belongs to the number where nothing, a space or a bracket stands before it."""
    if start == 0 or text[start - 1] not in "-\u2212":
        return False
    before = text[: start - 1]
    return not before.strip() or (before[-1] in SPACES + "(" and not before.rstrip()[-1].isdigit())


def _beside(text: str, start: int, end: int, language: Language) -> tuple[str | None, str]:
    """Return the unit beside the number, and the spelling of both."""
    after = text[end:]
    offset = len(after) - len(after.lstrip(SPACES + "-\u2010\u2011"))
    following = after[offset:].casefold()
    words = unit_words(language)
    for word in words:
        inflects = word.stem or not _letter(following, len(word.word))
        if not word.before and following.startswith(word.word) and inflects:
            return word.unit, text[start : end + offset + len(word.word)]
    for word in words:
        if word.before and (begin := _begin_of(word.word, text[:start])) is not None:
            return word.unit, text[begin:end]
    return None, text[start:end]


def _begin_of(word: str, before: str) -> int | None:
    """Return where a unit begins that stands right before a number: ``%80``, ``yüzde 80``.

    A sign touches its number; a word may be parted from it by a space.
    """
    if word[-1].isalpha():
        before = before.rstrip(SPACES)
    if not before.casefold().endswith(word) or _letter(before, -len(word) - 1):
        return None
    return len(before) - len(word)


def _letter(text: str, index: int) -> bool:
    """Tell whether a letter of an alphabet stands at `index`; CJK runs words together."""
    if not -len(text) <= index < len(text):
        return False
    return text[index].isalpha() and unicodedata.category(text[index]) != "Lo"
