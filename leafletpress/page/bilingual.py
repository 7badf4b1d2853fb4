"""The bilingual sheet: each block of the source on one row with its translation.

Both bodies come from the one walk, so they are trees of the same shape.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafletpress.content import TRACE, Leaflet, MessageKey, Rendering
from leafletpress.language import Language, source_language
from leafletpress.page.body import Filling, Label, finish_body

TEXTS = ("p", "h2", "h3", "h4")
"""Elements that hold one text; the source's and the translation's make a row."""

BLOCKS = (*TEXTS, "ul", "ol", "li", "table", "section", "div")
"""Elements that stand by themselves; all others stand within a line."""


DRAWN = {"drawing", "numbers", "line-of-marks"}
"""What is drawn once for both languages, in the direction of the page, where it holds no text."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the sheet: its language, and what the page puts into its body."""

    language: Language
    filling: Filling

    @property
    def name(self) -> str:
        """What the style sheet calls the side."""
        return "source" if self.language.is_source else "translation"


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides; `missing` says, in each of the languages, that there is no translation."""

    source: Side
    translation: Side
    missing: Sequence[Label]


def render_bilingual(
    leaflet: Leaflet, texts: Mapping[MessageKey, Rendering], sides: Sides, *, traced: bool
) -> str:
    """Return a leaflet's body in both languages, as HTML; `traced` as for `Leaflet.render`."""
    tag = source_language().tag
    sources: list[etree.Element] = []

    def finish_source(root: etree.Element) -> None:
        finish_body(root, sides.source.filling)
        sources.append(root)

    def finish(root: etree.Element) -> None:
        _mark_missing(root, sides.missing)
        finish_body(root, sides.translation.filling)
        _pair_bodies(sources[0], root, sides)

    leaflet.render(lambda key: Rendering(key[1]), finish_source, tag)
    return leaflet.render(texts.__getitem__, finish, tag, traced=traced)


def _mark_missing(root: etree.Element, words: Sequence[Label]) -> None:
    """Say, in the place of each text that is still in the source language, that it is missing.

    The source text stands beside it: a second copy would look like a translation.
    """
    for element in list(root.iter()):
        classes = _classes(element)
        if "untranslated" not in classes:
            continue
        classes.remove("untranslated")
        element.set("class", " ".join(classes))
        element.attrib.pop("lang", None)
        _take_inline(element)
        element.insert(0, _missing_mark(words))


def _missing_mark(words: Sequence[Label]) -> etree.Element:
    mark = etree.Element("span", {"class": "missing-mark"})
    for number, word in enumerate(words):
        if number:
            etree.SubElement(mark, "span", {"class": "dot"}).text = "·"
        span = etree.SubElement(mark, "span")
        span.text, span.tail = word.text, " "
        if word.lang:
            span.attrib |= {"class": "in-source", "lang": word.lang, "dir": "ltr"}
    mark[-1].tail = None
    return mark


def _pair_bodies(source: etree.Element, translation: etree.Element, sides: Sides) -> None:
    """Make `translation`, in place, the body of the sheet: rows that hold both languages."""
    for root in (source, translation):
        _put_lines_below(root)
        for item in root.iter("li"):
            _wrap_inline(item)
    translation[:] = list(_pair_children(source, translation, sides))


def _pair_children(
    source: etree.Element, translation: etree.Element, sides: Sides
) -> Iterator[etree.Element]:
    for one, other in zip(source, translation, strict=True):
        # Both walks come from one class; this guards against a change of that.
        if one.tag != other.tag:
            raise AssertionError(f"the trees drifted: <{one.tag}> is not <{other.tag}>")
        yield _pair(one, other, sides)


def _pair(source: etree.Element, translation: etree.Element, sides: Sides) -> etree.Element:
    """Return what stands on the sheet for a block and its translation."""
    if translation.tag == "table":
        return _pair_tables(source, translation, sides)
    if translation.tag in TEXTS:
        return _row(source, translation, sides)
    if any(child.tag in (*TEXTS, "table") for child in translation.iter()):
        translation[:] = list(_pair_children(source, translation, sides))
        return translation
    if DRAWN & set(_classes(translation)):
        return translation
    if etree.tostring(source) == etree.tostring(translation):
        return translation  # a line to write on: once for both
    return _row(source, translation, sides)


