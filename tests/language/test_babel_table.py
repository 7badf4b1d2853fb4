"""What the pinned Babel puts on paper is written down, so that an upgrade shows what it changes."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from leafletpress.language import parse_language
from leafletpress.language.scripts import SCRIPT_FAMILIES
from tests.support.babel_table import COMMAND, LANGUAGES, TABLE, as_json, facts, of

PROJECT = Path(__file__).parent.parent.parent
WRITTEN = json.loads(TABLE.read_text("utf-8"))
MEND = f"read what changed, then print the table anew: {COMMAND}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_reaches_paper_is_what_the_table_says(tag: str) -> None:
    assert facts(parse_language(tag)) == WRITTEN[tag], MEND


def test_the_table_holds_these_languages_and_is_written_as_the_command_writes_it() -> None:
    assert [*WRITTEN] == ["of", *LANGUAGES], MEND
    assert as_json() == TABLE.read_text("utf-8"), MEND


def test_the_table_is_of_the_babel_that_is_pinned() -> None:
    lines = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"][
        "dependencies"
    ]
    [pin] = [line for line in lines if line.startswith("babel")]
    assert pin == f"babel=={WRITTEN['of']['babel']}"
    assert of() == WRITTEN["of"], MEND


def test_sixty_languages_and_every_script_that_has_a_font_are_in_the_table() -> None:
    assert len(set(LANGUAGES)) == 60
    assert set(SCRIPT_FAMILIES) <= {parse_language(tag).script for tag in LANGUAGES}
    shipped = {path.name for path in (PROJECT / "locales").iterdir() if path.is_dir()}
    assert {"en", *shipped} <= {parse_language(tag).folder for tag in LANGUAGES}


HIDDEN = re.compile(r"[^\S \n]|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


def test_no_space_or_mark_hides_in_a_difference() -> None:
    assert not HIDDEN.search(TABLE.read_text("utf-8"))
