"""The record of editorial changes: who changed which text, why, and what it was before."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.files import is_there, read_text, write_whole
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.toml import read_toml

HEAD = """\
# Typos that were mended in the source, and whose translations were kept as they are.
# "{update}" adds to this file.
"""

Filled = Annotated[str, msgspec.Meta(pattern=r"\S", description="a text")]


class Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text of a leaflet, or of the page, that was changed and keeps its translations."""

    leaflet: Filled
    name: Filled
    reason: Filled
    date: datetime.date
    before: Filled
    after: Filled


class Author(msgspec.Struct, frozen=True):
    """Who answers for a change of the source, and why it was made."""

    name: str
    reason: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    edit: list[Edit] = []


def read_edits(path: Path) -> list[Edit]:
    """Return the changes that a file records; a missing file records none.

    Raises:
        LeafletError: the file is malformed.
    """
    return read_toml(path).read(_File).edit if is_there(path) else []


def add_edits(path: Path, edits: Sequence[Edit]) -> int:
    """Record changes behind those that a file holds; one that it holds already is not repeated.

    Returns:
        How many were added.

    Raises:
        LeafletError: the file is malformed, cannot be added to, or cannot be written.
    """
    known = {_without_date(edit) for edit in read_edits(path)}
    added = [edit for edit in edits if _without_date(edit) not in known]
    if not added:
        return 0
    old = read_text(path) if is_there(path) else HEAD.format(update=command("update --editorial"))
    text = f"{old.rstrip()}\n" + "".join(f"\n{_block(edit)}" for edit in added)
    if not _is_toml(text):
        what = "nothing can be added behind what stands here"
        mend = "write each change as a table of its own, below a line [[edit]]"
        raise LeafletError([Problem("cannot-append", Location(path), what, mend)])
    write_whole(path, text.encode())
    return len(added)


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _without_date(edit: Edit) -> Edit:
    return msgspec.structs.replace(edit, date=datetime.date.min)


def _block(edit: Edit) -> str:
    fields = ((name, getattr(edit, name)) for name in edit.__struct_fields__)
    lines = (
        f"{name} = {_quoted(value) if isinstance(value, str) else value}" for name, value in fields
    )
    return "[[edit]]\n" + "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """Return a text in the quotes of TOML: JSON's, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
