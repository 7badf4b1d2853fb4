"""The bilingual sheet: source and translation of every text on one row."""

import datetime
import re
import shutil
from itertools import pairwise
from pathlib import Path

import page as page_validation
import polib
import pytest

from leafletpress.content import plain_text
from leafletpress.edition import Edition, read_collection
from leafletpress.language import parse_language
from leafletpress.pdf import write_pdf
from leafletpress.problems import Location
from leafletpress.project import Project
from leafletpress.update import update
from tests.conftest import ROOT
from tests.support.bilingual_rows import MM, Row, lay_out, make_html, read_edition, squeeze
from tests.support.pdf_reader import Reader
from tests.support.tiny_leaflet import FRONT

pytestmark = pytest.mark.slow

LEAFLETS = ("hsct-steps", "pregnancy-breastfeeding", "treatments")

PAPER_EDGE = (210 - 15) * MM
"""Where the right margin of A4 begins."""

ARABIC_SOURCE = """
/// key

Take 20 mg a day.
///

## The steps {: #steps }

It takes 5 to 15 days, and 5–10 mg/kg. [@smith2020]

/// steps | First
    duration: 3 weeks

1. One.
///
"""
ARABIC = {
    "A tiny leaflet": "نشرة صغيرة",
    "This leaflet tells you nothing.": "هذه النشرة لا تخبرك بشيء.",
    "Take 20 mg a day.": "تناول 20 mg في اليوم.",
    "The steps": "الخطوات",
    "It takes 5 to 15 days, and 5–10 mg/kg. [@smith2020]": (
        "يستغرق ذلك من 5 إلى 15 يومًا، و5–10 mg/kg. [@smith2020]"
    ),
    "First": "أولًا",
    "3 weeks": "3 أسابيع",
    "One.": "الأولى.",
}


@pytest.fixture(scope="module", params=LEAFLETS)
def turkish(request: pytest.FixtureRequest) -> tuple[Edition, list[Row]]:
    """A Turkish edition and its sheet."""
    project = Project(ROOT)
    edition = read_edition(project, "tr", request.param)
    return edition, lay_out(make_html(project, edition))


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[Row]]:
    """An Arabic sheet: its page and its rows."""
    project = copy_project(tmp_path_factory.mktemp("arabic"))
    edition = arabic_edition(project, FRONT + ARABIC_SOURCE)
    html = make_html(project, edition)
    return html, lay_out(html)


def copy_project(root: Path) -> Project:
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "clinic.toml", root)
    return Project(root)


def arabic_edition(project: Project, source: str) -> Edition:
    project.leaflet("tiny").write_text(source, "utf-8")
    collection, problems = read_collection(project, ["tiny"])
    assert not problems
    update(collection, [parse_language("ar")], datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))
    translate(project, "ar", "tiny", ARABIC)
    return read_edition(project, "ar", "tiny")


def translate(project: Project, folder: str, name: str, texts: dict[str, str]) -> None:
    """Give messages of a catalog other translations."""
    path = project.catalog(folder, name)
    catalog = polib.pofile(str(path), wrapwidth=0)
    for message in catalog:
        message.msgstr = texts.get(message.msgid, message.msgstr)
    catalog.save()


def holds(row: Row, source: str, translation: str) -> bool:
    return squeeze(plain_text(source)) in squeeze(row.source.text) and (
        squeeze(plain_text(translation)) in squeeze(row.translation.text)
    )


def test_every_text_stands_on_a_row_with_its_translation(
    turkish: tuple[Edition, list[Row]],
) -> None:
    edition, rows = turkish
    for text in edition.texts:
        assert any(holds(row, text.segment.text, text.translation) for row in rows), text


def test_rows_come_in_the_order_of_the_leaflet(turkish: tuple[Edition, list[Row]]) -> None:
    edition, rows = turkish
    at = 0
    for text in edition.texts:
        if "table heading" not in text.segment.kind:  # said again in each row of its table
            found = (n for n in range(at, len(rows))
                     if holds(rows[n], text.segment.text, text.translation))  # fmt: skip
            at = next(found)


def test_both_cells_of_a_row_begin_on_one_line_of_one_page(
    turkish: tuple[Edition, list[Row]], arabic: tuple[str, list[Row]]
) -> None:
    for row in [*turkish[1], *arabic[1]]:
        assert list(row.source.baselines) == list(row.translation.baselines)
        for page, baseline in row.source.baselines.items():
            assert baseline == pytest.approx(row.translation.baselines[page], abs=0.5 * MM)


def test_no_row_is_split_across_pages(turkish: tuple[Edition, list[Row]]) -> None:
    assert {len(row.source.baselines) for row in turkish[1]} == {1}


def test_a_heading_stays_with_what_follows(turkish: tuple[Edition, list[Row]]) -> None:
    rows = turkish[1]
    for row, following in pairwise(rows):
        if row.is_heading:
            assert list(row.source.baselines) == list(following.source.baselines)


def test_a_call_out_that_fits_on_a_page_stays_on_it(turkish: tuple[Edition, list[Row]]) -> None:
    pages: dict[int, set[int]] = {}
    for row in turkish[1]:
        if row.block is not None:
            pages.setdefault(row.block, set()).update(row.source.baselines)
    assert len(pages) >= 5
    assert {len(numbers) for numbers in pages.values()} == {1}


def test_nothing_leaves_its_column(
    turkish: tuple[Edition, list[Row]], arabic: tuple[str, list[Row]]
) -> None:
    for row in [*turkish[1], *arabic[1]]:
        assert row.source.right < row.translation.left
        assert row.translation.right <= PAPER_EDGE + 1
        for cell in (row.source, row.translation):
            for left, right in cell.line_edges:
                assert left >= cell.left - 1
                assert right <= cell.right + 1, cell.text


