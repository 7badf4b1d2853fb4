"""The names of leaflets and passages: such as every system can hold, and no other file takes.

A leaflet's name becomes that of its catalogs and, with a dot and the format behind it, of its PDFs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from leafletpress.problems import Location, Problem

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""No capitals: some systems tell them from small letters, and some do not. No dots: what stands
behind a dot in the name of a PDF is its format."""

LONGEST = 100
"""A system holds names of 255 bytes; a format, a language or a temporary ending may be added."""

KEPT_BY_WINDOWS = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names of devices: "Naming Files, Paths, and Namespaces" in Microsoft's documentation."""

ENDING = ".md"
STRAY_ENDINGS = (".md", ".markdown", ".md.txt")
"""How a file ends, in whatever capitals, that somebody took for a leaflet."""

LETTERS = str.maketrans({"ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})
"""Letters that are no Latin letter with a mark."""


def markdown_files(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder, sorted; hidden ones, as systems leave them, are none
    of anybody's."""
    return sorted(path for path in _visible(folder) if path.suffix == ENDING)


def check_names(
    paths: Iterable[Path], kind: str, taken: Collection[str] = ()
) -> tuple[list[Path], list[Problem]]:
    """Part files into those whose names can stand, and a problem for each other one.

    `kind` says what they are: ``leaflet``. Names that are `taken` are those of other catalogs.
    """
    good: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if what := _fault(path, kind, taken):
            problems.append(Problem("misnamed", Location(path), what, _mend(path, kind, taken)))
        else:
            good.append(path)
    return good, problems


def check_strays(folder: Path, kind: str) -> list[Problem]:
    """Return a problem for each file that nobody would read, as its name ends in another way."""
    return [
        Problem(
            "misnamed",
            Location(path),
            f"the name of a {kind} ends in {ENDING}",
            _mend(path, kind, frozenset()),
        )
        for path in sorted(_visible(folder))
        if path.suffix != ENDING and path.name.lower().endswith(STRAY_ENDINGS)
    ]


def _visible(folder: Path) -> Iterable[Path]:
    return (path for path in folder.glob("*") if not path.name.startswith("."))


def _fault(path: Path, kind: str, taken: Collection[str]) -> str:
    name = path.stem
    if name in taken:
        return f'"{name}" is the name of another catalog'
    if name in KEPT_BY_WINDOWS:
        return f'Windows keeps the name "{name}" for itself'
    if len(name) > LONGEST:
        return f"the name of this {kind} has {len(name)} letters, more than {LONGEST}"
    if NAME.fullmatch(name):
        return ""
    if (twin := name.lower()) != name and path.with_stem(twin).exists():
        return f'on Windows and on a Mac, "{path.name}" and "{twin}{ENDING}" are one file'
    if NAME.fullmatch(name.lstrip("-")):
        return f'"{name}" begins with a dash, as an option does'
    return f'"{name}" is no name of a {kind}, which has small letters a-z, digits and dashes'


def _mend(path: Path, kind: str, taken: Collection[str]) -> str:
    return f"rename it to {_free_name(path, kind, taken)}, or move it away if it is no {kind}"


def _free_name(path: Path, kind: str, taken: Collection[str]) -> str:
    """Return a name like that of the file, which is right and which nothing has."""
    name = path.name[: path.name.lower().rindex(".m")]
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    plain = plain.encode("ascii", "ignore").decode()
    plain = re.sub("[^a-z0-9]+", "-", plain).strip("-")[: LONGEST - len(kind) - 1] or kind
    if plain in KEPT_BY_WINDOWS or plain in taken:
        plain = f"{plain}-{kind}"
    there = {other.name.lower() for other in path.parent.glob("*") if other.name != path.name}
    numbered = (f"{plain}-{number}" for number in range(2, len(there) + 3))
    return next(n for one in (plain, *numbered) if (n := f"{one}{ENDING}") not in there)
