"""A pseudo-locale looks strange, says all that the source says, and is nobody's language."""

import datetime
import json
import re
import shutil

import pytest

from leafletpress.catalog import format_catalog, parse_catalog
from leafletpress.catalog.pseudo import pseudo_text
from leafletpress.content import marks
from leafletpress.edition import Edition, State, read_collection
from leafletpress.language import Language, parse_language, pseudo_languages
from leafletpress.page.typography import has_right_to_left
from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.cli.conftest import say as say
from tests.support.pdf_pages import page_texts
from tests.support.small_project import ROOT
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

ACCENTED, MIRRORED = pseudo_languages()
both = pytest.mark.parametrize("language", pseudo_languages(), ids=lambda one: one.tag)


def editions(language: Language) -> list[Edition]:
    project = Project(ROOT)
    collection, problems = read_collection(project, project.leaflet_names())
    found, more = collection.editions(language, datetime.date(2026, 11, 22))
    assert [*problems, *more] == []
    return found


@both
def test_every_shipped_text_passes_every_check(language: Language) -> None:
    for edition in editions(language):
        assert edition.problems == ()
        assert edition.state is State.TEST
        assert all(marks(t.segment.text) == marks(t.translation) for t in edition.texts)


def test_accented_text_is_about_40_per_cent_longer() -> None:
    texts = [(t.segment.text, t.translation) for e in editions(ACCENTED) for t in e.texts]
    before, after = (sum(map(len, side)) for side in zip(*texts, strict=True))
    assert 1.3 < after / before < 1.5


@pytest.mark.parametrize(
    ("text", "accented", "mirrored"),
    [
        ("Stop", "⁅Šţøøþ⁆", "קרסע"),
        ("UK", "⁅ÛûĶ⁆", "שכ"),
        ("Take 5 to 15 days.", "⁅Ţããķéé 5 ţøø 15 rā.⁆", "ראכה 5 רס 15 ימים."),
        ("**Take** 20 mg [@a1] {team_phone}", "⁅**Ţããķéé** 20 mg [@a1] {team_phone}⁆", ""),
        ("See [it](https://a.example).", "⁅Šéééé [îîţ](https://a.example).⁆", ""),
        ("70% of 1,000", "⁅70% øøƒ 1,000⁆", "70% סו 1,000"),
        ("One\nline", "⁅Øøñéé\nļîîñéé⁆", ""),
    ],
)
def test_a_text_is_strange_between_brackets(text: str, accented: str, mirrored: str) -> None:
    assert pseudo_text(text, ACCENTED) == accented
    if mirrored:
        assert pseudo_text(text, MIRRORED) == mirrored


def test_the_mirrored_one_runs_from_right_to_left() -> None:
    assert MIRRORED.direction == "rtl"
    assert all(has_right_to_left(t.translation) for e in editions(MIRRORED) for t in e.texts)


@both
def test_its_catalogs_are_catalogs(language: Language) -> None:
    for edition in editions(language):
        for catalog in edition.catalogs:
            again = parse_catalog(format_catalog(catalog), catalog.path)
            assert again.messages == catalog.messages


@both
def test_it_is_no_language_that_could_be_typed_or_named(language: Language) -> None:
    with pytest.raises(ValueError, match="is no language tag"):
        parse_language(language.tag)


@pytest.mark.slow
@both
def test_it_is_printed_when_asked_for_and_marked_on_every_page(
    language: Language, small: Project, say: Say
) -> None:
    folder = small.root / "out" / language.tag
    ran = say("--lang", language.tag)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ["rest.pdf", "walk.pdf"]
    for path in folder.iterdir():
        for text in page_texts(path):
            assert re.search(r"\bTEST\b", text)
            assert language.tag.removeprefix("qps-") in text
    assert not (small.locales / language.tag).exists()
    manifest = json.loads((small.root / "out" / "manifest.json").read_text("utf-8"))
    assert {row["state"] for row in rows(manifest)} == {"test"}
    again = say("--lang", language.tag, "--draft")
    assert "2 unchanged" in again.stdout


def rows(manifest: object) -> list[dict[str, object]]:
    assert isinstance(manifest, dict | list)
    return manifest["rows"] if isinstance(manifest, dict) else manifest


@pytest.mark.slow
def test_a_build_of_everything_neither_makes_nor_removes_it(small: Project, say: Say) -> None:
    say("--lang", "qps-ploc", "--leaflet", "walk")
    made = small.root / "out" / "qps-ploc" / "walk.pdf"
    shutil.rmtree(small.locales / "tr")
    ran = say()
    assert "qps" not in ran.stdout + ran.stderr
    assert made.exists()
    assert {path.parent.name for path in (small.root / "out").rglob("*.pdf")} == {"en", "qps-ploc"}


@pytest.mark.parametrize("asked", [["--release"], ["--format", "review"]])
def test_it_is_never_approved(asked: list[str], small: Project, say: Say) -> None:
    ran = say("--lang", "qps-ploc", *asked)
    assert ran.exit_code == 1
    assert (
        "leaflets/rest.md: [pseudo-language] qps-ploc is no language, and nobody can approve "
        "it: leave"
    ) in (ran.stderr)
    assert list(small.root.glob("out/**/*.pdf")) == []


@pytest.mark.parametrize("command", ["status", "check", "update", "approve"])
def test_no_command_that_works_on_translations_knows_it(command: str, say: Say) -> None:
    ran = say(command, "--lang", "qps-ploc")
    assert ran.exit_code == 2
    assert "qps" not in say("status").stdout


def test_it_cannot_be_added_as_a_language(say: Say) -> None:
    assert say("languages", "add", "qps-ploc").exit_code == 2
