"""What a leaflet may not hold, because it would vanish, mislead or break in translation."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from pathlib import Path

from leafletpress.content.blocks import KINDS, POSITION, TEXT_OPTIONS
from leafletpress.content.fences import block_places, check_fences
from leafletpress.content.front_matter import FrontMatter
from leafletpress.content.inline import IMAGE, citations, raw_html
from leafletpress.content.walk import Block
from leafletpress.problems import Location, Problem, did_you_mean

ALLOWED_TAGS = {
    "div", "section", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "h2", "h3", "h4",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {"class", "id", "start", "style"}
NOT_TEXT = {
    "pre": ("a line is indented by 4 spaces and would print as code", "remove the indentation"),
    "h1": ("a heading of level 1 stands in the body", "write ##; the title is in the front matter"),
    "hr": ("a rule of dashes stands in the body", "remove it; headings part the text"),
    "blockquote": ("a quotation stands in the body", "use a block such as /// key or /// warning"),
}

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PRIVATE = (
    (re.compile(r"\b(?:https?://|www\.)\S+", re.I), "a web address"),
    (re.compile(r"\b[\w.+-]+@[\w-]+\.\w+"), "an e-mail address"),
    (re.compile(rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}} (?:{MONTHS})\b|\b(?:{MONTHS}) \d"), "a date"),
    (re.compile(r"(?<![\w.,])(?:\+|00?)\d[\d ()/-]{6,}\d\b"), "a phone number"),
)


def check_blocks(body: str, first_line: int, tree: etree.Element, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the blocks of a body: unknown, unclosed, wrongly filled."""
    yield from check_fences(body, first_line, path)
    yield from _check_tags(body, first_line, tree, path)
    for section, place in block_places(tree, body, first_line, path).items():
        yield from _check_section(section, place)


def check_segments(
    blocks: Iterable[tuple[Block, Location]],
    fields: FrontMatter,
    tree: etree.Element,
    path: Path,
) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a leaflet, and with their citations."""
    keys = {source.key for source in fields.sources}
    cited = {section.get("data-source", "") for section in tree.iter("section")}
    ids: set[str] = set()
    for block, place in blocks:
        cited.update(citations(block.text))
        yield from _check_text(block.text, place)
        yield from _check_attributes(block, place)
        for key in citations(block.text):
            if key not in keys:
                mend = f"add it to sources in the front matter; {did_you_mean(key, keys)}"
                yield Problem(place, f'no source has the key "{key}"', mend)
        if block.kind == "heading":
            if block.section_id in ids:
                what = f'two headings have the id "{block.section_id}"'
                yield Problem(place, what, "give one its own: {: #another-id }")
            ids.add(block.section_id)
    for key in sorted(keys - cited):
        what = f'the source "{key}" is never cited'
        yield Problem(Location(path, 1), what, f"cite it as [@{key}] or remove it")


def _check_text(text: str, place: Location) -> Iterator[Problem]:
    for tag in raw_html(text):
        yield Problem(place, f"{tag} is HTML", "use Markdown, or write the character itself")
    if IMAGE.search(text):
        yield Problem(place, "a picture stands in the text", "leave it out; pages hold no pictures")
    if text.startswith("///"):
        yield Problem(place, "a line of slashes stands in the text", "put an empty line before it")
    for pattern, name in PRIVATE:
        if found := pattern.search(text):
            mend = "use a placeholder such as {team_phone}, filled from clinic.toml or front matter"
            yield Problem(place, f'{name} stands in the text ("{found[0]}")', mend)


def _check_attributes(block: Block, place: Location) -> Iterator[Problem]:
    for name in block.element.attrib:
        if name not in ALLOWED_ATTRIBUTES | {POSITION}:
            mend = did_you_mean(name, ["note", "#id", ".critical"])
            yield Problem(place, f'unknown mark "{name}" in {{: … }}', mend)
    for name in block.element.get("class", "").split():
        if name not in ("critical", "title", *TEXT_OPTIONS):
            yield Problem(place, f'unknown mark ".{name}" in {{: … }}', "known is .critical")


def _check_tags(body: str, first_line: int, tree: etree.Element, path: Path) -> Iterator[Problem]:
    for element in tree.iter():
        if element.tag not in ALLOWED_TAGS:
            what, mend = NOT_TEXT.get(
                element.tag, (f"a <{element.tag}> stands in the body", "write it as plain text")
            )
            inner = "".join(element.itertext()).strip().split("\n")[0]
            line = next((n for n, text in enumerate(body.split("\n")) if inner in text), 0)
            yield Problem(Location(path, first_line + line), what, mend)


def _check_section(section: etree.Element, place: Location) -> Iterator[Problem]:
    name = section.get("class", "")
    wanted = KINDS[name].LIST if name in KINDS else None
    if wanted and section.find(wanted) is None:
        kind = "numbered list" if wanted == "ol" else "list"
        yield Problem(place, f'the block "{name}" holds no {kind}', "write one item a line in it")
    if name == "write-in" and not re.fullmatch(r"\d?|[12]\d", section.get("data-lines", "")):
        what = f'lines is "{section.get("data-lines")}", no number of lines'
        yield Problem(place, what, "write lines: 5, or leave it out")
