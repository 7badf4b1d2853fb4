"""What is marked as content has neither its words nor its language with it.

What is wrong: WeasyPrint derives the text layer from glyphs, which loses words in every script
whose letters change shape; it writes the language of the document only; and it takes what stands
on every page for content that has no place in the structure. A screen reader and a copy need
ActualText and Lang of ISO 32000-1 (sections 14.9.4 and 14.9.2); running heads and feet are
pagination artifacts (section 14.8.2.2).

Since: the lost words since 53.0, the first with a text layer of its own; the rest since 57.0, the
first with a structure.

Upstream: issue 2841 (lost words) and issue 1836 (running heads and feet) are open. That the
language of a part is not written is not reported.

What is noted here is written to the structure by `pdf.tagging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch

SPELLING = str.maketrans({"\u00a0": " ", "\u2060": None, "\u00ad": None})
"""What only the line breaks need is no part of the words: else nobody finds “500 mg”."""

PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})

SHAPED = re.compile("[\u0590-\u1fff\ua800-\uabff]")
"""Letters that change shape or place. Their words stand in the content as well; elsewhere glyphs
say enough, and a viewer that is given words no longer knows where each letter stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a marked piece of a page says, and in which language."""

    text: str | None
    lang: str | None


def note_pagination_artifacts(document: Any) -> None:
    """Note which boxes of a rendered document are running heads and feet."""
    for page in document.pages:
        for box in page._page_box.children:
            if isinstance(box, boxes.MarginBox):
                for part in box.descendants():
                    part.is_pagination_artifact = True


@contextmanager
def marked(self: Any, box: Any, tag: str) -> Iterator[None]:
    """Mark content as WeasyPrint does, with its text beside it."""
    if self._tags is None:
        yield
        return
    number = len(self._tags)
    self._tags[box] = {"tag": tag, "mcid": number}
    if getattr(box, "is_pagination_artifact", False):
        pydyf.Stream.begin_marked_content(self, "Artifact", PAGINATION)
    else:
        text = _said(box) if isinstance(box, boxes.TextBox) else None
        self.__dict__.setdefault("_pieces", {})[number] = Piece(text, box.style["lang"])
        properties = pydyf.Dictionary({"MCID": number})
        if text is not None and box.style["direction"] == "ltr" and SHAPED.search(text):
            properties["ActualText"] = pydyf.String(text)
        pydyf.Stream.begin_marked_content(self, tag, properties)
    try:
        yield
    finally:
        pydyf.Stream.end_marked_content(self)


def pieces_of(stream: Any) -> dict[int, Piece]:
    """Return what was noted of each piece of content of a page, by its number."""
    pieces: dict[int, Piece] = getattr(stream, "_pieces", {})
    return pieces


def _said(box: Any) -> str:
    text: str = getattr(box, "said", box.text)
    return text.translate(SPELLING)


PATCH = Patch(Part(Stream, "marked", "(self, box, tag)"), marked)

CALLED = (
    Part(pydyf.Stream, "begin_marked_content", "(self, tag, property_list=None)", ("stream",)),
    Part(pydyf.Stream, "end_marked_content", "(self)", ("stream",)),
    Part(pydyf.PDF, "__init__", "(self)", ("objects", "pages", "catalog")),
    Part(pydyf.PDF, "add_object", "(self, object_)", ("objects",)),
    Part(
        Stream,
        "__init__",
        "(self, fonts, page_rectangle, resources, images, tags, color_profiles, output_intent,"
        " *args, **kwargs)",
        ("_tags", "_output_intent"),
    ),
)
