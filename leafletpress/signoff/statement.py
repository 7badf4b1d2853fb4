"""The statement: the canonical text that a person's key signs, all of a row and its language.

Each field of the row is one line: its name, how many bytes its value has, and the value. A field
that says nothing is left out, so that a row keeps its signature when rows get a new field::

    leaflet-press 1 signoff
    language 4 "tr"
    leaflet 12 "hsct-steps"
    role 12 "translator"
    …

Values are written as JSON, in Unicode's form NFC; lines end in LF. Nothing of it depends on how a
catalog or a record is written, wrapped or sorted.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

import msgspec

HEAD = "leaflet-press 1"
"""The form of this text. It must change with every change of it."""

UNSIGNED = "signature"
"""The one field that a signature cannot cover."""


def statement(kind: str, row: msgspec.Struct, language: str) -> bytes:
    """Return the text that is signed: of what kind the row is, its language tag, its fields."""
    lines = [f"{HEAD} {kind}", _line("language", language), *_fields(row)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")


def _fields(row: msgspec.Struct) -> Iterator[str]:
    for field in row.__struct_fields__:
        value = getattr(row, field)
        if field != UNSIGNED and value not in (None, "", [], {}):
            yield _line(field, value)


def _line(name: str, value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    written = unicodedata.normalize("NFC", written)
    return f"{name} {len(written.encode('utf-8', 'surrogatepass'))} {written}"
