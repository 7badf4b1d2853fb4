"""Adding to a record: behind what is there, which stays byte for byte, and whole or not at all."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from leafletpress.files import decode, is_there, read_bytes, write_whole
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.signoff.record import (
    SHORTS,
    Acknowledged,
    Record,
    SignOff,
    parse_record,
    read_record,
)

HEAD = """\
# Who approved which exact text. "python build.py approve" adds to this file.
# A row holds for one exact text, known by its digest. When one character of the text changes,
# the row does not count any more, and "python build.py status" says what changed.
"""

WIDTH = 80
"""Columns of the lines that hold short digests: eight digests a line."""

Row = SignOff | Acknowledged


def add(path: Path, rows: Sequence[Row]) -> None:
    """Add rows behind what a file holds; where there is no file, begin one.

    Raises:
        LeafletError: the file is damaged, would be wrong with the new rows, or cannot be written.
            It stays as it is.
    """
    before = read_record(path)
    old = read_bytes(path) if is_there(path) else HEAD.encode()
    added = "".join(f"\n{_block(row)}" for row in rows)
    if old and not old.endswith(b"\n"):
        added = f"\n{added}"
    new = old + added.replace("\n", "\r\n" if b"\r\n" in old else "\n").encode()
    _prove(new, path, before, rows)
    write_whole(path, new)


def _prove(new: bytes, path: Path, before: Record, rows: Sequence[Row]) -> None:
    """Make sure that the file will say what it said, and the new rows."""
    signoffs = tuple(row for row in rows if isinstance(row, SignOff))
    acknowledged = tuple(row for row in rows if isinstance(row, Acknowledged))
    wanted = Record((*before.signoffs, *signoffs), (*before.acknowledged, *acknowledged))
    try:
        fits = parse_record(decode(new, path), path) == wanted
    except LeafletError:
        fits = False
    if not fits:
        what = "nothing can be added behind what stands here"
        mend = "write each sign-off as a table of its own, below a line [[signoff]]"
        raise LeafletError([Problem(Location(path), what, mend)])


def _block(row: Row) -> str:
    table = "signoff" if isinstance(row, SignOff) else "acknowledged"
    return "".join(f"{line}\n" for line in (f"[[{table}]]", *_lines(row)))


def _lines(row: Row) -> Iterator[str]:
    for field in row.__struct_fields__:
        value = getattr(row, field)
        if isinstance(value, list):
            yield f"{field} = [{', '.join(map(_quoted, value))}]"
        elif not isinstance(value, str):
            yield f"{field} = {value}"
        elif field not in SHORTS:
            yield f"{field} = {_quoted(value)}"
        elif value:
            yield f'{field} = """\n{textwrap.fill(value, WIDTH)}\n"""'


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: as JSON does, and without the one control JSON lets pass."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
