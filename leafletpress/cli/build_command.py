"""The command without a name: print the leaflets."""

from __future__ import annotations

import datetime
import itertools
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import click

from leafletpress.cli.choices import Selection
from leafletpress.cli.report import report_outcome, report_problems, report_sum, report_withdrawn
from leafletpress.edition import Collection, Edition, read_collection
from leafletpress.format import Format, format_names, read_formats
from leafletpress.language import pseudo_languages, source_language
from leafletpress.press import (
    Context,
    Job,
    Manifest,
    Mode,
    Outcome,
    PdfKey,
    do_jobs,
    fits,
    job_key,
    open_manifest,
    output_path,
    plan,
)
from leafletpress.problems import LeafletError, Location, Problem, Severity, errors

CACHE = ".cache"


def build(
    selection: Selection, formats: Sequence[str], mode: Mode, out: Path, processes: int
) -> bool:
    """Print every edition of the scope in the formats; tell what was done and what is wrong.

    Returns:
        Whether everything could be printed.

    Raises:
        LeafletError: nothing can be printed at all: no clinic.toml, no templates, no output folder.
    """
    collection, problems = read_collection(selection.project, selection.leaflets)
    clinic = collection.clinic
    manifest = open_manifest(out)
    editions, more = read_editions(selection, collection)
    layouts, bad_formats = read_formats(selection.project, formats)
    jobs, refused = plan(
        editions, layouts, mode, selection.project, clinic, out, named=selection.named
    )
    problems += [*selection.problems, *more, *bad_formats, *refused]
    todo = [job for job in jobs if not manifest.is_done(job)]
    withdrawn, kept = _withdraw(manifest, jobs, selection, list(layouts))
    problems += kept
    context = Context(selection.project, clinic, selection.project.root / CACHE)
    made = 0
    with closing(_print(todo, context, processes)) as outcomes:
        for outcome in outcomes:
            made += outcome.row is not None
            problems += outcome.problems
            problems += _record(outcome, manifest, withdrawn)
    texts = [problem for edition in editions for problem in edition.problems]
    report_problems([*texts, *problems])
    report_withdrawn(out, withdrawn)
    wanted = len(selection.leaflets) * _wanted(selection, layouts, formats)
    unchanged = len(jobs) - len(todo)
    report_sum(made, unchanged, wanted - made - unchanged, out)
    return not errors(problems)


def _wanted(selection: Selection, layouts: Mapping[str, Format], formats: Sequence[str]) -> int:
    """Return how many PDFs are wanted of each leaflet, in all languages and formats."""
    return sum(
        selection.named or name not in layouts or fits(language, layouts[name])
        for language in selection.languages
        for name in formats
    )


def _record(outcome: Outcome, manifest: Manifest, withdrawn: list[str]) -> Sequence[Problem]:
    """Put an outcome into the manifest, at once, so that a build that is cut short loses nothing.

    The PDF that a failed job made out of date is withdrawn.
    """
    kept: list[Problem] = []
    if outcome.row:
        manifest.rows[outcome.row.key] = outcome.row
    else:
        kept = _drop(job_key(outcome.job), manifest, withdrawn)
    try:
        manifest.write()
    except LeafletError as error:
        return [*kept, *error.problems]
    return kept


def read_editions(
    selection: Selection, collection: Collection
) -> tuple[list[Edition], list[Problem]]:
    """Return every edition of the scope, and what kept others from being made.

    What is wrong with the people who may sign is reported where nobody has signed as well.
    """
    editions: list[Edition] = []
    problems: list[Problem] = []
    try:
        collection.people()
    except LeafletError as error:
        problems += error.problems
    today = datetime.date.today()
    for language in selection.languages:
        found, more = collection.editions(language, today)
        editions += found
        problems += [*more, *collection.orphans(language)]
    return editions, problems


def _print(todo: Sequence[Job], context: Context, processes: int) -> Generator[Outcome, None, None]:
    """Do the jobs, with a progress bar on a terminal and a line a PDF elsewhere."""
    if not todo:
        return
    with closing(do_jobs(todo, context, processes)) as outcomes:
        if not sys.stdout.isatty():
            for outcome in outcomes:
                report_outcome(outcome)
                yield outcome
            return
        done: list[Outcome] = []
        with click.progressbar(length=len(todo), label="printing") as bar:
            for outcome in outcomes:
                bar.update(1)
                done.append(outcome)
                yield outcome
        for outcome in done:
            report_outcome(outcome)


def _withdraw(
    manifest: Manifest, jobs: Sequence[Job], selection: Selection, formats: Sequence[str]
) -> tuple[list[str], list[Problem]]:
    """Remove PDFs of editions that may no longer be printed, and of what is gone.

    A patient must not be handed the old text of an edition whose new text is not safe yet.

    Returns:
        The paths removed, and a warning for each file that was left because it is not ours.
    """
    folders = [language.folder for language in selection.languages]
    asked = set(itertools.product(folders, selection.leaflets, formats))
    locales = {language.folder for language in (source_language(), *pseudo_languages())}
    locales |= {*selection.project.locale_folders()}
    names = selection.project.leaflet_names()
    there = set(itertools.product(locales, names, format_names(selection.project)))
    removed: list[str] = []
    kept: list[Problem] = []
    for key in sorted(asked - {job_key(job) for job in jobs} | manifest.rows.keys() - there):
        kept += _drop(key, manifest, removed)
    if removed:
        manifest.write()
    return removed, kept


def _drop(key: PdfKey, manifest: Manifest, removed: list[str]) -> list[Problem]:
    row = manifest.rows.get(key)
    path = manifest.out / row.path if row else output_path(manifest.out, *key)
    if manifest.withdraw(key):
        removed.append(path.relative_to(manifest.out).as_posix())
    elif path.exists():
        what = "this may not be handed out, but is left because it is not as the press wrote it"
        return [Problem("not-withdrawn", Location(path), what, "delete it", Severity.WARNING)]
    return []
