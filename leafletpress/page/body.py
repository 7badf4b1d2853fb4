"""Finishing a body for the page: values filled in, sources numbered, numbers kept whole."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from leafletpress.page.drawing import HEADS, Painter
from leafletpress.page.figures import draw_figures
from leafletpress.page.typography import (
    NO_BREAK_SPACE,
    has_right_to_left,
    isolate_tree,
    keep_tree_whole,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A word of the page that stands at the head of a block.

    `lang` is set where it is untranslated; `trace` is the class that says its number, if any.
    """

    text: str
    lang: str | None = None
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What the page puts into a body.

    `values` fill the placeholders (None prints a line to write on), `sources` number the
    citations, `labels` stand at the head of the blocks that they name, and `source_name` marks
    what is not translated. `painter` draws the figures, in the direction of the language.
    """

    values: Mapping[str, str | None]
    sources: Mapping[str, int]
    labels: Mapping[str, Label]
    source_name: str
    painter: Painter


def finish_body(root: etree.Element, filling: Filling) -> None:
    """Change the tree of a body in place, ready for the page."""
    for element in list(root.iter()):
        if name := element.attrib.pop("data-name", None):
            _fill(element, filling.values[name])
        elif key := element.attrib.pop("data-key", None):
            element.text = f"[{filling.sources[key]}]"
    for section in root.iter("section"):
        if section.attrib.pop("data-tear-off", ""):
            section.set("class", f"{section.get('class')} tear-off")
        if label := filling.labels.get(_name(section)):
            _put_label(section, label)
        if build := BLOCKS.get(_name(section)):
            build(section, filling)
        _cite_source(section, filling)
    for element in root.iter():
        if "untranslated" in element.get("class", "").split():
            _mark_untranslated(element, filling.source_name)
    keep_tree_whole(root, filling.painter.language)
    _keep_numbers_whole_across(root)
    _keep_citations_close(root)
    if filling.painter.mirrored:
        isolate_tree(root, filling.painter.language)
    draw_figures(root, filling.painter)  # last: drawings and their words are finished already


def _keep_citations_close(root: etree.Element) -> None:
    """Bind each citation to the word before it, so that it never begins a line.

    The no-break space stands inside the citation: where one stands before an inline element,
    WeasyPrint 70 breaks a line far too early.
    """
    for before, element in _inner_elements(root):
        if element.get("class") != "citation":
            continue
        before.text = before.text.rstrip(" ")
        if before.text or before.element is not None:
            element.text = f"{NO_BREAK_SPACE}{element.text}"


def _name(section: etree.Element) -> str:
    """Return which block a section is: the first of its classes."""
    return section.get("class", "").partition(" ")[0]


def _fill(element: etree.Element, value: str | None) -> None:
    if not has_right_to_left(value or ""):  # a date has words of the language in it
        element.set("dir", "ltr")
    if value is None:
        element.set("class", "placeholder line")
        element.text = NO_BREAK_SPACE
    else:
        element.text = value.replace(" ", NO_BREAK_SPACE)


def _put_label(section: etree.Element, label: Label) -> None:
    element = etree.Element("p", {"class": f"label {label.trace}".strip()})
    element.text = label.text
    if label.lang:
        element.set("lang", label.lang)
    section.insert(0, element)


def _mark_untranslated(element: etree.Element, source_name: str) -> None:
    """Say on paper that this block is still in the source language."""
    element.set("dir", "ltr")
    mark = etree.Element("span", {"class": "language-mark"})
    mark.text, mark.tail = source_name, f" {element.text or ''}"
    element.text = ""
    element.insert(0, mark)


def _cite_source(section: etree.Element, filling: Filling) -> None:
    """Cite the source of a figure at the last of its heads, unless its text does."""
    key = section.attrib.pop("data-source", "")
    if not key or f"[{filling.sources[key]}]" in "".join(section.itertext()):
        return
    head = [p for p in section if HEADS & set(p.get("class", "").split())][-1]
    etree.SubElement(head, "span", {"class": "citation"}).text = f"[{filling.sources[key]}]"


def _keep_numbers_whole_across(root: etree.Element) -> None:
    """Keep a number whole with a word that emphasis parts from it."""
    for before, element in _inner_elements(root):
        text, tail = element.text or "", element.tail or ""
        if re.search(r"\d[%٪]? $", before.text) and text[:1].isalpha():
            before.text = before.text.rstrip(" ")
            element.text = f"{NO_BREAK_SPACE}{text}"
        if text[-1:].isdigit() and re.match(r" [^\W\d_]", tail):
            element.tail = f"{NO_BREAK_SPACE}{tail[1:]}"


class _Before:
    """The text that stands right before an element, wherever the tree keeps it."""

    def __init__(self, parent: etree.Element, element: etree.Element | None) -> None:
        self.element = element
        self._holder, self._name = (parent, "text") if element is None else (element, "tail")

    @property
    def text(self) -> str:
        return getattr(self._holder, self._name) or ""

    @text.setter
    def text(self, text: str) -> None:
        setattr(self._holder, self._name, text)


def _inner_elements(root: etree.Element) -> Iterator[tuple[_Before, etree.Element]]:
    """Yield every element with the text right before it."""
    for parent in root.iter():
        previous = None
        for element in parent:
            yield _Before(parent, previous), element
            previous = element


def _build_write_in(section: etree.Element, filling: Filling) -> None:
    """Give each label a line to write on, and put the lines below that the author asks for."""
    del filling
    for item in section.iter("li"):
        _hold_together(item)
        etree.SubElement(item, "span", {"class": "line"}).text = NO_BREAK_SPACE
    for _ in range(int(section.attrib.pop("data-lines", "") or 0)):
        etree.SubElement(section, "div", {"class": "ruled"})


def _hold_together(item: etree.Element) -> None:
    """Put a label into one element: a flex box parts its texts and drops the spaces between."""
    label = etree.Element("span", {"class": "asked"})
    label.text, label[:] = item.text, list(item)
    item.text, item[:] = "", [label]


def _build_steps(section: etree.Element, filling: Filling) -> None:
    """Number the steps with elements of their own, so that the number can be large."""
    del filling
    for list_element in section.findall("ol"):
        start = int(list_element.attrib.get("start", "1"))
        for number, item in enumerate(list_element.findall("li"), start=start):
            disc = etree.Element("span", {"class": "number"})
            disc.text, disc.tail = str(number), item.text
            item.text = ""
            item.insert(0, disc)


BLOCKS: Mapping[str, Callable[[etree.Element, Filling], None]] = {
    "write-in": _build_write_in,
    "steps": _build_steps,
}
