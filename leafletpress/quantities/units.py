"""The units whose numbers must not change partners, and the words for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from leafletpress.language import Language, UnitPatterns, unit_patterns

UNITS = {
    "%": "concentr-percent",
    "mcg": "mass-microgram",
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "ml": "volume-milliliter",
    "l": "volume-liter",
    "°C": "temperature-celsius",
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "km": "length-kilometer",
    "second": "duration-second",
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
}
"""The units and their names in CLDR."""

MEASURES = frozenset({"%", "mcg", "mg", "g", "kg", "ml", "l", "°C"})
"""Units with signs of their own, that no other word looks like."""

INTERNATIONAL_SIGNS = {
    "%": ("%", "٪", "％"),
    "mcg": ("mcg", "µg", "μg"),
    "mg": ("mg",),
    "g": ("g",),
    "kg": ("kg",),
    "ml": ("ml",),
    "l": ("l",),
    "°C": ("°c", "° c", "℃"),
    "mm": ("mm",),
    "cm": ("cm",),
    "m": ("m",),
    "km": ("km",),
}
"""Signs that every language may use beside its own words, in lower case."""

FURTHER_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ar": {
        "%": ("في المائة", "بالمائة", "في المئة", "بالمئة"),
        "mcg": ("ميكروجرام", "مكغ."),
        "mg": ("ملليغرام", "ميليغرام", "مليجرام", "ملغ.", "ملغم.", "ملجم."),
        "ml": ("ملليلتر", "ميليلتر", "مل."),
        "g": ("جرام", "غم."),
        "kg": ("كيلوجرام", "كجم.", "كغ."),
        "°C": ("درجة",),
        "year": ("عامًا", "عاما", "عام", "أعوام"),
    },
    "as": {"kg": ("কিঃ গ্ৰাঃ.",), "second": ("ছেকেণ্ড",)},
    "bn": {"hour": ("ঘণ্টা", "ঘন্টা"), "°C": ("ডিগ্রি",)},
    "de": {"°C": ("grad",)},
    "en": {
        "%": ("per cent",),
        "ml": ("millilitre",),
        "l": ("litre",),
        "°C": ("degree",),
        "mm": ("millimetre",),
        "cm": ("centimetre",),
        "m": ("metre",),
        "km": ("kilometre",),
        "minute": ("mins.",),
        "hour": ("hrs.",),
    },
    "fa": {
        "mg": ("میلی گرم",),
        "ml": ("میلی لیتر", "سی سی"),
        "°C": ("درجه",),
    },
    "fr": {"°C": ("degré",), "year": ("année",)},
    "ha": {
        "mcg": ("makirogiramgiram",),
        "mg": ("milligiramgiram",),
        "kg": ("kilogiramgiram",),
    },
    "hi": {
        "mg": ("मिग्रा.", "मि.ग्रा."),
        "ml": ("मि.ली.",),
        "°C": ("डिग्री",),
        "hour": ("घंट", "घण्ट"),
        "week": ("हफ़्त", "हफ्त"),
        "month": ("महीन",),
        "year": ("साल",),
    },
    "ht": {
        "%": ("pousan",),
        "mcg": ("mikwogram",),
        "mg": ("miligram",),
        "g": ("gram",),
        "kg": ("kilogram",),
        "ml": ("mililit",),
        "l": ("lit.",),
        "°C": ("degre",),
        "second": ("segonn",),
        "minute": ("minit",),
        "hour": ("èdtan", "zèdtan"),
        "day": ("jou",),
        "week": ("semèn",),
        "month": ("mwa.",),
        "year": ("ane.", "an."),
    },
    "ja": {"month": ("ヶ月", "カ月", "ヵ月", "ケ月", "箇月"), "week": ("週",), "°C": ("度",)},
    "ml": {
        "mcg": ("μ.ഗ്രാം.",),
        "mg": ("മി.ഗ്രാം.",),
        "g": ("ഗ്രാം",),
        "kg": ("കി.ഗ്രാം.",),
        "ml": ("മി.ലി.",),
        "l": ("ലി.",),
        "°C": ("°സെ.",),
        "mm": ("മി.മീ.",),
        "cm": ("സെ.മീ.",),
        "m": ("മീ.",),
        "km": ("കി.മീ.",),
    },
    "pa": {"%": ("ਪ੍ਰਤੀਸ਼ਤ",)},
    "ps": {"°C": ("درجې سيلسيس",)},
    "rm": {"hour": ("ura",)},
    "ru": {
        "°C": ("градус",),
        "day": ("дням", "днями", "днях", "сут"),
        "week": ("недел",),
    },
    "ta": {
        "mcg": ("μகி.",),
        "mg": ("மி.கி.",),
        "g": ("கி.",),
        "kg": ("கி.கி.",),
        "ml": ("மிலி.", "மி.லி."),
        "l": ("லி.",),
        "°C": ("°செ.",),
        "mm": ("மி.மீ.",),
        "cm": ("செ.மீ.",),
        "m": ("மீ.",),
        "km": ("கி.மீ.",),
        "hour": ("மணிநேரங்கள்",),
    },
    "tr": {"°C": ("derece",), "year": ("yaş",)},
    "ur": {"mm": ("ملیمیٹر",)},
    "vi": {"hour": ("giờ",)},
    "zh": {
        "%": ("百分之…",),
        "kg": ("公斤",),
        "m": ("公尺",),
        "cm": ("公分",),
        "km": ("公里",),
        "°C": ("度",),
        "day": ("日",),
        "week": ("个星期", "星期", "個星期", "週"),
        "month": ("個月",),
        "hour": ("个小时", "個小時", "小時"),
        "minute": ("分鐘",),
    },
}
"""Words of daily use that CLDR does not list, or listed until its version 47.