def _row(source: etree.Element, translation: etree.Element, sides: Sides) -> etree.Element:
    """Return a row of two cells. The classes of a text become those of its row."""
    names = ["row", translation.tag, *_classes(translation)]
    row = etree.Element("div", {"class": " ".join(names)})
    pair = etree.SubElement(row, "div", {"class": "pair"})
    source.attrib.pop("id", None)
    for side, element in ((sides.source, source), (sides.translation, translation)):
        lang, direction = side.language.tag, side.language.direction
        attributes = {"class": f"cell {side.name}", "lang": lang, "dir": direction}
        cell = etree.SubElement(pair, "div", attributes)
        element.attrib.pop("class", None)
        element.tail = None
        cell.append(element)
    return row


def _pair_tables(source: etree.Element, translation: etree.Element, sides: Sides) -> etree.Element:
    """Return a table as groups of rows: each cell, with the head of its column, has its own row.

    Two tables beside each other would leave columns too narrow for their words.
    """
    table = etree.Element("div", {"class": "table"})
    for one, other in zip(_groups(source), _groups(translation), strict=True):
        group = etree.SubElement(table, "div", {"class": "group-of-rows"})
        for text, translated in zip(one, other, strict=True):
            group.append(_row(text, translated, sides))
        group[0].set("class", f"{group[0].get('class')} first")
    return table


def _groups(table: etree.Element) -> Iterator[list[etree.Element]]:
    """Yield the cells of each row as paragraphs that begin with the head of their column."""
    heads = table.findall("thead/tr/th")
    for row in table.findall("tbody/tr"):
        yield [_cell_text(head, cell) for head, cell in zip(heads, row, strict=True)]


def _cell_text(head: etree.Element, cell: etree.Element) -> etree.Element:
    paragraph = etree.Element("p", {"class": cell.get("class", "")})
    if "".join(head.itertext()).strip():
        traces = (name for name in _classes(head) if name.startswith(TRACE))
        lead = etree.SubElement(paragraph, "b", {"class": " ".join(("column-head", *traces))})
        lead.text, lead.tail = head.text, " "
        lead.extend(copy.deepcopy(list(head)))
    value = etree.SubElement(paragraph, "span", {"class": "value"})
    value.text = cell.text
    value.extend(cell)
    return paragraph


def _put_lines_below(root: etree.Element) -> None:
    """Put the line to write on below its label: one line for both languages."""
    for section in root.iter("section"):
        if "write-in" not in _classes(section):
            continue
        for item in section.iter("li"):
            for line in item.findall("span[@class='line']"):
                item.remove(line)
                etree.SubElement(item, "div", {"class": "ruled"})


def _wrap_inline(item: etree.Element) -> None:
    """Put the text at the head of a list item into a paragraph, so that the item holds blocks.

    Where the item begins with a paragraph, a step's number goes into that.
    """
    text, inline = _take_inline(item)
    if not text.strip() and not inline:
        return
    first = item[0] if len(item) else None
    if not text.strip() and first is not None and first.tag == "p" and not inline[-1].tail:
        inline[-1].tail, first.text = first.text, ""
        first[:0] = inline
        return
    paragraph = etree.Element("p", {"class": item.attrib.pop("class", "")})
    paragraph.text = text
    paragraph.extend(inline)
    item.insert(0, paragraph)


def _take_inline(element: etree.Element) -> tuple[str, list[etree.Element]]:
    """Take the text of a block, and all within its lines, out of it, up to the first block."""
    inline = []
    for child in list(element):
        if child.tag in BLOCKS:
            break
        inline.append(child)
        element.remove(child)
    text, element.text = element.text or "", None
    return text, inline


def _classes(element: etree.Element) -> list[str]:
    return element.get("class", "").split()
