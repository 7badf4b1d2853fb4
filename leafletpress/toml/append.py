"""Appending tables to a TOML file: behind what is there, which stays byte for byte, whole or not
at all."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from leafletpress.files import decode, is_there, read_bytes, write_whole
from leafletpress.problems import LeafletError, Location, Problem

WIDTH = 80
"""Columns of the lines that hold short words: eight digests a line."""

Table = tuple[str, msgspec.Struct]
"""A row, and the name of the table that it stands in."""


def append_tables(
    path: Path,
    head: str,
    tables: Sequence[Table],
    wrapped: Sequence[str],
    fits: Callable[[str], bool],
) -> None:
    """Add tables behind what a file holds; where there is no file, begin one with `head`.

    The fields named in `wrapped` are written in lines of a bearable width. `fits` tells whether a
    text says what the file shall say; it may raise LeafletError.

    Raises:
        LeafletError: the file would not say it, or cannot be written. It stays as it is.
    """
    old = read_bytes(path) if is_there(path) else head.encode()
    added = "".join(f"\n{_block(name, row, wrapped)}" for name, row in tables)
    if old and not old.endswith(b"\n"):
        added = f"\n{added}"
    new = old + added.replace("\n", "\r\n" if b"\r\n" in old else "\n").encode()
    if not _is_fit(new, path, fits):
        what = "nothing can be added behind what stands here"
        mend = f"write each {tables[0][0]} as a table of its own, below a line [[{tables[0][0]}]]"
        raise LeafletError([Problem("cannot-append", Location(path), what, mend)])
    write_whole(path, new)


def _is_fit(new: bytes, path: Path, fits: Callable[[str], bool]) -> bool:
    try:
        return fits(decode(new, path))
    except LeafletError:
        return False


def _block(name: str, row: msgspec.Struct, wrapped: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in (f"[[{name}]]", *_lines(row, wrapped)))


def _lines(row: msgspec.Struct, wrapped: Sequence[str]) -> Iterator[str]:
    for field in row.__struct_fields__:
        value = getattr(row, field)
        if value in (None, "", [], {}):
            continue
        if isinstance(value, list):
            yield f"{field} = [{', '.join(map(_quoted, value))}]"
        elif isinstance(value, dict):
            for key, part in value.items():
                yield f"{field}.{key} = {_quoted(part)}"
        elif not isinstance(value, str):
            yield f"{field} = {value}"
        elif field in wrapped:
            yield f'{field} = """\n{_wrapped(value)}\n"""'
        else:
            yield f"{field} = {_quoted(value)}"


def _wrapped(words: str) -> str:
    """Return words in lines of a bearable width, each word whole."""
    return textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: as JSON does, and without the one control JSON lets pass."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
