"""Segments: the translatable texts of a leaflet, and the contexts that tell them apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from leafletpress.content.front_matter import FrontMatter
from leafletpress.content.inline import plain_text
from leafletpress.content.walk import Block
from leafletpress.problems import Location

FRONT_SECTION = "front-matter"
"""The section of title and summary."""

SHORT = 3
"""A text of this many words or fewer may mean two things and need a context."""

MessageKey = tuple[str | None, str]
"""What finds a message in a catalog: its context and its text (msgctxt, msgid)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text of a leaflet, as it stands at one place.

    A `shared` one stands in a passage that leaflets include, and is translated once for all.
    """

    text: str
    context: str | None
    kind: str
    section: tuple[str, ...]
    section_id: str
    critical: bool
    note: str
    location: Location
    shared: bool = False

    @property
    def key(self) -> MessageKey:
        """What finds the segment's message in a catalog."""
        return self.context, self.text


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text that stands in a segment's place, and whether it is still the source text."""

    text: str
    untranslated: bool = False


def front_segments(fields: FrontMatter, lines: dict[str, int], path: Path) -> list[Segment]:
    """Return title and summary; `lines` are those of the fields."""
    return [
        Segment(
            text=" ".join(text.split()),
            context=None,
            kind=kind,
            section=(),
            section_id=FRONT_SECTION,
            critical=False,
            note="",
            location=Location(path, lines.get(field)),
        )
        for field, kind, text in (
            ("title", "title of the leaflet", fields.title),
            ("summary", "summary of the leaflet", fields.summary),
        )
    ]


def body_segments(
    blocks: list[Block], locations: list[Location], path: Path | None
) -> list[Segment]:
    """Return the segments of a body; those that do not stand in the file `path` are shared."""
    return [
        Segment(
            text=block.text,
            context=None,
            kind=block.kind,
            section=block.section,
            section_id=block.section_id,
            critical=block.critical,
            note=block.note,
            location=location,
            shared=location.path != path,
        )
        for block, location in zip(blocks, locations, strict=True)
    ]


def with_contexts(segments: list[Segment]) -> list[Segment]:
    """Give a context, the id of the section, to short texts, headings and table cells
    that stand in two sections or as two kinds, and so could mean two things.

    Title and summary have none, nor has a shared text: it is one message in every leaflet.
    """
    uses: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for segment in segments:
        if not segment.shared:
            uses[segment.text].add((segment.section_id, segment.kind))
    return [
        replace(segment, context=segment.section_id)
        if len(uses[segment.text]) > 1 and _may_be_two(segment)
        else segment
        for segment in segments
    ]


def _may_be_two(segment: Segment) -> bool:
    if segment.shared or segment.section_id == FRONT_SECTION:
        return False
    short = len(plain_text(segment.text).split()) <= SHORT
    return short or segment.kind.endswith(("heading", "cell"))
