"""``python build.py``: print the leaflets."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from leafletpress.cli.choices import Scope
from leafletpress.cli.report import tell_outcome, tell_problems, tell_sum, tell_withdrawn
from leafletpress.clinic import read_clinic
from leafletpress.edition import Edition
from leafletpress.press import (
    Bench,
    Job,
    Manifest,
    Mode,
    Outcome,
    do_jobs,
    job_key,
    plan,
    read_manifest,
)
from leafletpress.problems import Problem
from leafletpress.shelf import Shelf, read_shelf

CACHE = ".cache"


def build(scope: Scope, formats: Sequence[str], mode: Mode, out: Path, processes: int) -> bool:
    """Print every edition of the scope in the formats; tell what was done and what is wrong.

    Returns:
        Whether everything could be printed.

    Raises:
        LeafletError: nothing can be printed at all: no clinic.toml, no templates, no output folder.
    """
    clinic = read_clinic(scope.project.clinic)
    shelf, problems = read_shelf(scope.project, scope.leaflets, clinic)
    editions, more = read_editions(scope, shelf)
    jobs, refused = plan(editions, formats, mode, scope.project, clinic, out)
    problems += [*scope.problems, *more, *refused]
    if mode is Mode.DRAFT:
        problems += [p for edition in editions for p in edition.problems]
    manifest = read_manifest(out)
    todo = [job for job in jobs if not manifest.is_done(job)]
    withdrawn = _withdraw(manifest, jobs, scope, formats)
    for outcome in _print(
        todo, Bench(scope.project, clinic, scope.project.root / CACHE), processes
    ):
        problems += outcome.problems
        withdrawn += _record(outcome, manifest)
    manifest.write()
    failed = tell_problems(problems)
    tell_withdrawn(out, withdrawn)
    printed = sum(manifest.is_done(job) for job in jobs)
    wanted = len(scope.leaflets) * len(scope.languages) * len(formats)
    unchanged = len(jobs) - len(todo)
    tell_sum(printed - unchanged, unchanged, wanted - printed, out)
    return printed == wanted if mode is Mode.DRAFT else not failed


def _record(outcome: Outcome, manifest: Manifest) -> list[str]:
    """Put an outcome into the manifest; return the PDF that a failed job made out of date."""
    if outcome.row:
        manifest.rows[outcome.row.key] = outcome.row
        return []
    row = manifest.rows.get(job_key(outcome.job))
    return [row.path] if row and manifest.withdraw(row) else []


def read_editions(scope: Scope, shelf: Shelf) -> tuple[list[Edition], list[Problem]]:
    """Return every edition of the scope, and what kept others from being made."""
    editions: list[Edition] = []
    problems: list[Problem] = []
    today = datetime.date.today()
    for language in scope.languages:
        found, more = shelf.editions(language, today)
        editions += found
        problems += [*more, *shelf.orphans(language)]
    return editions, problems


def _print(todo: Sequence[Job], bench: Bench, processes: int) -> Iterator[Outcome]:
    """Do the jobs, with a progress bar on a terminal and a line a PDF elsewhere."""
    if not todo:
        return
    outcomes = do_jobs(todo, bench, processes)
    if not sys.stdout.isatty():
        for outcome in outcomes:
            tell_outcome(outcome)
            yield outcome
        return
    done: list[Outcome] = []
    with click.progressbar(length=len(todo), label="printing") as bar:
        for outcome in outcomes:
            bar.update(1)
            done.append(outcome)
            yield outcome
    for outcome in done:
        tell_outcome(outcome)


def _withdraw(
    manifest: Manifest, jobs: Sequence[Job], scope: Scope, formats: Sequence[str]
) -> list[str]:
    """Remove PDFs of editions that may no longer be printed, and of leaflets that are gone.

    A patient must not be handed the old text of an edition whose new text is not safe yet.
    """
    wanted = {job_key(job) for job in jobs}
    folders = {language.folder for language in scope.languages}
    present = set(scope.project.leaflet_names())
    removed = []
    for row in list(manifest.rows.values()):
        asked = row.locale in folders and row.leaflet in scope.leaflets and row.format in formats
        gone = row.leaflet not in present
        if (asked and row.key not in wanted) or gone:
            removed += [row.path] * manifest.withdraw(row)
    return removed
