"""What may not get onto paper: unknown characters, foreign fonts, anything from outside."""

import datetime
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafletpress.fonts import ensure_faces
from leafletpress.language import Language, parse_language
from leafletpress.pdf import start, write_pdf
from leafletpress.press import Mode, plan
from leafletpress.press.run import print_job
from leafletpress.problems import LeafletError, Location
from leafletpress.project import Project
from tests.support.pdf_reader import Reader
from tests.support.small_project import a4, build, build_apart, context, edit, editions

pytestmark = pytest.mark.slow


def problems(project: Project, tag: str = "tr", name: str = "rest") -> list[str]:
    """What keeps an edition from being printed, as a person reads it."""
    found = [edition for edition in editions(project, tag) if edition.leaflet.name == name]
    ensure_faces([parse_language(tag)], context(project).cache_folder)
    jobs, refused = plan(
        found, a4(project), Mode.NORMAL, project, context(project).clinic, project.root / "out"
    )
    printed = [print_job(job, context(project)) for job in jobs]
    said = [*refused, *(problem for result in printed for problem in result.problems)]
    assert [result for result in printed if result.printed and result.problems] == []
    return [problem.show(project.root) for problem in said]


def test_the_small_project_gets_through(small: Project) -> None:
    assert problems(small) == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("≤", "“≤” (U+2264 LESS-THAN OR EQUAL TO)"),
        ("😀", "“😀” (U+1F600 GRINNING FACE)"),
        ("水", "“水” (U+6C34 CJK UNIFIED IDEOGRAPH-6C34)"),
    ],
)
def test_a_character_that_no_face_shows_is_named_with_its_line(
    small: Project, character: str, name: str
) -> None:
    line = edit(small.catalog("tr", "rest"), "İyi uyuyun.", f"İyi uyuyun {character}.")
    [said] = problems(small)
    assert said.startswith(
        f"locales/tr/LC_MESSAGES/rest.po:{line}: [no-glyph] no font for Turkish shows"
    )
    assert name in said


def test_a_character_in_a_source_or_in_the_clinic_is_found_too(small: Project) -> None:
    line = edit(small.leaflet("rest"), "Smith, 2020.", "Smith, 2020 ≤.")
    small.clinic.write_text('name = "Clinic 水"\n' + small.clinic.read_text("utf-8"), "utf-8")
    source, clinic = problems(small)
    assert source.startswith(f"leaflets/rest.md:{line}: [no-glyph] no font for Turkish shows “≤”")
    assert clinic.startswith("clinic.toml:1: [no-glyph] no font for Turkish shows “水”")


def test_a_warning_of_weasyprint_is_a_problem_with_the_line_of_the_style(small: Project) -> None:
    sheet = small.templates.own / "styles/2-text.css"
    line = edit(sheet, "font-size: 2.167rem;", "colour: red;")
    [said] = problems(small)
    assert said.startswith(
        f"templates/styles/2-text.css:{line}: [weasyprint-warning] WeasyPrint says: Ignored `colour"
    )


def print_page(inner: str) -> int:
    """Print a page of its own; return how many pages it has."""
    style = "<style>body { font-family: 'Noto Sans' }</style>"
    html = f"<html lang=en><title>T</title>{style}{inner}<p>Text"
    date = datetime.date(2026, 11, 22)
    return write_pdf(html, lambda _: Location(Path("x.md")), parse_language("en"), date).pages


@pytest.fixture
def _started(small: Project) -> None:
    ensure_faces([parse_language("en")], context(small).cache_folder)
    start(context(small).cache_folder)


