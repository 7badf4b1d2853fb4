"""Where texts came to stand on paper: found without changing a byte of it."""

import datetime
from collections import defaultdict

import pytest

from leafletpress.content import TRACE, plain_text
from leafletpress.edition import Edition, read_collection
from leafletpress.fonts import ensure_faces
from leafletpress.format import format_names, read_format
from leafletpress.language import parse_language
from leafletpress.pdf import Area, Printed, start
from leafletpress.press import Context, fits, print_edition
from leafletpress.project import Project
from tests.support.pdf_painting import Box
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, ROOT
from tests.support.pseudo_catalogs import translate_all
from tests.support.small_project import context, edit

pytestmark = pytest.mark.slow

REAL = Project(ROOT)


def edition_of(project: Project, name: str, tag: str) -> Edition:
    language = parse_language(tag)
    assert not ensure_faces([language], CACHE)[tag]
    start(CACHE)
    collection, problems = read_collection(project, [name])
    [edition], more = collection.editions(language, datetime.date.today())
    assert [*problems, *more] == []
    return edition


def traced(project: Project, edition: Edition, form: str = "a4", *, trace: bool = True) -> Printed:
    place = Context(project, context(project).clinic, CACHE)
    layout = read_format(project, form)
    return print_edition(edition, layout, place, traced=trace)[0]


def areas_by_text(printed: Printed) -> dict[int, list[Area]]:
    found = defaultdict(list)
    for area in printed.areas:
        found[int(area.name.removeprefix(TRACE))].append(area)
    return found


def text_in(printed: Printed, area: Area) -> str:
    """What PDFium finds in an area of the paper."""
    reader = Reader(printed.data)
    width, height = reader.size(area.page)
    left, top = area.left * width - 1, height - area.top * height + 1
    right, bottom = left + area.width * width + 2, top - area.height * height - 2
    said = reader.text_within(area.page, Box(left, bottom, right, top))
    return " ".join(said.replace("\ufffe", "").split())


def assert_tracing_changes_nothing(project: Project, name: str, tag: str, form: str) -> None:
    edition = edition_of(project, name, tag)
    if fits(edition.language, read_format(project, form)):
        plain = traced(project, edition, form, trace=False)
        assert traced(project, edition, form).data == plain.data
        assert plain.areas == ()


@pytest.mark.parametrize("form", format_names(REAL))
def test_tracing_changes_no_byte_in_print(small: Project, form: str) -> None:
    assert_tracing_changes_nothing(small, "rest", "tr", form)


@pytest.mark.parametrize("name", REAL.leaflet_names())
def test_tracing_changes_no_byte_of_our_own_leaflets(name: str) -> None:
    assert_tracing_changes_nothing(REAL, name, "tr", "a4")


@pytest.mark.parametrize("form", ["a4", "bilingual", "booklet"])
def test_every_segment_is_found_on_the_paper(form: str) -> None:
    edition = edition_of(REAL, "treatments", "tr")
    found = areas_by_text(traced(REAL, edition, form))
    assert [n for n in range(len(edition.texts)) if n not in found] == []
    for area in (area for areas in found.values() for area in areas):
        assert 0 <= area.left < area.left + area.width <= 1
        assert 0 <= area.top < area.top + area.height <= 1


@pytest.mark.parametrize("form", ["booklet", "print-shop"])
def test_in_the_area_of_a_text_stand_its_words(form: str) -> None:
    edition = edition_of(REAL, "hsct-steps", "tr")
    printed = traced(REAL, edition, form)
    found = areas_by_text(printed)
    short = [n for n, text in enumerate(edition.texts) if text.segment.kind == "heading"]
    assert len(short) > 3
    for number in short:
        words = " ".join(plain_text(edition.texts[number].translation).split())
        assert [text_in(printed, area) for area in found[number]] == [words]


def test_words_of_the_page_are_found_as_well() -> None:
    edition = edition_of(REAL, "hsct-steps", "tr")
    printed = traced(REAL, edition)
    found = areas_by_text(printed)
    words = {
        text.segment.text: [text_in(printed, area) for area in found[number]]
        for number, text in enumerate(edition.template_messages, start=len(edition.texts))
    }
    assert words["Sources"] == ["Kaynaklar"]
    [shared] = words["Each square is one day."]  # a line that holds another text as well
    assert "Her kare bir gün" in shared
    assert words["DRAFT"] == ["TASLAK"] * 4  # at the head of every page


def test_a_text_that_is_missing_is_found_where_its_source_stands_in(small: Project) -> None:
    edit(small.catalog("tr", "rest"), "İyi uyuyun.", "")
    edition = edition_of(small, "rest", "tr")
    number = next(n for n, t in enumerate(edition.texts) if t.segment.text == "Sleep well.")
    printed = traced(small, edition)
    [area] = areas_by_text(printed)[number]
    assert text_in(printed, area).endswith("Sleep well.")
    [area] = areas_by_text(traced(small, edition, "bilingual"))[number]
    assert area.width > 0.5  # the whole row


def test_a_text_that_goes_on_overleaf_has_an_area_on_each_page(small: Project) -> None:
    many = " ".join(["İyi uyuyun."] * 330)
    edit(small.catalog("tr", "rest"), "İyi uyuyun.", many)
    edition = edition_of(small, "rest", "tr")
    number = next(n for n, t in enumerate(edition.texts) if t.translation == many)
    areas = areas_by_text(traced(small, edition))[number]
    assert [area.page for area in areas] == [0, 1]
    assert areas[0].top + areas[0].height > 0.8
    assert areas[1].top < 0.2


def test_right_to_left_a_text_stands_where_its_words_do(small: Project) -> None:
    collection, _ = read_collection(small, small.leaflet_names())
    translate_all(small, collection)
    edition = edition_of(small, "rest", "he")
    found = areas_by_text(traced(small, edition))
    heading = next(n for n, t in enumerate(edition.texts) if t.segment.text == "What to do")
    [area] = found[heading]
    assert area.left + area.width > 0.85
    version = next(
        n for n, t in enumerate(edition.template_messages) if t.segment.text.startswith("Version")
    )
    foot = [a for a in found[len(edition.texts) + version] if a.top > 0.9]
    assert len(foot) == 1
    assert foot[0].width < 0.3


def test_a_template_of_ones_own_costs_only_what_cannot_be_traced(small: Project) -> None:
    line = '<p title="{{ _("Sources") }}">{{ _("About this leaflet") }}</p>'
    edit(small.templates.own / "leaflet.html", "<main>", f"{line}<main>")
    edition = edition_of(small, "rest", "tr")
    printed = traced(small, edition)
    assert printed.data == traced(small, edition, trace=False).data
    assert set(range(len(edition.texts))) <= set(areas_by_text(printed))
