"""What a printed leaflet is as a document: accessible, titled, and whole."""

import re
from collections.abc import Iterator
from typing import Any

import page
import pytest

from tests.support.pdf_pages import squeeze
from tests.support.pdf_reader import Reader
from tests.support.printed_blocks import PrintedLeaflet

pytestmark = pytest.mark.slow

A4 = (595.28, 841.89)


def test_the_validator_of_pdf_ua_finds_nothing(sheet: PrintedLeaflet) -> None:
    report = page.validate_pdf(sheet.path, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_it_has_title_and_language_and_is_tagged(sheet: PrintedLeaflet) -> None:
    reader = Reader(sheet.path)
    title = sheet.body.find("header//h1")
    assert reader.pdf.metadata is not None
    assert title is not None
    assert reader.pdf.metadata.title == title.text
    root = reader.catalog
    assert root["/Lang"] == sheet.edition.language.tag
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/StructTreeRoot"]["/K"]


def test_its_dates_are_those_of_the_leaflet_and_not_of_the_clock(sheet: PrintedLeaflet) -> None:
    metadata = Reader(sheet.path).pdf.metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == sheet.edition.leaflet.front_matter.updated


def headings(sheet: PrintedLeaflet) -> list[tuple[int, str]]:
    return [
        (int(element.tag[1]), " ".join("".join(element.itertext()).split()))
        for element in sheet.body.iter()
        if re.fullmatch(r"h[1-6]", str(element.tag))
    ]


def bookmarks(outline: Any, level: int = 1) -> Iterator[tuple[int, str]]:
    for item in outline:
        if isinstance(item, list):
            yield from bookmarks(item, level + 1)
        else:
            yield level, " ".join(str(item.title).split())


def test_its_bookmarks_are_its_headings(sheet: PrintedLeaflet) -> None:
    outline = Reader(sheet.path).pdf.outline
    assert list(bookmarks(outline)) == headings(sheet)
    assert len(outline) > 0


def test_its_pages_are_a4(sheet: PrintedLeaflet) -> None:
    for sheet_page in Reader(sheet.path).pdf.pages:
        width, height = sheet_page.mediabox.width, sheet_page.mediabox.height
        assert (round(width, 2), round(height, 2)) == A4


def fonts(sheet: PrintedLeaflet) -> Iterator[tuple[str, bool]]:
    """The plain name of each font, and whether its file is in the PDF."""
    reader = Reader(sheet.path)
    for number in range(reader.page_count):
        for font in reader.fonts(number).values():
            [inner] = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            yield str(font["/BaseFont"]).partition("+")[2], "/FontFile2" in descriptor


def test_it_carries_the_fonts_of_its_language_and_no_others(sheet: PrintedLeaflet) -> None:
    families = tuple(family.replace(" ", "-") for family in sheet.edition.language.families)
    found = set(fonts(sheet))
    assert found
    for name, is_embedded in found:
        assert name.startswith(families)
        assert is_embedded


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


def test_no_word_of_the_edition_is_missing_from_its_text_layer(sheet: PrintedLeaflet) -> None:
    printed = words(" ".join(page.text for page in sheet.pages))
    for text in sheet.edition.texts:
        plain = re.sub(r"\[@[\w-]+\]|\{\w+\}|\]\([^)]*\)", " ", text.translation)
        assert words(plain) - printed == set()


def test_nothing_is_lost_between_the_page_and_its_paper(sheet: PrintedLeaflet) -> None:
    """WeasyPrint can drop what does not fit: a float, the head of a box that moves on."""
    printed = "".join(page.squeezed for page in sheet.pages)
    alternatives = set(sheet.body.iter("{http://www.w3.org/2000/svg}title"))
    for element in sheet.body.iter():
        for part in ("" if element in alternatives else element.text, element.tail):
            assert squeeze(part or "") in printed
