"""update brings pots and catalogs in line with leaflets and templates, and touches nothing else."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from leafletpress.catalog import header_fields, read_catalog
from leafletpress.edition import read_collection
from leafletpress.language import parse_language
from leafletpress.problems import Problem
from leafletpress.project import Project
from leafletpress.update import update
from tests.support.small_project import ROOT, edit
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

NOW = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)


def run(project: Project, *tags: str) -> tuple[list[Path], list[Problem]]:
    collection, problems = read_collection(project, project.leaflet_names())
    written, more = update(collection, [parse_language(tag) for tag in tags or ["tr"]], NOW)
    return written, [*problems, *more]


def times(project: Project) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in project.root.rglob("*") if path.is_file()}


@pytest.fixture
def project(project: Project) -> Project:
    """The project after one update: leaflets may be ahead of the catalogs that are shipped."""
    run(project)
    return project


def test_updating_again_touches_no_file(project: Project) -> None:
    before = times(project)
    assert run(project) == ([], [])
    assert times(project) == before


def test_a_changed_sentence_changes_its_pot_and_its_catalogs_only(project: Project) -> None:
    leaflet = project.leaflet("treatments")
    text = leaflet.read_text("utf-8")
    leaflet.write_text(text.replace("We do not know the exact cause of MS.", "A new one is here."))
    written, problems = run(project)
    assert problems == []
    assert written == [project.pot("treatments"), project.catalog("tr", "treatments")]
    assert (
        header_fields(read_catalog(written[0]).header)["POT-Creation-Date"]
        == "2030-01-01 00:00+0000"
    )


def test_rewrapping_a_leaflet_touches_no_catalog(project: Project) -> None:
    leaflet = project.leaflet("treatments")
    before = leaflet.read_text("utf-8")
    after = before.replace("Talk with your\nteam about", "Talk\nwith your team\nabout")
    assert before != after
    leaflet.write_text(after, "utf-8")
    assert run(project) == ([], [])


def test_a_new_language_gets_every_catalog(project: Project) -> None:
    written, problems = run(project, "pt-BR", "zh-Hans")
    assert problems == []
    assert sorted(written) == sorted(
        project.catalog(folder, domain)
        for folder in ("pt_BR", "zh_Hans")
        for domain in (*project.leaflet_names(), "shared", "page")
    )
    assert read_catalog(written[0]).messages[0].msgstr == ""


def test_the_source_language_has_no_catalogs(project: Project) -> None:
    assert run(project, "en") == ([], [])
    assert not (project.locales / "en").exists()


def test_a_catalog_that_cannot_be_read_stays_as_it_is_and_costs_only_itself(
    project: Project,
) -> None:
    broken, lost = project.catalog("tr", "treatments"), project.catalog("tr", "page")
    broken.write_text("<<<<<<< HEAD\n", "utf-8")
    lost.unlink()
    written, problems = run(project)
    assert written == [lost]
    assert [problem.location.path for problem in problems] == [broken]
    assert broken.read_text("utf-8") == "<<<<<<< HEAD\n"


def test_a_leaflet_that_cannot_be_read_leaves_its_catalogs_as_they_are(project: Project) -> None:
    project.leaflet("treatments").write_text("no front matter\n", "utf-8")
    before = times(project)
    written, problems = run(project)
    assert written == []
    assert [problem.location.path for problem in problems] == [project.leaflet("treatments")]
    assert times(project) == before


def test_a_pot_that_cannot_be_read_keeps_its_catalogs_from_changing(project: Project) -> None:
    pot = project.pot("treatments")
    pot.write_text("nonsense\n", "utf-8")
    written, problems = run(project)
    assert written == []
    assert [problem.location.path for problem in problems] == [pot]


HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f'{HEADER}<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', '4: [merge-conflict] "<<<<<<<" is the '
                                                           'mark of a merge'),
        (f'{HEADER}msgid "a"\nmsgstr "b\n', "5: [unclosed-text] the text is not closed by a quote"),
        (f'{HEADER}msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n', "7: [same-message] this "
                                                                    "message stands"),
        (f'{HEADER}msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\n', "6: [plural-forms] plural forms: "
                                                                 "1 stand here"),
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xfe"\n', "5: [not-utf8] byte 0xfe is not UTF-8, "
                                                          "which the"),
        (HEADER.replace("Plural", "Content-Type: text/plain; charset=ISO-8859-9\\nPlural"),
         "2: [not-utf8] the catalog is declared to be ISO-8859-9"),
        (HEADER + 'msgid "a"\nmsgstr "b\x00c"\n', "5: [control-character] a control character "
                                                  "U+0000 stands here"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1: [not-utf8] byte 0x89 is not UTF-8"),
    ],
)  # fmt: skip
def test_a_malformed_catalog_is_named_with_its_line_and_stays_as_it_is(
    data: str | bytes, said: str, project: Project
) -> None:
    path = project.catalog("tr", "treatments")
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    before = times(project)
    written, problems = run(project)
    assert written == []
    assert [problem.show(path.parent)[: len(said) + 14] for problem in problems] == [
        f"treatments.po:{said}"
    ]
    assert times(project) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kills processes as only POSIX can")
def test_a_killed_update_leaves_every_catalog_as_it_was_or_as_it_will_be(small: Project) -> None:
    for name, begin in (("rest", "Rest"), ("walk", "Walk")):
        edit(small.leaflet(name), f"\n{begin} for ", f"\n{begin} well for ")
    template = small.templates.own / "parts" / "colophon.html"
    template.write_text(template.read_text("utf-8").replace("Sources", "All sources"), "utf-8")
    command = [sys.executable, "-m", "tests.support.killed_updates", str(small.root)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    kills, *broken = ran.stdout.split()
    assert broken == []
    assert int(kills) > 40


def test_a_catalog_of_another_language_is_not_renamed_but_told(small: Project) -> None:
    """Somebody put the German file into the Turkish folder: nothing of it may become Turkish."""
    path = small.catalog("tr", "rest")
    edit(path, '"Language: tr', '"Language: de')
    edit(small.leaflet("rest"), "Sleep well.", "Sleep very well.")
    before = path.read_bytes()
    written, problems = run(small)
    assert path not in written
    assert [problem.what for problem in problems] == ['the catalog says that its language is "de"']
    assert path.read_bytes() == before
