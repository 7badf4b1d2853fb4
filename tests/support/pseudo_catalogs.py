"""Catalogs in the letters of a pseudo-locale, written where the press looks for a real language."""

import datetime
from pathlib import Path

import polib

from leafletpress.catalog.pseudo import pseudo_text
from leafletpress.edition import Collection
from leafletpress.language import Language, parse_language
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.update import update

LANGUAGE = parse_language("he")


def pseudo(text: str, language: Language = LANGUAGE) -> str:
    """Return an English text in the letters of a language."""
    return pseudo_text(text, language)


def translate_all(project: Project, collection: Collection, language: Language = LANGUAGE) -> None:
    """Write every catalog of a language, in its letters."""
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    _, problems = update(collection, [language], moment)
    assert problems == []
    for domain in [*(leaflet.name for leaflet in collection.leaflets), PAGE_DOMAIN]:
        _fill(project.catalog(language.folder, domain), language)


def _fill(path: Path, language: Language) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = pseudo(entry.msgid, language)
    catalog.save()
