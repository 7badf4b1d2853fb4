"""Font features that are put into many layouts are never freed.

What is wrong: WeasyPrint keeps one set of font features (tabular numbers, ligatures) for many
layouts, and may then free none: some hundred bytes stay behind for the number of each item of a
list, 10 kB a leaflet. A process that prints for hours grows for hours.

Since: version 0.32, which brought font features.

Upstream: known, and written beside the code ("to avoid leaking too many of them", pull request
381); there is no open issue.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


def set_up_layout(layout: Any, style: Any) -> None:
    """Set a layout of Pango's up as WeasyPrint does, and let it own its font features alone."""
    style.font_config.font_features.clear()  # so that it makes a new one
    PATCH.original(layout, style)
    features = pango.pango_layout_get_attributes(layout.layout)
    if features != ffi.NULL:
        pango.pango_attr_list_unref(features)


PATCH = Patch(
    Part(line_break.Layout, "setup", "(self, style)", ("font_config", "font_features", "layout")),
    set_up_layout,
)
