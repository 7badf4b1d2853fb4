"""The same leaflet printed from left to right and from right to left, for comparing places."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import polib

from leafletpress.clinic import read_clinic
from leafletpress.format import read_format
from leafletpress.press import Context
from leafletpress.press.job import Mode, plan
from leafletpress.press.run import print_job
from leafletpress.project import Project
from tests.support import pseudo_catalogs
from tests.support.made_once import made_once
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, faces_problems
from tests.support.pseudo_project import in_same_size, pseudo_project, right_editions
from tests.support.tiny_leaflet import FRONT

NAMES = ("adams", "baker", "clark", "davis", "evans", "foster")

PAPER = "A paper on the matter in hand, with a title of several lines. A journal of medicine, 2021."
SOURCES = "".join(
    f'  - key: {name}\n    text: "{name.title()} and others. {PAPER}"\n' for name in NAMES
)
"""Enough of them to fill their column: columns that differ in height take WeasyPrint long."""

LEAFLET = f"""{FRONT.removesuffix("---" + chr(10))}{SOURCES}---
/// key

Ask before you start.
///

## A heading

It is so. [@smith2020] Take 500 mg twice.

Others say so. {" ".join(f"[@{name}]" for name in NAMES)}

- one bullet
- two bullets

| Drug | Dose | Way |
|------|------|-----|
| alpha | 5 mg | mouth |

/// warning | Danger ahead

Stop at once.
///

/// checklist | Bring these

- your card
///

/// steps | The way
    duration: About 3 weeks.

1. **Come.** You come.
2. **Go.** You go.
///

/// call | When to call

Your team: {{team_phone}}

In an emergency: {{emergency_phone}}
///

/// risk | Harm
    events: 3
    people: 10
    group: Of those asked
    period: In one year
    source: smith2020

Harm came to 3 of 10. [@smith2020]
///

/// questions

- may I drive
///

/// write-in | Notes

- name
///
"""

CLINIC = """\
name = "Elm"
logo = ""
feedback = "elm@example.org"
write_in = ["nurse", "phone"]

[phones]
team_phone = "+44 20 7946 0000"
emergency_phone = "112"
"""


@cache
def project() -> Project:
    """A project with that leaflet alone, and its catalogs in the pseudo language."""
    return pseudo_project({"tiny": LEAFLET}, CLINIC)


@cache
def printed(
    tag: str, format_name: str = "a4", untranslated: str = "", *, same_size: bool = True
) -> Reader:
    """The leaflet in English or in the pseudo language, its letters of the same size in both.

    The paragraph that begins with `untranslated`, if any, is left in English.
    """

    def make(folder: Path) -> None:
        data = _print(tag, format_name, untranslated, same_size=same_size)
        (folder / "tiny.pdf").write_bytes(data)

    name = ["mirrored", tag, format_name, *untranslated.split(), *["same-size"] * same_size]
    return Reader(made_once("-".join(name), make) / "tiny.pdf")


def _print(tag: str, format_name: str, untranslated: str, *, same_size: bool) -> bytes:
    here = _without(untranslated) if untranslated else project()
    assert not faces_problems(tag)
    edition = right_editions(here, tag)[0]
    layout = read_format(here, format_name)
    if same_size:
        layout = in_same_size(layout, edition.language)
    clinic = read_clinic(here.clinic)
    mode = Mode.DRAFT if untranslated else Mode.NORMAL
    jobs, problems = plan([edition], {format_name: layout}, mode, here, clinic, here.root / "out")
    assert problems == []
    result = print_job(jobs[0], Context(here, clinic, CACHE))
    assert result.printed is not None, result.problems
    return result.printed.data


def _without(beginning: str) -> Project:
    """A copy of the project in which a paragraph is not translated."""
    root = Path(tempfile.mkdtemp(prefix="draft-"))
    shutil.copytree(project().root, root, dirs_exist_ok=True)
    copy = Project(root)
    path = copy.catalog(pseudo_catalogs.LANGUAGE.folder, "tiny")
    catalog = polib.pofile(str(path), wrapwidth=0)
    (entry,) = (entry for entry in catalog if entry.msgid.startswith(beginning))
    entry.msgstr = ""
    catalog.save()
    return copy
