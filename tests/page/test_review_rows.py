"""The reviewer's sheet: everything that somebody who checks a text has to see."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import polib
import pytest
import weasyprint

from leafletpress.clinic import read_clinic
from leafletpress.content import plain_text
from leafletpress.edition import Edition, read_collection
from leafletpress.format import read_format
from leafletpress.language import parse_language
from leafletpress.page import make_page
from leafletpress.project import SHARED_DOMAIN, Project
from leafletpress.signoff import short_digest
from leafletpress.update import update
from tests.support import pseudo_catalogs
from tests.support.bilingual_rows import read_edition, squeeze
from tests.support.small_project import sign_all

FREEZE = "**Freeze.** Your stem cells are frozen and stored until you need them."
DAYS = "Collecting and freezing takes 5 to 15 days. [@msinfo]"
BIRTH_CONTROL = "Use reliable birth control until your team says that you can stop."
HOSPITAL = "Some people need more than 3 weeks."


class SheetOfRows:
    """A sheet as it was made: its HTML, and its rows by their number."""

    def __init__(self, project: Project, tag: str, name: str) -> None:
        self.edition: Edition = read_edition(project, tag, name)
        clinic = read_clinic(project.clinic)
        layout = read_format(project, "review")
        self.html = make_page(self.edition, layout, clinic, project)
        tree = weasyprint.HTML(string=self.html).etree_element
        divs = [div for div in tree.iter("div") if "text-row" in div.get("class", "").split()]
        self.rows = {_in_class(div, "number-of-text")[0]: div for div in divs}

    def row_of(self, source: str) -> Any:
        """The row of the text that begins so."""
        texts = enumerate(self.edition.texts, start=1)
        return self.rows[str(next(n for n, t in texts if t.segment.text.startswith(source)))]


def _in_class(element: Any, name: str) -> list[str]:
    """The texts of the elements of a class."""
    found = (e for e in element.iter() if name in (e.get("class") or "").split())
    return [" ".join("".join(e.itertext()).split()) for e in found]


def change(project: Project, name: str, edit: Callable[[polib.POEntry], None], begin: str) -> None:
    """Change the one message of a Turkish catalog that begins so."""
    catalog = polib.pofile(str(project.catalog("tr", name)), wrapwidth=0)
    (entry,) = (entry for entry in catalog if entry.msgid.startswith(begin))
    edit(entry)
    catalog.save()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hsct-steps", "pregnancy-breastfeeding", "treatments"])
def test_every_text_stands_beside_its_translation_with_its_number(
    project: Project, name: str
) -> None:
    sheet = SheetOfRows(project, "tr", name)
    edition = sheet.edition
    numbered = {str(n): text for n, text in enumerate(edition.texts, start=1)}
    numbered |= {f"W{n}": text for n, text in enumerate(edition.template_messages, start=1)}
    assert list(sheet.rows) == list(numbered)
    for number, text in numbered.items():
        said = [squeeze("".join(_in_class(sheet.rows[number], side)))
                for side in ("source", "translation")]  # fmt: skip
        plain = str if number.startswith("W") else plain_text
        assert squeeze(plain(text.segment.text)) in said[0]
        assert squeeze(plain(text.translation)) in said[1]
        assert f"line {text.location.line}" in "".join(_in_class(sheet.rows[number], "what"))


def test_a_critical_text_has_a_box_for_each_negation(project: Project) -> None:
    sheet = SheetOfRows(project, "tr", "hsct-steps")
    row = sheet.row_of(BIRTH_CONTROL)
    text = next(t for t in sheet.edition.texts if t.segment.text.startswith(BIRTH_CONTROL))
    assert "CRITICAL" in _in_class(row, "flag")
    assert _in_class(row, "each") == [
        f"id {short_digest(text.signed)}", "☐ safe to act on",
        "☐ not", "☐ not", "☐ bırakmayın", "☐ gelmez", "☐ emzirmeyin",
    ]  # fmt: skip


def test_a_lost_negation_in_a_critical_text_leaps_to_the_eye(project: Project) -> None:
    def lose(entry: polib.POEntry) -> None:
        entry.msgstr = "Emzirin."

    change(project, SHARED_DOMAIN, lose, BIRTH_CONTROL)
    row = SheetOfRows(project, "tr", "hsct-steps").row_of(BIRTH_CONTROL)
    assert "☐ none marked here: look for it" in _in_class(row, "ticks")


def test_what_is_not_critical_has_one_box(project: Project) -> None:
    row = SheetOfRows(project, "tr", "hsct-steps").row_of(FREEZE)
    assert "".join(row.itertext()).count("☐") == 1


def test_a_text_that_may_not_be_printed_stands_as_it_is_with_what_is_wrong(
    project: Project,
) -> None:
    def untranslate(entry: polib.POEntry) -> None:
        entry.msgstr = ""

    def spoil(entry: polib.POEntry) -> None:
        entry.msgstr = "5 ila 51 gün sürer <b>{nothing}</b> [@nobody]"

    def doubt(entry: polib.POEntry) -> None:
        entry.previous_msgid = entry.msgid.replace("3 weeks", "2 weeks")
        entry.flags = ["fuzzy"]

    change(project, "hsct-steps", untranslate, FREEZE)
    change(project, "hsct-steps", spoil, DAYS)
    change(project, "hsct-steps", doubt, HOSPITAL)
    sheet = SheetOfRows(project, "tr", "hsct-steps")
    assert _in_class(sheet.row_of(FREEZE), "flag") == ["NOT TRANSLATED"]
    spoilt = sheet.row_of(DAYS)
    assert _in_class(spoilt, "flag") == ["FAILS A CHECK"]
    assert "<b>{nothing}</b> [@nobody]" in _in_class(spoilt, "translation")[0]
    assert any("51" in problem for problem in _in_class(spoilt, "problem"))
    doubtful = sheet.row_of(HOSPITAL)
    assert _in_class(doubtful, "flag") == ["FUZZY: not sure"]
    assert "Changed since: 2 weeks to 3 weeks" in " ".join(_in_class(doubtful, "remark"))
    facts = " ".join(_in_class(weasyprint.HTML(string=sheet.html).etree_element, "facts"))
    for label in ("Rows not translated", "Rows fuzzy, not sure", "Rows that fail a check"):
        assert re.search(rf"{label}\d+ ", facts)


@pytest.mark.slow
def test_what_changed_since_somebody_signed_is_marked(project: Project) -> None:
    def improve(entry: polib.POEntry) -> None:
        entry.msgstr = entry.msgstr.replace("saklanır", "korunur")

    sign_all(project, "tr")
    signed = SheetOfRows(project, "tr", "hsct-steps")
    assert "signed in the record" in signed.html
    change(project, "hsct-steps", improve, FREEZE)
    sheet = SheetOfRows(project, "tr", "hsct-steps")
    marked = [number for number, row in sheet.rows.items() if "CHANGED" in _in_class(row, "flag")]
    assert [sheet.rows[number] for number in marked] == [sheet.row_of(FREEZE)]
    (remark,) = _in_class(sheet.row_of(FREEZE), "remark")
    assert re.fullmatch(
        r"Changed since it was signed by (.+ \(\w+, \d{4}-\d\d-\d\d\)(, )?){3}", remark
    )
    assert "for another text of the leaflet" in sheet.html
    assert "for another text of the words of the page" not in sheet.html


def test_a_figure_is_shown_with_what_a_screen_reader_says_in_both_languages(
    project: Project,
) -> None:
    sheet = SheetOfRows(project, "tr", "pregnancy-breastfeeding")
    tree = weasyprint.HTML(string=sheet.html).etree_element
    (figure,) = (div for div in tree.iter("div") if div.get("class") == "figure")
    assert "30" in _in_class(figure, "share")[0]
    said = _in_class(figure, "cell")
    assert said[0] == "A bar that stands for 43 people. The part for 30 of them is filled."
    assert "43 kişiyi" in said[1]
    steps = SheetOfRows(project, "tr", "hsct-steps").html
    assert steps.count('class="figure"') == 2


def test_numbers_of_the_clinic_are_there_to_be_checked(project: Project) -> None:
    sheet = SheetOfRows(project, "tr", "hsct-steps")
    tree = weasyprint.HTML(string=sheet.html).etree_element
    (section,) = (e for e in tree.iter("section") if e.get("class") == "numbers-of-clinic")
    said = " ".join("".join(section.itertext()).split())
    assert "{team_phone}a line to write the number on" in said
    assert "{emergency_phone}112" in said


def test_a_source_has_one_column_and_a_clinician_signs(project: Project) -> None:
    sheet = SheetOfRows(project, "en", "hsct-steps")
    assert 'class="cell translation"' not in sheet.html
    assert "Clinician" in sheet.html
    assert "Reviser" not in sheet.html


def test_a_language_whose_negations_are_not_known_says_so(project: Project) -> None:
    swahili = parse_language("sw")
    collection, _ = read_collection(project, ["hsct-steps"])
    update(collection, [swahili], datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))
    for name in ("hsct-steps", SHARED_DOMAIN):
        catalog = polib.pofile(str(project.catalog("sw", name)), wrapwidth=0)
        for entry in catalog:
            entry.msgstr = entry.msgid
        catalog.save()
    sheet = SheetOfRows(project, "sw", "hsct-steps")
    assert "Negations in Swahili are not marked" in sheet.html
    row = sheet.row_of(BIRTH_CONTROL)
    assert any("look for each" in text for text in _in_class(row, "ticks"))
    assert _in_class(row, "negation-mark") == ["not", "not"], "only those of the source"


def test_right_to_left_text_keeps_its_direction_and_its_doses(project: Project) -> None:
    collection, _ = read_collection(project, ["hsct-steps"])
    pseudo_catalogs.translate_all(project, collection)
    sheet = SheetOfRows(project, "he", "hsct-steps")
    cells = re.findall(r'<div class="cell translation" lang="(.*?)" dir="(.*?)">', sheet.html)
    assert set(cells) == {("he", "rtl")}
    row = sheet.row_of(DAYS)
    (days,) = (e for e in row.iter("bdi") if "15" in "".join(e.itertext()))
    assert days.get("dir") == "ltr"
    assert days[0].get("class") == "number-mark"


def test_the_digest_stands_in_full_and_at_the_foot_of_every_page(project: Project) -> None:
    sheet = SheetOfRows(project, "tr", "hsct-steps")
    digest = sheet.edition.digest
    assert sheet.html.count(digest) == 2
    assert sheet.html.count(sheet.edition.template_approval.content.digest) == 1
    tree = weasyprint.HTML(string=sheet.html).etree_element
    assert digest.removeprefix("sha256:")[:8] in _in_class(tree, "foot")[0]
