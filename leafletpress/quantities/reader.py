"""Reading the numbers of a text as a language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from leafletpress.language import Language
from leafletpress.quantities.compounds import read_denominators
from leafletpress.quantities.invisible import see
from leafletpress.quantities.scales import SPACES, read_scale
from leafletpress.quantities.units import unit_words

DASHES = "-\u2010-\u2015\u2212"
RANGE_SIGN = re.compile(rf"[{SPACES}]*[{DASHES}~～〜到至][{SPACES}]*")
LONGEST_RANGE_WORD = 6
"""``to``, ``ila``, ``থেকে``: the words between the two ends of a range are short."""

FROM_TO = re.compile(r"(\s?[^\W\d]+\.?)? ?(to|until|[-\u2013]) ?")
"""The English words between the two ends of a range, a unit or "st" before them."""

FRACTIONS = "\u00bc-\u00be\u2150-\u215e"
RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
"""Exponents: the 6 of 10⁶ is a number of its own; the 2 of m² belongs to its unit."""

DIGIT = re.compile(rf"[\d{FRACTIONS}{RAISED}]")

BESIDE = 100
"""So many characters on both sides of a number are looked at for what belongs to it: words that
stand there, with spaces, have a third of that."""

RUNNING_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that set the next word right behind a unit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text says it: its value, its unit if one stands beside it, its spelling.

    `units` are all that the word can mean: the Russian ``г`` is a gram and a year. What they are
    counted by is a part of them: ``mg/kg``. `in_range` tells that the unit stands only at the
    other end of a range: 5 in "5 to 15 days". `begins_range` tells that a range goes from here to
    the next number; it is known for the source language, and for dashes.

    `number` and `whole` are where it stands in the text as it was given, invisible signs counted:
    start and end of its sign, digits and word such as "million", and of these with the unit.
    """

    value: Decimal
    units: frozenset[str]
    text: str
    in_range: bool = False
    begins_range: bool = False
    number: tuple[int, int] = field(default=(0, 0), compare=False)
    whole: tuple[int, int] = field(default=(0, 0), compare=False)


def read_quantities(text: str, language: Language) -> list[Quantity]:
    """Return the numbers of `text` in order, read as `language` writes them.

    Any Unicode digits count. Decimal and grouping signs are the locale's, so ``1.500`` is
    1500 in German and 1.5 in English; where a sign cannot group, it parts the fraction.
    """
    return list(_read(text, language)) if DIGIT.search(text) else []


@lru_cache(maxsize=2048)  # the checks and the page read the same texts
def _read(text: str, language: Language) -> tuple[Quantity, ...]:
    seen = see(text)
    clean = seen.text
    spans = list(_spans(clean, language))
    found = []
    for start, end, value in spans:
        units, first, last = _beside(clean, start, end, language)
        number, whole = seen.place(start, end), seen.place(first, last)
        found.append(Quantity(value, units, clean[first:last], number=number, whole=whole))
    for i in range(len(found) - 2, -1, -1):
        gap = clean[spans[i][1] : spans[i + 1][0]]
        if not found[i].units and found[i + 1].units and _is_range(gap):
            found[i] = replace(found[i], units=found[i + 1].units, in_range=True)
        if RANGE_SIGN.fullmatch(gap) or FROM_TO.fullmatch(gap):
            found[i] = replace(found[i], begins_range=True)
    return tuple(found)


def _is_range(gap: str) -> bool:
    """Tell whether a range may go over what stands between two numbers: a dash, a short word."""
    word = gap.strip(SPACES)
    if RANGE_SIGN.fullmatch(gap) or not word:
        return bool(word)
    parted = gap[0] in SPACES and gap[-1] in SPACES
    return parted and len(word) <= LONGEST_RANGE_WORD and all(map(_is_letter, word))


