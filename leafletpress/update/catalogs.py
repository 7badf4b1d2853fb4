"""Bringing pots and catalogs in line with the leaflets and the templates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from leafletpress.catalog import (
    Catalog,
    make_pot,
    merge,
    read_catalog,
    renamed,
    with_date,
    write_catalog,
)
from leafletpress.content import Segment
from leafletpress.edition import Collection
from leafletpress.files import is_there
from leafletpress.language import Language
from leafletpress.problems import LeafletError, Problem
from leafletpress.project import PAGE_DOMAIN, SHARED_DOMAIN, Project
from leafletpress.update.shipped import with_shipped

Typos = Mapping[Path, Mapping[str, str]]
"""For the path of a catalog: texts as they are now, by what they were before a typo was mended."""


def update(
    collection: Collection,
    languages: Sequence[Language],
    now: datetime.datetime,
    typos: Typos | None = None,
    passed_over: Sequence[str] = (),
) -> tuple[list[Path], list[Problem]]:
    """Write every pot, and every catalog of `languages`; what would not change is not touched.

    A catalog that cannot be read stays as it is, and does not stop the others. Texts in which
    nothing but `typos` were mended keep their translations. The domains `passed_over` stay as
    they are.

    Returns:
        The files written, and the problems met.
    """
    written: list[Path] = []
    problems: list[Problem] = []
    for domain, title, segments in domains(collection):
        if domain in passed_over:
            continue
        try:
            pot = _update_pot(collection.project, domain, title, segments, now, written)
        except LeafletError as error:
            problems += error.problems
            continue
        for language in languages:
            if language.is_source:
                continue
            try:
                _update_catalog(collection.project, domain, pot, language, typos or {}, written)
            except LeafletError as error:
                problems += error.problems
    return written, problems


def domains(collection: Collection) -> Iterator[tuple[str, str, Sequence[Segment]]]:
    """Yield each catalog's domain, its title for tools, and its segments."""
    for leaflet in collection.leaflets:
        own = [segment for segment in leaflet.segments if not segment.shared]
        yield leaflet.name, f"{leaflet.front_matter.id} {leaflet.name}", own
    if collection.passages:
        yield SHARED_DOMAIN, "the passages that leaflets share", collection.passages
    yield PAGE_DOMAIN, "the words of the page", collection.template_messages


def _update_pot(
    project: Project,
    domain: str,
    title: str,
    segments: Sequence[Segment],
    now: datetime.datetime,
    written: list[Path],
) -> Catalog:
    path = project.pot(domain)
    pot = make_pot(segments, title, project, path)
    pot = with_date(pot, read_catalog(path) if is_there(path) else None, now)
    if write_catalog(pot):
        written.append(path)
    return pot


def _update_catalog(
    project: Project,
    domain: str,
    pot: Catalog,
    language: Language,
    typos: Typos,
    written: list[Path],
) -> None:
    path = project.catalog(language.folder, domain)
    old = read_catalog(path, language) if is_there(path) else None
    if domain == PAGE_DOMAIN:
        old = with_shipped(old, pot, language, path)
    if old:
        old = renamed(old, typos.get(path, {}))
    merged = merge(old, pot, language, path)
    if write_catalog(merged):
        written.append(path)
