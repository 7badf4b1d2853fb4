"""A small project to print in tests: two leaflets, English and Turkish, and the real templates."""

import contextlib
import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from leafletpress.approval import read_signing_tasks, sign
from leafletpress.cli.main import cli
from leafletpress.clinic import read_clinic
from leafletpress.edition import Edition, read_collection, required_roles
from leafletpress.format import Format, read_format
from leafletpress.language import parse_language
from leafletpress.press import Context
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.signoff import Person, Role, add, add_people, read_people
from leafletpress.update import update
from tests.support.made_once import made_once

ROOT = Path(__file__).parents[2]

DAY = datetime.date(2026, 11, 25)
"""When everything is signed."""

CLINIC = """\
[phones]
team_phone = "by hand"
emergency_phone = "112"
"""

FRONT = """\
---
id: {id}
title: {title}
summary: What you can do.
version: "1"
updated: 2020-01-01
review_by: 2099-11-22
written_by: Somebody
sources:
  - key: smith2020
    text: "Smith, 2020."
---

"""

REST = (
    FRONT.format(id="T-1", title="Rest at home")
    + """\
## What to do {: #do }

Rest for 15 days. [@smith2020] Drink water.

Sleep well.

/// call | When to call
Call {team_phone}, or {emergency_phone} in an emergency.
///
"""
)

WALK = (
    FRONT.format(id="T-2", title="Walk every day")
    + """\
## How to walk {: #walk }

Walk for 3 weeks. [@smith2020]
"""
)

TURKISH = {
    "Rest at home": "Evde dinlenin",
    "Walk every day": "Her gün yürüyün",
    "What you can do.": "Neler yapabilirsiniz.",
    "What to do": "Ne yapmalı",
    "Rest for 15 days. [@smith2020] Drink water.": "15 gün dinlenin. [@smith2020] Su için.",
    "Sleep well.": "İyi uyuyun.",
    "When to call": "Ne zaman aramalı",
    "Call {team_phone}, or {emergency_phone} in an emergency.": (
        "Arayın: {team_phone}. Acil durumda {emergency_phone} numarasını arayın."
    ),
    "How to walk": "Nasıl yürümeli",
    "Walk for 3 weeks. [@smith2020]": "3 hafta yürüyün. [@smith2020]",
}


def set_up(root: Path) -> Project:
    """Put the small project into a folder, wholly translated, its faces cut."""
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "leaflets").mkdir()
    (root / "leaflets/rest.md").write_text(REST, "utf-8")
    (root / "leaflets/walk.md").write_text(WALK, "utf-8")
    (root / "clinic.toml").write_text(CLINIC, "utf-8")
    project = Project(root)
    add_people(project.people, [signer(role) for role in Role])
    pages = project.catalog("tr", PAGE_DOMAIN)
    pages.parent.mkdir(parents=True)
    shutil.copy(Project(ROOT).catalog("tr", PAGE_DOMAIN), pages)
    fill_catalogs(project, "tr", TURKISH)
    return project


def fill_catalogs(project: Project, tag: str, words: Mapping[str, str]) -> None:
    """Bring the catalogs of a language in line; what `words` lacks is filled with its source."""
    collection, _ = read_collection(project, project.leaflet_names())
    update(collection, [parse_language(tag)], datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))
    for path in project.catalog(tag, PAGE_DOMAIN).parent.glob("*.po"):
        catalog = polib.pofile(str(path), wrapwidth=0)
        for entry in catalog:
            if not entry.msgstr or entry.fuzzy:
                entry.msgstr = words.get(entry.msgid, entry.msgid)
                entry.flags = []
        catalog.save()


@pytest.fixture(scope="session")
def small_master() -> Path:
    return made_once("small", set_up)


@pytest.fixture(scope="session")
def printed_master() -> Path:
    def make(root: Path) -> None:
        assert build(set_up(root)).returncode == 0

    return made_once("printed", make)


@pytest.fixture
def small(small_master: Path, tmp_path: Path) -> Project:
    """The small project; nothing is printed yet."""
    shutil.copytree(small_master, tmp_path / "small")
    return Project(tmp_path / "small")


@pytest.fixture
def printed(printed_master: Path, tmp_path: Path) -> Project:
    """The small project, every edition printed."""
    shutil.copytree(printed_master, tmp_path / "small")
    return Project(tmp_path / "small")


def command(project: Project, *arguments: str) -> list[str]:
    """The command line that starts build.py on a project, in this environment."""
    return [sys.executable, str(ROOT / "build.py"), "--project", str(project.root), *arguments]


def build(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run build.py on a project, as a person does who stands in its folder, within this process.

    A traceback of the program is one of the test. Unless told otherwise, one process prints: to
    start another takes longer than to print the small project.
    """
    line = ["--project", str(project.root), *arguments]
    with contextlib.chdir(project.root):
        ran = CliRunner(catch_exceptions=False).invoke(
            cli, line, prog_name="build.py", default_map={"jobs": 1}
        )
    return subprocess.CompletedProcess(line, ran.exit_code, ran.stdout, ran.stderr)


def build_apart(
    project: Project, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run build.py on a project in a process of its own."""
    return subprocess.run(
        command(project, *arguments),
        cwd=project.root,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def edit(path: Path, old: str, new: str) -> int:
    """Replace a text that stands once in a file; return its line."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def append(path: Path, text: str) -> None:
    """Write a text behind what a file holds."""
    path.write_bytes(path.read_bytes() + text.encode())


def editions(project: Project, tag: str) -> Iterator[Edition]:
    """The editions in a language."""
    collection, problems = read_collection(project, project.leaflet_names())
    found, more = collection.editions(parse_language(tag), datetime.date.today())
    assert [*problems, *more] == []
    yield from found


def signer(role: Role) -> Person:
    """Who signs everything in a role."""
    return Person(f"The {role}", [role], "has learnt it", email=f"{role}@example.org")


def add_signer(project: Project, name: str, *roles: Role) -> Person:
    """Let somebody sign, in some roles or in all."""
    number = f"R-{len(read_people(project.people).persons)}"
    person = Person(name, list(roles or Role), "has learnt it", register=number)
    add_people(project.people, [person])
    return person


def sign_all(project: Project, tag: str, *roles: Role, names: Sequence[str] = ()) -> None:
    """Have everything in a language, or some of it, signed by everyone who must, or some."""
    collection, _ = read_collection(project, project.leaflet_names())
    language = parse_language(tag)
    if not read_people(project.people).persons:
        add_people(project.people, [signer(role) for role in Role])
    names = names or [*project.leaflet_names(), PAGE_DOMAIN]
    tasks, problems = read_signing_tasks(collection, language, names, DAY)
    assert problems == []
    for task in tasks:
        for role in roles or required_roles(language):
            row = sign(task, role, signer(role), None, list(task.to_tick()), DAY)
            add(task.location.path, [row])


def a4(project: Project) -> dict[str, Format]:
    """The one format that these tests print."""
    return {"a4": read_format(project, "a4")}


def context(project: Project) -> Context:
    return Context(project, read_clinic(project.clinic), project.root / ".cache")