They may be inflected, except before a full stop; one before dots stands before its number.
"""


LETTER = re.compile("[a-z]")
"""CLDR's letters for what it has no word for (``d``, ``h``, ``w``, ``y``): they take no ending, so
that "2 dòz" are no two days."""


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word or sign for a unit: where it stands, and whether a language may inflect it."""

    unit: str
    word: str
    before: bool
    stem: bool


@cache
def unit_words(language: Language) -> tuple[UnitWord, ...]:
    """Return the words that may stand beside a number as its unit, the longest first.

    They are the international signs, those of CLDR's unit patterns, and ours, in lower case.
    An abbreviation is no stem.
    """
    words = {
        *_signs(),
        *words_of_cldr(unit_patterns(language.locale), UNITS),
        *_further(language.locale.language),
    }
    return tuple(sorted(words, key=lambda word: (-len(word.word), word.word, word.unit)))


def _signs() -> Iterator[UnitWord]:
    for unit, signs in INTERNATIONAL_SIGNS.items():
        for sign in signs:
            yield UnitWord(unit, sign, before=False, stem=False)
            if unit == "%":
                yield UnitWord(unit, sign, before=True, stem=False)


def _further(language: str) -> Iterator[UnitWord]:
    for unit, words in FURTHER_WORDS.get(language, {}).items():
        for word in words:
            before = word.endswith("…")
            stem = not (before or word.endswith("."))
            yield UnitWord(unit, plain(word.removesuffix("…")), before, stem)


def words_of_cldr(patterns: UnitPatterns, names: Mapping[str, str]) -> Iterator[UnitWord]:
    """Yield the words of CLDR's patterns for the units with these names.

    A pattern without a number (Arabic duals) is left out.
    """
    signs = {sign for signs in INTERNATIONAL_SIGNS.values() for sign in signs}
    for unit, name in names.items():
        widths = patterns.get(name, {})
        long = list(_with_number(widths.get("long", {})))
        for pattern in (*long, *_with_number(widths.get("short", {}))):
            word = plain(pattern.replace("{0}", ""))
            if word and word not in signs:
                stem = not pattern.endswith(".") and (pattern in long or not long)
                stem = stem and not LETTER.fullmatch(word)
                yield UnitWord(unit, word, before=pattern.endswith("{0}"), stem=stem)


def _with_number(forms: Mapping[str, str]) -> Iterable[str]:
    """Return the patterns that stand wholly before or behind their number."""
    plurals = (pattern for form, pattern in forms.items() if form != "per")
    return (text for text in plurals if text.startswith("{0}") or text.endswith("{0}"))


def plain(text: str) -> str:
    """Return a text as words are compared: in lower case, without invisible characters."""
    bare = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return bare.strip(" \u00a0\u202f.").casefold()
