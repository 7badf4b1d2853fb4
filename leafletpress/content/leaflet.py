"""A leaflet and its segments."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leafletpress.content.body import Body
from leafletpress.content.facts import read_facts
from leafletpress.content.figure_rules import check_figures
from leafletpress.content.front_matter import FrontMatter, split_front_matter
from leafletpress.content.include import include_passages, passage_paths, read_passage
from leafletpress.content.inline import plain_text
from leafletpress.content.lines import block_lines
from leafletpress.content.rules import check_blocks
from leafletpress.content.text_rules import check_plain_text, check_texts
from leafletpress.content.walk import Block, convert, walk
from leafletpress.files import read_text
from leafletpress.problems import LeafletError, Location, Problem

FRONT_SECTION = "front-matter"
SHARED_FOLDER = "shared"
"""The folder beside the leaflets that holds the passages they share."""

SHORT = 3
"""A text of this many words or fewer may mean two things and need a context."""

Key = tuple[str | None, str]
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
    def key(self) -> Key:
        """What finds the segment's message in a catalog."""
        return self.context, self.text


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text that stands in a segment's place, and whether it is still the source text."""

    text: str
    untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One leaflet in the source language. `source` and `body` hold the passages it includes.

    `facts` are what is printed and is no segment.
    """

    name: str
    path: Path
    source: str
    front_matter: FrontMatter
    body: str
    segments: tuple[Segment, ...]
    facts: tuple[str, ...] = ()

    @property
    def id_line(self) -> int:
        """The line of the leaflet's id."""
        lines = self.source.split("\n")
        found = (n for n, line in enumerate(lines, 1) if re.match(r"[\"']?id\b", line))
        return next(found, 1)

    def render(
        self,
        look_up: Callable[[Key], Rendering],
        finish: Callable[[etree.Element], None],
        source_tag: str,
    ) -> str:
        """Return the body's HTML with every segment replaced by what `look_up` gives.

        A block that is still untranslated carries ``lang`` and the class ``untranslated``.
        `finish` may change the finished tree before it is written.
        """
        keys = iter([s.key for s in self.segments if s.section_id != FRONT_SECTION])

        def replace(block: Block) -> str:
            key = next(keys)
            # Both walks come from one class; this guards against a change of that.
            if key[1] != block.text:
                raise AssertionError(f"the walk drifted: {key[1]!r} is not {block.text!r}")
            rendering = look_up(key)
            if rendering.untranslated:
                classes = f"{block.element.get('class', '')} untranslated".strip()
                block.element.set("class", classes)
                block.element.set("lang", source_tag)
            return rendering.text

        return convert(self.body, replace, finish)


def read_leaflet(path: Path) -> Leaflet:
    """Read one leaflet, with the shared passages that it includes.

    Raises:
        LeafletError: with every problem of the front matter and of the body.
    """
    source = read_text(path)
    parts = split_front_matter(source, path)
    own = Body.of(parts.body.split("\n"), parts.body_line, path)
    body = include_passages(own, path.parent / SHARED_FOLDER)
    blocks: list[Block] = []
    tree = walk(body.text, lambda block: blocks.append(block))
    places = [body.place(line) for line in block_lines(body.text, blocks)]
    placed = list(zip(blocks, places, strict=True))
    front = _front_segments(parts.front_matter, parts.lines, path)
    sources = {source.key for source in parts.front_matter.sources}
    problems = [
        *(p for s in front for p in check_plain_text(s.text, s.kind, s.location)),
        *check_blocks(body, tree),
        *check_texts(placed, body, tree, sources),
        *check_figures(body, tree, placed, sources),
    ]
    if problems:
        raise LeafletError(sorted(problems, key=lambda problem: problem.location.line or 0))
    segments = _with_contexts(front + _body_segments(blocks, places, path))
    source = source.removesuffix(parts.body) + body.text
    facts = tuple(read_facts(parts.front_matter, tree))
    return Leaflet(path.stem, path, source, parts.front_matter, body.text, tuple(segments), facts)


def read_passages(folder: Path) -> tuple[list[Segment], list[Problem]]:
    """Return the segments of the shared passages; one that cannot be read costs only itself.

    What is wrong with their texts is found in the leaflets that include them.
    """
    segments: list[Segment] = []
    problems: list[Problem] = []
    for path in passage_paths(folder):
        try:
            body = read_passage(path)
        except LeafletError as error:
            problems += error.problems
            continue
        blocks: list[Block] = []
        walk(body.text, lambda block, found=blocks: found.append(block))  # type: ignore[misc]
        places = [body.place(line) for line in block_lines(body.text, blocks)]
        segments += _body_segments(blocks, places, None)
    return segments, problems


def read_leaflets(paths: list[Path]) -> tuple[list[Leaflet], list[Problem]]:
    """Read leaflets; one that cannot be read costs only itself. Ids must differ."""
    leaflets: list[Leaflet] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in paths:
        try:
            leaflet = read_leaflet(path)
        except LeafletError as error:
            problems += error.problems
            continue
        identity = leaflet.front_matter.id
        if identity in seen:
            what = f'the id "{identity}" is already that of {seen[identity]}'
            place = Location(path, leaflet.id_line)
            problems.append(Problem(place, what, "give each leaflet its own id"))
            continue
        seen[identity] = path.name
        leaflets.append(leaflet)
    return leaflets, problems


def _front_segments(fields: FrontMatter, lines: dict[str, int], path: Path) -> list[Segment]:
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


def _body_segments(blocks: list[Block], places: list[Location], path: Path | None) -> list[Segment]:
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
            location=place,
            shared=place.path != path,
        )
        for block, place in zip(blocks, places, strict=True)
    ]


def _with_contexts(segments: list[Segment]) -> list[Segment]:
    """Give a context, the id of the section, to short texts, headings and table cells
    that stand in two sections or as two kinds, and so could mean two things.

    Title and summary have none, nor has a shared text: it is one message in every leaflet.
    """
    uses: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for segment in segments:
        if not segment.shared:
            uses[segment.text].add((segment.section_id, segment.kind))
    return [
        _in_context(segment) if len(uses[segment.text]) > 1 and _may_be_two(segment) else segment
        for segment in segments
    ]


def _may_be_two(segment: Segment) -> bool:
    if segment.shared or segment.section_id == FRONT_SECTION:
        return False
    short = len(plain_text(segment.text).split()) <= SHORT
    return short or segment.kind.endswith(("heading", "cell"))


def _in_context(segment: Segment) -> Segment:
    return Segment(
        segment.text, segment.section_id, segment.kind, segment.section, segment.section_id,
        segment.critical, segment.note, segment.location,
    )  # fmt: skip
