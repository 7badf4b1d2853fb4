"""The net below every reader: whatever it raises becomes one problem of its file.

A reader says itself what it knows can be wrong. This is for what nobody thought of, so that it
costs the one file and not the whole command.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leafletpress.problems import LeafletError, Location, Problem

LONGEST_REASON = 120
"""So many characters of what a library says are reported."""

REASONS = {
    RecursionError: "something in it is nested too deeply",
    MemoryError: "it needs more memory than there is",
}
"""Errors that say nothing a reader would understand."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Let everything that is raised inside be a LeafletError; `path` is the file that is read.

    Raises:
        LeafletError: as it was raised inside, or in the place of any other exception.
    """
    try:
        yield
    except LeafletError:
        raise
    except Exception as error:
        what = f"this file cannot be read ({_reason(error)})"
        mend = "take back what was changed in it last; if nothing is wrong with it, report this"
        raise LeafletError(
            [Problem("unreadable", Location(path, _line(error)), what, mend)]
        ) from error


def _reason(error: Exception) -> str:
    for kind, reason in REASONS.items():
        if isinstance(error, kind):
            return reason
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= LONGEST_REASON else f"{said[: LONGEST_REASON - 1]}…"


def _line(error: Exception) -> int | None:
    """Return the line that an error names, as Python's and Jinja's own do."""
    line = getattr(error, "lineno", None)
    return line if isinstance(line, int) and line > 0 else None
