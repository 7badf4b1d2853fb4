"""The file of the people who sign is read strictly, and only added to."""

import datetime
from pathlib import Path

import pytest

from leafletpress.problems import LeafletError
from leafletpress.signoff import Person, PublicKey, Role, Signer, TwoPeople, add_people, read_people
from leafletpress.signoff.people_file import PeopleRow

ED = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDqxQZxsa2z0D57zuy4M2s7dW/Hbs7HBkueDLOy/f7QI"
OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFrBKKmyDQe4/CJpeiC/PipQxjTAsp8hG1nkq+jVT2RS"

PEOPLE = f"""\
# ours
[[person]]
name = "Ayşe Yılmaz"
roles = ["translator", "reviser"]
qualification = "sworn translator"
register = "TR-12345"

[[person]]
name = "Ali Veli"
roles = ["clinician"]
qualification = "neurologist"
email = "ali.veli@example.org"

[[key]]
person = "TR-12345"
key = "{ED} ayse"
since = 2026-01-01
until = 2026-12-31
"""

TWIN = """
[[person]]
name = "Dr. Ayse Yilmaz"
roles = ["clinician"]
qualification = "neurologist"
register = "TR-777"
"""

SETTLED = """
[[two_people]]
people = ["TR-12345", "TR-777"]
said_by = "Ada Hill"
date = 2026-11-30
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.toml"


def told(path: Path, text: str) -> list[str]:
    path.write_text(text, "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_people(path)
    return [problem.show(path.parent) for problem in caught.value.problems]


def test_people_are_read_as_they_are_written(path: Path) -> None:
    assert read_people(path).persons == ()
    path.write_text(PEOPLE, "utf-8")
    people = read_people(path)
    ayse, ali = people.persons
    assert (ayse.id, ayse.roles) == ("TR-12345", [Role.TRANSLATOR, Role.REVISER])
    assert people.find("tr 12345") == ayse
    assert people.find("ALI.VELI@example.org") == ali
    assert people.find("") is None
    assert people.keys_of(ayse, datetime.date(2026, 6, 1)) == (ED,)
    assert people.keys_of(ayse, datetime.date(2027, 1, 1)) == ()
    assert people.has_key(ayse)
    assert not people.has_key(ali)


def test_a_bom_and_other_line_ends_change_nothing(path: Path) -> None:
    path.write_text(PEOPLE, "utf-8")
    before = read_people(path)
    path.write_bytes(b"\xef\xbb\xbf" + PEOPLE.replace("\n", "\r\n").encode())
    assert read_people(path) == before


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"Ayşe Yılmaz"', '"Аyşe Yılmaz"',
         '3: [signer-name] the name "Аyşe Yılmaz" holds letters of Cyrillic and Latin: write the '
         'name as it is '
         "printed, in the letters of one script"),
        ('"Ayşe Yılmaz"', '"Ayşe\u200b Yılmaz"', "3: [signer-name] the name holds an invisible "
                                                 "character U+200B"),
        ('"sworn translator"', '" "', '5: [empty-value] "qualification" is empty: write it'),
        ('"reviser"]', '"revisor"]', '4: [wrong-value] "roles" is "revisor": did you mean '
                                     '"reviser"?'),
        ('["translator", "reviser"]', "[]", "4: [no-role] Ayşe Yılmaz has no role: write those"),
        ('register = "TR-12345"', "", "3: [no-identity] Ayşe Yılmaz has neither register number "
                                      "nor e-mail: add"),
        ('register = "TR-12345"', 'register = "none"', '6: [wrong-value] "register" is "none": '
                                                       'write a register'),
        ('register = "TR-12345"', 'register = "TR-1*"', '6: [wrong-value] "register" is "TR-1*": '
                                                        'write'),
        ('register = "TR-12345"', 'register = "!1,2"', '6: [wrong-value] "register" is "!1,2": '
                                                       'write'),
        ('register = "TR-12345"', 'register = "1?"', '6: [wrong-value] "register" is "1?": write'),
        ("ali.veli@example.org", "*@example.org", '12: [wrong-value] "email" is "*@example.org": '
                                                  'write one'),
        ("ali.veli@example.org", "a@b.org,c@d.org", '12: [wrong-value] "email" is '
                                                    '"a@b.org,c@d.org": write one'),
        ('register = "TR-12345"', 'register = "TR-12345\\n"', '6: [wrong-value] "register" is '
                                                              '"TR-12345": write'),
        ("ali.veli@example.org", "a@b.org\\n", '12: [wrong-value] "email" is "a@b.org": write one'),
        ('register = "TR-12345"', 'register = "TR-12345"\nother_names = [""]',
         '7: [empty-value] "other_names" is empty: write it'),
        ("# ours", 'keys_required = "yes"',
         '1: [wrong-value] "keys_required" is text, not yes or no: write true or false, without '
         'quotes'),
        ("ali.veli@example.org", "ali", '12: [wrong-value] "email" is "ali": write one e-mail '
                                        'address'),
        ('email = "ali.veli@example.org"', 'register = "tr 12345"',
         '12: [same-identity] "tr 12345" is that of Ayşe Yılmaz already: write each person\'s own'),
        ('person = "TR-12345"', 'person = "TR-1"', '15: [unknown-person] nobody here is "TR-1": '
                                                   'write the id'),
        (f'"{ED} ayse"', '"ssh-dss AAAA"', '16: [damaged-key] "ssh-dss" is no kind of key that '
                                           'may sign: copy'),
        (f'"{ED} ayse"', f'"{ED[:-12]}"', "16: [damaged-key] the key is damaged: copy the line"),
        (f'"{ED} ayse"', '"-----BEGIN OPENSSH PRIVATE KEY-----"', "16: [damaged-key] this is a "
                                                                  "private key"),
        ("until = 2026-12-31", "until = 2025-12-31", "18: [key-dates] the key ends before it "
                                                     "begins"),
        ("since = 2026-01-01", 'since = "soon"', '17: [wrong-value] "since" is'),
        ("# ours", "color = 1", '1: [unknown-key] unknown field "color"'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_mend(
    path: Path, before: str, after: str, said: str
) -> None:
    assert PEOPLE.count(before) == 1 or before in ('"TR-12345"', 'person = "TR-12345"')
    first, *_ = told(path, PEOPLE.replace(before, after, 1))
    assert first.startswith(f"people.toml:{said}")


@pytest.mark.parametrize("person", ["TR-12345", "ali.veli@example.org"])
def test_one_key_is_one_persons(path: Path, person: str) -> None:
    text = f'{PEOPLE}\n[[key]]\nperson = "{person}"\nkey = "{ED} again"\n'
    assert told(path, text) == [
        "people.toml:22: [same-key] this is the key of TR-12345 already: give each person a key "
        "of their own, "
        "and once"
    ]


def test_one_number_twice_is_told_once(path: Path) -> None:
    """That the names are alike as well says nothing more, and no word on it would mend this."""
    assert told(path, PEOPLE + TWIN.replace("TR-777", "TR 12345")) == [
        'people.toml:24: [same-identity] "TR 12345" is that of Ayşe Yılmaz already: write each '
        "person's own, and "
        "each person once"
    ]


def test_names_that_are_alike_need_somebodys_word(path: Path) -> None:
    [said] = told(path, PEOPLE + TWIN)
    assert said == (
        "people.toml:21: [alike-names] Dr. Ayse Yilmaz (TR-777) may be Ayşe Yılmaz (TR-12345): "
        "remove one of the "
        "two; where they are two people, have somebody say so: python build.py people two "
        '"TR-12345" "TR-777" --said-by "…"'
    )
    path.write_text(PEOPLE + TWIN + SETTLED, "utf-8")
    assert len(read_people(path).persons) == 3


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('["TR-12345", "TR-777"]', '["TR-12345", "TR-778"]', 'nobody here is "TR-778": write'),
        ('["TR-12345", "TR-777"]', '["TR-777", "tr 777"]', "this is one person, named twice: name"),
        ('["TR-12345", "TR-777"]', '["TR-777"]', '"people" is "[\'TR-777\']": write two ids'),
        (
            '"Ada Hill"',
            '"Ayşe Yılmaz"',
            "Ayşe Yılmaz, who says so, may be one of the two: have somebody else say so",
        ),
        (
            '"Ada Hill"',
            '"Dr. A. Yilmaz"',
            "Dr. A. Yilmaz, who says so, may be one",
        ),
        ('"Ada Hill"', '"--"', 'the name "--" holds no letter: write the name of whoever says so'),
    ],
)
def test_a_word_that_says_nothing_is_told(path: Path, before: str, after: str, said: str) -> None:
    found = told(path, PEOPLE + TWIN + SETTLED.replace(before, after))
    assert any(said in one for one in found)


def test_a_name_of_before_is_known_again(path: Path) -> None:
    text = PEOPLE.replace("register", 'other_names = ["Ayşe Demir"]\nregister')
    path.write_text(text, "utf-8")
    assert [person.name for person in read_people(path).alike("A. Demir")] == ["Ayşe Yılmaz"]
    [said] = told(path, text + TWIN.replace("Dr. Ayse Yilmaz", "Ayse Demir"))
    assert "Ayse Demir (TR-777) may be Ayşe Yılmaz (TR-12345)" in said


def test_people_of_the_file_are_known_by_their_ids_and_others_by_their_names(path: Path) -> None:
    path.write_text(PEOPLE + TWIN + SETTLED, "utf-8")
    people = read_people(path)
    first, twin = Signer("Ayşe Yılmaz", "TR-12345"), Signer("Ayse Yilmaz", "TR-777")
    assert not people.may_be_one(first, twin)
    assert people.may_be_one(first, Signer("Ayşe", "tr 12345"))
    assert people.may_be_one(first, Signer("A. Yılmaz"))
    assert people.may_be_one(Signer("A. Yılmaz"), twin)
    assert not people.may_be_one(first, Signer("Ali Veli"))


ROWS: list[PeopleRow] = [
    Person("Jan Müller", [Role.REVISER], 'nurse, "B2"', register="D 7", other_names=["J. Maier"]),
    PublicKey("D 7", OTHER, until=datetime.date(2030, 1, 1)),
    TwoPeople(["D 7", "TR-12345"], "Ada Hill", datetime.date(2026, 11, 30)),
]


@pytest.mark.parametrize("old", [PEOPLE, PEOPLE.rstrip(), PEOPLE.replace("\n", "\r\n"), None])
def test_what_is_there_stays_byte_for_byte(path: Path, old: str | None) -> None:
    rows = ROWS if old else ROWS[:2]
    if old:
        path.write_bytes(old.encode())
    before = read_people(path)
    add_people(path, rows)
    assert path.read_bytes().startswith((old or "# Who signs.").encode())
    after = read_people(path)
    assert after.persons == (*before.persons, ROWS[0])
    assert after.keys == (*before.keys, ROWS[1])
    assert len(after.two_people) == len(rows) - 2


def test_what_would_spoil_the_file_is_not_written(path: Path) -> None:
    path.write_text("person = []\n", "utf-8")
    with pytest.raises(LeafletError, match="nothing can be added behind what stands here"):
        add_people(path, ROWS[:1])
    assert path.read_text("utf-8") == "person = []\n"
    assert [*path.parent.iterdir()] == [path]
