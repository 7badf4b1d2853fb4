"""Dates and numbers as a language writes them: CLDR's way, mended where it misleads on paper."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from leafletpress.language.language import Language, source_language

NO_MONTH = re.compile(r"M(?:0[1-9]|1[0-2])")
"""What stands for a month where CLDR has no names: Babel writes ``2026 M11 22``."""

MONTHS = {
    "si": (
        "ජනවාරි", "පෙබරවාරි", "මාර්තු", "අප්\u200dරේල්", "මැයි", "ජූනි", "ජූලි", "අගෝස්තු",
        "සැප්තැම්බර්", "ඔක්තෝබර්", "නොවැම්බර්", "දෙසැම්බර්",
    ),
}  # fmt: skip
"""The twelve months, where CLDR 49 names others.

For Sinhala it gives the months of the Buddhist calendar, which begin with a full moon; these are
the names of CLDR 47.
"""

APOSTROPHE = "'"


def long_date(day: datetime.date, language: Language) -> str:
    """Return a date in words: ``22 November 2026``.

    Where CLDR has no names of months, it is written as ISO 8601 has it: ``2026-11-22``, which no
    country reads in another way.
    """
    locale = language.date_locale
    text: str = format_date(day, "long", locale=locale)
    if NO_MONTH.search(text):
        return day.isoformat()
    if months := MONTHS.get(locale.language):
        wrong: str = locale.months["format"]["wide"][day.month]
        return text.replace(wrong, months[day.month - 1])
    return text


def number(value: Decimal | int, language: Language) -> str:
    """Return a number with the signs of a language: ``1.234,5``. The digits are 0 to 9."""
    locale = language.date_locale
    signs = locale.number_symbols.get("latn", {})
    if signs.get("group") == APOSTROPHE:
        # Babel 2.19 takes a pair of apostrophes for quotes: it writes 1'234'567 as 1234567.
        english = format_decimal(value, locale=source_language().locale)
        return str(english.translate({ord(","): APOSTROPHE, ord("."): signs["decimal"]}))
    return str(format_decimal(value, locale=locale))
