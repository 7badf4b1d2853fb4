"""A new project: a folder with one leaflet, as a clinic begins to write its own."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template

from leafletpress.edition import read_collection
from leafletpress.files import is_there, read_text, write_whole
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project
from leafletpress.update import update

FILES = Path(__file__).parent / "files"
"""What a new project holds, as it lies there. ``$updated`` and ``$review_by`` stand for dates."""

NOT_OURS = frozenset([".git"])
"""What may lie in a folder that counts as empty."""

REVIEW_AFTER = datetime.timedelta(days=365)


def start_project(folder: Path, now: datetime.datetime) -> list[Path]:
    """Begin a project in a folder that is new or empty; return the files written.

    Raises:
        LeafletError: something lies there, or cannot be written. Nothing is left there then.
    """
    if is_there(folder):
        _refuse_what_is_there(folder)
    is_new = not is_there(folder)
    texts = dict(_texts(now.date()))
    try:
        for path, text in texts.items():
            write_whole(folder / path, text.encode())
        pots = _write_pots(Project(folder), now)
    except LeafletError:
        _take_away(folder, is_new=is_new)
        raise
    return [*(folder / path for path in texts), *pots]


def _refuse_what_is_there(folder: Path) -> None:
    what = "this is no folder"
    if folder.is_dir():
        try:
            there = sorted({path.name for path in folder.iterdir()} - NOT_OURS)
        except OSError as error:
            what = f"the folder cannot be read ({error.strerror})"
        else:
            if not there:
                return
            what = f"the folder is not empty: {there[0]} lies there"
    mend = "name a folder that is new or empty"
    raise LeafletError([Problem("used-folder", Location(folder), what, mend)])


def _texts(today: datetime.date) -> Iterator[tuple[Path, str]]:
    """Yield the files of a new project: where they go, and what stands in them."""
    dates = {"updated": today, "review_by": today + REVIEW_AFTER}
    for path in sorted(FILES.rglob("*.*")):
        yield path.relative_to(FILES), Template(read_text(path)).safe_substitute(dates)


def _write_pots(project: Project, now: datetime.datetime) -> Iterable[Path]:
    """Write what translators begin with."""
    names = project.leaflet_names()
    collection, problems = read_collection(project, names)
    written, more = update(collection, [], now)
    if problems or more:
        raise LeafletError([*problems, *more])
    return written


def _take_away(folder: Path, *, is_new: bool) -> None:
    """Leave a folder as it was: away, or empty."""
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        if path.name not in NOT_OURS:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
