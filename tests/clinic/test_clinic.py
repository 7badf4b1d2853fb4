"""A mistake in clinic.toml is reported with its line: no patient finds a blank for a number."""

from pathlib import Path

import pytest

from leafletpress.clinic import Clinic, logo_data, read_clinic
from leafletpress.clinic.phones import BY_HAND
from leafletpress.pictures import MOST_BYTES
from leafletpress.problems import LeafletError
from tests.support.drawings import LOGO

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


def told(path: Path) -> list[str]:
    with pytest.raises(LeafletError) as caught:
        read_clinic(path)
    return [problem.show(path.parent) for problem in caught.value.problems]


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
    read_clinic(Path(__file__).parents[2] / "clinic.toml")


NUMBER_OR_LINE = 'write the number, or "by hand" for a line to write it on'


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("name", "nome", ['1: [unknown-key] unknown field "nome": did you mean "name"?']),
        ('"A clinic"', "A clinic",
         ['1: [not-toml] this is not TOML (Invalid value): write name = "value", with quotes '
          'around text']),
        ('"A clinic"', "3", ['1: [wrong-value] "name" is a number, not text: put the value in '
                             'quotes']),
        ('["nurse", "ward"]', '"nurse"', ['4: [wrong-value] "write_in" is text, not a list: write '
                                          'a list']),
        ('"ward"', '"wards"', ['4: [unknown-field] there is no field "wards": did you mean '
                               '"ward"?']),
        ('"by hand"', '" "', [f"7: [no-phone] team_phone is empty: {NUMBER_OR_LINE}"]),
        ('"+90 212 123', '"+90 \u202d212 123',
         ["9: [spoilt-number] night_phone: an invisible sign, left-to-right override (U+202D), "
          "stands in it: "
          "delete the number and type it anew"]),
        ('"112"', '"112\u200f"',
         ["8: [spoilt-number] emergency_phone: an invisible sign, right-to-left mark (U+200F), "
          "stands in it: "
          "delete the number and type it anew"]),
        ('"112"', '"1\u06612"', ["8: [spoilt-number] emergency_phone: it has digits of two kinds: "
                              "delete the number and type it anew"]),
        ('"112"', '""', [f"8: [no-phone] emergency_phone is empty: {NUMBER_OR_LINE}"]),
        ('"112"', '"by hand"', ['8: [not-a-phone] emergency_phone is "by hand", no number: '
                                "write the number that people call in an emergency"]),
        ('team_phone = "by hand"\n', "",
         ["6: [no-phone] team_phone is missing: add it below [phones]"]),
        ('"by hand"', "112", ['7: [wrong-value] "team_phone" is a number, not text: put the value '
                              'in quotes']),
        ('logo = ""', 'logo = "logo.gif"',
         ['2: [logo-type] "logo.gif" is no SVG or PNG: save the logo as SVG or PNG']),
        ('logo = ""', 'logo = "logo.svg"', ['2: [no-such-file] there is no file "logo.svg": put '
                                            'it there']),
        ('logo = ""', 'logo = "../logo.svg"',
         ["2: [outside-project] the logo lies outside the project: copy it into the project"]),
        ('"by hand"', '"TODO ask"',
         [f'7: [not-a-phone] team_phone is "TODO ask", which holds no digit: {NUMBER_OR_LINE}']),
        ('"by hand"', '"0312 555 xx xx"',
         [f'7: [not-a-phone] team_phone is "0312 555 xx xx", which holds letters ("xx"): '
          f'{NUMBER_OR_LINE}']),
        ('"112"', '"112 (TODO)"',
         ['8: [not-a-phone] emergency_phone is "112 (TODO)", which holds letters ("TODO"): '
          "write the number that people call"]),
        ("night_phone", '"Night phone"',
         ['9: [phone-name] no leaflet can name the phone "Night phone": write small letters, '
          'digits and _']),
        ('["nurse", "ward"]', '["ward", "ward"]',
         ['4: [stands-twice] the field "ward" stands there twice: remove one of the two']),
        ('"A clinic"', '"A\\nclinic"',
         ["1: [control-character] name holds a character U+000A, which no line does: remove it"]),
        ('"A clinic"', '"A\\u0000"',
         ["1: [control-character] name holds a character U+0000, which no line does: remove it"]),
        ('"A clinic"', f'"{"A" * 201}"',
         ["1: [too-large] name is longer than 200 characters: make it shorter"]),
        ('logo = ""', 'logo = "a\\u0000b.svg"',
         ["2: [control-character] logo holds a character U+0000, which no line does: remove it"]),
        ('"by hand"', "9" * 5000,
         ["7: [too-large] a value of 5000 characters without quotes cannot be read: "
          "remove it: no file of a project has that"]),
        ('"by hand"', "inf", ['7: [wrong-value] "team_phone" is a number, not text: put the value '
                              'in quotes']),
        ('"by hand"', "2026-11-22",
         ['7: [wrong-value] "team_phone" is a date, not text: put the value in quotes']),
        ('"by hand"', '"\\ud800"',
         ["7: [not-toml] this is not TOML (Escaped character is not a Unicode scalar value): "
          'write name = "value", with quotes around text']),
        ("[phones]", "[phone]", ['6: [unknown-key] unknown field "phone": did you mean "phones"?',
                                 '1: [missing-key] the field "phones" is missing: add it']),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, said: list[str], path: Path
) -> None:
    assert before in RIGHT
    path.write_text(RIGHT.replace(before, after, 1), "utf-8")
    assert told(path) == [f"clinic.toml:{one}" for one in said]


