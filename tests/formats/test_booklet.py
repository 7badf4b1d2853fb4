"""A booklet: sheets in the order of the press, structure in the order of the reader."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.language import parse_language
from tests.formats.conftest import ReadPdf
from tests.support.pdf_painting import as_printed
from tests.support.pdf_reader import Reader
from tests.support.printing import page, write

pytestmark = pytest.mark.slow


def saddle_order(count: int, direction: str) -> list[tuple[int, int]]:
    from leafletpress.pdf.imposition import saddle_order

    return saddle_order(count, direction)


def test_eight_pages_lie_as_on_a_stapled_booklet() -> None:
    assert saddle_order(8, "ltr") == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_a_right_to_left_booklet_is_bound_on_the_right() -> None:
    assert saddle_order(8, "rtl") == [(0, 7), (6, 1), (2, 5), (4, 3)]


@given(st.integers(min_value=1, max_value=20).map(lambda sheets: 4 * sheets))
def test_every_page_is_printed_once_and_backs_its_neighbour(count: int) -> None:
    sides = saddle_order(count, "ltr")
    assert sorted(number for side in sides for number in side) == list(range(count))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # Turned over the short edge, the right half of the front is the left half of the back.
        assert front[1] + 1 == back[0]
        assert back[1] + 1 == front[0]


def test_page_numbers_stand_on_the_halves_of_their_pages(read_pdf: ReadPdf) -> None:
    reader = read_pdf("booklet")
    total = 2 * reader.page_count
    found = [page_numbers(reader, number) for number in range(reader.page_count)]
    for (left, right), numbers in zip(saddle_order(total, "ltr"), found, strict=True):
        printed = {half: number for half, number in numbers.items() if number}
        wanted = {"left": left + 1, "right": right + 1}
        assert printed.items() <= wanted.items()
    told = [number for halves in found for number in halves.values() if number]
    assert sorted(told) == list(range(1, len(told) + 1))


def test_a_screen_reader_reads_the_pages_in_their_order(read_pdf: ReadPdf) -> None:
    booklet, leaflet = headings(read_pdf("booklet")), headings(read_pdf("a4"))
    assert booklet == leaflet


def test_bookmarks_follow_the_text(read_pdf: ReadPdf) -> None:
    assert titles(read_pdf("booklet").pdf.outline) == titles(read_pdf("a4").pdf.outline)


@pytest.mark.parametrize("tag", ["en", "he"])
@pytest.mark.parametrize("count", range(1, 13))
def test_a_folded_booklet_of_any_length_reads_through(tag: str, count: int) -> None:
    """Leafed through: the outer sheet's front and back, and so on inwards, and out again."""
    pages = "".join(f"<h2>{number}</h2>" for number in range(1, count + 1))
    language = parse_language(tag)
    style = "@page { size: A5 } h2 { break-before: page } h2:first-child { break-before: auto }"
    sides = halves(Reader(write(page(pages, language, style), language, booklet=True)))
    assert len(sides) == 2 * math.ceil(count / 4)
    left, right = (0, 1) if tag == "en" else (1, 0)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    read = [half for front, back in sheets for half in (front[right], back[left])]
    read += [half for front, back in reversed(sheets) for half in (back[right], front[left])]
    blank = [""] * (-count % 4)
    assert read == [*(str(number) for number in range(1, count + 1)), *blank]


def halves(reader: Reader) -> list[tuple[str, str]]:
    """Return what stands on the left and on the right half of each side."""
    found = []
    for number in range(reader.page_count):
        glyphs = [glyph for glyph in reader.glyphs if glyph.page == number]
        middle = reader.width(number) / 2
        left = [glyph for glyph in glyphs if glyph.box.right < middle]
        right = [glyph for glyph in glyphs if glyph.box.left > middle]
        assert len(left) + len(right) == len(glyphs)
        found.append((as_printed(left), as_printed(right)))
    return found


def page_numbers(reader: Reader, side: int) -> dict[str, int | None]:
    """The page number at the foot of each half of a side."""
    found: dict[str, int | None] = {"left": None, "right": None}
    middle = reader.width(side) / 2

    def visit(text: str, ctm: list[float], matrix: list[float], *_: object) -> None:
        number, slash, _rest = text.strip().partition(" / ")
        if slash and number.isdigit():
            x = matrix[4] * ctm[0] + matrix[5] * ctm[2] + ctm[4]
            found["left" if x < middle else "right"] = int(number)

    reader.pdf.pages[side].extract_text(visitor_text=visit)
    return found


def titles(outline: Any) -> list[Any]:
    return [titles(item) if isinstance(item, list) else item.title for item in outline]


def headings(reader: Reader) -> list[tuple[str, str]]:
    """The headings in the order of the structure tree; their lines break elsewhere in a booklet."""
    found = [element for element in reader.tree.walk() if element.kind in ("H1", "H2", "H3")]
    assert found
    return [(element.kind, "".join(element.said.split())) for element in found]
