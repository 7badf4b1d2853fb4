"""Pages that stand two on a sheet lose their bookmarks.

What is wrong: WeasyPrint makes the tree of bookmarks from its pages, in their order. The sheets of
a booklet stand in their place (`pdf.imposition`), hold several pages each, and are not in the order
of reading.

Since: always; WeasyPrint puts nothing on sheets.

Upstream: not reported; imposition is no feature of WeasyPrint.
"""

from __future__ import annotations

from typing import Any

from weasyprint import anchors, draw
from weasyprint.document import Document, Page
from weasyprint.matrix import Matrix

from leafletpress.pdf.imposition import Sheet
from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


def make_bookmark_tree(self: Any, scale: float = 1, transform_pages: bool = False) -> Any:
    """Return the tree of bookmarks as WeasyPrint does, that of a booklet by page, not by sheet."""
    sheets = self.pages
    if not all(isinstance(sheet, Sheet) for sheet in sheets):
        return PATCH.original(self, scale, transform_pages)
    root: list[Any] = []
    skipped: list[Any] = []
    depths, level = [root], 0
    halves = [(number, sheet, half) for number, sheet in enumerate(sheets) for half in sheet.halves]
    for number, sheet, half in sorted(halves, key=lambda entry: entry[2].number):
        if half.page is None:
            continue
        matrix = Matrix(a=scale, d=scale, e=half.x * scale)
        if transform_pages:
            matrix = Matrix(a=scale, d=-scale, e=half.x * scale, f=sheet.height * scale)
        level = anchors.make_page_bookmark_tree(half.page, skipped, depths, level, number, matrix)
    return root


PATCH = Patch(
    Part(Document, "make_bookmark_tree", "(self, scale=1, transform_pages=False)", ("pages",)),
    make_bookmark_tree,
)

# A sheet stands in for a page of WeasyPrint's, so that must be what it was.
CALLED = (
    Part(
        Page,
        "__init__",
        "(self, page_box)",
        ("width", "height", "bleed", "bookmarks", "links", "anchors", "forms", "_page_box"),
    ),
    Part(Page, "paint", "(self, stream, scale=1)", ("_page_box",)),
    Part(draw, "draw_page", "(page, stream)"),
    Part(
        anchors,
        "make_page_bookmark_tree",
        "(page, skipped_levels, last_by_depth, previous_level, page_number, matrix)",
    ),
)