def _spans(text: str, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    signs = re.escape(language.decimal_signs + language.grouping_signs + ".,")
    number = re.compile(
        rf"\d+(?:[{signs}]\d+)*[{FRACTIONS}]?|[{FRACTIONS}]|(?:(?<![mмم])|(?!²))[{RAISED}]+"
    )
    for found in number.finditer(text):
        value = _value(found[0], language)
        if value is None:  # 12.05.2026: no number but several
            for part in re.finditer(r"\d+", found[0]):
                start = found.start() + part.start()
                yield start, start + len(part[0]), Decimal(_ascii(part[0]))
        else:
            minus = _is_negative(text, found.start())
            behind = text[found.end() : found.end() + BESIDE]
            scale, length = read_scale(behind.casefold(), language)
            end = min(found.end() + length, len(text))  # small letters may be more
            yield found.start() - minus, end, (-scale if minus else scale) * value


def _value(spelling: str, language: Language) -> Decimal | None:
    fraction = Decimal(0)
    if re.match(f"[{FRACTIONS}]", spelling[-1]):
        fraction = Decimal(str(unicodedata.numeric(spelling[-1])))
        spelling = spelling[:-1] or "0"
    parts = re.split(r"(\D)", _ascii(spelling))
    digits, signs = parts[::2], parts[1::2]
    if not signs:
        return Decimal(digits[0]) + fraction
    last_is_decimal = signs[-1] in language.decimal_signs
    groups, group_signs = (digits[:-1], signs[:-1]) if last_is_decimal else (digits, signs)
    one_sign = len(set(group_signs)) <= 1 and set(group_signs) <= set(language.grouping_signs)
    if one_sign and (not group_signs or _is_grouped(groups, language)):
        tail = f".{digits[-1]}" if last_is_decimal else ""
        return Decimal("".join(groups) + tail) + fraction
    if len(signs) == 1 and signs[0] in ".,":  # 6.0 in Turkish: a point that cannot group
        return Decimal(f"{digits[0]}.{digits[1]}") + fraction
    return None


def _is_grouped(groups: Sequence[str], language: Language) -> bool:
    last, before = language.group_sizes
    sizes = [len(group) for group in groups]
    fits = sizes[-1] == last and all(size == before for size in sizes[1:-1]) and sizes[0] <= before
    # People who write 1,00,000 in Hindi write 100,000 in English texts beside it.
    return fits or (sizes[0] <= 3 and all(size == 3 for size in sizes[1:]))


def _ascii(spelling: str) -> str:
    """Return a number with its digits as ASCII and its signs as they are."""
    return "".join(str(unicodedata.digit(sign, sign)) for sign in spelling)


def _is_negative(text: str, start: int) -> bool:
    """A minus belongs to the number where nothing, a space or a bracket stands before it.

    Where words run together, it may follow a letter.
    """
    if start == 0 or text[start - 1] not in "-\u2212":
        return False
    before = text[: start - 1]
    if not before.strip():
        return True
    parted = before[-1] in SPACES + "(" or _runs_on(before[-1])
    return parted and not before.rstrip()[-1].isdigit()


def _beside(text: str, start: int, end: int, language: Language) -> tuple[frozenset[str], int, int]:
    """Return the units that stand beside the number, and where both begin and end."""
    words = unit_words(language)
    before, after = text[max(start - BESIDE, 0) : start], text[end : end + BESIDE]
    offset = len(after) - len(after.lstrip(SPACES + "-\u2010\u2011"))
    following = after[offset:].casefold()
    for word in words:
        if word.before or not following.startswith(word.word):
            continue
        if word.stem or not _letter(following, len(word.word)):
            same = frozenset(w.unit for w in words if w.word == word.word and not w.before)
            close = offset + len(word.word)
            by, length = _denominators(before, after[close:], language)
            units = frozenset("/".join((unit, *by)) for unit in same)
            return units, start, min(end + close + length, len(text))
    for word in words:
        if word.before and (reach := _length_of(word.word, before)) is not None:
            return frozenset({word.unit}), start - reach, end
    return frozenset(), start, end


def _denominators(before: str, behind: str, language: Language) -> tuple[tuple[str, ...], int]:
    """Return what the unit is counted by, and how far that goes; an ending may stand between."""
    ending = 0
    while _letter(behind, ending):
        ending += 1
    by, length = read_denominators(before.casefold(), behind[ending:].casefold(), language)
    return by, ending + length if length else 0


def _length_of(word: str, before: str) -> int | None:
    """Return how long a unit is that stands right before a number, with the spaces behind it:
    ``%80``, ``yüzde 80``.

    A sign touches its number; a word may be parted from it by a space.
    """
    bare = before.rstrip(SPACES) if word[-1].isalpha() else before
    if not bare.casefold().endswith(word) or _letter(bare, -len(word) - 1):
        return None
    return len(before) - len(bare) + len(word)


def _letter(text: str, index: int) -> bool:
    """Tell whether a word goes on at `index`; some scripts run words together."""
    if not -len(text) <= index < len(text):
        return False
    return _is_letter(text[index]) and not _runs_on(text[index])


def _runs_on(character: str) -> bool:
    return unicodedata.name(character, "").startswith(RUNNING_SCRIPTS)


def _is_letter(character: str) -> bool:
    return character.isalpha() or unicodedata.category(character).startswith("M")