@pytest.mark.usefixtures("_started")
def test_a_font_that_the_language_does_not_name_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert print_page("") == 1
    monkeypatch.setattr(Language, "families", ("Noto Kufi",))
    said = r"x.md: \[foreign-font\] the PDF holds the font Noto-Sans: only Noto Kufi may be used"
    with pytest.raises(LeafletError, match=said):
        print_page("")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine: its address, and what it was asked for."""
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", requests
        server.shutdown()
        thread.join()


ADDRESSES = [
    '<img src="{address}/x.png" alt="x">',
    '<img src="file:///etc/passwd" alt="x">',
    '<img src="x.png" alt="x">',
    '<object data="{address}/x"></object>',
    '<embed src="{address}/x">',
    '<link rel="stylesheet" href="{address}/x.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<svg><image href="{address}/x.png"/></svg>',
    '<style>@import "{address}/x.css";</style>',
    "<style>p {{ background: url({address}/x.png) }}</style>",
    "<style>p::before {{ content: url(file:///etc/passwd) }}</style>",
    "<style>@font-face {{ font-family: X; src: url({address}/x.ttf) }}"
    " p {{ font-family: X }}</style>",
]


@pytest.mark.usefixtures("_started")
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_loads_nothing_from_outside(asked: tuple[str, list[str]], address: str) -> None:
    with pytest.raises(LeafletError, match="WeasyPrint says: "):
        print_page(address.format(address=asked[0]))
    assert asked[1] == []


def test_a_template_loads_nothing_from_outside(
    small: Project, asked: tuple[str, list[str]]
) -> None:
    image = f'<img src="{asked[0]}/x.png" alt="">'
    edit(small.templates.own / "leaflet.html", "<main>", f"{image}<main>")
    [said] = problems(small)
    assert said.startswith(
        "leaflets/rest.md: [loads-from-outside] WeasyPrint says: Failed to load image at"
    )
    assert said.endswith("a page loads nothing from outside itself: remove the address")
    assert asked[1] == []


def test_a_style_sheet_loads_nothing_from_outside(
    small: Project, asked: tuple[str, list[str]]
) -> None:
    sheet = small.templates.own / "styles/1-page.css"
    sheet.write_text(f'@import "{asked[0]}/x.css";\n' + sheet.read_text("utf-8"), "utf-8")
    assert problems(small)[0].startswith(
        "templates/styles/1-page.css:1: [weasyprint-warning] WeasyPrint says: "
    )
    assert asked[1] == []


def test_a_logo_loads_nothing_from_outside(small: Project, asked: tuple[str, list[str]]) -> None:
    image = f'<image href="{asked[0]}/x.png" width="9" height="9"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{image}</svg>'
    (small.root / "logo.svg").write_text(svg, "utf-8")
    text = 'name = "Clinic"\nlogo = "logo.svg"\n' + small.clinic.read_text("utf-8")
    small.clinic.write_text(text, "utf-8")
    run = build(small, "--lang=en", "--leaflet=walk")
    assert run.stderr.startswith(
        'clinic.toml:2: [picture-loads] the logo "logo.svg" cannot be printed: it refers'
    )
    assert asked[1] == []


def test_fonts_of_the_system_are_not_used(small: Project, tmp_path: Path) -> None:
    """A face among the user's own fonts, asked for first: it stays out."""
    from leafletpress.fonts import _variable_font

    other = _variable_font("Noto Serif")
    assert other is not None
    (tmp_path / "home/.fonts").mkdir(parents=True)
    (tmp_path / "home/.fonts/other.ttf").write_bytes(other.read_bytes())
    sheet = small.templates.own / "styles/9-other.css"
    sheet.write_text('html body { font-family: "Noto Serif", "Noto Sans" }', "utf-8")
    run = build_apart(small, "--lang=en", "--leaflet=walk", HOME=str(tmp_path / "home"))
    assert (run.stderr, run.returncode) == ("", 0)
    reader = Reader(small.root / "out/en/walk.pdf")
    fonts = {str(font["/BaseFont"]) for font in reader.fonts(0).values()}
    assert {name.partition("+")[2] for name in fonts} <= {"Noto-Sans", "Noto-Sans-Bold"}
