"""Which characters of an edition no font can show, and where they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from leafletpress.edition import Edition
from leafletpress.fonts import missing_characters, name_character
from leafletpress.problems import Location, Problem

NOT_SHOWN = re.compile(r"<style>.*?</style>|<[^>]*>", re.S)


def check_glyphs(edition: Edition, cache_folder: Path) -> Iterator[Problem]:
    """Yield a problem for every text of the edition with a character that no face can show.

    The faces must have been cut (`fonts.ensure_faces`).
    """
    for text in (*edition.texts, *edition.words):
        shown = text.rendering
        place = text.segment.location if shown.untranslated else text.place
        yield from _missing(shown.text, edition, place, cache_folder)


def check_page_glyphs(page: str, edition: Edition, cache_folder: Path) -> Iterator[Problem]:
    """Yield what `check_glyphs` cannot see: sources, names, the clinic's own text."""
    shown = html.unescape(NOT_SHOWN.sub(" ", page))
    yield from _missing(shown, edition, Location(edition.leaflet.path), cache_folder)


def _missing(text: str, edition: Edition, place: Location, folder: Path) -> Iterator[Problem]:
    families = edition.language.families
    for character in missing_characters(text, families, folder):
        what = f"no font for {edition.language.english_name} shows {name_character(character)}"
        yield Problem(place, what, "write it in other characters or in words")
