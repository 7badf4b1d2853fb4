"""Every single change of a translation that could hurt a reader: a digit, a unit, a mark."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import combinations

from leafletpress.language import parse_language, source_language
from leafletpress.quantities import UNITS, read_quantities
from leafletpress.quantities.units import unit_words

Change = Callable[[str, str, str], Iterator[str]]
"""From a source, its translation and the tag of its language to translations that are wrong."""


def digits(source: str, text: str, tag: str) -> Iterator[str]:
    """Each digit as each other one of its numeral system, lost, and doubled."""
    del source
    outside = [(m.start(), m.end()) for m in re.finditer(r"\{\w+\}|\[@[\w-]+\]|\]\([^)]*\)", text)]
    for index, digit in enumerate(text):
        if not digit.isdecimal() or any(start <= index < end for start, end in outside):
            continue
        zero = ord(digit) - unicodedata.decimal(digit)
        for other in map(chr, range(zero, zero + 10)):
            if other != digit:
                yield text[:index] + other + text[index + 1 :]
        for other in ("", digit * 2):
            changed = text[:index] + other + text[index + 1 :]
            if unicodedata.decimal(digit) or not _same_numbers(text, changed, tag):
                yield changed


def _same_numbers(text: str, changed: str, tag: str) -> bool:
    """Tell whether numbers are the same: a nought more makes 2.0 to 2.00, which is no change."""
    language = parse_language(tag)
    return [q.value for q in read_quantities(text, language)] == [
        q.value for q in read_quantities(changed, language)
    ]


def units(source: str, text: str, tag: str) -> Iterator[str]:
    """Each unit that the source has lost, and as each other one."""
    language = parse_language(tag)
    bare = re.sub("[\u200b-\u200f\u2060-\u2069]", "", text)
    measured = {q.value for q in read_quantities(source, source_language()) if q.units}
    for quantity in read_quantities(bare, language):
        plain = {unit.split("/")[0] for unit in quantity.units}
        number = re.search(r"[-−]?\d+(?:[.,٫٬]\d+)*", quantity.text)
        stands_once = bare.count(quantity.text) == 1 and number
        if not plain or quantity.in_range or quantity.value not in measured or not stands_once:
            continue
        others = [_word(unit, tag) for unit in UNITS if unit not in plain]
        for word in ("", *others):
            assert number is not None
            yield bare.replace(quantity.text, f"{number[0]} {word} ")


def _word(unit: str, tag: str) -> str:
    return next(w.word for w in unit_words(parse_language(tag)) if w.unit == unit and not w.before)


def swaps(source: str, text: str, tag: str) -> Iterator[str]:
    """Each two numbers with different units in each other's place: 20 mg for 6 weeks."""
    yield from _swapped(source, text, tag, same_unit=False)


def swaps_of_one_unit(source: str, text: str, tag: str) -> Iterator[str]:
    """Each two numbers with one unit in each other's place: first 5 days, then 15 days."""
    yield from _swapped(source, text, tag, same_unit=True)


def _swapped(source: str, text: str, tag: str, *, same_unit: bool) -> Iterator[str]:
    bare = re.sub("[\u200b-\u200f\u2060-\u2069]", "", text)
    measured = {q.value: q.units for q in read_quantities(source, source_language())}
    for one, other in combinations(read_quantities(bare, parse_language(tag)), 2):
        units = measured.get(one.value, frozenset()), measured.get(other.value, frozenset())
        numbers = [re.search(r"\d+(?:[.,٫٬]\d+)*", quantity.text) for quantity in (one, other)]
        if one.value == other.value or not all(units) or (units[0] == units[1]) != same_unit:
            continue
        if all(numbers) and all(bare.count(quantity.text) == 1 for quantity in (one, other)):
            first, second = (found[0] for found in numbers if found)
            changed = bare.replace(one.text, one.text.replace(first, "\0"))
            changed = changed.replace(other.text, other.text.replace(second, first))
            yield changed.replace("\0", second)


def placeholders(source: str, text: str, tag: str) -> Iterator[str]:
    """Each placeholder lost, halved, doubled, renamed."""
    del source, tag
    for found in re.finditer(r"\{\w+\}", text):
        for other in ("", found[0][:-1], found[0][1:], found[0] * 2, "{other}", found[0].upper()):
            yield text[: found.start()] + other + text[found.end() :]


def citations(source: str, text: str, tag: str) -> Iterator[str]:
    """Each source lost, halved, doubled, renamed."""
    del source, tag
    for found in re.finditer(r"\[@[\w-]+\]", text):
        for other in ("", found[0][:-1], found[0][1:], found[0] * 2, "[@other]", found[0].upper()):
            yield text[: found.start()] + other + text[found.end() :]


def links(source: str, text: str, tag: str) -> Iterator[str]:
    """Each link lost, halved, led elsewhere; and one added."""
    del source, tag
    for found in re.finditer(r"\[([^\]]*)\]\(([^)]*)\)", text):
        for other in (found[1], found[0][:-1], f"[{found[1]}](#other)", f"[{found[1]}]"):
            yield text[: found.start()] + other + text[found.end() :]
    yield f"{text} [x](#y)"


def bold(source: str, text: str, tag: str) -> Iterator[str]:
    """Each bold part lost, halved, or marked in another way."""
    del source, tag
    for found in re.finditer(r"\*\*(.+?)\*\*", text):
        inner = found[1]
        for other in (
            inner,
            f"*{inner}*",
            f"**{inner}",
            f"{inner}**",
            "",
            f"__{inner}",
            f"<b>{inner}</b>",
        ):
            yield text[: found.start()] + other + text[found.end() :]


def left_in_source(source: str, text: str, tag: str) -> Iterator[str]:
    """The source in place of a translation, and behind it."""
    del tag
    if len(re.findall(r"[^\W\d_]+", source)) > 4 and not source.istitle():
        yield source
        yield f"{text} {source}"


CHANGES: tuple[Change, ...] = (
    digits, units, swaps, placeholders, citations, links, bold, left_in_source,
)  # fmt: skip


def every_mutation(source: str, text: str, tag: str) -> Iterator[str]:
    """Every wrong translation that one change makes of a right one."""
    for change in CHANGES:
        yield from change(source, text, tag)
