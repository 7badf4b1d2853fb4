"""Where the texts of a leaflet stand in its file. Python-Markdown keeps no line numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from leafletpress.content.positions import POSITION
from leafletpress.content.walk import MARKS, Block

LINE_MARKS = re.compile(
    rf"^[ \t]*(?:#+|[-*+](?:[ \t]+{POSITION}[ \t]*:)?|\d+\.|/{{3,}} *[\w-]+ *\||[a-z]+:)?[ \t]*"
)
"""What may stand before a text on its first line."""


def block_lines(body: str, blocks: Iterable[Block]) -> list[int]:
    """Return the first line of each block, from 0, by searching for it forward."""
    lines = body.split("\n")
    heads = [MARKS.sub("", LINE_MARKS.sub("", line)).strip() for line in lines]
    found: list[int] = []
    last = -1
    for block in blocks:
        first = block.raw.strip().split("\n")[0].strip()
        if block.element.tag in ("th", "td"):
            last = _find(lines, max(last, 0), first, _is_cell, _holds)
        elif not first:  # marks without a text
            last = _find(lines, last + 1, "{:", _holds)
        else:
            last = _find(heads, last + 1, first, _is, str.startswith, _holds)
        found.append(last)
    return found


def _find(lines: Sequence[str], begin: int, text: str, *fits: Callable[[str, str], bool]) -> int:
    """Return the line that fits best from `begin` on, or else above it."""
    for numbers in (range(begin, len(lines)), range(min(begin, len(lines)))):
        for fit in fits:
            for number in numbers:
                if fit(lines[number], text):
                    return number
    return max(begin - 1, 0)


def _is(line: str, text: str) -> bool:
    return line == text


def _is_cell(line: str, text: str) -> bool:
    return text in [cell.strip() for cell in line.split("|")]


def _holds(line: str, text: str) -> bool:
    return text in line
