"""Everything that is replaced in WeasyPrint and pydyf, one file a patch.

Each file says what is wrong, since which version, and where upstream it is known; its test shows
the fault without the patch, and so fails on the day when the patch can go. What is only called, but
promised to nobody, is listed as CALLED, so that it cannot change unseen.

Importing this room imports WeasyPrint, which costs about a second.
"""

from functools import cache

from leafletpress.pdf.weasyprint_patches import (
    accessible_metadata,
    bookmarks,
    crop_marks,
    font_features,
    font_map,
    line_breaks,
    line_texts,
    marked_content,
    truncated_pictures,
)
from leafletpress.pdf.weasyprint_patches.patch import Part, Patch

__all__ = ["CALLED", "PATCHES", "Part", "Patch", "altered_parts", "install"]

PATCHES = (
    line_breaks.PATCH,
    font_features.PATCH,
    crop_marks.PATCH,
    line_texts.PATCH,
    marked_content.PATCH,
    accessible_metadata.PATCH,
    bookmarks.PATCH,
    truncated_pictures.PATCH,
    truncated_pictures.SETTING,
)

CALLED = (font_map.CALLED, crop_marks.CALLED, *marked_content.CALLED, *bookmarks.CALLED)


@cache  # every job of a process asks
def altered_parts() -> tuple[Part, ...]:
    """Return the parts that are not what they are in the pinned version, whatever it says it is."""
    originals = [(patch.part, patch.original) for patch in PATCHES]
    called = [(part, getattr(part.owner, part.name, None)) for part in CALLED]
    return tuple(part for part, found in (*originals, *called) if not part.is_as_pinned(found))


@cache
def install() -> None:
    """Put all patches in place, once in this process."""
    for patch in PATCHES:
        patch.put()
