"""A printed leaflet beside what it was made from, and where each of its blocks came to stand."""

import itertools
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tinyhtml5

from leafletpress.edition import Edition
from tests.support.pdf_pages import Page, lines_of, read_pages, squeeze, text_of
from tests.support.pdf_painting import Letter

LEAVES = ("h1", "h2", "h3", "h4", "p", "li", "th", "td")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or cell: its letters, by the page they stand on."""

    element: etree.Element
    runs: Mapping[int, Sequence[Letter]]

    @property
    def is_heading(self) -> bool:
        return self.element.tag in ("h2", "h3", "h4") or self.element.get("class") == "title"

    def lines(self) -> Iterator[Sequence[Letter]]:
        for letters in self.runs.values():
            yield from lines_of(letters)

    def texts(self) -> list[str]:
        """The text of each line."""
        return [text_of(line) for line in self.lines()]


@dataclass(frozen=True)
class PrintedLeaflet:
    """A printed leaflet."""

    edition: Edition
    html: str
    path: Path

    @cached_property
    def body(self) -> etree.Element:
        """The page as a tree, before it was laid out."""
        page: etree.Element = tinyhtml5.parse(self.html, namespace_html_elements=False)
        body = page.find("body")
        assert body is not None
        return body

    @property
    def pages(self) -> tuple[Page, ...]:
        return read_pages(self.path)

    @cached_property
    def blocks(self) -> list[Block]:
        """Every block of the leaflet itself, as the templates frame it."""
        found: list[Block] = []
        taken: set[tuple[int, int]] = set()
        for element in self.elements("main"):
            found.append(self.block(element, max(found[-1].runs) if found else 0, taken))
        return found

    def elements(self, part: str) -> Iterator[etree.Element]:
        root = self.body.find(part)
        assert root is not None
        yield from (e for e in root.iter() if e.tag in LEAVES and squeeze(_text(e)))

    def block(self, element: etree.Element, first: int, taken: set[tuple[int, int]]) -> Block:
        """Find an element on paper, on the page `first` or the one that follows.

        `taken` are the letters of the elements found so far, as page and place: the words of a
        title may stand within a text above it as well.
        """
        text = squeeze(_text(element))
        pages = list(enumerate(self.pages))[first:]
        for at_head, (number, page) in itertools.product((True, False), pages[:2]):
            for start in page.find(text, at_head):
                if (number, start) not in taken:
                    taken.update((number, at) for at in range(start, start + len(text)))
                    return Block(element, {number: page.cut(start, len(text))})
        for (number, page), (_, following) in itertools.pairwise(pages):
            for length in range(len(text) - 1, 3, -1):
                for start in page.find(text[:length], at_head=True):
                    if following.squeezed.startswith(text[length:]):
                        rest = following.cut(0, len(text) - length)
                        runs = {number: page.cut(start, length), number + 1: rest}
                        return Block(element, runs)
        raise AssertionError(f"this is not on paper: {_text(element)}")


PAINTED_APART = {"number", "at"}


def _text(element: etree.Element) -> str:
    """The text of an element, without what is painted on its own, or not at all.

    The numbers of steps and of the marks of a scale stand at their own places; a drawing's title
    is for those who cannot see it.
    """
    if PAINTED_APART & set(element.get("class", "").split()) or element.tag.endswith("svg"):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [_text(child), child.tail or ""]
    return "".join(parts)
