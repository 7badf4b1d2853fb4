"""Highlighting: the numbers and the negations of a text, marked for whoever checks it on paper."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from leafletpress.language import Language, find_negations
from leafletpress.page.typography import NO_BREAK_SPACE, replace_texts
from leafletpress.quantities import find_quantities

NUMBER, NEGATION = "number-mark", "negation-mark"
"""The classes of what is highlighted."""

LAST_SPACE = re.compile(f"{NO_BREAK_SPACE}$")

LEFT_OUT = {"citation", NUMBER, NEGATION}


def highlight(root: etree.Element, language: Language) -> None:
    """Mark the numbers and negations of a finished text, in place; citations are left alone."""
    for element in list(root.iter()):
        if element.get("class") not in LEFT_OUT:
            replace_texts(element, lambda text: _pieces(text, language))
    _let_lines_break(root)


def negations_in(root: etree.Element) -> tuple[str, ...]:
    """Return the negations that `highlight` has marked, in order."""
    marked = (element for element in root.iter("span") if element.get("class") == NEGATION)
    return tuple(" ".join((element.text or "").split()) for element in marked)


def _pieces(text: str, language: Language) -> Iterator[tuple[str, etree.Element | None]]:
    text = unicodedata.normalize("NFC", text)
    end = 0
    for start, stop, name in _places(text, language):
        if start < end:
            continue
        yield text[end:start], None
        yield text[start:stop], etree.Element("span", {"class": name})
        end = stop
    yield text[end:], None


def _let_lines_break(root: etree.Element) -> None:
    """Put a plain space before each inline element.

    Where a no-break space stands there, WeasyPrint 70 breaks a line far too early.
    """
    for parent in root.iter():
        if len(parent) and parent.text:
            parent.text = LAST_SPACE.sub(" ", parent.text)
        for element in parent[:-1]:
            element.tail = LAST_SPACE.sub(" ", element.tail or "")


def _places(text: str, language: Language) -> list[tuple[int, int, str]]:
    numbers = [(start, end, NUMBER) for start, end in find_quantities(text, language)]
    negations = [(start, end, NEGATION) for start, end in find_negations(text, language) or ()]
    return sorted(numbers + negations)
