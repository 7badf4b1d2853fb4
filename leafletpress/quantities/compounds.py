"""Units per something: the kilogram of ``10 mg/kg``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from leafletpress.language import Language, unit_patterns
from leafletpress.quantities.units import UNITS, plain, unit_words, words_of_cldr

AREAS = {"m²": "area-square-meter"}
"""What a dose may be counted by, besides the units themselves, and its name in CLDR."""

AREA_SIGNS = ("m²", "qm", "square metre")
"""Signs and words that CLDR does not list."""

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units that languages say elsewhere in the sentence: "20 mg/day", ``günde 20 mg``."""

BEFORE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "tr": {
        "kg": ("kilogram başına", "kilo başına", "kg başına"),
        "m²": ("metrekare başına", "m² başına"),
    },
    "zh": {"kg": ("每公斤", "每公斤体重", "每公斤體重"), "m²": ("每平方米",)},
}
"""Words of daily use that stand before the number and that CLDR does not list."""


def read_denominators(before: str, behind: str, language: Language) -> tuple[tuple[str, ...], int]:
    """Return what a quantity is counted by, and how far that goes into `behind`.

    `behind` follows the unit, `before` precedes the number; both are in lower case. For
    " /kg/day" the result is ``("kg", "day")``.
    """
    units: list[str] = []
    end = 0
    while found := _behind(language).match(behind, end):
        units.append(_words(language)[found["word"]])
        end = found.end()
    if not units:
        bare = before.rstrip()
        units = [unit for word, unit in _prefixes(language) if bare.endswith(word)][:1]
    return tuple(units), end


def units_agree(these: frozenset[str], those: frozenset[str]) -> bool:
    """Tell whether two quantities can be of one unit: "mg/kg" and "mg" are not.

    A time may be said on one side only, because languages say it elsewhere in the sentence.
    """
    return any(_agree(one.split("/"), other.split("/")) for one in these for other in those)


def _agree(one: list[str], other: list[str]) -> bool:
    if one[0] != other[0] or set(one[1:]) - TIMES != set(other[1:]) - TIMES:
        return False
    times = set(one[1:]) & TIMES, set(other[1:]) & TIMES
    return times[0] == times[1] or not all(times)


@cache
def _words(language: Language) -> Mapping[str, str]:
    """Return the words and signs that may stand below the line, with their units."""
    found = {word.word: word.unit for word in unit_words(language) if not word.before}
    areas = words_of_cldr(unit_patterns(language.locale), AREAS)
    found |= {word.word: word.unit for word in areas}
    return {word: unit for word, unit in found.items() if unit != "%"} | dict.fromkeys(
        AREA_SIGNS, "m²"
    )


@cache
def _behind(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words(language), key=len, reverse=True)))
    per = "|".join(map(re.escape, sorted(_connectors(language))))
    worded = rf"|\s+(?:{per})\s+" if per else ""
    return re.compile(rf"(?:\s*/\s*{worded})(?P<word>{words})\w*")


def _connectors(language: Language) -> set[str]:
    """Return the words for "per" that CLDR's patterns use before the unit."""
    return {
        words[0]
        for pattern in _per_patterns(language)
        if pattern.startswith("{0} ") and len(words := plain(pattern[3:]).split()) > 1
    }


@cache
def _prefixes(language: Language) -> list[tuple[str, str]]:
    """Return the words for "per kilogram" that stand before the number, the longest first."""
    found = [
        (plain(pattern.replace("{0}", "")), unit)
        for unit, name in (UNITS | AREAS).items()
        for pattern in _per_patterns_of(language, name)
        if pattern.endswith("{0}")
    ]
    further = BEFORE.get(language.locale.language, {})
    found += [(plain(word), unit) for unit, words in further.items() for word in words]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _per_patterns(language: Language) -> Iterator[str]:
    for name in (UNITS | AREAS).values():
        yield from _per_patterns_of(language, name)


def _per_patterns_of(language: Language, name: str) -> Iterator[str]:
    for forms in unit_patterns(language.locale).get(name, {}).values():
        if pattern := forms.get("per"):
            yield pattern
