"""A picture that is cut off is filled in, and nobody is told.

What is wrong: as soon as WeasyPrint is imported, Pillow takes a picture that ends too early for
whole, in the whole process; and WeasyPrint decodes it, if at all, only while it writes the PDF. So
half a logo is printed without a word.

Since: version 57.0, for issue 1715 (a broken picture stopped the whole document).

Upstream: wanted so. That it holds for the whole process is not reported.

With both patches such a picture cannot be loaded, of which WeasyPrint warns, and that is an error.
"""

from __future__ import annotations

from typing import Any

from weasyprint import DEFAULT_OPTIONS, images

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


def load_whole(self: Any, pillow_image: Any, *rest: Any, **options: Any) -> None:
    """Take a picture as WeasyPrint does, having read it to its end."""
    pillow_image.load()
    PATCH.original(self, pillow_image, *rest, **options)


PATCH = Patch(
    Part(
        images.RasterImage,
        "__init__",
        "(self, pillow_image, image_id, image_data, filename=None, cache=None,"
        f" orientation='none', options={DEFAULT_OPTIONS})",
    ),
    load_whole,
)

SETTING = Patch(
    Part(images.ImageFile, "LOAD_TRUNCATED_IMAGES", "True"), replacement=False, only_owner=True
)
