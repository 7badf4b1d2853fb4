"""Safety checks: rules over a source text and its translation.

An edition with a translation that fails one is incomplete. Some only warn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from leafletpress.checks.additions import ADDRESSES, BLOCK_MARKS, EXCESS
from leafletpress.checks.consistency import CONSISTENCY
from leafletpress.checks.english import LEFT_IN_ENGLISH, SAME
from leafletpress.checks.hidden import HIDDEN_SIGNS, MIXED_DIGITS, signs_in_numbers
from leafletpress.checks.length import LENGTH
from leafletpress.checks.markup import (
    CHARACTERS,
    CITATION_ORDER,
    CITATIONS,
    EMPHASIS,
    HTML,
    LINKS,
    PLACEHOLDERS,
    STRAY_MARKS,
)
from leafletpress.checks.numbers import NUMBERS, NUMBERS_IN_MARKS, NUMBERS_ON_SEAMS, UNITS
from leafletpress.checks.order import ORDER, RANGES
from leafletpress.checks.rule import CatalogCheck, Check, Finding, Pair, Use
from leafletpress.checks.terms import DRUGS, FORBIDDEN, TERMS, UNLISTED_DRUGS, WORDING
from leafletpress.glossary import Glossary
from leafletpress.language import Language
from leafletpress.problems import Location, Problem

CHECKS = (
    EXCESS,
    HIDDEN_SIGNS,
    MIXED_DIGITS,
    NUMBERS,
    UNITS,
    RANGES,
    ORDER,
    PLACEHOLDERS,
    CITATIONS,
    CITATION_ORDER,
    LINKS,
    EMPHASIS,
    NUMBERS_IN_MARKS,
    NUMBERS_ON_SEAMS,
    DRUGS,
    UNLISTED_DRUGS,
    TERMS,
    FORBIDDEN,
    WORDING,
    LEFT_IN_ENGLISH,
    SAME,
    LENGTH,
    STRAY_MARKS,
    BLOCK_MARKS,
    HTML,
    ADDRESSES,
    CHARACTERS,
)
"""Every check of one translation, in the order in which problems are reported."""

CATALOG_CHECKS = (CONSISTENCY,)
"""Every check of all translations of a language together."""


def check_translation(
    source: str,
    translation: str,
    language: Language,
    location: Location,
    acknowledged: Collection[str] = (),
    glossary: Glossary | None = None,
) -> Iterator[Problem]:
    """Yield what is wrong with one translation; each problem names the check by its id.

    `acknowledged` are the numbers of this text, spelled as `acknowledgeable` returns them, that a
    named reviewer has seen in words on the other side. Nothing else can be acknowledged.
    """
    for check, finding in _findings(Pair(source, translation, language, glossary)):
        if finding.numbers and set(finding.numbers) <= set(acknowledged):
            continue
        yield Problem(check.id, location, finding.what, finding.mend, check.severity)


@lru_cache(maxsize=4096)  # a preview checks the same texts after each save, but for one
def _findings(pair: Pair) -> tuple[tuple[Check, Finding], ...]:
    # What is beyond the bounds is not given to the checks that read it.
    checks = (EXCESS,) if any(EXCESS.find(pair)) else CHECKS
    return tuple((check, finding) for check in checks for finding in check.find(pair))


def check_translations(uses: Iterable[Use]) -> Iterator[Problem]:
    """Yield what is wrong with the translations of a language when they are seen together."""
    uses = tuple(uses)
    for check in CATALOG_CHECKS:
        yield from check.find(uses)


def acknowledgeable(source: str, translation: str, language: Language) -> tuple[str, ...]:
    """Return the numbers that a named reviewer may acknowledge in one translation.

    They stand as digits on one side only, and no other number stands there in their place: the
    other side may say them in words, as Arabic says "2 days" in one word. They are spelled as they
    stand in the text: ``2 days``.
    """
    findings = _findings(Pair(source, translation, language))
    return tuple(number for _, finding in findings for number in finding.numbers)


__all__ = [
    "CATALOG_CHECKS",
    "CHECKS",
    "CatalogCheck",
    "Check",
    "Finding",
    "Pair",
    "Use",
    "acknowledgeable",
    "check_translation",
    "check_translations",
    "signs_in_numbers",
]