def test_every_cell_says_its_language_and_direction(
    turkish: tuple[Edition, list[Row]], arabic: tuple[str, list[Row]]
) -> None:
    for rows, own in ((turkish[1], ("tr", "ltr")), (arabic[1], ("ar", "rtl"))):
        assert {(row.source.lang, row.source.direction) for row in rows} == {("en", "ltr")}
        assert {(row.translation.lang, row.translation.direction) for row in rows} == {own}


def test_right_to_left_text_begins_at_the_right_edge(arabic: tuple[str, list[Row]]) -> None:
    _, rows = arabic
    (row,) = [row for row in rows if "يستغرق" in row.translation.text]
    assert row.translation.line_edges[0][1] == pytest.approx(row.translation.right, abs=0.5 * MM)
    assert row.source.line_edges[0][0] == pytest.approx(row.source.left, abs=0.5 * MM)


def test_doses_keep_their_order_in_right_to_left_text(arabic: tuple[str, list[Row]]) -> None:
    isolated = re.findall(r'<bdi dir="ltr">(.*?)</bdi>', arabic[0])
    for dose in ("20 mg", "5", "15", "5–10 mg/kg", "3"):
        assert dose in [re.sub("\u2060", "", text).replace("\u00a0", " ") for text in isolated]


def test_the_source_is_as_large_beside_a_script_that_is_set_larger(
    arabic: tuple[str, list[Row]],
) -> None:
    (rule,) = re.findall(r"\.cell\.source, \.in-source \{(.*?)\}", arabic[0])
    assert 'font-family: "Noto Sans"' in rule
    assert "font-size: 0.8em" in rule  # Arabic is set a quarter larger


def test_a_missing_translation_is_marked_and_its_source_printed_once(project: Project) -> None:
    gone = "It is normal to feel nervous. Ask your team about anything, as often as you need."
    translate(project, "tr", "hsct-steps", {gone: "", "The six steps of HSCT": ""})
    html = make_html(project, read_edition(project, "tr", "hsct-steps"))
    rows = lay_out(html)
    for source in (gone, "The six steps of HSCT"):
        (row,) = [row for row in rows if squeeze(source) in squeeze(row.source.text)]
        assert "Henüz güvenli bir çeviri yok" in row.translation.text
        assert "No safe translation yet" in row.translation.text
    assert sum(squeeze(gone) in squeeze(row.translation.text) for row in rows) == 0
    assert html.count('class="missing-mark"') == 2


def test_a_step_without_a_translation_keeps_its_number(project: Project) -> None:
    step = "**Freeze.** Your stem cells are frozen and stored until you need them."
    translate(project, "tr", "hsct-steps", {step: ""})
    rows = lay_out(make_html(project, read_edition(project, "tr", "hsct-steps")))
    (row,) = [row for row in rows if "Freeze." in row.source.text]
    assert row.translation.text.strip().startswith("3")


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing(project: Project) -> None:
    words = "lorem " * 650  # nearly the longest text that is read
    edition = arabic_edition(project, f"{FRONT}\n{words}[@smith2020]\n")
    rows = lay_out(make_html(project, edition))
    (row,) = [row for row in rows if "lorem" in row.source.text]
    assert len(row.source.baselines) > 1
    assert len(row.source.line_edges) * 10 > 650  # at most ten words fit on a line


def test_what_is_the_same_in_both_languages_stands_once(project: Project) -> None:
    html = make_html(project, read_edition(project, "tr", "pregnancy-breastfeeding"))
    assert html.count('class="bar"') == 1
    steps = make_html(project, read_edition(project, "tr", "hsct-steps"))
    assert steps.count('class="ruled"') == 3 + 5  # a line for each label, and five more


def test_ids_are_unique(project: Project) -> None:
    html = make_html(project, read_edition(project, "tr", "hsct-steps"))
    ids = re.findall(r' id="(.*?)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", LEAFLETS)
def test_the_pdf_is_accessible_and_names_the_language_of_each_text(
    project: Project, tmp_path: Path, name: str
) -> None:
    edition = read_edition(project, "tr", name)
    path = tmp_path / "sheet.pdf"
    html, date = make_html(project, edition), edition.leaflet.front_matter.updated
    location = Location(edition.leaflet.path)
    path.write_bytes(write_pdf(html, lambda _: location, edition.language, date).data)
    assert not failures(path)
    texts = texts_by_language(Reader(path))
    fields = edition.leaflet.front_matter
    translated = edition.renderings()[None, fields.summary].text
    assert squeeze(fields.summary) in texts["en"]
    assert squeeze(translated) in texts["tr"]
    assert squeeze(translated) not in texts["en"]


def failures(path: Path) -> list[str]:
    """What page-validation finds, without the finding that is known to be false."""
    profiles = page_validation.ValidationProfile
    return [
        str(failure)
        for profile in (profiles.PDF_UA_1, profiles.PDF_A_3A)
        for failure in page_validation.validate_pdf(str(path), profile=profile).failures
        if "STREAM-LENGTH" not in str(failure)
    ]


def texts_by_language(reader: Reader) -> dict[str, str]:
    """The texts of the structure tree, by the language they are in, without spaces."""
    found: dict[str, str] = {}
    for element, lang in reader.tree.with_languages(reader.catalog["/Lang"]):
        found[lang] = found.get(lang, "") + squeeze(element.text or "")
    return found
