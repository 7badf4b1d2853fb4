"""Shared passages: written once, in ``leaflets/shared``, and included where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from leafletpress.content.body import Body
from leafletpress.content.bounds import MOST_BYTES, read_source, too_large
from leafletpress.files import check_names, markdown_files
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean

NAME = "include"
"""What stands in place of a block's kind: ``/// include | who-to-call``, then ``///``."""

INCLUDE = re.compile(rf" {{0,3}}/{{3,}} *{NAME} *(?:\|(.*))?$")
CLOSING = re.compile(r"^ {0,3}/{3,} *$")

Line = tuple[str, Location]


def passage_paths(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Return the files of the shared passages, sorted, and what is wrong with other names."""
    return check_names(markdown_files(folder), "passage")


def read_passage(path: Path) -> Body:
    """Read a shared passage: Markdown without front matter.

    Raises:
        LeafletError: the file cannot be read, has front matter, or includes another passage.
    """
    body = Body.of(read_source(path).split("\n"), 1, path)
    problems = []
    if body.lines[0].strip() == "---":
        mend = "remove it; the leaflets that include this have their own"
        what = "a shared passage has front matter"
        problems.append(Problem("front-matter-in-passage", body.location(0), what, mend))
    what = "a shared passage includes another"
    problems += [
        Problem("nested-include", location, what, "include both in the leaflet")
        for line, location in body
        if INCLUDE.match(line)
    ]
    if problems:
        raise LeafletError(problems)
    return body


def include_passages(body: Body, folder: Path) -> Body:
    """Return the body with every ``include`` replaced by its passage.

    Each line keeps the place where it was written.

    Raises:
        LeafletError: with every include that is badly written or names no passage; the whole is
            larger than any leaflet.
    """
    problems: list[Problem] = []
    lines: list[Line] = []
    size = 0
    rest = iter(body)
    for line, location in rest:
        found = INCLUDE.match(line)
        if not found:
            lines.append((line, location))
            continue
        problems += _close(rest, location)
        try:
            passage = _passage((found[1] or "").strip(" "), location, folder)
        except LeafletError as error:
            problems += error.problems
            continue
        size += sum(len(line) for line, _ in passage)
        if size > MOST_BYTES:
            raise LeafletError([too_large(location)])
        lines += passage
    if problems:
        raise LeafletError(problems)
    return Body.placed(lines, body.path)


def _close(rest: Iterator[Line], opening: Location) -> Iterator[Problem]:
    """Read on to the end of an include, which holds nothing."""
    for line, location in rest:
        if CLOSING.match(line):
            return
        if line.strip():
            mend = "close it with /// on the next line; the text stands in leaflets/shared"
            yield Problem("text-in-include", location, f"a text stands in the block {NAME}", mend)
            return
    what = f'the block "{NAME}" never ends'
    yield Problem("unclosed-block", opening, what, "close it with a line ///")


def _passage(name: str, location: Location, folder: Path) -> list[Line]:
    known = {path.stem: path for path in passage_paths(folder)[0]}
    if name not in known:
        what = f'there is no shared passage "{name}"' if name else "no passage is named"
        mend = f"write /// {NAME} | name; {did_you_mean(name, known)}"
        raise LeafletError([Problem("unknown-passage", location, what, mend)])
    # Empty lines around it: a passage is never joined to the paragraph above or below.
    return [("", location), *read_passage(known[name]), ("", location)]
