"""The words and the language of every piece of text, written into the PDF's structure tree.

WeasyPrint 70 derives the text layer from glyphs, which loses words in every script whose letters
change shape (its issue 2841), and writes the language of the document only. A screen reader and a
copy need both: ActualText and Lang of ISO 32000-1, sections 14.9.4 and 14.9.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

NO_TEXT = "\u2060"
"""What a glyph without a character of its own stands for: a word joiner, which is not seen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a marked piece of a page says, and in which language."""

    text: str | None
    lang: str | None


def install() -> None:
    """Let WeasyPrint note the text and the language of every piece that it marks."""
    Stream.marked = _marked


def write_text_and_languages(pdf: pydyf.PDF, lang: str) -> None:
    """Write ActualText to every structure element with text, and Lang where it is not `lang`.

    Glyphs whose ToUnicode entry is empty get a word joiner, so that a reader drops no word there.
    """
    pieces = _pieces_by_page(pdf)
    for item in pdf.objects:
        if _is_a(item, "/StructElem"):
            _describe(item, pieces, pdf, lang)
        elif isinstance(item, pydyf.Stream):
            _fill_unicode_map(item)


@contextmanager
def _marked(self: Any, box: Any, tag: str) -> Iterator[None]:
    """Mark content as WeasyPrint does, with its text beside it."""
    if self._tags is None:
        yield
        return
    number = len(self._tags)
    self._tags[box] = {"tag": tag, "mcid": number}
    text = box.text if isinstance(box, boxes.TextBox) else None
    self.__dict__.setdefault("_pieces", {})[number] = Piece(text, box.style["lang"])
    properties = pydyf.Dictionary({"MCID": number})
    if text is not None and box.style["direction"] == "ltr":
        properties["ActualText"] = pydyf.String(text)
    pydyf.Stream.begin_marked_content(self, tag, properties)
    try:
        yield
    finally:
        pydyf.Stream.end_marked_content(self)


def _pieces_by_page(pdf: pydyf.PDF) -> dict[Any, dict[int, Piece]]:
    objects: Any = pdf.objects
    streams = {
        item.reference: item._pieces
        for item in objects
        if isinstance(item, Stream) and hasattr(item, "_pieces")
    }
    pages: list[Any] = [item for item in objects if _is_a(item, "/Page")]
    return {page.reference: streams.get(page["Contents"], {}) for page in pages}


def _is_a(item: Any, kind: str) -> bool:
    return isinstance(item, dict) and item.get("Type") == kind


def _describe(element: Any, pages: dict[Any, dict[int, Piece]], pdf: pydyf.PDF, lang: str) -> None:
    pieces = pages.get(element.get("Pg"), {})
    marked = [pieces[kid] for kid in element["K"] if isinstance(kid, int) and kid in pieces]
    if not marked or not all(_is_content(kid, pdf) for kid in element["K"]):
        return
    texts = [piece.text for piece in marked if piece.text is not None]
    if texts:
        element["ActualText"] = pydyf.String("".join(texts))
    if marked[0].lang and marked[0].lang != lang:
        element["Lang"] = pydyf.String(marked[0].lang)


def _is_content(kid: Any, pdf: pydyf.PDF) -> bool:
    """Tell whether a kid is marked content, or the annotation of a link around it."""
    if isinstance(kid, int):
        return True
    number = int(kid.split()[0])
    return _is_a(pdf.objects[number], "/OBJR")


def _fill_unicode_map(stream: pydyf.Stream) -> None:
    if any(isinstance(line, bytes) and line == b"begincmap" for line in stream.stream[:4]):
        empty, filled = b" <>", f" <{ord(NO_TEXT):04x}>".encode()
        stream.stream = [
            line.removesuffix(empty) + filled
            if isinstance(line, bytes) and line.endswith(empty)
            else line
            for line in stream.stream
        ]
