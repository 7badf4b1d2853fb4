"""A file that people write by hand is opened once, and its problems are told in the right line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.format import read_format
from leafletpress.glossary import read_glossary
from leafletpress.language import parse_language
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.signoff import read_people, read_record
from leafletpress.update.typo_record import read_edits

NOTE = '''"""
[phones]
margin = "18mm"
team_phone = ""
[[person]]
name = "A"
accept = ["a"]
"""'''
"""A text that only looks as if fields stood in it."""

CLINIC = f'name = {NOTE}\n[phones]\nteam_phone = "ask"\nemergency_phone = "none"\n'
FORMAT = f'page = "A4"\nbody = 12\nstyle = {NOTE}\nmargin = "18"\n'
GLOSSARY = (
    f'[[term]]\nsource = ["a"]\naccept = ["b"]\nnote = {NOTE}\nforbid = {{b = "no"}}\n'
    '[[term]]\nsource = ["a"]\naccept = ["c"]\n'
)
PEOPLE = f'[[person]]\nqualification = {NOTE}\nname = "A\u200b"\nroles = []\nemail = "a@b.org"\n'
RECORD = (
    f'[[acknowledged]]\nleaflet = {NOTE}\nnumbers = ["1"]\nwords = ["one"]\nname = "7"\n'
    'date = 2026-11-20\ndigest = "' + "0" * 64 + '"\n'
)

opened: list[str] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and opened is not None:
        opened.append(str(arguments[0]))


sys.addaudithook(_note)  # there is no way to take it out again


@contextmanager
def openings() -> Iterator[list[str]]:
    """Gather the names of the files that are opened meanwhile."""
    global opened
    opened = []
    try:
        yield opened
    finally:
        opened = None


READERS: dict[str, tuple[str, Callable[[Project], object], str, list[int | None]]] = {
    "clinic": (
        "clinic.toml",
        lambda project: read_clinic(project.clinic),
        CLINIC,
        [10, 11, 1],
    ),
    "format": (
        "templates/formats/mine.toml",
        lambda project: read_format(project, "mine"),
        FORMAT,
        [11, 3],
    ),
    "glossary": (
        "locales/tr/glossary.toml",
        lambda project: read_glossary(project.glossary("tr"), parse_language("tr")),
        GLOSSARY,
        [2, 12, 14],
    ),
    "people": ("people.toml", lambda project: read_people(project.people), PEOPLE, [10, 11]),
    "record": (
        "locales/tr/signoff.toml",
        lambda project: read_record(project.signoff("tr")),
        RECORD,
        [1],
    ),
    "typos": (
        "leaflets/editorial.toml",
        lambda project: read_edits(project.editorial),
        f'[[edit]]\nleaflet = {NOTE}\nnme = "x"\n',
        [10, 1, 1, 1, 1, 1],
    ),
}


@pytest.mark.parametrize("name", READERS)
def test_a_file_is_opened_once_and_its_lines_are_right(name: str, tmp_path: Path) -> None:
    file, read, text, lines = READERS[name]
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    with pytest.raises(LeafletError) as caught, openings() as names:
        read(Project(tmp_path))
    assert names.count(str(path)) == 1
    found = [problem.location.line for problem in caught.value.problems]
    assert found == lines
