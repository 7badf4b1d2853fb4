"""Pages put on sheets to fold: two A5 pages on each side of A4, in saddle order.

The pages keep their structure, links and bookmarks: a booklet is as accessible as the leaflet, and
is read in the order of its pages, not of its sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.draw import draw_page

SHEET_WIDTH = 297 / 25.4 * 96
"""The width of A4 landscape in CSS pixels; two A5 pages are 1 mm narrower."""

PAGES_A_SHEET = 4


def saddle_order(count: int, direction: str) -> list[tuple[int, int]]:
    """Return which pages stand left and right on each side, counted from 0.

    `count` is a multiple of four. Folded and stapled, the pages follow one another; a right-to-left
    booklet is bound on the right, so the two change places.
    """
    sides = []
    for side in range(count // 2):
        pair = (count - 1 - side, side) if side % 2 == 0 else (side, count - 1 - side)
        sides.append(pair if direction == "ltr" else pair[::-1])
    return sides


def impose(document: Any, direction: str) -> list[Sheet]:
    """Put the pages of a rendered document on sheets, in place; return the sheets."""
    pages: list[Any] = list(document.pages)
    pages += [None] * (-len(pages) % PAGES_A_SHEET)
    sheets = [
        Sheet([Half(number, pages[number]) for number in pair], pages[0])
        for pair in saddle_order(len(pages), direction)
    ]
    document.pages = sheets
    return sheets


def put_in_reading_order(pdf: pydyf.PDF, sheets: Sequence[Sheet]) -> None:
    """Order the top of the structure tree by page, as the booklet is read."""
    objects: Any = pdf.objects
    root = _resolve(objects, pdf.catalog["StructTreeRoot"])
    document = _resolve(objects, root["K"][0])
    sheet_of = dict(zip(pdf.page_references, sheets, strict=True))

    def page_of(reference: Any) -> int:
        element = _resolve(objects, reference)
        sheet: Sheet = sheet_of[element["Pg"]]
        return sheet.page_of(_first_mark(objects, element))

    document["K"] = pydyf.Array(sorted(document["K"], key=page_of))


@dataclass(slots=True)
class Half:
    """One half of a side: a page, or None for a blank one, and where it begins (CSS pixels)."""

    number: int
    page: Any
    x: float = 0
    marks: int = 0
    """How many pieces of content were marked before this half was painted."""


@dataclass
class Sheet:
    """One side of a sheet, which WeasyPrint takes for a page."""

    halves: list[Half]
    first: Any
    """The first page of the document, which all others are like: both halves may be blank."""
    bookmarks: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        pages = [half.page for half in self.halves if half.page]
        first = self.first
        self.width, self.height = SHEET_WIDTH, first.height
        self.bleed = dict.fromkeys(first.bleed, 0)
        self.forms: dict[Any, list[Any]] = {None: []}
        gap = SHEET_WIDTH / 2 - first.width
        for half, x in zip(self.halves, (gap, SHEET_WIDTH / 2), strict=True):
            half.x = x
        self._page_box = first._page_box.copy_with_children([page._page_box for page in pages])
        self.links = [link for half in self.halves for link in _links(half)]
        self.anchors = {name: at for half in self.halves for name, at in _anchors(half).items()}

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint both pages, each at its place."""
        for half in self.halves:
            half.marks = len(stream._tags or ())
            if half.page:
                with stream.stacked():
                    stream.transform(a=scale, d=scale, e=half.x * scale)
                    draw_page(half.page._page_box, stream)

    def page_of(self, mark: int) -> int:
        """Return the number of the page that a piece of marked content stands on."""
        painted = [half for half in self.halves if half.page and half.marks <= mark]
        return max(painted, key=lambda half: half.marks).number


def _links(half: Half) -> list[tuple[Any, ...]]:
    links = half.page.links if half.page else []
    return [
        (kind, target, (x1 + half.x, y1, x2 + half.x, y2), box)
        for kind, target, (x1, y1, x2, y2), box in links
    ]


def _anchors(half: Half) -> dict[str, tuple[float, float, float, float]]:
    anchors = half.page.anchors if half.page else {}
    return {name: (x + half.x, y, w, h) for name, (x, y, w, h) in anchors.items()}


def _resolve(objects: Any, reference: Any) -> Any:
    text = reference.decode() if isinstance(reference, bytes) else reference
    return objects[int(text.split()[0])]


def _first_mark(objects: Any, element: Any) -> int:
    """Return the first marked content below an element; 0 where it has none."""
    for kid in element["K"]:
        if isinstance(kid, int):
            return kid
        item = _resolve(objects, kid)
        if item.get("Type") == "/StructElem":
            return _first_mark(objects, item)
    return 0
