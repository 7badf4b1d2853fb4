"""The configuration of fontconfig that is read for each document is never freed.

What is wrong: Pango never lets go of the configuration that a map of fonts was given, 0.2 MB of
rules and patterns a document.

Since: version 0.32, which reads one for each document; seen with Pango 1.50.

Upstream: not reported. Issue 2843 is about the same lines, and was a crash of freeing twice.

Nothing is replaced here: what WeasyPrint holds is taken back when the document is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.text.ffi import ffi, pangoft2
from weasyprint.text.fonts import FontConfiguration

from leafletpress.pdf.weasyprint_patches.patch import Part

CALLED = Part(FontConfiguration, "__init__", "(self)", ("font_map", "font_features"))


@contextmanager
def font_configuration() -> Iterator[FontConfiguration]:
    """Give a font configuration for one document, and take back what it holds behind it."""
    found = FontConfiguration()
    try:
        yield found
    finally:
        release(found)


def release(found: FontConfiguration) -> None:
    """Let a map of fonts go of its configuration of fontconfig; it finds no font any more."""
    font_map = ffi.cast("PangoFcFontMap *", found.font_map)
    pangoft2.pango_fc_font_map_set_config(font_map, ffi.NULL)
