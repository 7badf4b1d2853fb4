"""How far each edition is: the figures that ``status`` shows."""

from __future__ import annotations

from dataclasses import dataclass

from leafletpress.edition import Edition
from leafletpress.problems import errors


@dataclass(frozen=True, slots=True)
class Status:
    """The figures of one edition. The words of the page count with each of its leaflets."""

    leaflet: str
    id: str
    language: str
    state: str
    total: int
    translated: int
    fuzzy: int
    untranslated: int
    critical_missing: int
    failed_checks: int
    missing_signatures: tuple[str, ...]


def status_of(edition: Edition) -> Status:
    """Count the messages of an edition, each once, however often it stands in the leaflet."""
    texts = list({text.segment.key: text for text in edition.texts}.values())
    texts += list({text.segment.key: text for text in edition.words}.values())
    blank = [text for text in texts if not text.translation.strip()]
    fuzzy = [text for text in texts if text.fuzzy and text.translation.strip()]
    failed = [text for text in texts if text not in blank and text not in fuzzy]
    failed = [text for text in failed if errors(text.problems)]
    critical = {text.segment.key for text in edition.texts if text.segment.critical}
    unusable = {text.segment.key for text in texts if not text.is_usable}
    return Status(
        leaflet=edition.leaflet.name,
        id=edition.leaflet.front_matter.id,
        language=edition.language.tag,
        state=str(edition.state),
        total=len(texts),
        translated=len(texts) - len(blank) - len(fuzzy),
        fuzzy=len(fuzzy),
        untranslated=len(blank),
        critical_missing=len(critical & unusable),
        failed_checks=len(failed),
        missing_signatures=tuple(str(role) for role in edition.missing_roles),
    )
