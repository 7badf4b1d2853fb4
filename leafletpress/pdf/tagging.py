"""The words and the language of every piece of text, written into the PDF's structure tree.

WeasyPrint 70 derives the text layer from glyphs, which loses words in every script whose letters
change shape (its issue 2841), writes the language of the document only, drops the spaces at which
lines break, and takes what stands on every page for content without a place in the tree. A screen
reader and a copy need ActualText and Lang of ISO 32000-1 (sections 14.9.4 and 14.9.2); what stands
on every page is an artifact (section 14.8.2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.pdf.stream import Stream

NO_TEXT = "\u2060"
"""What a glyph without a character of its own stands for: a word joiner, which is not seen."""

SPELLING = str.maketrans({"\u00a0": " ", "\u2060": None, "\u00ad": None})
"""What only the line breaks need is no part of the words: else nobody finds “500 mg”."""

PAGINATION = pydyf.Dictionary({"Type": "/Pagination"})

_split_text_box = inline.split_text_box


SHAPED = re.compile("[\u0590-\u1fff\ua800-\uabff]")
"""Letters that change shape or place. Their words stand in the content as well; elsewhere glyphs
say enough, and a viewer that is given words no longer knows where each letter stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a marked piece of a page says, and in which language."""

    text: str | None
    lang: str | None


def install() -> None:
    """Let WeasyPrint note the text and the language of every piece that it marks."""
    Stream.marked = _marked
    inline.split_text_box = _split


def mark_pagination_artifacts(document: Any) -> None:
    """Note which boxes of a rendered document stand in the margins of its pages."""
    for page in document.pages:
        for box in page._page_box.children:
            if isinstance(box, boxes.MarginBox):
                for part in box.descendants():
                    part.is_pagination_artifact = True


def write_text_and_languages(pdf: pydyf.PDF, lang: str) -> None:
    """Write ActualText to every structure element with text, and Lang where it is not `lang`.

    Glyphs whose ToUnicode entry is empty get a word joiner, so that a reader drops no word there.
    """
    _Tree(pdf, lang).write()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            _fill_unicode_map(item)


def _split(context: Any, box: Any, width: Any, skip: Any, is_line_start: bool = True) -> Any:
    """Split a line off a text as WeasyPrint does; note all that it says, outer spaces included."""
    line, resume_at, preserved = _split_text_box(context, box, width, skip, is_line_start)
    if line is not None:
        text = box.text.encode()
        start = 0 if not text[: skip or 0].strip(b" ") else skip
        line.said = text[start:resume_at].decode()
    return line, resume_at, preserved


@contextmanager
def _marked(self: Any, box: Any, tag: str) -> Iterator[None]:
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


def _said(box: Any) -> str:
    text: str = getattr(box, "said", box.text)
    return text.translate(SPELLING)


class _Tree:
    """The structure tree of a PDF, with what WeasyPrint leaves out of it."""

    def __init__(self, pdf: pydyf.PDF, lang: str) -> None:
        self.pdf = pdf
        self.lang = lang
        root = self.resolve(pdf.catalog["StructTreeRoot"])
        self.document = self.resolve(root["K"][0])
        self.numbers = self.resolve(root["ParentTree"])["Nums"]
        owners = dict(zip(self.numbers[::2], self.numbers[1::2], strict=True))
        objects: Any = pdf.objects
        pages = [item for item in objects if _is_a(item, "/Page")]
        self.pieces = {page.reference: self._pieces_of(page) for page in pages}
        self.owners = {page.reference: owners[page["StructParents"]] for page in pages}

    def write(self) -> None:
        """Describe every element; take those out that stand for what is on every page."""
        self._drop_links_in_links(self.document, inside=False)
        elements = list(self._below(self.document))
        kept = {element.reference for element in (self.document, *elements)}
        for item in list(self.pdf.objects):
            if _is_a(item, "/StructElem") and item.reference not in kept:
                self._forget(item)
        for owners in self.owners.values():
            owners[:] = [owner if owner in kept else "null" for owner in owners]
        for element in elements:
            self._describe(element)

    def resolve(self, reference: Any) -> Any:
        """Return the object that a reference names."""
        return self.pdf.objects[int(reference.split()[0])]

    def _pieces_of(self, page: Any) -> dict[int, Piece]:
        pieces: dict[int, Piece] = getattr(self.resolve(page["Contents"]), "_pieces", {})
        return pieces

    def _below(self, element: Any) -> Iterator[Any]:
        for kid in element["K"]:
            if not isinstance(kid, int) and _is_a(item := self.resolve(kid), "/StructElem"):
                yield item
                yield from self._below(item)

    def _drop_links_in_links(self, element: Any, *, inside: bool) -> None:
        """Take out the links that WeasyPrint puts over bold words and the like in a link.

        The link around them covers them; and a link may stand in no other element than its own.
        """
        for kid in list(element["K"]):
            if isinstance(kid, int):
                continue
            item = self.resolve(kid)
            if _is_a(item, "/StructElem"):
                link = inside or element["S"] == "/Link"
                self._drop_links_in_links(item, inside=link)
            elif inside:
                element["K"].remove(kid)
                annotation = self.resolve(item["Obj"])
                self.resolve(item["Pg"])["Annots"].remove(annotation.reference)
                index = self.numbers[::2].index(annotation["StructParent"]) * 2
                del self.numbers[index : index + 2]
                self._forget(item)
                self._forget(annotation)

    def _describe(self, element: Any) -> None:
        """Write what an element says where all its content is its own, else part the content."""
        kids = element["K"]
        pieces = self.pieces.get(element.get("Pg"), {})
        own = [kid for kid in kids if isinstance(kid, int)]
        if not own:
            return
        if any(not isinstance(kid, int) and not self._is_annotation(kid) for kid in kids):
            kids[:] = [self._part(element, kid) if isinstance(kid, int) else kid for kid in kids]
            return
        self._say(element, [pieces[kid] for kid in own])

    @staticmethod
    def _forget(item: Any) -> None:
        """Empty an object that nothing names any more.

        Its number stays taken: where objects are marked as free, PDFium (and so Chrome) sees no
        structure on any page but the first.
        """
        item.clear()

    def _part(self, parent: Any, mark: int) -> Any:
        """Give a piece of content an element of its own below `parent`; return its reference."""
        element = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/Span",
                "K": pydyf.Array([mark]),
                "Pg": parent["Pg"],
                "P": parent.reference,
            }
        )
        self.pdf.add_object(element)
        self.owners[parent["Pg"]][mark] = element.reference
        self._say(element, [self.pieces[parent["Pg"]][mark]])
        return element.reference

    def _say(self, element: Any, pieces: Iterable[Piece]) -> None:
        texts = [piece.text for piece in pieces if piece.text is not None]
        langs = [piece.lang for piece in pieces if piece.lang]
        if texts:
            element["ActualText"] = pydyf.String("".join(texts))
        if langs and langs[0] != self.lang:
            element["Lang"] = pydyf.String(langs[0])

    def _is_annotation(self, kid: Any) -> bool:
        """Tell whether a kid is the annotation of a link."""
        return _is_a(self.resolve(kid), "/OBJR")


def _is_a(item: Any, kind: str) -> bool:
    return isinstance(item, dict) and item.get("Type") == kind


def _fill_unicode_map(stream: pydyf.Stream) -> None:
    if any(isinstance(line, bytes) and line == b"begincmap" for line in stream.stream[:4]):
        empty, filled = b" <>", f" <{ord(NO_TEXT):04x}>".encode()
        stream.stream = [
            line.removesuffix(empty) + filled
            if isinstance(line, bytes) and line.endswith(empty)
            else line
            for line in stream.stream
        ]
