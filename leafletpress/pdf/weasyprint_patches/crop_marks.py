"""Crop marks are drawn in RGB, even on a page in CMYK.

What is wrong: the marks are an SVG without a colour, which WeasyPrint draws in the black of RGB.
PDF/A allows only the colours of the page's own profile (ISO 19005-3, 6.2.4.3), and a print shop's
preflight refuses the file.

Since: version 69.0, the first that writes a page in CMYK; the marks themselves came with 0.41.

Upstream: not reported. Issue 2723 was the like of it: transparency groups that stayed in RGB.
"""

from __future__ import annotations

from typing import Any

from weasyprint import draw
from weasyprint.images import SVGImage

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


class CropMarks(SVGImage):  # type: ignore[misc]
    """The crop marks; WeasyPrint draws nothing else through the name that this class replaces."""

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


PATCH = Patch(
    Part(draw, "SVGImage", "(tree, base_url, url_fetcher, context)"), CropMarks, only_owner=True
)

CALLED = Part(SVGImage, "draw", "(self, stream, concrete_width, concrete_height, _style)")
