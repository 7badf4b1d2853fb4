"""Pots: what there is to translate, as gettext's tools want it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from leafletpress.catalog.header import header_fields, with_fields
from leafletpress.catalog.message import Catalog, Message
from leafletpress.content import MessageKey, Segment, without_references
from leafletpress.language import source_language
from leafletpress.project import Project
from leafletpress.quantities import read_quantities

CREATED = "POT-Creation-Date"


def make_pot(segments: Iterable[Segment], name: str, project: Project, path: Path) -> Catalog:
    """Return the pot of a leaflet's segments, or of the template messages.

    `name` goes into the header. Files are named as in `project`. The creation date is left
    open; `with_date` sets it.
    """
    groups: dict[MessageKey, list[Segment]] = defaultdict(list)
    for segment in segments:
        groups[segment.key].append(segment)
    messages = [_message(group, project) for group in groups.values()]
    return Catalog(_pot_header(name), tuple(messages), path)


def with_date(pot: Catalog, old: Catalog | None, now: datetime.datetime) -> Catalog:
    """Return the pot with its creation date: the old one's, unless its texts changed."""
    created = format_date(now)
    if old and not differ(old.messages, pot.messages):
        created = header_fields(old.header).get(CREATED, created)
    return replace(pot, header=with_fields(pot.header, {CREATED: created}))


def differ(these: Iterable[Message], those: Iterable[Message]) -> bool:
    """Tell whether there are other texts to translate; their order and comments do not count."""
    return {message.key for message in these} != {message.key for message in those}


def format_date(moment: datetime.datetime) -> str:
    """Return a moment as catalogs write it: ``2026-11-22 14:05+0000``."""
    return moment.strftime("%Y-%m-%d %H:%M%z")


def _pot_header(name: str) -> Message:
    return with_fields(
        Message(""),
        {
            "Project-Id-Version": name,
            "Report-Msgid-Bugs-To": "",
            CREATED: "",
            "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
            "Last-Translator": "",
            "Language-Team": "",
            "Language": "",
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        },
    )


def _message(group: list[Segment], project: Project) -> Message:
    first = group[0]
    files = (project.name_of(segment.location.path) for segment in group)
    return Message(
        msgid=first.text,
        context=first.context,
        extracted=tuple(_comments(group)),
        references=tuple(sorted(set(files))),
    )


def _comments(group: list[Segment]) -> Iterator[str]:
    """Yield the comments in their fixed order: kind and section, critical, numbers, note."""
    yield from dict.fromkeys(
        " · ".join(filter(None, (segment.kind, " › ".join(segment.section)))) for segment in group
    )
    if any(segment.critical for segment in group):
        yield "critical"
    quantities = read_quantities(without_references(group[0].text), source_language())
    if quantities:
        yield f"keep: {', '.join(quantity.text for quantity in quantities)}"
    for note in dict.fromkeys(segment.note for segment in group if segment.note):
        yield f"note: {note}"
