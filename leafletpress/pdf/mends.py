"""Mends for WeasyPrint 70, which is pinned exactly because of them. Each says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.layout import inline
from weasyprint.pdf import tags
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset

_split_first_line = inline.split_first_line
_build_box_tree = tags._build_box_tree


def install() -> None:
    """Put the mends in place; doing it twice does no harm."""
    inline.split_first_line = split_first_line
    tags._build_box_tree = build_box_tree


def cuts_fonts_fast() -> bool:
    """Tell whether WeasyPrint cuts fonts with HarfBuzz, and not with the slow fontTools."""
    return harfbuzz_subset is not None and bool(harfbuzz.hb_version_atleast(4, 1, 0))


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Split off a line as WeasyPrint does, but let a trailing space hang over the edge.

    Where a text before an inline element (bold words, a citation) fills its line but for its
    trailing space, WeasyPrint takes the space for an overflow and breaks after the first word,
    which leaves a line of one word in the middle of a paragraph. Lines are measured without it.
    """
    rest = (justification_spacing, is_line_start, minimum)
    if max_width is not None and text.endswith(" ") and style["white_space"] == "normal":
        _, _, resume_index, width, *_ = _split_first_line(
            text.rstrip(" "), style, context, max_width, *rest
        )
        if resume_index is None and width <= max_width:
            return _split_first_line(text, style, context, None, *rest)
    return _split_first_line(text, style, context, max_width, *rest)


def build_box_tree(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
    """Build the structure of a box as WeasyPrint does, and say where its language is another.

    WeasyPrint writes the language of the document alone: a screen reader would read the English
    in a Turkish leaflet as if it were Turkish.
    """
    language = box.style["lang"]
    for element in _build_box_tree(box, parent, pdf, *rest):
        if language and language != pdf.catalog["Lang"].string:
            element["Lang"] = pydyf.String(language)
        yield element
