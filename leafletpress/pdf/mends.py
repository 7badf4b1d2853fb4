"""Mends for WeasyPrint 70, which is pinned exactly because of them. Each says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import draw
from weasyprint.images import SVGImage
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset, pango, pangoft2
from weasyprint.text.fonts import FontConfiguration

_split_first_line = inline.split_first_line
_set_up_layout = line_break.Layout.setup


def install() -> None:
    """Put the mends in place; doing it twice does no harm."""
    inline.split_first_line = split_first_line
    line_break.Layout.setup = set_up_layout
    draw.SVGImage = CropMarks


def cuts_fonts_fast() -> bool:
    """Tell whether WeasyPrint cuts fonts with HarfBuzz, and not with the slow fontTools."""
    return harfbuzz_subset is not None and bool(harfbuzz.hb_version_atleast(4, 1, 0))


@contextmanager
def font_configuration() -> Iterator[FontConfiguration]:
    """Give a font configuration for one document, and take back what it holds behind it.

    Pango 1.50 never lets go of the configuration of fontconfig that WeasyPrint reads for each
    document, 0.2 MB of rules and patterns: a process that prints for hours would grow for hours.
    """
    found = FontConfiguration()
    try:
        yield found
    finally:
        font_map = ffi.cast("PangoFcFontMap *", found.font_map)
        pangoft2.pango_fc_font_map_set_config(font_map, ffi.NULL)


def set_up_layout(layout: Any, style: Any) -> None:
    """Set a layout of Pango's up as WeasyPrint does, and let it own its font features alone.

    WeasyPrint puts one set of features into many layouts, and can free none of them: it loses some
    hundred bytes for the number of each item of a list, 10 kB a leaflet.
    """
    style.font_config.font_features.clear()  # so that it makes a new one
    _set_up_layout(layout, style)
    features = pango.pango_layout_get_attributes(layout.layout)
    if features != ffi.NULL:
        pango.pango_attr_list_unref(features)


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
