"""What is drawn is what the leaflet says: counted in the drawing, and told in its alternative."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from pathlib import Path

import pytest
import tinyhtml5

from leafletpress.clinic import read_clinic
from leafletpress.format import read_format
from leafletpress.page import make_page
from leafletpress.project import PAGE_DOMAIN, Project
from tests.support.figure_blocks import CALENDAR, COMPARE, EVERY, ICONS, RISK, SCALE, STEPS
from tests.support.pdf_reader import Reader
from tests.support.small_project import build, editions, fill_catalogs
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master
from tests.support.tiny_leaflet import CITED, FRONT

SVG = "{http://www.w3.org/2000/svg}"

TURKISH = {
    "It happened": "Oldu",
    "it happened to them": "onlara oldu",
    "it did not happen to them": "onlara olmadı",
}


def put_leaflet(project: Project, blocks: Sequence[str]) -> None:
    """Let a leaflet of these blocks be the only one."""
    for path in (project.root / "leaflets").glob("*.md"):
        path.unlink()
    (project.root / "leaflets/figures.md").write_text(FRONT + "".join(blocks) + CITED, "utf-8")


def page_of(project: Project, tag: str, *blocks: str, layout: str = "a4") -> etree.Element:
    """The page of a leaflet of these blocks, in a language whose missing words stay English."""
    put_leaflet(project, blocks)
    if tag != "en":
        project.catalog(tag, PAGE_DOMAIN).parent.mkdir(parents=True, exist_ok=True)
        fill_catalogs(project, tag, TURKISH)
    (edition,) = editions(project, tag)
    clinic = read_clinic(project.clinic)
    page = make_page(edition, read_format(project, layout), clinic, project)
    tree: etree.Element = tinyhtml5.parse(page, namespace_html_elements=False)
    return tree


def drawings(page: etree.Element) -> list[etree.Element]:
    return list(page.iter(f"{SVG}svg"))


def alternatives(page: etree.Element) -> list[str]:
    return [svg.findtext(f"{SVG}title") or "" for svg in drawings(page)]


def starts(svg: etree.Element, name: str) -> list[tuple[float, float]]:
    """Where the shapes of a path begin: one for each person, or for each square."""
    paths = [path for path in svg.iter(f"{SVG}path") if path.get("class") == name]
    found = re.findall(r"M([\d.]+) ([\d.]+)", " ".join(path.get("d", "") for path in paths))
    return [(float(x), float(y)) for x, y in found]


@pytest.mark.slow
@pytest.mark.parametrize("people", [10, 43, 100, 101, 364, 1000])
@pytest.mark.parametrize("share", ["none", "one", "most", "all"])
def test_exactly_so_many_people_are_filled(small: Project, people: int, share: str) -> None:
    events = {"none": 0, "one": 1, "most": people - 3, "all": people}[share]
    block = ICONS.replace("events: 14", f"events: {events}").replace(
        "people: 1000", f"people: {people}"
    )
    block = block.replace(
        "Of 1,000 people, it happened to 14", f"Of {people}, it happened to {events}"
    )
    picture = drawings(page_of(small, "en", block))[0]
    filled, empty = starts(picture, "filled"), starts(picture, "empty")
    assert (len(filled), len(empty)) == (events, people - events)
    assert len({*filled, *empty}) == people, "two people stand at one place"


def test_two_groups_are_drawn_each_with_its_own_share(small: Project) -> None:
    first, second = drawings(page_of(small, "en", COMPARE))[:2]
    assert [len(starts(svg, "filled")) for svg in (first, second)] == [5, 62]
    assert [len(starts(svg, "empty")) for svg in (first, second)] == [95, 38]


def test_a_risk_is_a_bar_of_its_share(small: Project) -> None:
    bar = drawings(page_of(small, "en", RISK))[0]
    filled = next(r for r in bar.iter(f"{SVG}rect") if r.get("class") == "filled")
    assert float(filled.get("width", "")) == pytest.approx(100 * 30 / 43, abs=0.01)


def test_times_are_squares_in_one_unit(small: Project) -> None:
    weeks = STEPS.replace("5 to 15 days", "3 weeks")
    first, second = drawings(page_of(small, "en", STEPS, weeks))
    assert (len(starts(first, "filled")), len(starts(first, "striped"))) == (5, 10)
    assert (len(starts(second, "filled")), len(starts(second, "striped"))) == (21, 0)


def test_values_stand_at_their_place_on_a_scale(small: Project) -> None:
    scale = drawings(page_of(small, "en", SCALE))[0]
    cell = 160 / 11
    points = [float(c.get("cx", "")) for c in scale.iter(f"{SVG}circle")]
    assert points == pytest.approx([cell * 0.5, cell * 6.5], abs=0.01)
    assert starts(scale, "stretch")[0][0] == pytest.approx(cell * 1.5, abs=0.01)
    lines = [path for path in scale.iter(f"{SVG}path") if path.get("class") is None]
    assert lines[0].get("d", "").count("v") == 21, "eleven whole steps and ten half steps"


def test_a_calendar_shows_every_coming_check_up(small: Project) -> None:
    _, point, every = drawings(page_of(small, "en", CALENDAR))
    assert len(list(point.iter(f"{SVG}circle"))) == 1
    assert len(list(every.iter(f"{SVG}circle"))) == 2, "months 18 and 30; 42 is beyond the end"


def test_a_drawing_is_told_in_words_from_the_same_numbers(small: Project) -> None:
    assert alternatives(page_of(small, "en", *EVERY)) == [
        "A picture of 1,000 people. 14 of them are filled in.",
        "filled in",
        "outline only",
        "A picture of 1,000 people. 5 of them are filled in.",
        "A picture of 1,000 people. 62 of them are filled in.",
        "filled in",
        "outline only",
        "A scale from 0 to 10 in steps of 0.5. Marked on it: 0, 1–4.5, 6.",
        "Squares, one for each day: 5 filled, and striped ones up to 15",
        "Month 0 to month 24",
        "Month 6",
        "Every 12 months, from month 18",
    ]


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (ICONS, "1.000 kişiyi gösteren bir resim. Bunlardan 14 kişinin içi doludur."),
        (RISK, "43 kişiyi gösteren bir çubuk. Çubuğun 30 kişiyi gösteren bölümü doludur."),
        (SCALE, "0 ile 10 arasında, 0,5 aralıklı bir ölçek. "
                "Üzerinde işaretli değerler: 0, 1–4,5, 6."),
        (STEPS, "Her gün için bir kare: 5 kare dolu, 15. kareye kadar olanlar çizgili"),
        (CALENDAR, "0. aydan 24. aya kadar"),
    ],
)  # fmt: skip
def test_the_words_are_those_of_the_page(small: Project, block: str, says: str) -> None:
    assert alternatives(page_of(small, "tr", block))[0].replace("\xa0", " ") == says


def test_labels_are_translated_and_numbers_written_as_the_language_does(small: Project) -> None:
    legend = next(e for e in page_of(small, "tr", ICONS).iter("div") if e.get("class") == "legend")
    texts = [" ".join("".join(p.itertext()).split()) for p in legend.findall("p")]
    assert texts == ["içi dolu 14 onlara oldu", "içi boş 986 onlara olmadı"]


@pytest.mark.parametrize("block", [ICONS, RISK, SCALE, STEPS, CALENDAR])
def test_right_to_left_drawings_are_the_mirror_image(small: Project, block: str) -> None:
    here, there = (drawings(page_of(small, tag, block))[0] for tag in ("en", "ar"))
    width = here.get("viewBox", "").split()[2]
    one, other = here.find(f"{SVG}g"), there.find(f"{SVG}g")
    assert one is not None
    assert other is not None
    assert one.get("transform") is None
    assert other.get("transform") == f"translate({width} 0) scale(-1 1)"
    assert [e.attrib for e in one.iter()][1:] == [e.attrib for e in other.iter()][1:]


@pytest.mark.slow
def test_a_bilingual_sheet_draws_each_figure_once_with_its_words_in_both(small: Project) -> None:
    alone, sheet = (page_of(small, "tr", *EVERY, layout=name) for name in ("a4", "bilingual"))
    keys = ("filled in", "outline only", "içi dolu", "içi boş")
    told, told_alone = ([t for t in alternatives(x) if t not in keys] for x in (sheet, alone))
    assert told == told_alone
    texts = {" ".join("".join(p.itertext()).split()) for p in sheet.iter("p")}
    assert {"5 of 1,000 people", "1.000 kişiden 5 kişi"} <= texts


@pytest.mark.parametrize(("block", "other"), [(ICONS, "empty"), (STEPS, "striped")])
def test_no_meaning_hangs_on_colour(small: Project, block: str, other: str) -> None:
    """Filled and not filled differ by being filled, and by nothing that a printer may lose."""
    paths = {p.get("class"): p for p in drawings(page_of(small, "en", block))[0].iter(f"{SVG}path")}
    assert paths["filled"].get("fill") is None
    assert paths[other].get("fill") == "none"
    assert {path.get("stroke") for path in paths.values()} == {None}


def test_a_thousand_people_are_two_paths(small: Project) -> None:
    picture = drawings(page_of(small, "en", ICONS))[0]
    assert len(list(picture.iter(f"{SVG}path"))) == 2


@pytest.mark.slow
def test_every_figure_of_a_pdf_has_its_alternative(small: Project) -> None:
    put_leaflet(small, EVERY)
    run = build(small, "--lang", "en")
    assert (run.stderr, run.returncode) == ("", 0)
    told = figure_alternatives(small.root / "out/en/figures.pdf")
    page = page_of(small, "en", *EVERY)
    assert told == alternatives(page)
    assert len(told) == 12


def figure_alternatives(path: Path) -> list[str | None]:
    """The alternatives of all Figure elements of a PDF, in the order of reading."""
    return [element.alt for element in Reader(path).tree.walk() if element.kind == "Figure"]
