"""Mends for WeasyPrint 70, which is pinned exactly because of them. Each says what it is for."""

from __future__ import annotations

from typing import Any

from weasyprint import draw
from weasyprint.images import SVGImage
from weasyprint.layout import inline
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset

_split_first_line = inline.split_first_line


def install() -> None:
    """Put the mends in place; doing it twice does no harm."""
    inline.split_first_line = split_first_line
    draw.SVGImage = CropMarks


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
    split = _split_first_line(text, style, context, max_width, *rest)
    layout, resume_index = split[0], split[2]
    is_whole = resume_index is None and layout.text == text  # mostly: then nothing is to mend
    may_hang = text.endswith(" ") and style["white_space"] == "normal"
    if may_hang and max_width is not None and not is_whole:
        _, _, resume_index, width, *_ = _split_first_line(
            text.rstrip(" "), style, context, max_width, *rest
        )
        if resume_index is None and width <= max_width:
            return _split_first_line(text, style, context, None, *rest)
    return split


class CropMarks(SVGImage):  # type: ignore[misc]
    """The crop marks, which WeasyPrint draws in RGB even on a page in CMYK.

    PDF/A allows only the colours of the page's own profile. WeasyPrint draws nothing else through
    the name that this class replaces.
    """

    def __init__(self, tree: Any, *rest: Any) -> None:
        super().__init__(tree, *rest)
        self._source = (tree, *rest)

    def draw(self, stream: Any, *rest: Any) -> None:
        """Draw the marks in black ink where the page is in CMYK."""
        if stream._output_intent == "device-cmyk":
            self._source[0].set("stroke", "device-cmyk(0 0 0 1)")
            self._source[0].set("fill", "none")
            super().__init__(*self._source)
        super().draw(stream, *rest)
