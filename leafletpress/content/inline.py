"""The inline Markdown of a segment: emphasis, links, ``{placeholders}``, ``[@citations]``."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from html.entities import html5

import markdown
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from leafletpress.content.bounds import excess

PLACEHOLDER = r"\{([a-z][a-z0-9_]*)\}"
CITATION = r"\[@([a-z][a-z0-9-]*)\]"
RAW_HTML = re.compile(r"<(?=[A-Za-z/!?])[^>]*>?")
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|([A-Za-z]\w*));")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
"""A sign that Markdown prints without the backslash before it."""

LINK_TARGET = re.compile(r"\]\([^)\]\s]*\)")
OWN_SIGNS = re.compile("[\x02\x03]")
"""Python-Markdown marks with them what it has read; a text that holds them can name itself."""

TICKS = re.compile(r"`+")
IMAGE = re.compile(r"!\[")

REMOVED_PATTERNS = (
    "html",
    "entity",
    "image_link",
    "image_reference",
    "short_image_ref",
    "reference",
    "short_reference",
    "autolink",
    "automail",
)
"""Inline patterns that would let HTML, pictures or addresses through unseen."""


class _Placeholder(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """Make ``<span class="placeholder" data-name="…">``, which the page fills."""
        del data
        element = etree.Element("span", {"class": "placeholder", "data-name": m[1]})
        return element, m.start(0), m.end(0)


class _Citation(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """Make ``<span class="citation" data-key="…">``, which the page numbers."""
        del data
        element = etree.Element("span", {"class": "citation", "data-key": m[1]})
        return element, m.start(0), m.end(0)


class InlineMarks(Extension):
    """Python-Markdown's inline marks, with ours added and the unsafe ones taken out."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Change the inline patterns of `md`; called by Python-Markdown."""
        for name in REMOVED_PATTERNS:
            if name in md.inlinePatterns:
                md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_Placeholder(PLACEHOLDER, md), "placeholder", 175)
        md.inlinePatterns.register(_Citation(CITATION, md), "citation", 174)


@cache
def _inline_stages() -> tuple[Treeprocessor, ...]:
    md = markdown.Markdown(extensions=[InlineMarks()])
    return md.treeprocessors["inline"], md.treeprocessors["unescape"]


def parse_inline(text: str) -> etree.Element:
    """Return the paragraph that the inline Markdown `text` makes; ``\\n`` is a hard break.

    A text that goes beyond the bounds stands in it as it is: its readers refuse it.
    """
    root = etree.Element("div")
    etree.SubElement(root, "p").text = to_markdown(OWN_SIGNS.sub("", text))
    if excess(text):
        return root[0]
    for stage in _inline_stages():
        stage.run(root)
    return root[0]


@lru_cache(maxsize=16)
def _parsed(text: str) -> etree.Element:
    """Return the same, to be read only: many checks look at one text."""
    return parse_inline(text)


def to_markdown(text: str) -> str:
    """Return a segment's text as Markdown source: hard breaks become two spaces and a newline."""
    return text.replace("\n", "  \n")


def plain_text(text: str) -> str:
    """Return what a reader sees of `text`, without its placeholders and citations."""
    return "".join(_parsed(text).itertext())


def marks(text: str) -> Counter[str]:
    """Count the inline marks of `text`: ``strong``, ``em``, ``code``, ``link to …``,
    ``placeholder {…}``, ``citation [@…]``, ``line break``."""
    return Counter(_marks(_parsed(text)))


def _marks(paragraph: etree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element is paragraph:
            continue
        if "data-name" in element.attrib:
            yield f"placeholder {{{element.attrib['data-name']}}}"
        elif "data-key" in element.attrib:
            yield f"citation [@{element.attrib['data-key']}]"
        elif element.tag == "a":
            yield f"link to {element.attrib.get('href', '')}"
        else:
            yield {"br": "line break"}.get(element.tag, element.tag)


def marked_texts(text: str, mark: str) -> list[str]:
    """Return what stands inside each mark ``strong`` or ``em`` of `text`, as a reader sees it."""
    return ["".join(element.itertext()) for element in _parsed(text).iter(mark)]


def placeholders(text: str) -> list[str]:
    """Return the names of the placeholders in `text`, in order."""
    return re.findall(PLACEHOLDER, text)


def citations(text: str) -> list[str]:
    """Return the keys of the citations in `text`, in order."""
    return re.findall(CITATION, text)


def without_references(text: str) -> str:
    """Return `text` without the names of placeholders, sources and links: digits are in them.

    A sign behind a backslash is itself, as on the page: ``1\\.5`` is a number.
    """
    text = re.sub(rf"{PLACEHOLDER}|{CITATION}", " ", text)
    return ESCAPED.sub(r"\1", LINK_TARGET.sub("]", text))


def raw_html(text: str) -> list[str]:
    """Return the HTML tags, comments and entities in `text`, code spans left out."""
    outside = without_code(text)
    entities = [m[0] for m in ENTITY.finditer(outside) if not m[1] or f"{m[1]};" in html5]
    return [*RAW_HTML.findall(outside), *entities]


def without_code(text: str) -> str:
    """Return `text` without its code spans, each between two equal runs of backticks."""
    runs = [found.span() for found in TICKS.finditer(text)]
    ends: dict[int, int] = {}
    closing: list[int | None] = []
    for number in reversed(range(len(runs))):
        length = runs[number][1] - runs[number][0]
        closing.append(ends.get(length))
        ends[length] = number
    closing.reverse()
    kept = ""
    at = number = 0
    while number < len(runs):
        partner = closing[number]
        if partner is not None:
            kept += text[at : runs[number][0]]
            at = runs[partner][1]
            number = partner
        number += 1
    return kept + text[at:]
