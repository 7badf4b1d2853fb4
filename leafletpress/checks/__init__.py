"""Safety checks: rules over a source text and its translation.

An edition with a translation that fails one is incomplete.
"""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.checks.markup import (
    CHARACTERS,
    CITATIONS,
    EMPHASIS,
    HTML,
    LINKS,
    PLACEHOLDERS,
    STRAY_MARKS,
)
from leafletpress.checks.numbers import NUMBERS, UNITS
from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.languages import Language
from leafletpress.problems import Location, Problem

CHECKS = (
    NUMBERS,
    UNITS,
    PLACEHOLDERS,
    CITATIONS,
    LINKS,
    EMPHASIS,
    STRAY_MARKS,
    HTML,
    CHARACTERS,
)
"""Every check, in the order in which problems are told."""


def check_translation(
    source: str, translation: str, language: Language, place: Location
) -> Iterator[Problem]:
    """Yield what is wrong with one translation; each problem names the check by its id."""
    pair = Pair(source, translation, language)
    for check in CHECKS:
        for finding in check.find(pair):
            what = f"[{check.id}] {finding.what}"
            yield Problem(place, what, finding.mend, check.severity)


__all__ = ["CHECKS", "Check", "Finding", "Pair", "check_translation"]
