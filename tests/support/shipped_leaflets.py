"""The project's own leaflets, printed once a run for all tests that only read them.

Every edition is printed in A4, and every fourth of them in each other format, so that each leaflet
meets each format in one language. ALL_EDITIONS=1 prints every edition in every format; that takes
some minutes.
"""

import datetime
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from leafletpress.clinic import read_clinic
from leafletpress.edition import Collection, Edition, project_languages
from leafletpress.format import format_names, read_format
from leafletpress.press import DEFAULT_FORMAT, Context, do_jobs, fits, output_path, plan
from leafletpress.press.job import Job, Mode
from leafletpress.project import Project
from tests.support.made_once import made_once
from tests.support.printing import CACHE, ROOT
from tests.support.pseudo_project import right_collection
from tests.support.small_project import build_apart

PROJECT = Project(ROOT)
CLINIC = read_clinic(PROJECT.clinic)
NAMES = PROJECT.leaflet_names()
FORMATS = format_names(PROJECT)
LANGUAGES = {language.tag: language for language in project_languages(PROJECT)[0]}

WHOLE = ("en", "tr")
"""The languages in which every leaflet is complete, so that it may be handed out."""


@cache
def collection() -> Collection:
    """Return the leaflets, which are right."""
    return right_collection(PROJECT)


@cache
def editions(tag: str) -> tuple[Edition, ...]:
    """Return the edition of each leaflet in a language."""
    found, problems = collection().editions(LANGUAGES[tag], datetime.date.today())
    assert problems == []
    return tuple(found)


def printed(tag: str, format_name: str) -> dict[str, Path]:
    """Return the PDFs of a language and a format, by the name of their leaflet."""
    if format_name != DEFAULT_FORMAT:
        out = made_once("other-formats", _print_other_formats)
    else:
        out = whole() if tag in WHOLE else made_once("drafts", _print_drafts)
    review = read_format(PROJECT, format_name).for_review
    folder = LANGUAGES[tag].folder
    paths = {name: output_path(out, folder, name, format_name, for_review=review) for name in NAMES}
    return {name: path for name, path in paths.items() if path.exists()}


def whole() -> Path:
    """Return where the languages that are complete are printed in A4, with their manifest."""
    return made_once("whole", _print_whole)


def _print_whole(out: Path) -> None:
    languages = [f"--lang={tag}" for tag in WHOLE]
    place = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}
    run = build_apart(PROJECT, *languages, "--jobs=2", f"--out={out}", **place)
    assert (run.stderr, run.returncode) == ("", 0)


def _print_drafts(out: Path) -> None:
    languages = [f"--lang={tag}" for tag in LANGUAGES if tag not in WHOLE]
    run = build_apart(PROJECT, *languages, "--jobs=2", "--draft", f"--out={out}")
    assert run.returncode == 0, run.stderr


def _print_other_formats(out: Path) -> None:
    context = Context(PROJECT, CLINIC, CACHE)
    for outcome in do_jobs(list(_other_jobs(out)), context, os.cpu_count() or 1):
        assert outcome.row, outcome.problems


def _other_jobs(out: Path) -> Iterator[Job]:
    others = [name for name in FORMATS if name != DEFAULT_FORMAT]
    layouts = {name: read_format(PROJECT, name) for name in others}
    for shift, tag in enumerate(LANGUAGES):
        jobs, refused = plan(editions(tag), layouts, Mode.DRAFT, PROJECT, CLINIC, out, named=False)
        assert refused == []
        yield from (job for job in jobs if _is_printed(job, shift))


def _is_printed(job: Job, shift: int) -> bool:
    """Whether a PDF is among those that are always printed; `shift` differs with the language."""
    number = NAMES.index(job.edition.leaflet.name) + FORMATS.index(job.format) + shift
    return number % 4 == 0 or "ALL_EDITIONS" in os.environ


def languages_and_formats() -> list[tuple[str, str]]:
    """Return every language with every format that can hold it."""
    layouts = {name: read_format(PROJECT, name) for name in FORMATS}
    return [
        (tag, name)
        for tag, language in LANGUAGES.items()
        for name in FORMATS
        if fits(language, layouts[name])
    ]
