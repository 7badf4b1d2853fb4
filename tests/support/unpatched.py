"""WeasyPrint without one of our patches, to see whether its fault is still there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leafletpress.fonts import ensure_faces
from leafletpress.language import source_language
from leafletpress.pdf import start
from tests.support.printing import CACHE

if TYPE_CHECKING:
    from leafletpress.pdf.weasyprint_patches import Patch


def ready() -> None:
    """Make this process ready to print English with all patches in place."""
    ensure_faces([source_language()], CACHE)
    start(CACHE)


@contextmanager
def without(patch: Patch) -> Iterator[None]:
    """Take a patch out for a while. Where its test then finds no fault, it can go for good."""
    patch.take_out()
    try:
        yield
    finally:
        patch.put()
