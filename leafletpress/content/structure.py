"""The structure of a leaflet: what stands in what, as words that a signature can cover.

Each element of the tree is one word, in document order: a dot for each element around it, its
kind, its data in braces, ``!`` where it is marked critical, ``=`` where it holds a text. A list
that begins at 4, with a warning below it::

    ol{start=4} .li= .li!= /warning .p.title= .p=

The texts follow one another in the same order, so the words and the texts are the whole tree.
What changes nothing on paper but its spacing is left out: where lines and items are parted by
empty lines, how much paper a block gets, and the ids of headings.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from leafletpress.content.facts import LAYOUT

FRONT = ("title=", "summary=")
"""The texts of the front matter, which stand before the tree."""

GROUPS = ("thead", "tbody")
"""Elements that say no more than what stands in them: a head's cells are ``th``."""

WORD = re.compile(
    r"(?P<dots>\.*)(?P<kind>[^{}!=]+)(?:\{(?P<data>[^{}]*)\})?(?P<critical>!?)(?P<text>=?)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a structure: an element, how deep it stands, and whether it holds a text.

    `kind` is a tag (``h2``), the name of a block (``/warning``) or a paragraph of one
    (``p.title``).
    """

    depth: int
    kind: str
    data: Mapping[str, str]
    critical: bool
    holds_text: bool


def read_structure(root: etree.Element, holders: Collection[etree.Element]) -> Iterator[str]:
    """Yield the words of a leaflet; `holders` are the elements whose texts the walk has met."""
    yield from FRONT
    yield from _read(list(root), 0, frozenset(holders))


def parse_structure(words: Collection[str]) -> list[Part]:
    """Return the parts that words tell of; one that is no such word tells of a part without data.

    Words come from a file as well, in which people may have written.
    """
    return [_parse(word) for word in words]


def _read(
    elements: list[etree.Element], depth: int, holders: frozenset[etree.Element]
) -> Iterator[str]:
    for element in elements:
        inner = list(element)
        if element.tag in GROUPS:
            yield from _read(inner, depth, holders)
            continue
        parts = [element]
        if element.tag == "li" and element not in holders and inner and inner[0] in holders:
            # An empty line between two items puts their texts into paragraphs of their own.
            parts.append(inner.pop(0))
        yield "." * depth + _word(parts, holders)
        yield from _read(inner, depth + 1, holders)


def _word(elements: list[etree.Element], holders: frozenset[etree.Element]) -> str:
    """Return the word of an element, and of the paragraph that is all it begins with."""
    first = elements[0]
    classes = [name for one in elements for name in one.get("class", "").split()]
    names = [quote(name) for name in classes if name != "critical"]
    kind = f"/{'.'.join(names)}" if first.tag == "section" else ".".join([first.tag, *names])
    data = ",".join(f"{name}={quote(value, safe='')}" for name, value in _data(elements))
    held = any(one in holders for one in elements)
    braces = f"{{{data}}}" if data else ""
    return f"{kind}{braces}{'!' * ('critical' in classes)}{'=' * held}"


def _data(elements: list[etree.Element]) -> list[tuple[str, str]]:
    """Return every attribute that has a say in what is printed, sorted by its name."""
    return sorted(
        (name.removeprefix("data-"), value)
        for element in elements
        for name, value in element.attrib.items()
        if value and name not in ("id", "class", *LAYOUT) and (name, value) != ("start", "1")
    )


def _parse(word: str) -> Part:
    found = WORD.fullmatch(word)
    if not found:
        return Part(0, word, {}, critical=False, holds_text=False)
    pairs = (pair.partition("=") for pair in (found["data"] or "").split(",") if pair)
    return Part(
        depth=len(found["dots"]),
        kind=found["kind"],
        data={name: unquote(value) for name, _, value in pairs},
        critical=bool(found["critical"]),
        holds_text=bool(found["text"]),
    )
