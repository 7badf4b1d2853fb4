"""A mistake in clinic.toml is told with its line: no patient finds a blank for a number."""

from pathlib import Path

import pytest

from leafletpress.clinic import Clinic, logo_data, read_clinic
from leafletpress.problems import LeafletError

RIGHT = """\
name = "A clinic"
logo = ""
feedback = "leaflets@clinic.example"
write_in = ["nurse", "ward"]

[phones]
team_phone = "by hand"
emergency_phone = "112"
night_phone = "+90 212 123 45 67"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clinic.toml"


def test_what_is_right_is_read(path: Path) -> None:
    path.write_text(RIGHT, "utf-8")
    clinic = read_clinic(path)
    assert (clinic.name, clinic.write_in) == ("A clinic", ["nurse", "ward"])
    assert clinic.phones["emergency_phone"] == "112"
    assert logo_data(clinic, path.parent) is None


def test_phones_are_all_that_a_clinic_must_give(path: Path) -> None:
    path.write_text('[phones]\nteam_phone = "1"\nemergency_phone = "112"\n', "utf-8")
    assert read_clinic(path) == Clinic({"team_phone": "1", "emergency_phone": "112"})


def test_the_shipped_file_is_right() -> None:
    read_clinic(Path(__file__).parent.parent / "clinic.toml")


NUMBER_OR_LINE = 'write the number, or "by hand" for a line to write it on'


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("name", "nome", ['1: unknown field "nome": did you mean "name"?']),
        ('"A clinic"', "A clinic",
         ['1: this is not TOML (Invalid value): write name = "value", with quotes around text']),
        ('"A clinic"', "3", ['1: "name" is a number, not text: put the value in quotes']),
        ('["nurse", "ward"]', '"nurse"', ['4: "write_in" is text, not a list: write a list']),
        ('"ward"', '"wards"', ['4: there is no field "wards": did you mean "ward"?']),
        ('"by hand"', '" "', [f"7: team_phone is empty: {NUMBER_OR_LINE}"]),
        ('"+90 212 123', '"+90 \u202d212 123',
         ["9: night_phone: an invisible sign, left-to-right override (U+202D), stands in it: "
          "delete the number and type it anew"]),
        ('"112"', '"112\u200f"',
         ["8: emergency_phone: an invisible sign, right-to-left mark (U+200F), stands in it: "
          "delete the number and type it anew"]),
        ('"112"', '"1\u06612"', ["8: emergency_phone: it has digits of two kinds: "
                              "delete the number and type it anew"]),
        ('"112"', '""', [f"8: emergency_phone is empty: {NUMBER_OR_LINE}"]),
        ('"112"', '"by hand"', ['8: emergency_phone is "by hand", no number: '
                                "write the number that people call in an emergency"]),
        ('team_phone = "by hand"\n', "",
         ["6: team_phone is missing: add it below [phones]"]),
        ('"by hand"', "112", ['7: "team_phone" is a number, not text: put the value in quotes']),
        ('logo = ""', 'logo = "logo.gif"',
         ['2: "logo.gif" is no SVG or PNG: save the logo as SVG or PNG']),
        ('logo = ""', 'logo = "logo.svg"', ['2: there is no file "logo.svg": put it there']),
        ('logo = ""', 'logo = "../logo.svg"',
         ["2: the logo lies outside the project: copy it into the project"]),
        ("[phones]", "[phone]", ['6: unknown field "phone": did you mean "phones"?',
                                 '1: the field "phones" is missing: add it']),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, said: list[str], path: Path
) -> None:
    assert before in RIGHT
    path.write_text(RIGHT.replace(before, after, 1), "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_clinic(path)
    assert [p.show(path.parent) for p in caught.value.problems] == [
        f"clinic.toml:{one}" for one in said
    ]


def test_a_logo_needs_a_name_to_be_read_aloud(path: Path) -> None:
    (path.parent / "logo.svg").write_bytes(b"<svg/>")
    text = RIGHT.replace('logo = ""', 'logo = "logo.svg"')
    path.write_text(text, "utf-8")
    assert logo_data(read_clinic(path), path.parent) == ("image/svg+xml", b"<svg/>")
    path.write_text(text.replace('"A clinic"', '""'), "utf-8")
    with pytest.raises(
        LeafletError, match=r"clinic\.toml:2: there is a logo but no name: write it"
    ):
        read_clinic(path)


def test_several_mistakes_are_told_at_once(path: Path) -> None:
    path.write_text(RIGHT.replace("112", "").replace("ward", "wards"), "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_clinic(path)
    assert [problem.location.line for problem in caught.value.problems] == [8, 4]


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(LeafletError, match=r"clinic\.toml: the file is missing: put it back"):
        read_clinic(path)
