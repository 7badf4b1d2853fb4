"""Where the texts of a leaflet stand in its file. Python-Markdown keeps no line numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from leafletpress.content.positions import POSITION
from leafletpress.content.walk import MARKS, Block

LINE_MARKS = re.compile(
    rf"(?:#+|[-*+][ \t]+{POSITION}[ \t]*:|[-*+][ \t]|\d+\.[ \t]|/{{3,}} *[\w-]+ *\||[a-z]+:)[ \t]*"
)
"""What may stand before a text on its first line."""


def block_lines(body: str, blocks: Iterable[Block]) -> list[int]:
    """Return the first line of each block, from 0, by searching for it forward."""
    lines = body.split("\n")
    cells = [(number, cell.strip()) for number, line in enumerate(lines)
             if "|" in line for cell in line.split("|")]  # fmt: skip
    found: list[int] = []
    end = -1
    next_cell = 0
    for block in blocks:
        raw = block.raw.strip()
        first = raw.split("\n")[0].strip()
        if block.element.tag in ("th", "td"):
            next_cell = _find_cell(cells, next_cell, end, first)
            line = cells[next_cell - 1][0]
        elif not first:  # marks without a text
            line = _find(lines, end + 1, "{:", _holds)
        else:
            line = _find(lines, end + 1, first, _is, _begins, _holds)
        found.append(line)
        end = line + raw.count("\n")
    return found


def _find_cell(cells: Sequence[tuple[int, str]], begin: int, line: int, text: str) -> int:
    """Return the index behind the next cell with that text, in that line or below it."""
    for index in range(begin, len(cells)):
        if cells[index][0] >= line and cells[index][1] == text:
            return index + 1
    return max(begin, 1)


def _find(lines: Sequence[str], begin: int, text: str, *fits: Callable[[str, str], bool]) -> int:
    """Return the line that fits best from `begin` on, or else above it."""
    for numbers in (range(begin, len(lines)), range(min(begin, len(lines)))):
        for fit in fits:
            for number in numbers:
                if text in lines[number] and fit(lines[number], text):
                    return number
    return max(begin - 1, 0)


def _is(line: str, text: str) -> bool:
    line = MARKS.sub("", line).strip()
    return text in (line, _bare(line))


def _begins(line: str, text: str) -> bool:
    line = line.strip()
    return line.startswith(text) or _bare(line).startswith(text)


def _bare(line: str) -> str:
    found = LINE_MARKS.match(line)
    return line[found.end() :] if found else line


def _holds(line: str, text: str) -> bool:
    return text in line
