"""CLDR's patterns for units, which Babel keeps to itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

UnitPatterns = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Unit, width, plural form, pattern: ``patterns["duration-day"]["long"]["other"]``, ``{0} days``.

The widths are ``long``, ``short`` and ``narrow``. The forms are those of CLDR (``one``, ``few`` …)
and ``per``, the pattern of what is counted by this unit: ``{0} per day``.
"""


@cache
def unit_patterns(locale: Locale) -> UnitPatterns:
    """Return all patterns for units that CLDR has for a language.

    Babel formats a number with its unit, and has nothing public that says the words themselves.
    So this is the one place of the program that reads `Locale._data`; tests/language/test_cldr.py
    holds both to that, and says when a new Babel keeps its data in another shape.
    """
    units = locale._data["unit_patterns"]
    return MappingProxyType(
        {
            unit: {width: dict(forms) for width, forms in widths.items()}
            for unit, widths in units.items()
        }
    )
