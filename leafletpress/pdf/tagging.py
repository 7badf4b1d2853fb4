"""The words and the language of every piece of text, written into the PDF's structure tree.

WeasyPrint 70 writes neither; what it marks is noted for this by
`weasyprint_patches.marked_content`, which says what is wrong and which rules ask for it. It also
puts links in links, which no element but the link itself may hold (ISO 14289-1, 7.18.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pydyf

from leafletpress.pdf.weasyprint_patches.marked_content import Piece, pieces_of

NO_TEXT = "\u2060"
"""What a glyph without a character of its own stands for: a word joiner, which is not seen."""


def write_text_and_languages(pdf: pydyf.PDF, lang: str) -> None:
    """Write ActualText to every structure element with text, and Lang where it is not `lang`.

    Glyphs whose ToUnicode entry is empty get a word joiner, so that a reader drops no word there.
    """
    _Tree(pdf, lang).write()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            _fill_unicode_map(item)


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
        return pieces_of(self.resolve(page["Contents"]))

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
