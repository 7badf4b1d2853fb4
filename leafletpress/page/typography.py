"""Small rules of setting text: numbers kept whole, and kept in their own order.

"Number and unit are never parted" is a rule of the European Medicines Agency's QRD templates. In
right-to-left text the Unicode bidirectional algorithm (UAX 9) prints ``5–10 mg/kg`` as
``mg/kg 10–5``; only an isolate with a direction of its own keeps a dose as it was written.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markupsafe import Markup, escape

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"

NUMBER_AND_WORD = re.compile(r"(\d[%٪]?) (?=[^\W\d_])")
WORD_AND_LAST_NUMBER = re.compile(r"(?<=\w) (?=\d+[%٪]?(?:[.,;:!?)]|$))")
ORDINAL_AND_WORD = re.compile(r"(\d\.) (?=([^\W\d_]))")
DASH_IN_RANGE = re.compile(r"(?<=\d)–(?=\d)")

LATIN = "A-Za-zµμ°℃"
OWN_ORDER = re.compile(
    rf"""
    [%٪+\-−]?\d+                                      # a number, with a sign before it
    (?: (?: [.,٫٬:/] | [ \u00a0]?[–\-−]\u2060?[ \u00a0]? ) \d+ )*   # groups, fraction, range
    (?: \u00a0?[%٪] )?                                # a percent sign behind it
    (?: [ \u00a0]? [{LATIN}]+ (?:/[{LATIN}]+)* )?     # its unit: mg, mg/kg, °C
    """,
    re.VERBOSE,
)


def keep_numbers_whole(text: str) -> str:
    """Return the text with no-break spaces between numbers and the words they belong to."""
    text = NUMBER_AND_WORD.sub(rf"\1{NO_BREAK_SPACE}", text)
    text = WORD_AND_LAST_NUMBER.sub(NO_BREAK_SPACE, text)  # "step 1." at the end
    text = ORDINAL_AND_WORD.sub(_ordinal, text)
    return DASH_IN_RANGE.sub(f"–{WORD_JOINER}", text)


def set_plain(text: str, direction: str) -> Markup:
    """Return plain text as markup, its numbers whole and in their own order."""
    whole = keep_numbers_whole(text)
    if direction == "ltr":
        return escape(whole)
    pieces = (
        Markup('<bdi dir="ltr">{}</bdi>').format(piece) if isolate else escape(piece)
        for piece, isolate in _pieces(whole)
    )
    return Markup("").join(pieces)


def keep_tree_whole(root: etree.Element) -> None:
    """Keep the numbers of every text in a tree whole, in place."""
    for element in root.iter():
        if element.text:
            element.text = keep_numbers_whole(element.text)
        if element.tail:
            element.tail = keep_numbers_whole(element.tail)


def isolate_tree(root: etree.Element) -> None:
    """Keep the numbers of every text in a right-to-left tree in their own order, in place."""
    for element in list(root.iter()):
        _isolate_in(element)


def _ordinal(found: re.Match[str]) -> str:
    """ "1. adım" (step 1) is kept whole; the end of a sentence, before a capital, is not."""
    return f"{found[1]}{NO_BREAK_SPACE}" if found[2].islower() else found[0]


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it has an order of its own."""
    end = 0
    for found in OWN_ORDER.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text):
        yield text[end:], False


def _isolate_in(element: etree.Element) -> None:
    """Wrap what has an order of its own in the texts directly below an element."""
    if element.get("dir") == "ltr":
        return
    children = list(element)
    if element.text:
        _wrap(element, element.text, None)
    for child in children:
        if child.tail:
            _wrap(element, child.tail, child)


def _wrap(parent: etree.Element, text: str, before: etree.Element | None) -> None:
    """Put a text below `parent`, behind its child `before`, with isolates around numbers."""
    position = 0 if before is None else list(parent).index(before) + 1
    _set_text(parent, before, "")
    for piece, isolate in _pieces(text):
        if isolate:
            before = etree.Element("bdi", {"dir": "ltr"})
            before.text = piece
            parent.insert(position, before)
            position += 1
        else:
            _set_text(parent, before, piece)


def _set_text(parent: etree.Element, before: etree.Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text
