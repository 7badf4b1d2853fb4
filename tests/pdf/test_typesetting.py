"""What a printed leaflet looks like: sizes, lines and page breaks."""

import re
from itertools import pairwise

import pytest

from leafletpress.format import read_format
from leafletpress.language import parse_language
from leafletpress.page.style import make_style
from leafletpress.project import Project
from tests.pdf.conftest import TAGS
from tests.support.pdf_pages import squeeze, text_of
from tests.support.pdf_painting import lines
from tests.support.pdf_reader import Reader
from tests.support.printed_blocks import PrintedLeaflet
from tests.support.printing import ROOT, write
from tests.support.printing import page as page_of
from tests.support.sentences import SENTENCES

pytestmark = pytest.mark.slow

WHOLE = ("warning", "call", "key", "steps")
"""Blocks that are read as one: a page break inside them hides the half that matters."""

CITATION = re.compile(r"\s?\[\d+\]")


def test_running_text_is_large_enough_to_read(sheet: PrintedLeaflet) -> None:
    for block in sheet.blocks:
        for line in block.lines():
            cited = [range(*found.span()) for found in CITATION.finditer(text_of(line))]
            small = [
                x for i, x in enumerate(line) if x.size < 12 and not any(i in c for c in cited)
            ]
            assert text_of(small) == ""


def test_nothing_is_set_smaller_than_nine_points(sheet: PrintedLeaflet) -> None:
    letters = [letter for page in sheet.pages for letter in page.letters if letter.text.strip()]
    assert min(letter.size for letter in letters) >= 9


def test_no_heading_is_parted_from_what_it_heads(sheet: PrintedLeaflet) -> None:
    for block, following in pairwise(sheet.blocks):
        if block.is_heading:
            assert max(block.runs) == min(following.runs), block.texts()


def test_no_page_is_nearly_empty(sheet: PrintedLeaflet) -> None:
    for page in sheet.pages:
        baselines = {round(letter.baseline) for letter in page.letters if letter.text.strip()}
        assert len(baselines) >= 8 + 2  # its head and its foot


def test_no_block_that_is_read_as_one_is_split_over_pages(sheet: PrintedLeaflet) -> None:
    sections = [e for e in sheet.body.iter("section") if e.get("class") in WHOLE]
    assert {section.get("class") for section in sections} >= {"key", "call"}
    for section in sections:
        inside = set(section.iter())
        found = {page for block in sheet.blocks if block.element in inside for page in block.runs}
        assert len(found) == 1, section.get("class")


def test_no_row_of_a_table_is_split_over_pages(sheet: PrintedLeaflet) -> None:
    for row in sheet.body.iter("tr"):
        inside = set(row.iter())
        found = {page for block in sheet.blocks if block.element in inside for page in block.runs}
        assert len(found) <= 1, "".join(row.itertext())  # 0: it stands in the colophon


@pytest.mark.parametrize("tag", ["en", "ar", "hi"])
def test_no_line_of_a_paragraph_stands_alone_on_a_page(tag: str) -> None:
    language, text = parse_language(tag), f"{SENTENCES[tag]} "
    counts = (1, 2, 3, 4, 2, 5, 3, 1, 4) * 6
    body = "".join(f"<p>{text * times}</p>" for times in counts)
    style = make_style(Project(ROOT), language, read_format(Project(ROOT), "a4"))
    reader = Reader(write(page_of(body, language, style), language))
    whole = {(SENTENCES[tag] * times).replace(" ", "") for times in counts}
    paragraphs = [element for element in reader.tree.walk() if element.kind == "P"]
    parts = [element for element in paragraphs if element.said.replace(" ", "") not in whole]
    assert len(parts) >= 2, "a paragraph that goes on over the page has a part on each"
    assert min(len(lines(reader.glyphs_of(part))) for part in parts) >= 2


def test_no_line_begins_with_a_citation(sheet: PrintedLeaflet) -> None:
    for block in sheet.blocks:
        assert [text for text in block.texts() if CITATION.match(text)] == []


def test_a_number_and_its_word_stand_on_one_line(sheet: PrintedLeaflet) -> None:
    for block in sheet.blocks:
        for text, following in pairwise(block.texts()):
            assert not (re.search(r"\d[%٪]?$", text) and following[0].isalpha()), text


def test_no_line_ends_before_its_next_word_would_not_fit(sheet: PrintedLeaflet) -> None:
    """WeasyPrint breaks far too early where a space ends a text: see `pdf.weasyprint_patches`."""
    for block in sheet.blocks:
        lines = list(block.lines())
        edge = max(x.right for line in lines for x in line if x.text.strip())
        for line, following in pairwise(lines):
            word = text_of(following).split(" ")[0]
            width = following[len(word) - 1].right - following[0].left
            last = [letter for letter in line if letter.text.strip()][-1]
            assert last.right + 4 + width > edge, f"{text_of(line)} / {word}"


@pytest.mark.parametrize("tag", TAGS)
def test_steps_are_numbered_through_all_their_blocks(
    tag: str, sheets: dict[tuple[str, str], PrintedLeaflet]
) -> None:
    sheet = sheets[tag, "hsct-steps"]
    discs = [e.text for e in sheet.body.iter("span") if e.get("class") == "number"]
    assert discs == ["1", "2", "3", "4", "5", "6"]
    large = [x.text for page in sheet.pages for x in page.letters if x.size == 15]
    assert [text for text in large if squeeze(text).isdigit()] == discs
