"""What can be wrong, where it is, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file. ``line`` counts from 1; None means the file as a whole."""

    path: Path
    line: int | None = None

    def show(self, base: Path | None = None) -> str:
        """Return ``path:line``, the path relative to `base` when it lies below it."""
        path = self.path
        if base is not None and path.is_relative_to(base):
            path = path.relative_to(base)
        return path.as_posix() if self.line is None else f"{path.as_posix()}:{self.line}"


class Severity(StrEnum):
    """How much a problem weighs: an error stops an edition, a warning only speaks."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it."""

    location: Location
    what: str
    mend: str
    severity: Severity = Severity.ERROR

    def show(self, base: Path | None = None) -> str:
        """Return the one line a person reads: ``path:line: what: how to mend it``."""
        warning = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.location.show(base)}: {warning}{self.what}: {self.mend}"

    def __str__(self) -> str:
        return self.show()


class LeafletError(Exception):
    """Input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that stop an edition, without the warnings."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean "x"?`` for the nearest known word, else the list of them all."""
    known = sorted(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known are {', '.join(known)}" if known else "there are none yet"
