"""Parts of a page: each in its own language, and none of them lost."""

import datetime
from pathlib import Path

import pytest

from leafletpress.fonts import ensure_faces
from leafletpress.language import parse_language
from leafletpress.pdf import start, write_pdf
from leafletpress.problems import LeafletError, Location
from leafletpress.project import Project
from tests.support.pdf_pages import squeeze
from tests.support.pdf_reader import Reader
from tests.support.printed_blocks import PrintedLeaflet
from tests.support.small_project import build, edit

pytestmark = pytest.mark.slow

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


def test_a_part_in_another_language_says_so_to_a_screen_reader() -> None:
    pdf = print_page("<p>Su <span lang=en>water <b>cold</b></span> iç</p><ul lang=fr><li>un</ul>")
    found = Reader(pdf).glyphs_by_language()
    assert found["en"] == "watercold"
    assert found["fr"] == "•un"
    assert found[""] == "Suiç"


def test_a_passage_that_stands_in_says_that_it_is_english(small: Project) -> None:
    edit(small.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    assert build(small, "--lang=tr", "--leaflet=rest", "--draft").returncode == 0
    found = Reader(small.root / "out/tr/rest.pdf").glyphs_by_language()
    assert squeeze("English Sleep well.") in squeeze(found["en"])
    assert squeeze("15 gün dinlenin.") in squeeze(found[""])


def test_sources_are_read_in_the_language_they_are_written_in(
    sheets: dict[tuple[str, str], PrintedLeaflet],
) -> None:
    sheet = sheets["tr", "treatments"]
    english = squeeze(Reader(sheet.path).glyphs_by_language()["en"])
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
