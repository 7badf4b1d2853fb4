"""The header of a catalog: fields in a fixed order, unknown ones kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from leafletpress.catalog.message import Message

ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)


def header_fields(header: Message) -> dict[str, str]:
    """Return the fields of a header in the order in which they stand."""
    fields: dict[str, str] = {}
    for line in header.msgstr.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip()] = value.strip()
    return fields


def with_fields(header: Message, changes: Mapping[str, str]) -> Message:
    """Return the header with some fields changed, all of them in the fixed order."""
    fields = {**header_fields(header), **changes}
    known = [name for name in ORDER if name in fields]
    unknown = [name for name in fields if name not in ORDER]
    text = "".join(f"{name}: {fields[name]}\n" for name in (*known, *unknown))
    return replace(header, msgstrs=(text,))


def plural_count(fields: Mapping[str, str]) -> int | None:
    """Return how many plural forms the header declares, None where it does not.

    Raises:
        ValueError: it declares more than any language has; CLDR knows of six.
    """
    found = re.search(r"nplurals\s*=\s*([0-9]+)", fields.get("Plural-Forms", ""))
    if found and len(found[1]) > 2:
        raise ValueError(found[1])
    return int(found[1]) if found else None
