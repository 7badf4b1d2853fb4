"""A sign-off is one person's approval of one exact text."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.problems import LeafletError
from leafletpress.signoff import (
    TRANSLATION_ROLES,
    Method,
    Role,
    SignOff,
    matching,
    missing_roles,
    read_signoffs,
    text_digest,
)

SIGNED = """\
[[signoff]]
leaflet = "hsct-steps"
role = "translator"
name = "Ayşe Yılmaz"
date = 2026-12-01
digest = "sha256:1"

[[signoff]]
leaflet = "hsct-steps"
role = "reviser"
name = "Ali Veli"
date = 2026-12-02
digest = "sha256:1"
method = "machine then human"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "signoff.toml"


def test_a_missing_file_holds_no_sign_off(path: Path) -> None:
    assert read_signoffs(path) == ()
    path.write_text("# nobody yet\n", "utf-8")
    assert read_signoffs(path) == ()


def test_sign_offs_are_read_as_people_write_them(path: Path) -> None:
    path.write_text(SIGNED, "utf-8")
    first, second = read_signoffs(path)
    assert (first.name, first.role, first.method) == ("Ayşe Yılmaz", Role.TRANSLATOR, Method.HUMAN)
    assert (second.date, second.method) == (datetime.date(2026, 12, 2), Method.MACHINE_THEN_HUMAN)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('role = "reviser"', 'roles = "reviser"',
         ['10: unknown field "roles": did you mean "role"?',
          '8: the field "role" is missing: add it']),
        ('date = 2026-12-02', 'date = 2026-12-02\nplace = "ward 3"',
         ['13: unknown field "place": known are date, digest, leaflet, method, name, role']),
        ("[[signoff]]\n", 'by = "me"\n[[signoff]]\n', ['1: unknown field "by": known are signoff']),
        ('"reviser"', '"revisor"', ['10: "role" is "revisor": did you mean "reviser"?']),
        ('"machine then human"', '"machine"',
         ['14: "method" is "machine": known are human, machine then human']),
        ("2026-12-02", "2026-02-30", None),
        ('"Ali Veli"', '" "', ['11: "name" is empty: write it']),
        ('"Ali Veli"', "7", ['11: "name" is a number, not text: put the value in quotes']),
        ('"Ali Veli"', '"ayşe  YILMAZ"',
         ["8: ayşe  YILMAZ is translator and reviser of hsct-steps: "
          "have another person revise it"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, said: list[str] | None, path: Path
) -> None:
    assert before in SIGNED
    head, tail = SIGNED.rsplit(before, 1) if "signoff]]" not in before else ("", SIGNED[12:])
    path.write_text(head + after + tail, "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_signoffs(path)
    told = [problem.show(path.parent) for problem in caught.value.problems]
    if said is None:
        assert told[0].startswith("signoff.toml:12: this is not TOML")
    else:
        assert told == [f"signoff.toml:{one}" for one in said]


def test_one_person_may_translate_one_leaflet_and_revise_another(path: Path) -> None:
    path.write_text(
        SIGNED.replace("Ali Veli", "Ayşe Yılmaz").replace('"hsct-steps"', '"other"', 1), "utf-8"
    )
    assert len(read_signoffs(path)) == 2


texts = st.lists(
    st.tuples(st.none() | st.text(max_size=3), st.text(max_size=4), st.text(max_size=4)), max_size=4
)


@given(texts, texts)
def test_a_digest_is_that_of_one_text_only(one: list, other: list) -> None:
    assert (text_digest(one) == text_digest(other)) == (one == other)


def test_a_digest_stays_the_same_from_version_to_version() -> None:
    assert text_digest([(None, "a", "b"), ("c", "d", "ı")]) == (
        "sha256:8fe7c37c233f05243c23db8ba9cbe29c244ec96eae8466a87375ac1bc856e608"
    )


def signed(role: Role, name: str, day: int, digest: str = "sha256:1") -> SignOff:
    return SignOff("a", role, name, datetime.date(2026, 12, day), digest)


def test_only_sign_offs_of_this_text_count_and_of_each_role_the_latest() -> None:
    given = [
        signed(Role.REVISER, "late", 9),
        signed(Role.REVISER, "early", 1),
        signed(Role.CLINICIAN, "stale", 9, "sha256:0"),
    ]
    found = matching(given, "a", "sha256:1")
    assert {role: one.name for role, one in found.items()} == {Role.REVISER: "late"}
    assert matching(given, "b", "sha256:1") == {}
    assert missing_roles(found, TRANSLATION_ROLES) == [Role.TRANSLATOR, Role.CLINICIAN]