@pytest.mark.parametrize("written", ["By Hand", " by  hand ", "BY HAND"])
def test_by_hand_is_a_line_however_it_is_typed(written: str, path: Path) -> None:
    path.write_text(RIGHT.replace("by hand", written), "utf-8")
    assert read_clinic(path).phones["team_phone"] == BY_HAND


def test_a_key_inside_a_text_of_several_lines_is_no_key(path: Path) -> None:
    text = RIGHT.replace('"A clinic"', "'''A\nteam_phone = 1'''").replace("112", "ask")
    path.write_text(text, "utf-8")
    assert told(path) == [
        'clinic.toml:9: [not-a-phone] emergency_phone is "ask", no number: write the number that '
        "people call in "
        "an emergency",
        "clinic.toml:1: [control-character] name holds a character U+000A, which no line does: "
        "remove it",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!doctype html><html>", "cannot be printed: its line 1 is no XML ("),
        (b"\x89PNG\r\n\x1a\n", "cannot be printed: its line 1 is no XML ("),
        (b"<svg/>", "cannot be printed: it is no SVG: it begins with <svg>: save the logo as SVG"),
        (LOGO[:-20], "cannot be printed: its line 4 is no XML (unclosed token): save it as "),
    ],
)
def test_a_logo_that_cannot_be_printed_is_told_where_it_is_named(
    data: bytes, said: str, path: Path
) -> None:
    (path.parent / "logo.svg").write_bytes(data)
    path.write_text(RIGHT.replace('logo = ""', 'logo = "logo.svg"'), "utf-8")
    [problem] = told(path)
    assert problem.startswith(f'clinic.toml:2: [damaged-picture] the logo "logo.svg" {said}')


def test_a_logo_that_is_too_large_is_told_where_it_is_named(path: Path) -> None:
    (path.parent / "logo.svg").write_bytes(b" " * (MOST_BYTES + 1))
    path.write_text(RIGHT.replace('logo = ""', 'logo = "logo.svg"'), "utf-8")
    [problem] = told(path)
    said = "cannot be used: the file is larger than 2000 kB: make it smaller, or see"
    assert problem.startswith(f'clinic.toml:2: [too-large] the logo "logo.svg" {said}')


def test_a_logo_that_is_no_file_is_told_where_it_is_named(path: Path) -> None:
    (path.parent / "logo.svg").mkdir()
    (path.parent / "lost.svg").symlink_to("nowhere.svg")
    (path.parent / "out.png").symlink_to("/etc/hostname")
    for name, said in {
        "logo.svg": '[no-file] the logo "logo.svg" cannot be used: this is a folder, no file: put',
        "lost.svg": '[no-such-file] the logo "lost.svg" cannot be used: this is a link',
        "out.png": "[outside-project] the logo lies outside the project: copy it into the project",
        f"{'x' * 190}/{'y' * 5}.svg": f'[no-such-file] there is no file "{"x" * 190}/yyyyy.svg": '
        "put it there",
    }.items():
        path.write_text(RIGHT.replace('logo = ""', f'logo = "{name}"'), "utf-8")
        [problem] = told(path)
        assert problem.startswith(f"clinic.toml:2: {said}")


def test_a_logo_needs_a_name_to_be_read_aloud(path: Path) -> None:
    (path.parent / "logo.svg").write_bytes(LOGO)
    text = RIGHT.replace('logo = ""', 'logo = "logo.svg"')
    path.write_text(text, "utf-8")
    assert logo_data(read_clinic(path), path.parent) == ("image/svg+xml", LOGO)
    path.write_text(text.replace('"A clinic"', '""'), "utf-8")
    with pytest.raises(
        LeafletError,
        match=r"clinic\.toml:2: \[no-clinic-name\] there is a logo but no name: "
        r"write it",
    ):
        read_clinic(path)


def test_several_mistakes_are_told_at_once(path: Path) -> None:
    path.write_text(RIGHT.replace("112", "").replace("ward", "wards"), "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_clinic(path)
    assert [problem.location.line for problem in caught.value.problems] == [8, 4]


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(
        LeafletError,
        match=r"clinic\.toml: \[no-such-file\] the file is missing: "
        r"put it back",
    ):
        read_clinic(path)
