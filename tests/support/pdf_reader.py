"""Reading a PDF back: its glyphs, shapes and structure, with the places where they stand.

No other file of the tests, but `pdf_painting`, knows the two libraries behind it. pypdf reads what
a PDF says of itself, and changes it; it places no glyph and draws nothing. PDFium does both, and
tells nothing of fonts, profiles, metadata and the operators of a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
from PIL import Image
from pypdf.generic import ContentStream, StreamObject

from tests.support.pdf_painting import (
    PATH,
    Box,
    Glyph,
    Letter,
    Shape,
    bounds,
    forget_words,
    glyphs_of_page,
    letters_of_page,
    marks_of_page,
    shape_of,
)


@dataclass
class Element:
    """An element of the structure tree; `marks` are the marked contents of its page."""

    kind: str
    text: str | None
    lang: str | None
    alt: str | None
    page: int | None
    marks: list[int]
    kids: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def with_languages(self, outer: str = "") -> Iterator[tuple["Element", str]]:
        """Yield the element and those below it, each with the language that it is in."""
        lang = self.lang or outer
        yield self, lang
        for kid in self.kids:
            yield from kid.with_languages(lang)

    @property
    def said(self) -> str:
        """Everything that the element and those below it say, one after the other."""
        return "".join(element.text or "" for element in self.walk())


class Reader:
    """A PDF, read back."""

    def __init__(self, source: bytes | Path) -> None:
        self.data = source if isinstance(source, bytes) else source.read_bytes()

    @cached_property
    def pdf(self) -> pypdf.PdfReader:
        """The PDF for pypdf: made when it is asked for, since pypdf reads all objects at once."""
        return pypdf.PdfReader(BytesIO(self.data))

    @cached_property
    def catalog(self) -> Any:
        """What the PDF says of itself as a whole."""
        return self.pdf.root_object

    @cached_property
    def document(self) -> Any:
        """The PDF for PDFium, which draws it, and finds what is painted."""
        return pypdfium2.PdfDocument(self.data)

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self.document)

    def _paint(self, page: int) -> Any:
        """Return a page without the words of its structure, which PDFium would believe."""
        found = self.document[page]
        forget_words(found)
        return found

    @cached_property
    def letters(self) -> list[tuple[Letter, ...]]:
        """The characters of each page as they are copied, in the order of painting."""
        with pypdfium2.PdfDocument(self.data) as document:
            return [tuple(letters_of_page(page)) for page in document]

    def painted(self, page: int) -> list[Letter]:
        """Return the characters of a page for which there is ink, whatever its structure says."""
        found = letters_of_page(self._paint(page), generated=False)
        return [letter for letter in found if letter.text.isprintable() and letter.text.strip()]

    @cached_property
    def glyphs(self) -> list[Glyph]:
        """Every character of every page but spaces."""
        pages = range(self.page_count)
        return [glyph for page in pages for glyph in glyphs_of_page(self._paint(page), page)]

    @cached_property
    def shapes(self) -> list[Shape]:
        """Every path of every page."""
        return [
            shape_of(item, number)
            for number, page in enumerate(self.document)
            for item in page.get_objects(filter=[PATH], max_depth=5)
        ]

    @cached_property
    def tree(self) -> Element:
        references = [page.indirect_reference for page in self.pdf.pages]
        pages = {each.idnum: n for n, each in enumerate(references) if each}
        return _element(self.catalog["/StructTreeRoot"]["/K"][0].get_object(), pages)

    def marks_that_pdfium_finds(self) -> set[tuple[int, int]]:
        """Return page and number of every marked content in the structure as PDFium reads it.

        It takes the file's word for where each object stands, as other readers do not.
        """
        found = set()
        for number, page in enumerate(pypdfium2.PdfDocument(self.data)):
            found |= {(number, mark) for mark in marks_of_page(page)}
        return found

    def fonts(self, page: int) -> Any:
        """Return the fonts of a page, by the names that its content gives them."""
        resources: Any = self.pdf.pages[page]["/Resources"]
        return resources["/Font"]

    def content(self, page: int) -> bytes:
        """Return the content of a page: the operators that paint it."""
        content = self.pdf.pages[page].get_contents()
        return b"" if content is None else content.get_data()

    def operations(self, page: int) -> list[tuple[list[Any], bytes]]:
        """Return the operators of a page, each behind what it is given."""
        content = ContentStream(self.pdf.pages[page].get_contents(), self.pdf)
        return [(list(operands), operator) for operands, operator in content.operations]

    def every_operator(self) -> Iterator[bytes]:
        """Yield the operators of all that pages are painted with: forms and patterns, too."""
        streams: list[Any] = [page.get_contents() for page in self.pdf.pages]
        trailer: Any = self.pdf.trailer
        for number in range(1, int(trailer["/Size"])):
            item = self.pdf.get_object(number)
            if isinstance(item, StreamObject) and ("/PatternType" in item or "/Group" in item):
                streams.append(item)
        for stream in streams:
            yield from (operator for _, operator in ContentStream(stream, self.pdf).operations)

    def text_within(self, page: int, box: Box) -> str:
        """Return the text that PDFium finds in a rectangle of a page."""
        with pypdfium2.PdfDocument(self.data) as document:
            text = document[page].get_textpage()
            return str(text.get_text_bounded(box.left, box.bottom, box.right, box.top))

    def size(self, page: int = 0) -> tuple[float, float]:
        """Return width and height of a page, in points."""
        width, height = self.document[page].get_size()
        return float(width), float(height)

    def picture(self, page: int, box: Box, scale: float) -> Image.Image:
        """Return the grey picture of a rectangle of a page, in so many pixels a point."""
        width, height = self.size(page)
        crop = (box.left, box.bottom, width - box.right, height - box.top)
        drawn = self.document[page].render(scale=scale, crop=crop, grayscale=True).to_pil()
        image: Image.Image = drawn.convert("L")
        return image

    def glyphs_by_language(self) -> dict[str, str]:
        """Return what is painted in each language, without spaces; "" is that of the document."""
        found: dict[str, str] = {}
        by_mark: dict[tuple[int | None, int], str] = {}
        for glyph in self.glyphs:
            place = glyph.page, glyph.mark
            by_mark[place] = by_mark.get(place, "") + glyph.text
        for element, lang in self.tree.with_languages():
            for mark in element.marks:
                found[lang] = found.get(lang, "") + by_mark.get((element.page, mark), "")
        return found

    def width(self, page: int = 0) -> float:
        return float(self.document[page].get_width())

    def glyphs_of(self, element: Element) -> list[Glyph]:
        """Return the glyphs that an element and those below it stand for."""
        wanted = {(part.page, mark) for part in element.walk() for mark in part.marks}
        return [glyph for glyph in self.glyphs if (glyph.page, glyph.mark) in wanted]

    def find(self, text: str) -> Element:
        """Return the innermost element that says just that text, the first on the pages."""
        first = next(e for e in self.tree.walk() if e.said.strip() == text)
        return [e for e in first.walk() if e.said.strip() == text][-1]

    def box_of(self, text: str) -> Box:
        """Return where a text stands that an element says by itself."""
        return bounds(glyph.box for glyph in self.glyphs_of(self.find(text)))

    def colour(self, page: int, x: float, y: float) -> tuple[int, int, int]:
        """Return the colour of a point, as red, green and blue."""
        width, height = self.document[page].get_size()
        crop = (x, y, width - x - 2, height - y - 2)
        image = self.document[page].render(scale=2, crop=crop).to_pil().convert("RGB")
        red, green, blue = image.getpixel((0, 0))
        return red, green, blue

    def furniture(self, page: int) -> list[Glyph]:
        """Return the glyphs of a page that are no part of its content."""
        return [glyph for glyph in self.glyphs if glyph.page == page and glyph.mark < 0]

    def points_left(self, glyph: Glyph) -> bool:
        """Tell whether the ink of a bracket reaches left at its middle, as that of ``(<`` does."""
        image = self.picture(glyph.page, glyph.box, 16)
        middle = image.height // 2
        row = image.crop((0, middle, image.width, middle + 1)).tobytes()
        ink = [x for x, grey in enumerate(row) if grey < 128]
        return sum(ink) / len(ink) < image.width / 2


def from_start(reader: Reader, box: Box) -> tuple[float, float]:
    """Return how far from the side where lines begin a thing begins and ends."""
    if reader.catalog["/ViewerPreferences"].get("/Direction") == "/R2L":
        return reader.width() - box.right, reader.width() - box.left
    return box.left, box.right


def _element(item: Any, pages: dict[int, int]) -> Element:
    kids = item.get("/K", [])
    kids = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    page = item.raw_get("/Pg").idnum if "/Pg" in item else None
    return Element(
        kind=item["/S"].lstrip("/"),
        text=item.get("/ActualText"),
        lang=item.get("/Lang"),
        alt=item.get("/Alt"),
        page=None if page is None else pages[page],
        marks=[int(kid) for kid in kids if isinstance(kid, int)],
        kids=[
            _element(kid, pages)
            for kid in kids
            if isinstance(kid, dict) and kid.get("/Type") != "/OBJR"
        ],
    )
