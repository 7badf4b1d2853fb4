"""What is painted on a page of a PDF, as PDFium finds it: characters and paths, and where."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

PATH = raw.FPDF_PAGEOBJ_PATH
"""The kind of an object of a page that is a path."""

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
class Letter:
    """A character as a reader copies it, spaces too: its advance and baseline, in points."""

    text: str
    size: float
    left: float
    right: float
    baseline: float


@dataclass(frozen=True)
class Shape:
    """A filled or stroked path, and the parts of it that begin elsewhere."""

    box: Box
    page: int
    mark: int
    is_filled: bool
    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Part:
    """A part of a path: a line, or a closed shape."""

    box: Box
    is_closed: bool


def forget_words(page: Any) -> None:
    """Take the ActualText from all that is painted on a page, until its text is read.

    PDFium believes it, and spreads its characters evenly over the place of the glyphs.
    """
    for item in page.get_objects(max_depth=5):
        for number in range(raw.FPDFPageObj_CountMarks(item)):
            mark = raw.FPDFPageObj_GetMark(item, number)
            raw.FPDFPageObjMark_RemoveParam(item, mark, b"ActualText")


def glyphs_of_page(page: Any, number: int) -> Iterator[Glyph]:
    """Yield the characters of a page for which there is ink."""
    text = page.get_textpage()
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(raw.FPDFText_CountChars(text)):
        if raw.FPDFText_IsGenerated(text, index):
            continue
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace() or character in "\u2060\ufffe\x02":
            continue
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        item = raw.FPDFText_GetTextObject(text, index)
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = Box(left.value, bottom.value, right.value, top.value)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        yield Glyph(character, box, y.value, size, number, mark)


def letters_of_page(page: Any, *, generated: bool = True) -> Iterator[Letter]:
    """Yield the characters of a page; those `generated` are spaces that PDFium adds."""
    text = page.get_textpage()
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if not generated and raw.FPDFText_IsGenerated(text, index):
            continue
        left, _, right, _ = text.get_charbox(index, loose=True)
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        size = round(raw.FPDFText_GetFontSize(text, index) * matrix.d, 1)
        character = chr(raw.FPDFText_GetUnicode(text, index))
        yield Letter(character, size, left, right, y.value)
    text.close()


def shape_of(item: Any, page: int) -> Shape:
    """Return a path of a page, and the parts of it that begin elsewhere."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    mark = raw.FPDFPageObj_GetMarkedContentID(item)
    return Shape(Box(*item.get_bounds()), page, mark, bool(fill.value), tuple(_parts(item)))


def _parts(item: Any) -> Iterator[Part]:
    matrix = item.get_matrix()
    points: list[Box] = []
    is_closed = False
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield Part(bounds(points), is_closed)
            points = []
        is_closed = bool(raw.FPDFPathSegment_GetClose(segment))
        place = matrix.on_point(x.value, y.value)
        points.append(Box(place[0], place[1], place[0], place[1]))
    yield Part(bounds(points), is_closed)


def marks_of_page(page: Any) -> Iterator[int]:
    """Yield every marked content of a page that PDFium finds in the structure."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    for index in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _marks_below(raw.FPDF_StructTree_GetChildAtIndex(tree, index))
    raw.FPDF_StructTree_Close(tree)


def _marks_below(element: Any) -> Iterator[int]:
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            yield mark
        elif kid := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _marks_below(kid)


def bounds(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some boxes."""
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.bottom for box in found),
        max(box.right for box in found),
        max(box.top for box in found),
    )


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
