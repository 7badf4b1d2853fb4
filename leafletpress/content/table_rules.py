"""Rules for tables: Markdown drops what a row has more than the first one, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leafletpress.content.body import Body
from leafletpress.content.inline import without_code
from leafletpress.problems import Location, Problem

UNDER_HEAD = re.compile(r"\|?[ \t]*:?-[-: \t|]*")
"""The line of dashes below the first row of a table."""

TableRow = tuple[str, Location]


def check_tables(body: Body) -> Iterator[Problem]:
    """Yield each row of a table that has more or fewer cells than its first one."""
    for head, dashes, *rows in _paragraphs(body):
        if (
            "|" not in head[0]
            or "|" not in dashes[0]
            or not UNDER_HEAD.fullmatch(dashes[0].strip())
        ):
            continue
        wanted = _count_cells(head[0])
        for line, location in rows:
            if (found := _count_cells(line)) != wanted:
                cells = "1 cell" if found == 1 else f"{found} cells"
                what = f"this row has {cells}, the first row of its table {wanted}"
                mend = "write as many, an empty one as | |; behind the table comes an empty line"
                yield Problem("row-length", location, what, mend)


def _paragraphs(body: Body) -> Iterator[Sequence[TableRow]]:
    """Yield the lines between empty lines, where there are two or more."""
    lines: list[TableRow] = []
    for line, location in (*body, ("", Location(body.path))):
        if line.strip():
            lines.append((line, location))
            continue
        if len(lines) > 1:
            yield lines
        lines = []


def _count_cells(row: str) -> int:
    """Count the cells of a row; in code and behind a backslash, | parts none."""
    row = re.sub(r"\\.", "", without_code(row)).strip()
    return row.removeprefix("|").removesuffix("|").count("|") + 1
