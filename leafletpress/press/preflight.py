"""Which characters of an edition no font can show, and where they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from leafletpress.edition import Edition
from leafletpress.files import read_text
from leafletpress.fonts import missing_characters, name_character
from leafletpress.problems import Location, Problem

NOT_SHOWN = re.compile(r"<style>.*?</style>|<[^>]*>", re.S)


def check_glyphs(edition: Edition, cache_folder: Path) -> Iterator[Problem]:
    """Yield a problem for every text of the edition with a character that no face can show.

    The faces must have been cut (`fonts.ensure_faces`).
    """
    for text in (*edition.texts, *edition.template_messages):
        shown = text.rendering
        location = text.segment.location if shown.untranslated else text.location
        yield from _missing(shown.text, edition, location, cache_folder)


def check_page_glyphs(
    page: str, edition: Edition, clinic: Path, cache_folder: Path
) -> Iterator[Problem]:
    """Yield what `check_glyphs` cannot see: sources, names, the clinic's own text."""
    shown = html.unescape(NOT_SHOWN.sub(" ", page))
    for character in missing_characters(shown, edition.language.families, cache_folder):
        yield _problem(character, edition, _location_of(character, (edition.leaflet.path, clinic)))


def spell_missing_glyphs(page: str, edition: Edition, cache_folder: Path) -> str:
    """Return a page that shows ``[U+2192]`` for every character that no face can show.

    A reviewer's sheet is printed like this, because it must be printed from any state.
    """
    shown = html.unescape(NOT_SHOWN.sub(" ", page))
    for character in missing_characters(shown, edition.language.families, cache_folder):
        page = page.replace(character, f"[U+{ord(character):04X}]")
    return page


def _missing(text: str, edition: Edition, location: Location, folder: Path) -> Iterator[Problem]:
    for character in missing_characters(text, edition.language.families, folder):
        yield _problem(character, edition, location)


def _problem(character: str, edition: Edition, location: Location) -> Problem:
    what = f"no font for {edition.language.english_name} shows {name_character(character)}"
    return Problem(location, what, "write it in other characters or in words")


def _location_of(character: str, paths: Sequence[Path]) -> Location:
    """Return the first line that holds a character; the first file where none does."""
    for path in paths:
        for number, line in enumerate(read_text(path).split("\n"), start=1):
            if character in line:
                return Location(path, number)
    return Location(paths[0])
