"""Parts of a page: each in its own language, and none of them lost."""

import ctypes
import datetime
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from leafletpress.fonts import ensure_faces
from leafletpress.language import parse_language
from leafletpress.pdf import start, write_pdf
from leafletpress.problems import LeafletError, Location
from leafletpress.project import Project
from tests.support.pdf_pages import squeeze
from tests.support.printed_blocks import PrintedLeaflet
from tests.support.small_project import build, edit

STYLE = "<style>@page { size: 300px 200px; margin: 0 } body { font: 20px 'Noto Sans' }</style>"


@pytest.fixture(scope="module", autouse=True)
def _started(tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = tmp_path_factory.mktemp("cache")
    ensure_faces([parse_language("tr")], cache)
    start(cache)


def print_page(body: str) -> bytes:
    html = f"<html lang=tr><title>T</title>{STYLE}<body>{body}</body></html>"
    date = datetime.date(2026, 11, 22)
    return write_pdf(html, lambda _: Location(Path("x.md")), parse_language("tr"), date).data


def texts_by_language(pdf: bytes | Path) -> dict[str, str]:
    """What a screen reader would read in each language; "" is that of the document."""
    found: dict[str, str] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            texts = dict(_marked_texts(page))
            tree = raw.FPDF_StructTree_GetForPage(page)
            for index in range(raw.FPDF_StructTree_CountChildren(tree)):
                root = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
                for language, number in _marked(root, ""):
                    found[language] = found.get(language, "") + texts.get(number, "")
            raw.FPDF_StructTree_Close(tree)
    return found


def _marked_texts(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    text_page = page.get_textpage()
    for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.FPDFTextObj_GetText(item, text_page, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
        raw.FPDFTextObj_GetText(item, text_page, pointer, size)
        text = buffer.raw[: size - 2].decode("utf-16-le")
        yield raw.FPDFPageObj_GetMarkedContentID(item), text


def _marked(element: raw.FPDF_STRUCTELEMENT, outer: str) -> Iterator[tuple[str, int]]:
    size = raw.FPDF_StructElement_GetLang(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetLang(element, buffer, size)
    language = buffer.raw[: max(size - 2, 0)].decode("utf-16-le") or outer
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if number >= 0:
            yield language, number
        elif child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _marked(child, language)


def test_a_part_in_another_language_says_so_to_a_screen_reader() -> None:
    pdf = print_page("<p>Su <span lang=en>water <b>cold</b></span> iç</p><ul lang=fr><li>un</ul>")
    found = texts_by_language(pdf)
    assert squeeze(found["en"]) == "watercold"
    assert squeeze(found["fr"]) == "•un"
    assert squeeze(found[""]) == "Suiç"


def test_a_passage_that_stands_in_says_that_it_is_english(small: Project) -> None:
    edit(small.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    assert build(small, "--lang=tr", "--leaflet=rest", "--draft").returncode == 0
    found = texts_by_language(small.root / "out/tr/rest.pdf")
    assert squeeze("English Sleep well.") in squeeze(found["en"])
    assert squeeze("15 gün dinlenin.") in squeeze(found[""])


def test_sources_are_read_in_the_language_they_are_written_in(
    sheets: dict[tuple[str, str], PrintedLeaflet],
) -> None:
    sheet = sheets["tr", "treatments"]
    english = squeeze(texts_by_language(sheet.path)["en"])
    for source in sheet.edition.leaflet.front_matter.sources:
        assert squeeze(source.text) in english


LOSING = [
    # A float that does not fit on its page.
    "<main><p>One</p><div style='float: left; break-inside: avoid'>"
    + "<p>Two</p>" * 9
    + "</div></main>",
    "<main><p style='display: none'>One</p></main>",
]


@pytest.mark.parametrize("body", LOSING)
def test_a_text_that_does_not_get_onto_paper_is_a_problem(body: str) -> None:
    with pytest.raises(LeafletError, match="of the page's texts did not get onto paper, first"):
        print_page(body)


WHOLE = [
    "<main>" + "<p>A page breaks <b>in me</b> here</p>" * 20 + "</main>",
    "<main><p>Long words: devam\u00adede\u00admeye\u00adcek\u00adlerden\u00admiş</p></main>",
    "<main><p style='position: absolute'>One</p><!-- two --><ol><li>Three</ol></main>",
    "<div style='position: running(head)'>A running head</div><main>One</main>",
    "<main><table><thead><tr><th>Head</thead>" + "<tr><td>Row" * 20 + "</table></main>",
]


@pytest.mark.parametrize("body", WHOLE)
def test_a_page_that_is_whole_is_let_through(body: str) -> None:
    assert print_page(body).startswith(b"%PDF")
