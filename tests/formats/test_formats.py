"""What each format promises, read back from its PDF."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from leafletpress.format import format_names
from leafletpress.project import Project
from tests.formats.conftest import ReadPdf, output
from tests.support.inks import colours_of_the_screen
from tests.support.pdf_reader import Reader

pytestmark = pytest.mark.slow

MM = 72 / 25.4
FORMATS = ("a4", "letter", "large-print", "booklet", "handout", "print-shop", "cmyk")


def size(page: Any) -> tuple[int, int]:
    """The paper in whole millimetres, as it is after trimming."""
    return round(float(page.trimbox.width) / MM), round(float(page.trimbox.height) / MM)


def type_sizes(page: Any) -> dict[float, int]:
    """How many letters of each size stand on a page."""
    sizes: dict[float, int] = {}

    def visit(
        text: str, ctm: list[float], matrix: list[float], _font: object, points: float
    ) -> None:
        if text.strip():
            printed = round(points * abs(matrix[3]) * abs(ctm[3]), 1)
            sizes[printed] = sizes.get(printed, 0) + len(text.strip())

    page.extract_text(visitor_text=visit)
    return sizes


def body_size(reader: Reader) -> float:
    """The size that most letters have."""
    total: dict[float, int] = {}
    for page in reader.pdf.pages:
        for points, letters in type_sizes(page).items():
            total[points] = total.get(points, 0) + letters
    return max(total, key=lambda points: total[points])


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("a4", (210, 297)),
        ("letter", (216, 279)),
        ("large-print", (210, 297)),
        ("booklet", (297, 210)),
        ("handout", (210, 297)),
        ("print-shop", (210, 297)),
        ("cmyk", (210, 297)),
    ],
)
def test_every_page_has_the_size_of_its_paper(
    read_pdf: ReadPdf, name: str, paper: tuple[int, int]
) -> None:
    assert {size(page) for page in read_pdf(name).pdf.pages} == {paper}


def test_the_formats_of_the_project_are_all_looked_at_here(printed: Project) -> None:
    assert set(format_names(printed)) - {"bilingual", "review"} == set(FORMATS)


@pytest.mark.parametrize(("name", "points"), [("a4", 12), ("booklet", 12), ("large-print", 18)])
def test_running_text_has_the_size_that_the_format_says(
    read_pdf: ReadPdf, name: str, points: float
) -> None:
    assert body_size(read_pdf(name)) == pytest.approx(points, abs=0.15)


def test_large_print_is_set_anew_and_not_enlarged(read_pdf: ReadPdf) -> None:
    assert read_pdf("large-print").page_count > read_pdf("a4").page_count
    smallest = min(size for page in read_pdf("large-print").pdf.pages for size in type_sizes(page))
    assert smallest >= 14, "the lines at the head and foot are larger, too"


def test_what_stands_on_every_page_grows_with_the_text(printed: Project) -> None:
    furniture = {}
    for name in ("a4", "large-print"):
        reader = Reader(output(printed, name))
        furniture[name] = sorted({round(glyph.size, 2) for glyph in reader.furniture(1)})
    larger = [size * 18 / 12 for size in furniture["a4"]]
    assert furniture["large-print"] == pytest.approx(larger, abs=0.05)


@pytest.mark.parametrize("name", ["print-shop", "cmyk"])
def test_a_print_shop_gets_three_millimetres_of_bleed(read_pdf: ReadPdf, name: str) -> None:
    for page in read_pdf(name).pdf.pages:
        for box in (page.mediabox, page.bleedbox):
            assert float(page.trimbox.left) - float(box.left) == pytest.approx(3 * MM, abs=0.1)
            assert float(box.top) - float(page.trimbox.top) == pytest.approx(3 * MM, abs=0.1)


def test_nothing_that_matters_stands_within_five_millimetres_of_the_trim(
    printed: Project,
) -> None:
    reader = Reader(output(printed, "print-shop"))
    trims = [sheet.trimbox for sheet in reader.pdf.pages]
    assert {glyph.page for glyph in reader.glyphs} == set(range(len(trims)))
    for glyph in reader.glyphs:
        box, trim = glyph.box, trims[glyph.page]
        assert box.left >= float(trim.left) + 5 * MM
        assert box.right <= float(trim.right) - 5 * MM
        assert box.bottom >= float(trim.bottom) + 5 * MM
        assert box.top <= float(trim.top) - 5 * MM


def test_text_is_black_ink_alone_where_the_printers_profile_is_given(read_pdf: ReadPdf) -> None:
    reader = read_pdf("cmyk")
    intent = reader.catalog["/OutputIntents"][0].get_object()
    assert intent["/DestOutputProfile"].get_object()["/N"] == 4
    for number in range(reader.page_count):
        content = reader.content(number).decode("latin-1")
        assert "0 0 0 1 scn" in content
        assert not re.search(r"^[\d. ]+ (rg|RG)$", content, re.M), "a colour of the screen is left"


def test_no_drawing_or_mark_is_in_the_colours_of_the_screen_either(printed: Project) -> None:
    assert colours_of_the_screen(output(printed, "cmyk").read_bytes()) == 0
    assert colours_of_the_screen(output(printed, "print-shop").read_bytes()) > 0


def test_only_large_or_bold_text_is_printed_in_several_inks(read_pdf: ReadPdf) -> None:
    reader = read_pdf("cmyk")
    found = [text for n in range(reader.page_count) for text in inks_of_text(reader, n)]
    assert {inks for inks, _, _ in found} >= {(0, 0, 0, 1)}
    for (cyan, magenta, yellow, _), points, font in found:
        assert cyan == magenta == yellow == 0 or points >= 14 or "Bold" in font


def inks_of_text(reader: Reader, page: int) -> Iterator[tuple[tuple[float, ...], float, str]]:
    """Yield the inks of each piece of text, its size in points, and its font."""
    fonts = reader.fonts(page)
    inks: tuple[float, ...] = ()
    font, points, kept = "", 0.0, []
    for operands, operator in reader.operations(page):
        if operator == b"q":
            kept.append(inks)
        elif operator == b"Q":
            inks = kept.pop()
        elif operator == b"scn":
            inks = tuple(float(operand) for operand in operands)
        elif operator == b"Tf":
            font, points = fonts[operands[0]]["/BaseFont"], float(operands[1]) * 72 / 96
        elif operator in (b"Tj", b"TJ"):
            yield inks, points, font


def test_a_part_to_tear_off_has_a_sheet_of_its_own(read_pdf: ReadPdf) -> None:
    texts = [page.extract_text() for page in read_pdf("handout").pdf.pages]
    torn = [number for number, text in enumerate(texts) if "Yumurtalarımın" in text]
    assert len(torn) == 1
    assert torn[0] % 2 == 0, "it begins on a right-hand page"
    assert not texts[torn[0] + 1].strip(), "its back is blank"
    assert "Mobilizasyon" not in texts[torn[0]]


def test_a_part_to_tear_off_stands_in_the_text_elsewhere(read_pdf: ReadPdf) -> None:
    texts = [page.extract_text() for page in read_pdf("a4").pdf.pages]
    assert all(text.strip() for text in texts)
