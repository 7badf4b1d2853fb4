"""Watching the files that a page is made from, however an editor saves them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import watchfiles

from leafletpress.project import Project

STEP = 20
"""For so many milliseconds no file may change before a save counts as done."""

DEBOUNCE = 400
"""After so many milliseconds of changes without a pause they are reported all the same."""

SUFFIXES = {".md", ".po", ".toml", ".html", ".css", ".svg", ".png", ".icc", ".ttf", ".otf"}
"""What pages are made from. Backup and swap files of editors have other names."""

Changed = Callable[[set[Path]], None]


def watch(project: Project, changed: Changed, stop: threading.Event) -> list[threading.Thread]:
    """Call `changed` with the paths of what changed, until `stop` is set; return the threads.

    Folders are watched, not files: an editor that writes a new file and puts it in the place of
    the old one leaves nothing that a watch on the old one would see.
    """
    folders = [project.leaflets, project.locales, *project.templates.folders, project.fonts]
    there = [folder for folder in folders if folder.is_dir()]
    threads = [
        threading.Thread(target=_watch, args=(there, changed, stop, True), daemon=True),
        # Below the project's own folder lie out and .cache, too: only its own files are watched.
        threading.Thread(target=_watch, args=([project.root], changed, stop, False), daemon=True),
    ]
    for thread in threads:
        thread.start()
    return threads


def is_input(_: watchfiles.Change, name: str) -> bool:
    """Tell whether a page may be made from a file of that name."""
    path = Path(name)
    return path.suffix in SUFFIXES and not path.name.startswith((".", "#", "~"))


def _watch(folders: list[Path], changed: Changed, stop: threading.Event, recursive: bool) -> None:
    watching = watchfiles.watch(
        *folders,
        watch_filter=is_input,
        debounce=DEBOUNCE,
        step=STEP,
        stop_event=stop,
        raise_interrupt=False,
        recursive=recursive,
    )
    for changes in watching:
        changed({Path(name) for _, name in changes})
