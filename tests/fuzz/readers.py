"""The readers of the house: what takes in a file that a person wrote, each by a name.

Each stands in a small project, so that what it looks for beside its file is there.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leafletpress.catalog import read_catalog
from leafletpress.checks import check_translation
from leafletpress.clinic import read_clinic
from leafletpress.content import (
    Rendering,
    parse_inline,
    read_leaflet,
    read_passages,
    read_template_messages,
)
from leafletpress.files import read_text
from leafletpress.format import read_cmyk_profile, read_format
from leafletpress.glossary import read_glossary
from leafletpress.language import Language, parse_language
from leafletpress.leaks import find_leaks
from leafletpress.page.typography import isolate_tree, keep_tree_whole
from leafletpress.problems import LeafletError, Location, Problem, errors
from leafletpress.project import Project
from leafletpress.signoff import People, read_people, read_record, vouched
from leafletpress.signoff.record import RecordRow
from leafletpress.templates import Templates
from leafletpress.update.typo_record import read_edits
from tests.support.drawings import LOGO
from tests.support.tiny_leaflet import CITED, FRONT

PASSAGE = "\nCall your team on {team_phone}.\n\n- at night\n- at weekends\n"
INCLUDING = f"{FRONT}\n/// include | any\n///\n{CITED}"
TEMPLATE = '<p title="{{ _("Page") }}">{{ _("Sources", note="a heading") }}</p>\n'
CLINIC = """\
name = "Clinic of the example"
logo = "any.{}"

[phones]
team_phone = "by hand"
emergency_phone = "112"
"""
TODAY = datetime.date(2026, 11, 30)
SINCE = datetime.date(2026, 11, 1)
"""The day of the last update of what is signed."""

SOURCE = "Take **20 mg** twice a day, [@smith2020] never 2.5 mg. Call {team_phone}."
"""What the msgstr of the reader of that name translates."""


@dataclass(frozen=True)
class Reader:
    """What reads a file of a project, and where in the project that file stands."""

    file: str
    read: Callable[[Project], object]


def set_up(folder: Path) -> Project:
    """Make a project of one leaflet, a passage, a logo and a style sheet in an empty folder."""
    project = Project(folder)
    formats = project.templates.own / "formats"
    for path in (project.passages, formats, project.locales / "tr/LC_MESSAGES"):
        path.mkdir(parents=True)
    (project.passages / "who-to-call.md").write_text(PASSAGE, "utf-8")
    (formats / "narrow.css").write_text("h1 { font-size: 1em }\n", "utf-8")
    (project.templates.own / "page.html").write_text(TEMPLATE, "utf-8")
    (folder / "logo.svg").write_bytes(LOGO)
    for kind in ("svg", "png"):
        (folder / f"with-{kind}.toml").write_text(CLINIC.format(kind), "utf-8")
    return project


def _read_leaflet(project: Project) -> object:
    leaflet = read_leaflet(project.leaflet("any"))
    leaflet.render(lambda key: Rendering(key[1]), lambda _: None, "en")
    return leaflet


def _read_passage(project: Project) -> object:
    """Read a passage by itself, for its catalog, and in a leaflet that includes it."""
    project.leaflet("including").write_text(INCLUDING, "utf-8")
    segments, problems = read_passages(project.passages)
    if problems:
        raise LeafletError(problems)
    return segments, read_leaflet(project.leaflet("including"))


def _read_msgstr(project: Project) -> object:
    """Check a text as the translation of `SOURCE`, and set it as the page does."""
    path = project.root / "any.txt"
    text = read_text(path)
    languages = [parse_language(tag) for tag in ("tr", "ar")]
    problems = [problem for language in languages for problem in _check(text, language, path)]
    if errors(problems):
        raise LeafletError(problems)
    return [_set(text, language) for language in languages]


def _check(text: str, language: Language, path: Path) -> Iterator[Problem]:
    return check_translation(SOURCE, text, language, Location(path, 1))


def _set(text: str, language: Language) -> object:
    tree = parse_inline(text)
    keep_tree_whole(tree, language)
    isolate_tree(tree, language)
    return tree


def _read_signoff(project: Project) -> object:
    """Read sign-offs, and judge by whom and when they were given: here nobody is known."""
    path, people = project.source_signoff, People(project.people)
    record = vouched(read_record(path), path, people, "en", TODAY)
    rows: list[RecordRow] = [*record.signoffs, *record.acknowledged]
    told = [record.vouch(row, SINCE) for row in rows]
    if problems := [*record.problems, *filter(None, told)]:
        raise LeafletError(problems)
    return record


def _read_templates(project: Project) -> object:
    """Read the words of the templates, and look for such as nobody would translate."""
    own = Templates(project.templates.own, project.templates.own)
    words = read_template_messages(own)
    if problems := find_leaks(own, {word.text for word in words}):
        raise LeafletError(problems)
    return words


READERS = {
    "leaflet": Reader("leaflets/any.md", _read_leaflet),
    "passage": Reader("leaflets/shared/any.md", _read_passage),
    "catalog": Reader("any.po", lambda project: read_catalog(project.root / "any.po")),
    "msgstr": Reader("any.txt", _read_msgstr),
    "clinic": Reader("clinic.toml", lambda project: read_clinic(project.clinic)),
    "signoff": Reader("leaflets/signoff.toml", _read_signoff),
    "people": Reader("people.toml", lambda project: read_people(project.people)),
    "glossary": Reader(
        "locales/tr/glossary.toml",
        lambda project: read_glossary(project.glossary("tr"), parse_language("tr")),
    ),
    "editorial": Reader("leaflets/editorial.toml", lambda project: read_edits(project.editorial)),
    "format": Reader("templates/formats/any.toml", lambda p: read_format(p, "any")),
    "drawing": Reader("any.svg", lambda project: read_clinic(project.root / "with-svg.toml")),
    "picture": Reader("any.png", lambda project: read_clinic(project.root / "with-png.toml")),
    "profile": Reader("any.icc", lambda project: read_cmyk_profile(project.root / "any.icc")),
    "template": Reader("templates/any.html", _read_templates),
    "sheet": Reader("templates/any.css", _read_templates),
}
