"""A row counts when its signer, its day and its key say so; what is wrong has its line."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from leafletpress.signoff import (
    TRANSLATION_ROLES,
    Acknowledged,
    People,
    PublicKey,
    Record,
    RecordRow,
    Role,
    SignedContent,
    SignOff,
    judge,
    read_record,
    short_digest,
    sign_row,
    vouched,
)
from leafletpress.signoff.append import add
from tests.signoff.conftest import ALI, AYSE, DAY, KIM, public, unsigned

NOBODY = People(Path("people.toml"), (AYSE, ALI, KIM))


def after(days: int) -> datetime.date:
    return DAY + datetime.timedelta(days=days)


def replace(row: SignOff, **fields: Any) -> SignOff:
    return msgspec.structs.replace(row, **fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "signoff.toml"


def vouch(
    path: Path, rows: Sequence[SignOff | Acknowledged], people: People = NOBODY, day: int = 0
) -> Record:
    add(path, rows)
    return vouched(read_record(path), path, people, "tr", after(day))


def told(record: Record, path: Path, since: datetime.date | None = None) -> list[str]:
    """What is wrong with each row, empty where nothing is."""
    rows: list[RecordRow] = [*record.signoffs, *record.acknowledged]
    problems = [record.vouch(row, since) for row in rows]
    return [problem.show(path.parent) if problem else "" for problem in problems]


PLAIN = unsigned(KIM)


def test_a_row_of_a_person_without_a_key_counts(path: Path) -> None:
    record = vouch(path, [PLAIN])
    assert told(record, path) == [""]
    assert record.problems == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"person": "KR 8"}, '5: [unknown-person] Kim Lee signed this as "KR 8", who is not in '
                             'people.toml: add'),
        ({"name": "Pat Hill"}, '5: [other-name] Pat Hill signed this as "KR 7", who is Kim Lee in '
                               'people.toml'),
        ({"name": "Dr. K. LEE"}, ""),
        ({"person": "kr-7"}, ""),
        ({"date": after(2)}, "5: [future-date] Kim Lee signed this on 2026-11-27, which is still "
                             "to come: look"),
        ({"date": after(1)}, ""),
        ({"updated": after(1)}, "5: [signed-too-early] Kim Lee signed this on 2026-11-25, before "
                                "it was updated on"),
        ({"updated": DAY}, ""),
        ({"signature": "QUJD"}, "5: [no-key] this is signed with a key, and people.toml has none "
                                "of Kim"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_told_with_its_line(
    path: Path, fields: dict[str, Any], said: str
) -> None:
    record = vouch(path, [replace(PLAIN, **fields)])
    [found] = told(record, path)
    assert found.startswith(f"signoff.toml:{said}" if said else "")
    assert bool(found) == bool(said)
    dated = bool(said) and bool(fields.keys() & {"date", "updated"})
    assert [problem.show(path.parent) for problem in record.problems] == [found] * dated


def test_a_role_that_the_person_has_not_is_told(path: Path) -> None:
    nurse = msgspec.structs.replace(KIM, roles=[Role.REVISER])
    record = vouch(path, [PLAIN], People(Path("people.toml"), (nurse,)))
    assert "signed this as clinician, and has no such role in people.toml" in told(record, path)[0]


@pytest.mark.parametrize(
    ("days", "late"),
    [
        ([0, 0, 0], []),
        ([0, 5, 9], []),
        ([1, 0, 1], []),  # the same moment, on two sides of midnight
        ([5, 0, 5], [1]),
        ([5, 3, 3], [1, 2]),
        ([3, 9, 3, 9], [2]),
        ([99, 0, 1], []),  # the first is wrong itself
    ],
)
def test_a_row_below_one_of_a_later_day_is_told(
    path: Path, days: list[int], late: list[int]
) -> None:
    rows = [replace(PLAIN, version=str(n), date=after(day)) for n, day in enumerate(days)]
    found = told(vouch(path, rows, day=20), path)
    wrong = [n for n, said in enumerate(found) if "a row above it is of a later day" in said]
    assert wrong == late
    for number in late:
        assert "put the rows in the order of their dates" in found[number]


def test_rows_of_two_branches_may_be_put_in_order(path: Path) -> None:
    rows = [replace(PLAIN, version=str(day), date=after(day)) for day in (5, 0)]
    assert vouch(path, rows, day=9).problems != ()
    path.unlink()
    assert vouch(path, rows[::-1], day=9).problems == ()


def test_acknowledgements_are_vouched_for_as_well(path: Path, people: People) -> None:
    word = Acknowledged("rest", ["2"], ["iki"], "Kim Lee", after(9), "sha256:1", "KR 7")
    later = msgspec.structs.replace(word, digest="sha256:2", date=DAY)
    keyed = msgspec.structs.replace(later, name=AYSE.name, person=AYSE.id, digest="sha256:3")
    record = vouch(path, [word, later, keyed], people)
    future, good, unkeyed = told(record, path)
    assert "still to come" in future
    assert good == ""
    assert "Ayşe Yılmaz has a key, and did not sign this with it" in unkeyed
    assert record.numbers("sha256:1") == ()
    assert record.numbers("sha256:2") == ("2",)
    assert record.numbers("sha256:3") == ()


def test_an_acknowledgement_is_signed_with_a_key(
    path: Path, people: People, keys: dict[str, Path]
) -> None:
    word = Acknowledged("rest", ["2"], ["iki"], AYSE.name, DAY, "sha256:1", AYSE.id)
    signed = sign_row(word, "tr", AYSE, people, keys["ayse"])
    assert vouch(path, [signed], people).numbers("sha256:1") == ("2",)
    path.unlink()
    forged = msgspec.structs.replace(signed, numbers=["20"])
    assert vouch(path, [forged], people).numbers("sha256:1") == ()


def test_whoever_has_a_key_has_to_sign_with_it(path: Path, people: People, row: SignOff) -> None:
    bare = replace(row, signature="")
    moved = replace(row, leaflet="walk")
    nameless = replace(row, signature="", person="", name="Dr. Ayse Nur Yılmaz")
    other = replace(row, signature="", person="", name="Pat Hill")
    found = told(vouch(path, [row, bare, moved, nameless, other], people), path)
    assert found[0] == ""
    assert "Ayşe Yılmaz has a key, and did not sign this with it: have it signed" in found[1]
    assert "this is not what Ayşe Yılmaz signed: the signature does not fit" in found[2]
    assert "may be Ayşe Yılmaz, who has a key, and did not sign this with it: have" in found[3]
    assert found[4] == ""


def test_where_keys_are_required_nothing_else_counts(
    path: Path, people: People, row: SignOff
) -> None:
    strict = People(people.path, people.persons, people.keys, keys_required=True)
    found = told(vouch(path, [row, PLAIN, replace(PLAIN, person="")], strict), path)
    assert found[0] == ""
    assert "Kim Lee has no key, and people.toml says keys_required: add a key" in found[1]
    assert "Kim Lee signed this without a key: have it signed again" in found[2]


def test_a_key_counts_on_the_days_on_which_it_was_in_use(
    path: Path, keys: dict[str, Path], row: SignOff
) -> None:
    old, new = public(keys["ayse"]), public(keys["ec"])
    changed = (PublicKey(AYSE.id, old, until=DAY), PublicKey(AYSE.id, new, since=after(1)))
    people = People(Path("people.toml"), (AYSE,), changed)
    second = replace(unsigned(), date=after(3))
    later = sign_row(second, "tr", AYSE, people, keys["ec"])
    only_old = People(Path("people.toml"), (AYSE,), (PublicKey(AYSE.id, old),))
    stolen = sign_row(second, "tr", AYSE, only_old, keys["ayse"])
    assert told(vouch(path, [row, later, stolen], people, day=9), path)[:2] == ["", ""]
    assert "the signature does not fit" in told(vouch(path, [], people, day=9), path)[2]
    gone = People(Path("people.toml"), (AYSE,), (PublicKey(AYSE.id, old, until=after(-1)),))
    path.unlink()
    assert "and had no key on that day" in told(vouch(path, [row], gone), path)[0]


CONTENT = SignedContent("rest", ((None, "a", "b"),), facts=("updated: 2026-11-25",))


def fitting(role: Role, name: str, person: str = "", date: datetime.date = DAY) -> SignOff:
    return SignOff(
        "rest", role, name, date, CONTENT.digest, person=person,
        facts=" ".join(map(short_digest, CONTENT.facts)) if role is Role.CLINICIAN else "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("translator", "reviser", "is_one"),
    [
        (("Ayşe Yılmaz", AYSE.id), ("Ali Veli", ALI.id), False),
        (("Ayşe Yılmaz", AYSE.id), ("Ayşe Yılmaz", AYSE.id), True),
        (("Ayşe Yılmaz", ""), ("Dr. Ayse Nur YILMAZ", ""), True),
        (("Ayşe Yılmaz", ""), ("Ayşe Yıldız", ""), False),
        (("A. Yılmaz", ""), ("Ayşe Yılmaz", AYSE.id), True),
        (("Аyşe Yılmaz", ""), ("Ayşe Yılmaz", ""), True),
    ],
)
def test_translator_and_reviser_are_two(
    path: Path, translator: tuple[str, str], reviser: tuple[str, str], is_one: bool
) -> None:
    rows = [fitting(Role.REVISER, *reviser), fitting(Role.TRANSLATOR, *translator)]
    record = vouch(path, rows)
    found = judge(CONTENT, TRANSLATION_ROLES, record.signoffs, record.vouch)
    assert (Role.REVISER in found.given) == (not is_one)
    assert Role.TRANSLATOR in found.given
    assert [problem.what for problem in found.problems] == [
        f"{reviser[0]} is translator and reviser of rest"
    ] * is_one


def test_two_people_of_one_name_sign_by_their_numbers(path: Path) -> None:
    twin = msgspec.structs.replace(AYSE, register="TR-777")
    people = People(Path("people.toml"), (AYSE, twin))
    rows = [fitting(Role.TRANSLATOR, AYSE.name, AYSE.id), fitting(Role.REVISER, AYSE.name, twin.id)]
    assert told(vouch(path, rows, people), path) == ["", ""]


def test_a_clinician_signs_on_or_after_the_day_of_the_text(path: Path) -> None:
    rows = [
        fitting(role, KIM.name, KIM.id, after(-1)) for role in (Role.TRANSLATOR, Role.CLINICIAN)
    ]
    record = vouch(path, rows)
    assert told(record, path, after(-1)) == ["", ""]
    translator, clinician = told(record, path, DAY)
    assert translator == ""
    assert "Kim Lee signed this on 2026-11-24, before it was updated on 2026-11-25" in clinician


def test_who_is_refused_is_told_until_somebody_else_has_signed(path: Path) -> None:
    bad = fitting(Role.CLINICIAN, "Pat Hill", "XX 1")
    record = vouch(path, [bad])
    found = judge(CONTENT, (Role.CLINICIAN,), record.signoffs, record.vouch)
    assert found.missing == [Role.CLINICIAN]
    assert found.stale == []
    assert found.refused_roles == [Role.CLINICIAN]
    assert len(found.problems) == 1
    record = vouch(path, [fitting(Role.CLINICIAN, KIM.name, KIM.id)])
    found = judge(CONTENT, (Role.CLINICIAN,), record.signoffs, record.vouch)
    assert (found.missing, found.problems) == ([], ())


@pytest.mark.parametrize("name", ["texts", "structure", "facts"])
def test_a_signed_row_is_bound_to_the_whole_digest_of_each_part(name: str) -> None:
    good = {part: CONTENT.parts[part] for part in ("texts", "structure", "facts")}
    row = replace(fitting(Role.CLINICIAN, KIM.name, KIM.id), parts=good)
    assert judge(CONTENT, (Role.CLINICIAN,), [row]).missing == []
    other = replace(row, parts=good | {name: good[name][:-1] + "x"})
    assert judge(CONTENT, (Role.CLINICIAN,), [other]).missing == [Role.CLINICIAN]
    unknown = replace(row, parts={**good, "colour": "sha256:1"})
    assert judge(CONTENT, (Role.CLINICIAN,), [unknown]).missing == [Role.CLINICIAN]
