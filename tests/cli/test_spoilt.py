"""Projects with something wrong: what it is, where it is, and how to mend it; never a traceback."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.support.small_project import add_signer, append, edit

TEMPLATE = "templates/parts/masthead.html"

Spoil = Callable[[Project], object]


def in_the_place_of(path: Path) -> Path:
    """Make room for something else by the name of a file."""
    path.unlink(missing_ok=True)
    return path


FATAL: dict[str, tuple[Spoil, str]] = {
    "no clinic.toml": (
        lambda p: p.clinic.unlink(),
        "clinic.toml: [no-such-file] the file is missing: put it back, or restore it",
    ),
    "an empty emergency number": (
        lambda p: edit(p.clinic, '"112"', '""'),
        'clinic.toml:3: [no-phone] emergency_phone is empty: write the number, or "by hand"',
    ),
    "a clinic.toml that is no TOML": (
        lambda p: edit(p.clinic, '"112"', '"112'),
        "clinic.toml:3: [not-toml] this is not TOML (",
    ),
    "an unknown field of the clinic": (
        lambda p: p.clinic.write_text('nmae = "X"\n' + p.clinic.read_text("utf-8"), "utf-8"),
        'clinic.toml:1: [unknown-key] unknown field "nmae": did you mean "name"?',
    ),
    "a folder by the name of clinic.toml": (
        lambda p: in_the_place_of(p.clinic).mkdir(),
        "clinic.toml: [no-file] this is a folder, no file: put the file in its place",
    ),
    "a clinic.toml that leads nowhere": (
        lambda p: in_the_place_of(p.clinic).symlink_to("away.toml"),
        "clinic.toml: [no-such-file] this is a link that leads nowhere: put the file there",
    ),
    "a number of thousands of digits": (
        lambda p: edit(p.clinic, '"112"', "9" * 5000),
        "clinic.toml:3: [too-large] a value of 5000 characters without quotes cannot be read: "
        "remove it",
    ),
    "a note in the place of a number": (
        lambda p: edit(p.clinic, '"by hand"', '"TODO ask"'),
        'clinic.toml:2: [not-a-phone] team_phone is "TODO ask", which holds no digit: write the '
        'number, or',
    ),
    "no leaflets": (
        lambda p: p.leaflets.rename(p.root / "away"),
        "leaflets: [no-project] there is no such folder, so this is no project: go to the "
        "project, name it with",
    ),
    "a template that nothing reads": (
        lambda p: (p.templates.own / "parts/masthed.html").touch(),
        'templates/parts/masthed.html: [unread-file] nothing reads this file: name it in a format '
        'or in',
    ),
    "a file by the name of the templates": (
        lambda p: p.templates.own.rename(p.root / "away").with_name("templates").touch(),
        "templates: [no-folder] this is no folder: move it away, and put files that replace the "
        "program's into",
    ),
    "a format for reviewers that is malformed": (
        lambda p: append(p.templates.own / "formats/review.toml", "\nbody"),
        "templates/formats/review.toml:",
    ),
    "a template that is malformed": (
        lambda p: append(p.root / TEMPLATE, "\n{% if %}"),
        "LINE: [malformed-template] the template is malformed (Expected an expression",
    ),
    "a word in a template that nobody translates": (
        lambda p: append(p.root / TEMPLATE, "\n<p>Call us</p>"),
        'LINE: [word-in-template] "Call us" stands here as it is, so nobody translates or signs '
        'it: put it into',
    ),
}  # fmt: skip
"""What nothing can be printed with."""

BROKEN: dict[str, tuple[Spoil, str]] = {
    "no catalog": (
        lambda p: p.catalog("tr", "walk").unlink(),
        "walk.po: [no-catalog] the catalog is missing: run \"python build.py update\", then "
        "translate it",
    ),
    "a leaflet that is gone": (
        lambda p: p.leaflet("walk").unlink(),
        "walk.po: [no-such-leaflet] there is no leaflet leaflets/walk.md: put the leaflet back, "
        "or delete this",
    ),
    "a sign-off that is no TOML": (
        lambda p: p.signoff("tr").write_text("[[signoff]]\nleaflet = rest\n"),
        "locales/tr/signoff.toml:2: [not-toml] this is not TOML (",
    ),
    "a sign-off file that is a folder": (
        lambda p: in_the_place_of(p.signoff("tr")).mkdir(),
        "locales/tr/signoff.toml: [no-file] this is a folder, no file: put the file in its place",
    ),
    "a glossary that leads nowhere": (
        lambda p: in_the_place_of(p.glossary("tr")).symlink_to("away.toml"),
        "locales/tr/glossary.toml: [no-such-file] this is a link that leads nowhere: put the file "
        "there",
    ),
    "a catalog that is a folder": (
        lambda p: in_the_place_of(p.catalog("tr", "walk")).mkdir(),
        "locales/tr/LC_MESSAGES/walk.po: [no-file] this is a folder, no file: put the file in its "
        "place",
    ),
    "a catalog of another language": (
        lambda p: edit(p.catalog("tr", "walk"), '"Language: tr', '"Language: de'),
        'walk.po:10: [wrong-language] the catalog says that its language is "de": put the catalog '
        'of Turkish here',
    ),
    "a bell in a translation": (
        lambda p: edit(p.catalog("tr", "walk"), "3 hafta", "3\\a hafta"),
        'walk.po:35: [control-character] "\\a" is a control character U+0007: remove it',
    ),
    "a folder that is no language": (
        lambda p: (p.locales / "turkish").mkdir(),
        'locales/turkish: [misnamed-language] "turkish" is no language tag: rename the folder',
    ),
    "an undefined name in a template": (
        lambda p: append(p.root / TEMPLATE, "\n{{ nurse }}"),
        "LINE: [malformed-template] the template is wrong ('nurse' is undefined): mend it, or "
        "restore it",
    ),
    "a filter that there is not": (
        lambda p: append(p.root / TEMPLATE, "\n{{ title | nope }}"),
        "LINE: [malformed-template] the template is wrong (No filter named 'nope'.)",
    ),
    "an include of nothing": (
        lambda p: append(p.root / TEMPLATE, '\n{% include "nope.html" %}'),
        "LINE: [no-template] there is no template nope.html: put it back",
    ),
    "a template that includes itself": (
        lambda p: append(p.root / TEMPLATE, '\n{% include "parts/masthead.html" %}'),
        "LINE: [endless-template] the template includes itself without an end: remove the "
        "include, or restore",
    ),
    "a sum of words in a template": (
        lambda p: append(p.root / TEMPLATE, '\n{{ 1 + "·" }}'),
        "LINE: [malformed-template] the template is wrong (unsupported operand",
    ),
}  # fmt: skip
"""What costs an edition or more."""


def assert_told(say: Say, project: Project, spoil: Spoil, words: str, *arguments: str) -> None:
    spoil(project)
    template = project.root / TEMPLATE
    line = len(template.read_text("utf-8").splitlines()) if "LINE" in words else 0
    result = say(*arguments)
    assert result.exit_code == 1
    assert words.replace("LINE", f"{TEMPLATE}:{line}") in result.stderr
    for said in result.stderr.splitlines():
        assert re.match(r"[\w./-]+(:\d+)?: .+: .+", said)


APPROVE = ("approve", "--lang=tr", "--leaflet=rest", "--role=translator", "--name=The translator")


@pytest.mark.parametrize("arguments", [(), ("check",), ("status",), ("update",), APPROVE])
@pytest.mark.parametrize("name", FATAL)
def test_every_command_tells_what_it_cannot_work_with(
    say: Say, small: Project, name: str, arguments: tuple[str, ...]
) -> None:
    add_signer(small, "Ada Hill")
    assert_told(say, small, *FATAL[name], *arguments)
    assert not list(small.root.rglob("*.pdf"))


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_check_tells_what_is_wrong_with_an_edition(say: Say, small: Project, name: str) -> None:
    assert_told(say, small, *BROKEN[name], "check")


def test_an_output_folder_that_cannot_be_written_is_told_before_any_work(
    say: Say, small: Project
) -> None:
    """Below a file, because the tests may run as root, who may write anywhere."""
    result = say("--out", "clinic.toml/out")
    assert result.exit_code == 1
    assert (
        "clinic.toml/out/manifest.json: [cannot-write] the file cannot be written (Not a directory)"
    ) in (result.stderr)
    assert not (small.root / "out").exists()
