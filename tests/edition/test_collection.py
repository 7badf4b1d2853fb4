"""The collection finds what a project holds, and what is amiss does not stop the others."""

import datetime
import shutil
from pathlib import Path

import pytest

from leafletpress.edition import Collection, project_languages, read_collection
from leafletpress.language import parse_language, source_language
from leafletpress.problems import Problem
from leafletpress.project import Project

TODAY = datetime.date(2026, 12, 1)
ROOT = Path(__file__).parents[2]
NAMES = Project(ROOT).leaflet_names()
TAGS = [language.tag for language in project_languages(Project(ROOT))[0]]


def open_collection(project: Project) -> tuple[Collection, list[Problem]]:
    return read_collection(project, project.leaflet_names())


def test_every_leaflet_and_the_template_messages_are_in_the_collection(project: Project) -> None:
    collection, problems = open_collection(project)
    assert problems == []
    assert [leaflet.name for leaflet in collection.leaflets] == NAMES
    assert collection.template_messages


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
def test_every_leaflet_has_an_edition(tag: str, project: Project) -> None:
    collection, _ = open_collection(project)
    editions, problems = collection.editions(parse_language(tag), TODAY)
    assert problems == []
    assert [edition.leaflet.name for edition in editions] == NAMES


def test_a_placeholder_that_nothing_fills_is_told_with_its_line(project: Project) -> None:
    path = project.leaflet("choosing-a-centre")
    text = path.read_text("utf-8").replace("{team_phone}", "{team_fone}")
    path.write_text(text, "utf-8")
    collection, problems = open_collection(project)
    line = text[: text.index("{team_fone}")].count("\n") + 1
    assert problems[0].show(project.root) == (
        f"leaflets/choosing-a-centre.md:{line}: [unfilled-placeholder] nothing fills "
        f"{{team_fone}}: "
        'add it below [phones] in clinic.toml; did you mean "team_phone"?'
    )
    assert "choosing-a-centre" not in [leaflet.name for leaflet in collection.leaflets]


def test_the_dates_of_the_front_matter_fill_placeholders(project: Project) -> None:
    path = project.leaflet("treatments")
    path.write_text(path.read_text("utf-8") + "\nWritten {updated}, until {review_by}.\n", "utf-8")
    assert open_collection(project)[1] == []


def test_a_leaflet_that_cannot_be_read_costs_only_itself(project: Project) -> None:
    project.leaflet("treatments").write_text("nothing\n", "utf-8")
    collection, problems = open_collection(project)
    assert [leaflet.name for leaflet in collection.leaflets] == NAMES[:-1]
    assert [problem.location.path for problem in problems] == [project.leaflet("treatments")]


def test_a_catalog_that_is_missing_or_broken_costs_only_its_edition(project: Project) -> None:
    project.catalog("tr", "treatments").unlink()
    project.catalog("tr", "hsct-steps").write_text("=======\n", "utf-8")
    editions, problems = open_collection(project)[0].editions(parse_language("tr"), TODAY)
    whole = [name for name in NAMES if name not in ("hsct-steps", "treatments")]
    assert [edition.leaflet.name for edition in editions] == whole
    assert [problem.show(project.root).split(": ")[:2] for problem in problems] == [
        [
            "locales/tr/LC_MESSAGES/hsct-steps.po:1",
            '[merge-conflict] "=======" is the mark of a merge conflict',
        ],
        ["locales/tr/LC_MESSAGES/treatments.po", "[no-catalog] the catalog is missing"],
    ]


@pytest.mark.slow
@pytest.mark.parametrize("spoil", ["page.po", "signoff.toml", "glossary.toml"])
def test_without_page_words_sign_offs_or_glossary_a_language_has_no_editions(
    spoil: str, project: Project
) -> None:
    folder = project.catalog("tr", "page").parent
    path = folder / spoil if spoil == "page.po" else folder.parent / spoil
    path.write_text("nonsense\n", "utf-8")
    editions, problems = open_collection(project)[0].editions(parse_language("tr"), TODAY)
    assert editions == []
    assert {problem.location.path for problem in problems} == {path}
    assert open_collection(project)[0].editions(source_language(), TODAY)[0]


def test_a_catalog_whose_leaflet_is_gone_is_told(project: Project) -> None:
    project.leaflet("treatments").unlink()
    [problem] = open_collection(project)[0].orphans(parse_language("tr"))
    assert problem.show(project.root) == (
        "locales/tr/LC_MESSAGES/treatments.po: [no-such-leaflet] there is no leaflet "
        "leaflets/treatments.md: "
        "put the leaflet back, or delete this catalog"
    )


def test_languages_are_those_that_have_a_folder(project: Project) -> None:
    for folder in ("pt_BR", "en", "klingon"):
        (project.locales / folder).mkdir()
    languages, problems = project_languages(project)
    assert [language.tag for language in languages] == sorted([*TAGS, "pt-BR"])
    assert [problem.show(project.root) for problem in problems] == [
        'locales/klingon: [misnamed-language] "klingon" is no language tag: rename the folder, '
        "for example to pt_BR"
    ]


def test_a_project_without_templates_has_those_of_the_program(project: Project) -> None:
    own = open_collection(project)[0].template_messages
    shutil.rmtree(project.templates.own)
    programs = open_collection(project)[0].template_messages
    assert [message.key for message in programs] == [message.key for message in own]
    assert all(message.location.path.is_relative_to(ROOT) for message in programs)
    named = {project.name_of(message.location.path) for message in programs}
    assert named == {project.name_of(message.location.path) for message in own}


def test_paths_of_a_project_are_told_from_its_root(project: Project) -> None:
    assert project.name_of(project.leaflet("a")) == "leaflets/a.md"
    assert project.inside(project.clinic)
    assert not project.inside(Path("/"))
