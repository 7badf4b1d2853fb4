"""A project's own templates lie over those of the program."""

from pathlib import Path

import pytest

from leafletpress.format import format_names, read_all_formats, unread_templates
from leafletpress.project import Project
from leafletpress.templates import Templates

ROOT = Path(__file__).parent.parent


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    for folder in ("own/parts", "program/parts"):
        (tmp_path / folder).mkdir(parents=True)
    return Templates(tmp_path / "own", tmp_path / "program")


def test_an_own_file_takes_the_place_of_the_file_of_its_name(templates: Templates) -> None:
    (templates.program / "page.html").touch()
    (templates.program / "parts/head.html").touch()
    (templates.own / "parts/head.html").touch()
    (templates.own / "parts/a.html").touch()
    assert templates.glob("**/*.html") == {
        "page.html": templates.program / "page.html",
        "parts/a.html": templates.own / "parts/a.html",
        "parts/head.html": templates.own / "parts/head.html",
    }
    assert templates.find("page.html") == templates.program / "page.html"
    assert templates.name_of(templates.own / "parts/a.html") == "parts/a.html"
    assert templates.name_of(templates.own.parent / "a.html") is None


def test_what_has_the_name_is_never_passed_over(templates: Templates) -> None:
    """Whatever stands there is read, so that it is told what is wrong with it."""
    (templates.program / "page.html").touch()
    (templates.own / "page.html").symlink_to("away.html")
    assert templates.find("page.html") == templates.own / "page.html"


@pytest.mark.parametrize("name", [".page.html.swp", ".#page.html", "#page.html#", "~page.html"])
def test_what_editors_leave_about_is_no_template(templates: Templates, name: str) -> None:
    (templates.own / name).touch()
    assert templates.glob("**/*") == {"parts": templates.own / "parts"}


def test_a_link_out_of_the_folders_is_not_held(templates: Templates, tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (templates.own / "b.html").touch()
    (templates.own / "a.html").symlink_to(tmp_path / "a.html")
    assert templates.holds(templates.own / "b.html")
    assert not templates.holds(templates.own / "a.html")


def test_in_the_checkout_both_are_one() -> None:
    templates = Project(ROOT).templates
    assert templates.own == templates.program
    assert templates.folders == (templates.own,)


FORMAT = 'page = "A4"\nmargin = "20mm"\nbody = 14\nstyle = "mine.css"\ntemplate = "mine.html"\n'

READ = {
    "styles/9-mine.css": "",
    "parts/masthead.html": "<p></p>",
    "formats/mine.toml": FORMAT,
    "formats/mine.css": "",
    "mine.html": '{% include "parts/mine.html" %}',
    "parts/mine.html": '{% from "figures/mine.svg" import mine %}',
    "figures/mine.svg": "{% macro mine() %}<g/>{% endmacro %}",
}
"""Own files that are read, each for another reason."""


def own(root: Path, files: dict[str, str]) -> Project:
    project = Project(root)
    for name, text in files.items():
        path = project.templates.own / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


def unread(project: Project) -> list[str]:
    formats, problems = read_all_formats(project)
    assert problems == []
    return [problem.show(project.root) for problem in unread_templates(project, formats)]


def test_own_files_that_something_reads_are_let_through(tmp_path: Path) -> None:
    project = own(tmp_path, READ)
    assert unread(project) == []
    assert set(format_names(project)) == {*format_names(Project(ROOT)), "mine"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("leaftlet.html", 'did you mean "leaflet.html"?'),
        ("style/1-page.css", 'did you mean "styles/1-page.css"?'),
        ("parts/mine.html", ""),
        ("formats/mine.css", ""),
        ("logo.png", "known are bilingual.html, leaflet.html, review.html"),
    ],
)
def test_an_own_file_that_nothing_reads_is_told(tmp_path: Path, name: str, hint: str) -> None:
    [told] = unread(own(tmp_path, {name: ""}))
    start = (
        f"templates/{name}: [unread-file] nothing reads this file: name it in a format or in "
        f"a template, or "
    )
    assert told.startswith(start)
    assert hint in told
