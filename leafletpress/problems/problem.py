"""What can be wrong, where it is, and how to mend it."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"  # controls, ends of lines, half characters
    "\u202a-\u202e\u2066-\u2069]"  # what turns the direction of the rest of the line
)
"""What may stand in a file, but not in the line that tells a problem."""

ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

MOST_CHARACTERS = 2000
"""A longer text is cut in its middle: what is wrong is said at its ends."""

MOST_PROBLEMS = 100
"""So many problems of one file are reported: one slip can make thousands, and nobody reads them."""

LONGEST_WORD = 100
MOST_WORDS = 50
"""Beyond these nobody misspelt a word, and nobody reads a list: no likeness is looked for."""


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
        name = on_one_line(path.as_posix())
        return name if self.line is None else f"{name}:{self.line}"


class Severity(StrEnum):
    """How much a problem weighs: an error stops an edition, a warning only speaks."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it.

    ``id`` names its kind, in small letters and hyphens; docs/problems.md explains each.
    """

    id: str
    location: Location
    what: str
    mend: str
    severity: Severity = Severity.ERROR

    def show(self, base: Path | None = None) -> str:
        """Return the one line a person reads: ``path:line: [id] what: how to mend it``.

        It stays one line whatever the problem quotes.
        """
        warning = "warning: " if self.severity is Severity.WARNING else ""
        what, mend = on_one_line(self.what), on_one_line(self.mend)
        return f"{self.location.show(base)}: {warning}[{self.id}] {what}: {mend}"

    def __str__(self) -> str:
        return self.show()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and how to mend it, found by what does not know where it stands."""

    id: str
    what: str
    mend: str

    def at(self, location: Location, severity: Severity = Severity.ERROR) -> Problem:
        """Return the problem that this is in a file."""
        return Problem(self.id, location, self.what, self.mend, severity)


class FaultError(Exception):
    """Input that cannot be used, raised by what does not know where it stands."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.what}: {fault.mend}")


class LeafletError(Exception):
    """Input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that stop an edition, without the warnings."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def first_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first `MOST_PROBLEMS` of a file; where there are more, the last one says so."""
    first = list(itertools.islice(problems, MOST_PROBLEMS + 1))
    if len(first) > MOST_PROBLEMS:
        first[-1] = more_problems(first[-1].location)
    return first


def more_problems(location: Location) -> Problem:
    """Return the problem that stands behind the first `MOST_PROBLEMS` of a file."""
    what = "there is more that is wrong"
    return Problem("more", location, what, "mend what is reported above it first")


def on_one_line(text: str) -> str:
    """Return a text as it can stand in one line: controls as ``\\n`` or ``\\u001b``, and not too
    long."""
    text = UNFIT.sub(lambda found: ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text)
    half = MOST_CHARACTERS // 2
    return text if len(text) <= MOST_CHARACTERS else f"{text[:half]} … {text[-half:]}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean "x"?`` for the nearest known word, else the list of them."""
    known = sorted(known)
    listed = known[:MOST_WORDS]
    if len(word) <= LONGEST_WORD and len(known) <= MOST_WORDS:
        words = [other for other in known if len(other) <= LONGEST_WORD]
        if near := difflib.get_close_matches(word, words, n=1, cutoff=0.6):
            return f'did you mean "{near[0]}"?'
    more = " …" if len(known) > MOST_WORDS else ""
    return f"known are {', '.join(listed)}{more}" if known else "there are none yet"
