"""Words that multiply the number before them: ``2 million``, ``10万``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from leafletpress.language import Language
from leafletpress.quantities.units import INTERNATIONAL_SIGNS, plain

SPACES = " \u00a0\u202f\u2009"

SHORTEST_STEM = 5
"""A longer word may be inflected (``Millionen``); ``bin`` with an ending is another word."""

SIGNS_OF_UNITS = {sign for signs in INTERNATIONAL_SIGNS.values() for sign in signs}
"""CLDR shortens a Pashto billion to ``g``, and a million in Hong Kong to ``m``."""


def read_scale(behind: str, language: Language) -> tuple[int, int]:
    """Return by how much the word right behind a number multiplies it, and where that word ends.

    `behind` is in lower case. Without such a word the result is 1 and 0. The words are CLDR's.
    """
    words = _words(language)
    found = _pattern(language).match(behind)
    return (words[found["word"]], found.end("word")) if found else (1, 0)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = sorted(_words(language), key=len, reverse=True)
    choice = "|".join(
        re.escape(word) + ("" if len(word) >= SHORTEST_STEM or _runs_on(word) else r"(?!\w)")
        for word in words
    )
    return re.compile(rf"[{SPACES}]?(?P<word>{choice or '(?!)'})")


def _runs_on(word: str) -> bool:
    return not word[0].isascii() and word[0] >= "\u2e80"  # scripts without spaces between words


@cache
def _words(language: Language) -> Mapping[str, int]:
    return dict(_of_cldr(language))


def _of_cldr(language: Language) -> Iterator[tuple[str, int]]:
    """Yield words and factors of CLDR's compact formats: "00 million" stands for 10,000,000."""
    formats = language.locale.compact_decimal_formats
    plurals = formats.get("long") or (formats.get("short", {}) if _has_characters(language) else {})
    for patterns in plurals.values():
        for power, pattern in patterns.items():
            text = pattern.pattern
            word = plain(text.replace("0", ""))
            if word and " " not in word and word not in SIGNS_OF_UNITS:
                yield word, int(power) // 10 ** (text.count("0") - 1)


def _has_characters(language: Language) -> bool:
    """Tell whether the short forms are words (``万``), not letters such as M."""
    return language.script in {"Hans", "Hant", "Jpan", "Kore"}
