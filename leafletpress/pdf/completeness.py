"""Whether everything that a page says came to stand on its sheets.

WeasyPrint 70 can lose text without a word: of a float or a flex box that does not fit on its page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

CONTENT = ("header", "main", "aside", "footer")
"""The elements whose text must be on paper. What else is in the body may be a running head."""

DRAWING = "{http://www.w3.org/2000/svg}svg"

NOT_SEEN = re.compile(r"[\s\u00ad\u2010\u00b7-]")
"""Spaces; hyphens, for WeasyPrint writes one where it parts a word; and the dot between two texts,
which a style may leave out where they stand on two lines."""


def lost_texts(html: Any, document: Any) -> Iterator[str]:
    """Yield each text of the page that its laid-out sheets do not show whole.

    `html` is the `weasyprint.HTML` that was rendered, `document` what came of it.
    """
    shown: defaultdict[Any, list[str]] = defaultdict(list)
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            if hasattr(box, "text") and box.element is not None:
                shown[box.element].append(box.text)
    body = html.etree_element.find("body")
    for part in body if body is not None else ():
        if part.tag in CONTENT:
            for element in _written(part):
                text = _own_text(element)
                if squeeze(text) not in squeeze("".join(shown[element])):
                    yield " ".join(text.split())


def _written(element: Any) -> Iterator[Any]:
    """Yield an element and all below it, but for drawings: what they say is their alternative."""
    if element.tag == DRAWING:
        return
    yield element
    for child in element:
        yield from _written(child)


def _own_text(element: Any) -> str:
    if not isinstance(element.tag, str):  # a comment
        return ""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def squeeze(text: str) -> str:
    """Return the letters of a text that are seen wherever its lines break."""
    return NOT_SEEN.sub("", text)
