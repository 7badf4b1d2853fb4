"""The translator's commands: update, check, status, languages."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from leafletpress.advice import ADVICE, advise
from leafletpress.checks import CATALOG_CHECKS, CHECKS
from leafletpress.cli.build_command import CACHE, read_editions
from leafletpress.cli.choices import Selection
from leafletpress.cli.overview import overview
from leafletpress.cli.report import report_problems, show_path
from leafletpress.edition import (
    Edition,
    Status,
    read_collection,
    status_of,
    status_of_template_messages,
)
from leafletpress.fonts import ensure_faces
from leafletpress.format import read_format
from leafletpress.language import Language
from leafletpress.press import DEFAULT_FORMAT, Context, make_shown_page
from leafletpress.problems import KINDS, WARNINGS, LeafletError
from leafletpress.update import Author, amend, clean, update


def run_update(selection: Selection, languages: Sequence[Language]) -> bool:
    """Bring pots and catalogs in line with leaflets and templates; return whether all went well."""
    collection, problems = read_collection(selection.project, selection.leaflets)
    written, more = update(collection, languages, datetime.datetime.now().astimezone())
    _report_written(written)
    if not written:
        click.echo("nothing to do: every catalog is in line")
    return not report_problems([*selection.problems, *problems, *more])


def run_editorial_update(selection: Selection, author: Author) -> bool:
    """Record mended typos and keep their translations; return whether every change was one."""
    collection, problems = read_collection(selection.project, selection.leaflets)
    done = amend(collection, selection.languages, author, datetime.datetime.now().astimezone())
    _report_written(done.written)
    if done.recorded:
        noun = "typo" if done.recorded == 1 else "typos"
        click.echo(f"{done.recorded} {noun} recorded; their translations are kept")
    return not report_problems([*selection.problems, *problems, *done.problems])


def run_clean(selection: Selection) -> bool:
    """Take invisible signs out of the numbers of catalogs; return whether all went well."""
    taken, problems = clean(selection.project, selection.languages)
    for one in taken:
        location = one.location.show(Path.cwd())
        click.echo(f'{location}: {one.name} taken out of "{one.number}"')
    if taken:
        click.echo("where such a text was signed, it has to be signed again: it is another one now")
    elif not problems:
        click.echo("nothing to do: no number holds an invisible sign that can be taken out")
    return not report_problems([*selection.problems, *problems])


def _report_written(written: Sequence[Path]) -> None:
    for path in written:
        click.echo(f"{show_path(path)}: written")


def run_check(selection: Selection) -> bool:
    """Tell everything that can be known without making a PDF; return whether all is well."""
    cache = selection.project.root / CACHE
    collection, problems = read_collection(selection.project, selection.leaflets)
    editions, more = read_editions(selection, collection)
    problems += [*selection.problems, *more]
    for font_problems in ensure_faces(selection.languages, cache, selection.project.fonts).values():
        problems += font_problems
    if any(language.is_source for language in selection.languages):
        problems += [problem for leaflet in collection.leaflets for problem in advise(leaflet)]
    layout = read_format(selection.project, DEFAULT_FORMAT)
    context = Context(selection.project, collection.clinic, cache)
    for edition in editions:
        problems += edition.problems
        try:
            make_shown_page(edition, layout, context)
        except LeafletError as error:
            problems += error.problems
    if report_problems(problems):
        return False
    warnings = len(set(problems))
    and_warnings = f", {warnings} warning{'s' * (warnings > 1)}" if warnings else ""
    click.echo(f"{len(editions)} editions checked, nothing wrong{and_warnings}")
    return True


def show_kinds() -> None:
    """Show every kind of problem: its id, whether it stops an edition, and what is found.

    The checks of translations and the advice to authors come first, then what else can be wrong.
    """
    checks = [(c.id, str(c.severity), c.description) for c in (*CHECKS, *CATALOG_CHECKS)]
    advice = [(each.id, "advice", each.description) for each in ADVICE]
    sections = {"Checks of a translation": checks, "Advice to authors": advice}
    for title, kinds in KINDS.items():
        sections[title] = [
            (name, "warning" if name in WARNINGS else "error", what) for name, what in kinds.items()
        ]
    width = max(len(name) for rows in sections.values() for name, _, _ in rows)
    for title, rows in sections.items():
        click.echo(f"\n{title}" if rows is not checks else title)
        for name, weight, what in rows:
            click.echo(f"  {name:{width}}  {weight:7}  {what}")


def run_status(selection: Selection, *, as_json: bool) -> bool:
    """Show how far each edition is; return whether every edition could be read."""
    collection, problems = read_collection(selection.project, selection.leaflets)
    editions, more = read_editions(selection, collection)
    rows = list(_rows(editions))
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(row) for row in rows], indent=1, default=_plain))
    else:
        for line in overview(rows, selection.languages, whole=selection.named):
            click.echo(line)
    return not report_problems([*selection.problems, *problems, *more])


def _rows(editions: Sequence[Edition]) -> Iterator[Status]:
    """Yield the figures of each edition and, behind those of a language, of its page.po."""
    for language, group in itertools.groupby(editions, lambda edition: edition.language):
        edition = None
        for edition in group:
            yield status_of(edition)
        if edition:
            yield status_of_template_messages(
                edition.template_messages, edition.template_approval, language
            )


def _plain(value: object) -> str:
    """Return what JSON has no form for: a path as it is written from here, a date."""
    return show_path(value) if isinstance(value, Path) else str(value)


def run_add(selection: Selection, language: Language) -> bool:
    """Start a language: its catalogs, still empty; return whether all went well."""
    done = run_update(selection, [language])
    project = selection.project
    font_problems = ensure_faces([language], project.root / CACHE, project.fonts)[language.tag]
    click.echo(
        f"{language.own_name} ({language.english_name}): translate the catalogs in "
        f"{show_path(selection.project.catalog(language.folder, 'page').parent)}"
    )
    return not report_problems(font_problems) and done
