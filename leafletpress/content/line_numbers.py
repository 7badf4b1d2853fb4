"""Where the texts of a leaflet stand in its file. Python-Markdown keeps no line numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from leafletpress.content.positions import POSITION
from leafletpress.content.walk import Block, part_marks

LINE_MARKS = re.compile(
    rf"(?:#+|[-*+][ \t]+{POSITION}[ \t]*:|[-*+][ \t]|\d+\.[ \t]|/{{3,}} *[\w-]+ *\||[a-z]+:)[ \t]*"
)
"""What may stand before a text on its first line."""


NEAR = 100
"""So many lines with text below the last one are looked at for a text that is no whole line."""


class Search:
    """Finds lines of a body one behind the other, so that all searches together look at each line
    once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 0
        self.is_lost = False

    def forward(self, text: str, begins: str = "") -> int:
        """Return the next line that holds a text and begins as a pattern says, from the last one
        on; that one again if none does."""
        if not self.is_lost:
            for number in range(self.at, len(self.lines)):
                if text in self.lines[number] and re.match(begins, self.lines[number]):
                    self.at = number
                    return number
        self.is_lost = True
        return self.at


class _Index:
    """The lines of a body that hold text, by what is left of them without marks."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.filled = [number for number, line in enumerate(lines) if line.strip()]
        self.whole: dict[str, list[int]] = {}
        for number in self.filled:
            line = part_marks(lines[number])[0].strip()
            for text in {line, _bare(line)}:
                self.whole.setdefault(text, []).append(number)

    def find(self, begin: int, text: str, *, whole: bool = True) -> int:
        """Return the line that fits best from `begin` on, or else one above it."""
        numbers = self.whole.get(text, []) if whole else []
        below = bisect_left(numbers, begin)
        if below < len(numbers):
            return numbers[below]
        first = bisect_left(self.filled, begin)
        near = self.filled[first : first + NEAR]
        for fits in (_begins, _holds) if whole else (_holds,):
            for number in near:
                if fits(self.lines[number], text):
                    return number
        return numbers[0] if numbers else max(begin - 1, 0)


def block_lines(body: str, blocks: Iterable[Block]) -> list[int]:
    """Return the first line of each block, from 0, by searching for it forward."""
    lines = body.split("\n")
    index = _Index(lines)
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
            line = index.find(end + 1, "{:", whole=False)
        else:
            line = index.find(end + 1, first)
        found.append(line)
        end = line + raw.count("\n")
    return found


def _find_cell(cells: Sequence[tuple[int, str]], begin: int, line: int, text: str) -> int:
    """Return the index behind the next cell with that text, in that line or below it."""
    for index in range(begin, len(cells)):
        if cells[index][0] >= line and cells[index][1] == text:
            return index + 1
    return max(begin, 1)


def _begins(line: str, text: str) -> bool:
    line = line.strip()
    return line.startswith(text) or _bare(line).startswith(text)


def _bare(line: str) -> str:
    found = LINE_MARKS.match(line)
    return line[found.end() :] if found else line


def _holds(line: str, text: str) -> bool:
    return text in line
