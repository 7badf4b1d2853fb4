"""The lines of slashes around blocks: whether they are right, and where each block begins."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from pathlib import Path

from leafletpress.content.blocks import KINDS
from leafletpress.content.figures import option_text
from leafletpress.problems import Location, Problem, did_you_mean

OPENING = re.compile(r"^ {0,3}/{3,} *([\w-]+) *(?:\| *(.*?) *)?$")
NO_TEXTS = {"yes", "no", "on", "off", "true", "false", "null", "~"}
"""What YAML takes for something else than text."""

CLOSING = re.compile(r"^ {0,3}/{3,} *$")


def check_fences(body: str, first_line: int, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the lines that open and close blocks, and with option names."""
    opened: tuple[int, str] | None = None
    lines = body.split("\n")
    for number, line in enumerate(lines):
        place = Location(path, first_line + number)
        if CLOSING.match(line):
            if opened is None:
                yield Problem(place, "a block ends here that never began", "remove the line")
            opened = None
        elif found := OPENING.match(line):
            if opened:
                yield _unclosed(opened, path, first_line)
            opened = number, found[1]
            yield from _check_opening(found, lines[number + 1 :], place)
    if opened:
        yield _unclosed(opened, path, first_line)


def _unclosed(opened: tuple[int, str], path: Path, first_line: int) -> Problem:
    number, name = opened
    place = Location(path, first_line + number)
    return Problem(place, f'the block "{name}" never ends', "close it with a line ///")


def _check_opening(found: re.Match[str], rest: list[str], place: Location) -> Iterator[Problem]:
    name, title = found[1], found[2]
    kind = KINDS.get(name)
    if kind is None:
        yield Problem(place, f'there is no block "{name}"', did_you_mean(name, KINDS))
        return
    if kind.ARGUMENT and not title:
        yield Problem(place, f'the block "{name}" has no title', f"write /// {name} | Title")
    if title and kind.ARGUMENT is False:
        yield Problem(place, f'the block "{name}" takes no title', f"write /// {name}")
    for offset, line in enumerate(rest, start=1):
        if not line.startswith("    "):
            break
        option, _, value = line.strip().partition(":")
        below = Location(place.path, (place.line or 0) + offset)
        if option in kind.TEXTS and value.strip().lower() in NO_TEXTS:
            what = f"{option}: {value.strip()} is no text in YAML"
            yield Problem(below, what, f'put it in quotes: {option}: "{value.strip()}"')
        if option not in kind.OPTIONS:
            what = f'the block "{name}" has no option "{option}"'
            yield Problem(below, what, did_you_mean(option, kind.OPTIONS))


def block_places(
    tree: etree.Element, body: str, first_line: int, path: Path
) -> dict[etree.Element, Location]:
    """Return the opening line of every block of a tree. Python-Markdown keeps no line numbers."""
    openings = [
        (number, found)
        for number, line in enumerate(body.split("\n"))
        if (found := OPENING.match(line))
    ]
    places = {}
    for section in tree.iter("section"):
        name, title = section.get("class", ""), option_text(section, "title")
        fits = [n for n, (_, found) in enumerate(openings) if _is_opening(found, name, title)]
        number = openings[fits[0]][0] if fits else 0
        openings = openings[fits[0] + 1 :] if fits else openings
        places[section] = Location(path, first_line + number)
    return places


def option_place(opening: Location, option: str, body: str, first_line: int) -> Location:
    """Return the line of a block's option, or the block's own where the option is missing."""
    line = opening.line or first_line
    for number, text in enumerate(body.split("\n")[line - first_line + 1 :], start=line + 1):
        if not text.startswith("    "):
            break
        if text.strip().partition(":")[0] == option:
            return Location(opening.path, number)
    return opening


def _is_opening(found: re.Match[str], name: str, title: str) -> bool:
    return found[1] == name and " ".join(title.split()) in " ".join((found[2] or "").split())
