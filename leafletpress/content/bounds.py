"""How much a leaflet may hold: what is beyond is refused before a library reads it.

The libraries need a time that grows with the square of what they read, or call themselves once for
each level. Within these bounds 100 kB are read or refused in two seconds of a processor. Each bound
is several times what real leaflets have: the shipped ones have up to 80 texts of up to 341
characters, public package leaflets some 300 longer texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from leafletpress.content.body import Body
from leafletpress.files import decode, read_bytes
from leafletpress.problems import Fault, Location, Problem

MOST_BYTES = 400_000
"""Of a leaflet, with the passages that it includes."""

MOST_IN_FRONT = 30_000
"""Of a front matter, in characters: room for 100 sources."""

MOST_TEXTS = 1_500
"""Headings, paragraphs, list items and table cells of a leaflet."""

LONGEST_TEXT = 4_000
"""Of one text, in characters: more than a page of them without a break."""

MOST_SIGNS = 400
"""Signs in one text that can begin or end a mark: 200 marks with two ends."""

MOST_LINKS = 50
"""Of one text: each bracket is looked for to the text's end."""

LONGEST_OPENING = 500
"""Of the first line of a block, with its title, in characters."""

DEEPEST = 20
"""Levels of lists, quotations and blocks within one another, and of lists and fields in YAML."""

MOST_DIGITS = 50
"""Of one number: Python gives up at 4,300."""

SIGN = re.compile(r"\*+|_+|`+|\\.?|[\[{\n]")
LINK = re.compile(r"\[(?!@)")
LEVEL = re.compile(r"(?:[-*+]|\d+\.)[ ]+|>[ ]?")
RULE = re.compile(r" {0,3}([-*_])(?: {0,2}\1)* *")
SLASHES = re.compile(r"/{3,} *(\S)?")


def read_source(path: Path) -> str:
    """Return the text of a leaflet or a passage.

    Raises:
        LeafletError: as `read_text` does, or the file is larger than any leaflet.
    """
    return decode(read_bytes(path, MOST_BYTES), path)


def excess(text: str) -> Fault | None:
    """Return what one text has too much of and how to mend it, None where it is within bounds."""
    if len(text) > LONGEST_TEXT:
        what = f"the text has {len(text)} characters, more than {LONGEST_TEXT}"
        return Fault("too-large", what, "make several texts of it, with empty lines between them")
    if (signs := sum(1 for _ in SIGN.finditer(text))) > MOST_SIGNS:
        what = f"the text has {signs} signs such as * and [, more than {MOST_SIGNS}"
        return Fault("too-large", what, "write it with fewer marks")
    if (links := sum(1 for _ in LINK.finditer(text))) > MOST_LINKS:
        what = f"the text has {links} signs [, more than {MOST_LINKS}"
        return Fault("too-large", what, "write it with fewer links")
    return None


def check_bounds(body: Body) -> Iterator[Problem]:
    """Yield where a body first goes beyond what Markdown may be given; each line is looked at once.

    What is one text is only known to Markdown: `excess` is asked again behind it.
    """
    if sum(map(len, body.lines)) + len(body.lines) > MOST_BYTES:
        yield too_large(Location(body.path))
        return
    texts = length = blocks = 0
    for line, location in body:
        levels, rest = _levels(line.expandtabs(4))
        slashes = SLASHES.match(rest)
        if slashes:
            blocks = blocks + 1 if slashes[1] else max(blocks - 1, 0)
        begins = not length or levels or slashes or rest.startswith("#") or "|" in rest
        length = (0 if begins else length) + len(rest.strip()) if rest.strip() else 0
        texts += bool(begins and length) + rest.count("|")
        if found := _beyond(levels + blocks, length, texts, opens=bool(slashes)):
            yield found.at(location)
            return


def _beyond(levels: int, length: int, texts: int, *, opens: bool) -> Fault | None:
    if levels > DEEPEST:
        what = f"lists, quotations or blocks stand more than {DEEPEST} deep in one another"
        return Fault("too-large", what, "write it in fewer levels, and close each block")
    if opens and length > LONGEST_OPENING:
        what = f"the first line of a block has {length} characters, more than {LONGEST_OPENING}"
        return Fault("too-large", what, "give the block a short title")
    if length > LONGEST_TEXT:
        what = f"the text has more than {LONGEST_TEXT} characters up to here"
        return Fault("too-large", what, "make several texts of it, with empty lines between them")
    if texts > MOST_TEXTS:
        what = f"the leaflet has more than {MOST_TEXTS} texts up to here"
        return Fault("too-large", what, "make several leaflets of it")
    return None


def _levels(line: str) -> tuple[int, str]:
    """Return how deep a line stands in lists and quotations, and what is behind their signs.

    Four spaces before such a sign are a level, as in Markdown.
    """
    if RULE.fullmatch(line):
        return 0, line
    levels = at = 0
    while True:
        text = len(line) - len(line[at:].lstrip(" ")) if line[at : at + 1] == " " else at
        found = LEVEL.match(line, text)
        if not found:
            return levels, line[text:]
        levels += 1 + (text - at) // 4
        at = found.end()


def too_large(location: Location) -> Problem:
    """Return the problem of a file, or of an include, that goes beyond the size of a leaflet."""
    what = f"this holds more than {MOST_BYTES // 1000} kB, as no leaflet does"
    mend = "make several leaflets of it, or take out what is no text"
    return Problem("too-large", location, what, mend)
