"""Stable writing of ``.po`` files: the same messages give the same bytes.

The form is that of ``msgcat --no-wrap``: a text breaks only after ``\\n``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leafletpress.catalog.message import FUZZY, Catalog, Message
from leafletpress.catalog.quoting import quote
from leafletpress.files import write_whole

PAGE_WIDTH = 80


def write_catalog(catalog: Catalog, path: Path | None = None) -> bool:
    """Write a catalog, whole or not at all; one that would not change is not touched.

    Returns:
        Whether the file was written.

    Raises:
        LeafletError: the file cannot be written.
    """
    return write_whole(path or catalog.path, format_catalog(catalog).encode())


def format_catalog(catalog: Catalog) -> str:
    """Return the text of a catalog: UTF-8 without a BOM, LF, obsolete entries last."""
    messages = (catalog.header, *catalog.active, *catalog.obsolete)
    return "\n".join(format_message(message) for message in messages)


def format_message(message: Message) -> str:
    """Return one entry, comments first, each line ended."""
    return "".join(f"{line}\n" for line in _lines(message))


def _lines(message: Message) -> Iterator[str]:
    for text in message.comments:
        yield f"# {text}" if text else "#"
    for text in message.extracted:
        yield f"#. {text}" if text else "#."
    yield from _references(message.references)
    if message.flags:
        rest = [flag for flag in message.flags if flag != FUZZY]
        yield "#, " + ", ".join([FUZZY] * message.is_fuzzy + rest)
    mark = "#~" if message.obsolete else ""
    yield from _texts(f"{mark}| " if mark else "#| ", _previous(message))
    yield from _texts(f"{mark} " if mark else "", _current(message))


def _references(references: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of the references, the one part that msgcat wraps even so."""
    line = "#:"
    for reference in references:
        if line != "#:" and len(line) + 1 + len(reference) >= PAGE_WIDTH:
            yield line
            line = "#:"
        line += f" {reference}"
    if references:
        yield line


def _previous(message: Message) -> Iterator[tuple[str, str | None]]:
    yield "msgctxt", message.previous_context
    yield "msgid", message.previous_msgid
    yield "msgid_plural", message.previous_plural


def _current(message: Message) -> Iterator[tuple[str, str | None]]:
    yield "msgctxt", message.context
    yield "msgid", message.msgid
    yield "msgid_plural", message.plural
    for number, text in enumerate(message.msgstrs):
        yield ("msgstr" if message.plural is None else f"msgstr[{number}]"), text


def _texts(prefix: str, texts: Iterator[tuple[str, str | None]]) -> Iterator[str]:
    for keyword, text in texts:
        if text is not None:
            yield from _pieces(prefix, keyword, quote(text))


def _pieces(prefix: str, keyword: str, pieces: list[str]) -> Iterator[str]:
    if len(pieces) == 1:
        yield f"{prefix}{keyword} {pieces[0]}"
        return
    yield f'{prefix}{keyword} ""'
    for piece in pieces:
        yield f"{prefix}{piece}"
