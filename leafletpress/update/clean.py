"""Taking invisible signs out of the numbers of catalogs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafletpress.catalog import Catalog, Cut, Message, Span, cut_out, read_catalog
from leafletpress.checks import signs_in_numbers
from leafletpress.content import MessageKey
from leafletpress.files import read_bytes, write_whole
from leafletpress.language import Language
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.quantities import HiddenSign


@dataclass(frozen=True, slots=True)
class Taken:
    """A sign that was taken out: from where, what it was, and the number that it stood in."""

    location: Location
    name: str
    number: str


def clean(project: Project, languages: Sequence[Language]) -> tuple[list[Taken], list[Problem]]:
    """Take invisible signs out of the numbers of all catalogs of `languages`.

    Only what is certain: where the number without its sign is one of the source. Nothing else in a
    file changes. A catalog that cannot be read stays as it is, and does not stop the others.

    Returns:
        What was taken out, and the problems met.
    """
    taken: list[Taken] = []
    problems: list[Problem] = []
    for language in languages:
        if language.is_source:
            continue
        folder = project.catalog(language.folder, PAGE_DOMAIN).parent
        for path in sorted(folder.glob("*.po")):
            try:
                taken += _clean_catalog(path, language)
            except LeafletError as error:
                problems += error.problems
    return taken, problems


def _clean_catalog(path: Path, language: Language) -> list[Taken]:
    catalog = read_catalog(path)
    signs: dict[tuple[MessageKey, Span], HiddenSign] = {}
    for message in catalog.active:
        signs |= {(message.key, place): sign for place, sign in _signs(message, language)}
    if not signs:
        return []
    places: dict[MessageKey, list[Span]] = {}
    for key, place in signs:
        places.setdefault(key, []).append(place)
    cut = _cut(path, catalog, places)
    write_whole(path, cut.data)
    return [
        Taken(Location(path, cut.lines[one]), sign.name, sign.said) for one, sign in signs.items()
    ]


def _cut(path: Path, catalog: Catalog, places: Mapping[MessageKey, Sequence[Span]]) -> Cut:
    try:
        return cut_out(read_bytes(path), catalog, places)
    except ValueError as error:  # somebody saved the file meanwhile
        what = f"invisible signs cannot be taken out here ({error})"
        mend = f'close the file elsewhere, and run "{command("update --clean")}" again'
        raise LeafletError([Problem("cannot-clean", Location(path), what, mend)]) from error


def _signs(message: Message, language: Language) -> Iterator[tuple[Span, HiddenSign]]:
    sources = f"{message.msgid}\n{message.plural or ''}"
    for form, text in enumerate(message.msgstrs):
        for sign, is_certain in signs_in_numbers(sources, text, language):
            if is_certain:
                yield (form, sign.place), sign
