"""The page of an edition, and a problem for each character of it that no font can show."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from leafletpress.edition import Edition
from leafletpress.files import read_text
from leafletpress.fonts import missing_characters, name_character
from leafletpress.format import Format
from leafletpress.page import make_page
from leafletpress.press.context import Context
from leafletpress.problems import LeafletError, Location, Problem

NOT_SHOWN = re.compile(r"<style>.*?</style>|<[^>]*>", re.S)


def make_shown_page(edition: Edition, layout: Format, context: Context) -> str:
    """Return the page of an edition, whose every character some face can show.

    A sheet for reviewers is printed from any state: there ``[U+2192]`` stands for a character that
    no face has. The faces must have been cut (`fonts.ensure_faces`).

    Raises:
        LeafletError: a face is missing for a character, of the texts or of what else stands on the
            page; or see `make_page`.
    """
    page = make_page(edition, layout, context.clinic, context.project)
    if layout.for_review:
        return _spell_missing(page, edition, context.cache_folder)
    problems = [
        *_check_texts(edition, context.cache_folder),
        *_check_page(page, edition, context.project.clinic, context.cache_folder),
    ]
    if problems:
        raise LeafletError(problems)
    return page


def _check_texts(edition: Edition, cache_folder: Path) -> Iterator[Problem]:
    for text in (*edition.texts, *edition.template_messages):
        shown = text.rendering
        location = text.segment.location if shown.untranslated else text.location
        yield from _missing(shown.text, edition, location, cache_folder)


def _check_page(page: str, edition: Edition, clinic: Path, cache_folder: Path) -> Iterator[Problem]:
    """Yield what is in no text of the edition: sources, names, the clinic's own text."""
    shown = html.unescape(NOT_SHOWN.sub(" ", page))
    texts = (*edition.texts, *edition.template_messages)
    told = {character for text in texts for character in text.rendering.text}
    for character in missing_characters(shown, edition.language.families, cache_folder):
        if character not in told:
            location = _location_of(character, (edition.leaflet.path, clinic))
            yield _problem(character, edition, location)


def _spell_missing(page: str, edition: Edition, cache_folder: Path) -> str:
    shown = html.unescape(NOT_SHOWN.sub(" ", page))
    for character in missing_characters(shown, edition.language.families, cache_folder):
        page = page.replace(character, f"[U+{ord(character):04X}]")
    return page


def _missing(text: str, edition: Edition, location: Location, folder: Path) -> Iterator[Problem]:
    for character in missing_characters(text, edition.language.families, folder):
        yield _problem(character, edition, location)


def _problem(character: str, edition: Edition, location: Location) -> Problem:
    what = f"no font for {edition.language.english_name} shows {name_character(character)}"
    return Problem("no-glyph", location, what, "write it in other characters or in words")


def _location_of(character: str, paths: Sequence[Path]) -> Location:
    """Return the first line that holds a character; the first file where none does."""
    for path in paths:
        for number, line in enumerate(read_text(path).split("\n"), start=1):
            if character in line:
                return Location(path, number)
    return Location(paths[0])
