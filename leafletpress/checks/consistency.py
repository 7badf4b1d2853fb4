"""The same words, translated in one way throughout a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leafletpress.checks.rule import CatalogCheck, Use
from leafletpress.problems import Location, Problem, Severity

Locations = dict[Location, None]
"""Places in their order, each once."""


def find_inconsistencies(uses: Iterable[Use]) -> Iterator[Problem]:
    """Find messages of one context and text that have several translations in a language.

    A message that an author has set apart by a context is another message.
    """
    found: dict[tuple[str | None, str], dict[str, Locations]] = {}
    for use in uses:
        found.setdefault(use.key, {}).setdefault(use.translation, {})[use.location] = None
    for (_, source), translations in found.items():
        if len(translations) > 1:
            yield _problem(source, translations)


def _problem(source: str, translations: dict[str, Locations]) -> Problem:
    ways = ", ".join(f'"{text}" ({_list(locations)})' for text, locations in translations.items())
    *_, last = translations.values()
    what = f'"{source}" is translated in {len(translations)} ways: {ways}'
    mend = "choose one; where the meaning differs, ask for a context, and else leave it"
    return Problem(CONSISTENCY.id, next(iter(last)), what, mend, CONSISTENCY.severity)


def _list(locations: Iterable[Location]) -> str:
    return ", ".join(f"{location.path.name}:{location.line}" for location in locations)


CONSISTENCY = CatalogCheck(
    "consistency", "one text translated in several ways", find_inconsistencies, Severity.WARNING
)
