"""A leaflet and its segments."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from leafletpress.content.body import Body
from leafletpress.content.bounds import check_bounds, excess, read_source
from leafletpress.content.facts import read_facts
from leafletpress.content.figure_rules import check_figures
from leafletpress.content.front_matter import FrontMatter, split_front_matter
from leafletpress.content.include import include_passages, passage_paths, read_passage
from leafletpress.content.line_numbers import block_lines
from leafletpress.content.rules import check_blocks
from leafletpress.content.segment import (
    FRONT_SECTION,
    MessageKey,
    Rendering,
    Segment,
    body_segments,
    front_segments,
    with_contexts,
)
from leafletpress.content.structure import read_structure
from leafletpress.content.text_rules import check_plain_text, check_texts
from leafletpress.content.walk import Block, convert, walk
from leafletpress.files import check_strays, reading
from leafletpress.problems import LeafletError, Location, Problem

SHARED_FOLDER = "shared"
"""The folder beside the leaflets that holds the passages they share."""
TRACE = "trace-"
"""What the class begins with that tells, on a traced page, which text of its edition stands there.
The number of the text follows: the leaflet's segments first, then the template messages."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One leaflet in the source language. `source` and `body` hold the passages it includes.

    `facts` are what is printed and is no segment, `structure` what stands in what.
    """

    name: str
    path: Path
    source: str
    front_matter: FrontMatter
    body: str
    segments: tuple[Segment, ...]
    facts: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()

    @property
    def id_line(self) -> int:
        """The line of the leaflet's id."""
        lines = self.source.split("\n")
        found = (n for n, line in enumerate(lines, 1) if re.match(r"[\"']?id\b", line))
        return next(found, 1)

    def render(
        self,
        look_up: Callable[[MessageKey], Rendering],
        finish: Callable[[etree.Element], None],
        source_tag: str,
        *,
        traced: bool = False,
    ) -> str:
        """Return the body's HTML with every segment replaced by what `look_up` gives.

        A block that is still untranslated carries ``lang`` and the class ``untranslated``. With
        `traced`, each block carries the number of its segment in a class, too (see `TRACE`).
        `finish` may change the finished tree before it is written.
        """
        numbered = enumerate(self.segments)
        keys = iter([(n, s.key) for n, s in numbered if s.section_id != FRONT_SECTION])

        def replace(block: Block) -> str:
            number, key = next(keys)
            # Both walks come from one class; this guards against a change of that.
            if key[1] != block.text:
                raise AssertionError(f"the walk drifted: {key[1]!r} is not {block.text!r}")
            rendering = look_up(key)
            if rendering.untranslated:
                _add_class(block.element, "untranslated")
                block.element.set("lang", source_tag)
            if traced:
                _add_class(block.element, f"{TRACE}{number}")
            return rendering.text

        return convert(self.body, replace, finish)


def _add_class(element: etree.Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def read_leaflet(path: Path) -> Leaflet:
    """Read one leaflet, with the shared passages that it includes.

    Raises:
        LeafletError: with every problem of the front matter and of the body; with one, where it
            goes beyond what a leaflet may hold, or raises what nobody thought of.
    """
    with reading(path):
        return _read_leaflet(path)


def _read_leaflet(path: Path) -> Leaflet:
    source = read_source(path)
    parts = split_front_matter(source, path)
    own = Body.of(parts.body.split("\n"), parts.body_line, path)
    body = include_passages(own, path.parent / SHARED_FOLDER)
    front = front_segments(parts.front_matter, parts.lines, path)
    _refuse_excess((segment.text, segment.location) for segment in front)
    tree, blocks, locations = _read_blocks(body)
    placed = list(zip(blocks, locations, strict=True))
    sources = {source.key for source in parts.front_matter.sources}
    problems = [
        *(p for s in front for p in check_plain_text(s.text, s.kind, s.location)),
        *check_blocks(body, tree),
        *check_texts(placed, body, tree, sources),
        *check_figures(body, tree, placed, sources),
    ]
    if problems:
        raise LeafletError(sorted(problems, key=lambda problem: problem.location.line or 0))
    segments = with_contexts(front + body_segments(blocks, locations, path))
    source = source.removesuffix(parts.body) + body.text
    return Leaflet(
        name=path.stem,
        path=path,
        source=source,
        front_matter=parts.front_matter,
        body=body.text,
        segments=tuple(segments),
        facts=tuple(read_facts(parts.front_matter, tree)),
        structure=tuple(read_structure(tree, [block.element for block in blocks])),
    )


def _read_blocks(body: Body) -> tuple[etree.Element, list[Block], list[Location]]:
    """Return the tree of a body, its translatable blocks, and where each was written.

    Raises:
        LeafletError: the body goes beyond what Markdown is given.
    """
    if problems := list(check_bounds(body)):
        raise LeafletError(problems)
    blocks: list[Block] = []
    tree = walk(body.text, lambda block: blocks.append(block))
    locations = [body.location(line) for line in block_lines(body.text, blocks)]
    _refuse_excess((b.text, location) for b, location in zip(blocks, locations, strict=True))
    return tree, blocks, locations


def _refuse_excess(texts: Iterable[tuple[str, Location]]) -> None:
    """Raise LeafletError where a text goes beyond what is read for marks."""
    problems = [fault.at(location) for text, location in texts if (fault := excess(text))]
    if problems:
        raise LeafletError(problems)


def read_passages(folder: Path) -> tuple[list[Segment], list[Problem]]:
    """Return the segments of the shared passages; one that cannot be read does not stop the others.

    What is wrong with their texts is found in the leaflets that include them.
    """
    segments: list[Segment] = []
    paths, problems = passage_paths(folder)
    problems += check_strays(folder, "passage")
    for path in paths:
        try:
            with reading(path):
                _, blocks, locations = _read_blocks(read_passage(path))
        except LeafletError as error:
            problems += error.problems
            continue
        segments += body_segments(blocks, locations, None)
    return segments, problems


def read_leaflets(paths: list[Path]) -> tuple[list[Leaflet], list[Problem]]:
    """Read leaflets; one that cannot be read does not stop the others. Ids must differ."""
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
            location = Location(path, leaflet.id_line)
            problems.append(Problem("same-id", location, what, "give each leaflet its own id"))
            continue
        seen[identity] = path.name
        leaflets.append(leaflet)
    return leaflets, problems
