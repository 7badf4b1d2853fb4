"""What is signed is a canonical text: everything that a row says, and nothing of how it is kept."""

import datetime
import unicodedata
from typing import Any, Literal

import msgspec
import pytest

from leafletpress.signoff import Acknowledged, SignOff
from leafletpress.signoff.record import parse_record
from leafletpress.signoff.statement import statement
from leafletpress.toml import TomlText
from tests.signoff.conftest import DIGEST, unsigned

ROW = unsigned()


def test_the_text_is_that_of_this_version_for_ever() -> None:
    """Whoever changes it takes every signature away, and has to change its first line."""
    assert statement("signoff", ROW, "tr").decode().splitlines() == [
        "leaflet-press 1 signoff",
        'language 4 "tr"',
        'leaflet 6 "rest"',
        'role 11 "clinician"',
        'name 15 "Ayşe Yılmaz"',
        'date 12 "2026-11-25"',
        f'digest 73 "{DIGEST}"',
        'method 7 "human"',
        'sentences 19 "1a8ee2d6 06cae923"',
        'facts 10 "77c1a2b3"',
        'structure 21 "title= summary= h2="',
        'person 10 "TR-12345"',
        'version 3 "1"',
        'updated 12 "2026-11-20"',
        'review_by 12 "2027-11-20"',
        f'parts 168 {{"facts": "sha256:{"ef" * 32}", "texts": "sha256:{"cd" * 32}"}}',
    ]


OTHER: dict[str, Any] = {
    "leaflet": "walk",
    "role": "reviser",
    "name": "Ali Veli",
    "date": datetime.date(2026, 11, 26),
    "digest": DIGEST.replace("ab", "ba", 1),
    "method": "machine then human",
    "sentences": "06cae923 1a8ee2d6",
    "ticked": "1a8ee2d6",
    "facts": "",
    "structure": "title= summary= h3=",
    "phones": ["team_phone: 1"],
    "person": "TR-12346",
    "version": "2",
    "updated": datetime.date(2026, 11, 21),
    "review_by": None,
    "parts": {"texts": "sha256:" + "cd" * 32},
}


def test_every_field_and_the_language_are_in_it() -> None:
    assert {*OTHER, "signature"} == {*SignOff.__struct_fields__}
    texts = {statement("signoff", ROW, "tr"), statement("signoff", ROW, "ar")}
    texts.add(statement("acknowledged", ROW, "tr"))
    for field, value in OTHER.items():
        texts.add(statement("signoff", msgspec.structs.replace(ROW, **{field: value}), "tr"))
    assert len(texts) == len(OTHER) + 3
    signed = msgspec.structs.replace(ROW, signature="AAAA")
    assert statement("signoff", signed, "tr") == statement("signoff", ROW, "tr")


def test_no_value_can_pretend_to_be_another_line() -> None:
    one = msgspec.structs.replace(ROW, version='1"\nperson 10 "TR-99999')
    lines = statement("signoff", one, "tr").decode().split("\n")
    assert len(lines) == len(statement("signoff", ROW, "tr").decode().split("\n"))
    assert 'version 27 "1\\"\\nperson 10 \\"TR-99999"' in lines
    first = Acknowledged("a", ["1", "2"], ["x"], "A", datetime.date.min, "d")
    second = Acknowledged("a", ["1"], ["2", "x"], "A", datetime.date.min, "d")
    third = Acknowledged("a", ['1", "2'], ["x"], "A", datetime.date.min, "d")
    assert len({statement("acknowledged", row, "tr") for row in (first, second, third)}) == 3


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_one(form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, ROW.name)
    other = msgspec.structs.replace(ROW, name=name)
    assert statement("signoff", other, "tr") == statement("signoff", ROW, "tr")


TEXT = '''\
[[signoff]]
leaflet = "rest"
role = "clinician"
name = "Ayşe Yılmaz"
date = 2026-11-25
digest = "sha256:1"
sentences = """
1a8ee2d6 06cae923
77c1a2b3
"""
person = "TR-12345"
'''


@pytest.mark.parametrize(
    "kept",
    [
        TEXT.replace("1a8ee2d6 06cae923\n77c1a2b3", "1a8ee2d6\n  06cae923 77c1a2b3\n"),
        TEXT.replace('digest = "sha256:1"\n', "").replace(
            "date", "# ours\ndigest = 'sha256:1'\ndate"
        ),
        TEXT + 'method = "human"\nticked = ""\nsignature = ""\n',
    ],
)
def test_how_a_row_is_written_changes_nothing(kept: str, tmp_path: Any) -> None:
    [one] = parse_record(TomlText(TEXT, tmp_path)).signoffs
    [other] = parse_record(TomlText(kept, tmp_path)).signoffs
    assert statement("signoff", one, "tr") == statement("signoff", other, "tr")
