"""Adding to a record: behind what is there, which stays byte for byte, and whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leafletpress.program import command
from leafletpress.signoff.record import (
    WRAPPED,
    Acknowledged,
    Record,
    RecordRow,
    SignOff,
    parse_record,
    read_record,
)
from leafletpress.toml import TomlText, append_tables

HEAD = """\
# Who approved which exact text. "{approve}" adds to this file.
# A row holds for one exact text, known by its digest. When one character of the text changes,
# the row does not count any more, and "{status}" says what changed.
"""


def add(path: Path, rows: Sequence[RecordRow]) -> None:
    """Add rows behind what a file holds; where there is no file, begin one.

    Raises:
        LeafletError: the file is damaged, would be wrong with the new rows, or cannot be written.
            It stays as it is.
    """
    before = read_record(path)
    signoffs = tuple(row for row in rows if isinstance(row, SignOff))
    acknowledged = tuple(row for row in rows if isinstance(row, Acknowledged))
    wanted = Record((*before.signoffs, *signoffs), (*before.acknowledged, *acknowledged))
    tables = [("signoff" if isinstance(row, SignOff) else "acknowledged", row) for row in rows]
    head = HEAD.format(approve=command("approve"), status=command("status"))

    def fits(text: str) -> bool:
        return parse_record(TomlText(text, path)) == wanted

    append_tables(path, head, tables, WRAPPED, fits)
