"""Reading a PDF back: its glyphs, shapes and structure, with the places where they stand."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
from pypdf.generic import ContentStream
from pypdfium2 import raw

RAISED = 6
"""How far apart glyphs of one line may stand, in points: vowel signs and citations are raised."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Glyph:
    """A character as it is printed: where, how large (points), in which marked content.

    Which way a bracket faces is not known from here: PDFium mirrors it again. See `Reader.points`.
    """

    text: str
    box: Box
    baseline: float
    size: float
    page: int
    mark: int


@dataclass(frozen=True)
class Shape:
    """A filled or stroked path."""

    box: Box
    page: int


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

    @property
    def said(self) -> str:
        """Everything that the element and those below it say, one after the other."""
        return "".join(element.text or "" for element in self.walk())


class Reader:
    """A PDF, read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pypdf.PdfReader(BytesIO(data))
        self.catalog: Any = self.pdf.trailer["/Root"]

    @cached_property
    def document(self) -> Any:
        return pypdfium2.PdfDocument(_without_words(self.pdf))

    @cached_property
    def glyphs(self) -> list[Glyph]:
        """Every character of every page but spaces."""
        return [glyph for number in range(len(self.document)) for glyph in self._glyphs(number)]

    @cached_property
    def shapes(self) -> list[Shape]:
        shapes = []
        for number, page in enumerate(self.document):
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=5):
                shapes.append(Shape(Box(*item.get_bounds()), number))
        return shapes

    @cached_property
    def tree(self) -> Element:
        pages = {page.indirect_reference.idnum: n for n, page in enumerate(self.pdf.pages)}
        return _element(self.catalog["/StructTreeRoot"]["/K"][0].get_object(), pages)

    def marks_that_pdfium_finds(self) -> set[tuple[int, int]]:
        """Return page and number of every marked content in the structure as PDFium reads it.

        It takes the file's word for where each object stands, as other readers do not.
        """
        found = set()
        for number, page in enumerate(pypdfium2.PdfDocument(self.data)):
            tree = raw.FPDF_StructTree_GetForPage(page)
            for index in range(raw.FPDF_StructTree_CountChildren(tree)):
                top = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
                found |= {(number, mark) for mark in _marks(top)}
            raw.FPDF_StructTree_Close(tree)
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
        box, scale = glyph.box, 16
        page = self.document[glyph.page]
        width, height = page.get_size()
        crop = (box.left, box.bottom, width - box.right, height - box.top)
        image = page.render(scale=scale, crop=crop, grayscale=True).to_pil()
        row = [image.getpixel((x, image.height // 2)) for x in range(image.width)]
        ink = [x for x, grey in enumerate(row) if grey < 128]
        return sum(ink) / len(ink) < image.width / 2

    def _glyphs(self, number: int) -> Iterator[Glyph]:
        page = self.document[number]
        text = page.get_textpage()
        for index in range(raw.FPDFText_CountChars(text)):
            if raw.FPDFText_IsGenerated(text, index):
                continue
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if character.isspace() or character in "\u2060\ufffe\x02":
                continue
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
            item = raw.FPDFText_GetTextObject(text, index)
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            box = Box(*text.get_charbox(index))
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            yield Glyph(character, box, y.value, size, number, mark)


def _without_words(pdf: pypdf.PdfReader) -> bytes:
    """Return a copy without the ActualText of its content.

    PDFium believes it, and spreads its characters evenly over the place of the glyphs.
    """
    writer = pypdf.PdfWriter(clone_from=pdf)
    for page in writer.pages:
        content = ContentStream(page.get_contents(), writer)
        for operands, operator in content.operations:
            if operator == b"BDC" and isinstance(operands[1], dict):
                operands[1].pop("/ActualText", None)
        page.replace_contents(content)
    copy = BytesIO()
    writer.write(copy)
    return copy.getvalue()


def _marks(element: Any) -> Iterator[int]:
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            yield mark
        elif kid := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _marks(kid)


def bounds(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some boxes."""
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.bottom for box in found),
        max(box.right for box in found),
        max(box.top for box in found),
    )


def from_start(reader: Reader, box: Box) -> tuple[float, float]:
    """Return how far from the side where lines begin a thing begins and ends."""
    if reader.catalog["/ViewerPreferences"].get("/Direction") == "/R2L":
        return reader.width() - box.right, reader.width() - box.left
    return box.left, box.right


def lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return glyphs by the lines they stand on, top to bottom, each from left to right."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.page, -glyph.baseline)):
        last = found[-1][0] if found else None
        if last and last.page == glyph.page and last.baseline - glyph.baseline < RAISED:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [sorted(line, key=lambda glyph: glyph.box.left) for line in found]


def as_printed(glyphs: Iterable[Glyph]) -> str:
    """Return what an eye that moves from left to right sees, line by line, without spaces."""
    return "\n".join("".join(glyph.text for glyph in line) for line in lines(glyphs))


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
