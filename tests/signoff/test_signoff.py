"""A sign-off is one person's approval of one exact text."""

import datetime
import os
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.problems import LeafletError
from leafletpress.signoff import (
    SOURCE_ROLES,
    TRANSLATION_ROLES,
    Acknowledged,
    Difference,
    Method,
    Role,
    SignedContent,
    SignedText,
    SignOff,
    add,
    difference,
    judge,
    name_faults,
    read_record,
    short_digest,
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
    assert read_record(path).signoffs == ()
    path.write_text("# nobody yet\n", "utf-8")
    assert read_record(path).signoffs == ()


def test_sign_offs_are_read_as_people_write_them(path: Path) -> None:
    path.write_text(SIGNED, "utf-8")
    first, second = read_record(path).signoffs
    assert (first.name, first.role, first.method) == ("Ayşe Yılmaz", Role.TRANSLATOR, Method.HUMAN)
    assert (second.date, second.method) == (datetime.date(2026, 12, 2), Method.MACHINE_THEN_HUMAN)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('role = "reviser"', 'roles = "reviser"',
         ['10: [unknown-key] unknown field "roles": did you mean "role"?',
          '8: [missing-key] the field "role" is missing: add it']),
        ('date = 2026-12-02', 'date = 2026-12-02\nplace = "ward 3"',
         ['13: [unknown-key] unknown field "place": known are date, digest, facts, leaflet, '
          'method, '
          'name, parts, person, phones, review_by, role, sentences, signature, structure, '
          'ticked, updated, version']),
        ("[[signoff]]\n", 'by = "me"\n[[signoff]]\n',
         ['1: [unknown-key] unknown field "by": known are acknowledged, signoff']),
        ('"reviser"', '"revisor"', ['10: [wrong-value] "role" is "revisor": did you mean '
                                    '"reviser"?']),
        ('"machine then human"', '"machine"',
         ['14: [wrong-value] "method" is "machine": known are human, machine then human']),
        ("2026-12-02", "2026-02-30", None),
        ('"Ali Veli"', '" "', ['11: [empty-value] "name" is empty: write it']),
        ('"Ali Veli"', "7", ['11: [wrong-value] "name" is a number, not text: put the value in '
                             'quotes']),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, said: list[str] | None, path: Path
) -> None:
    assert before in SIGNED
    head, tail = SIGNED.rsplit(before, 1) if "signoff]]" not in before else ("", SIGNED[12:])
    path.write_text(head + after + tail, "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_record(path)
    told = [problem.show(path.parent) for problem in caught.value.problems]
    if said is None:
        assert told[0].startswith("signoff.toml:12: [not-toml] this is not TOML")
    else:
        assert told == [f"signoff.toml:{one}" for one in said]


def test_one_person_may_translate_one_leaflet_and_revise_another(path: Path) -> None:
    path.write_text(
        SIGNED.replace("Ali Veli", "Ayşe Yılmaz").replace('"hsct-steps"', '"other"', 1), "utf-8"
    )
    assert len(read_record(path).signoffs) == 2


texts = st.lists(
    st.tuples(st.none() | st.text(max_size=3), st.text(max_size=4), st.text(max_size=4)), max_size=4
)


@given(texts, texts)
def test_a_digest_is_that_of_one_text_only(one: list[SignedText], other: list[SignedText]) -> None:
    assert (text_digest(one) == text_digest(other)) == (one == other)


def test_a_digest_stays_the_same_from_version_to_version() -> None:
    assert text_digest([(None, "a", "b"), ("c", "d", "ı")]) == (
        "sha256:8fe7c37c233f05243c23db8ba9cbe29c244ec96eae8466a87375ac1bc856e608"
    )


ONE = (None, "Never stop.", "Hiç bırakmayın.")
TWO = (None, "Take 20 mg.", "20 mg alın.")
THREE = ("call", "Call", "Arayın")
CONTENT = SignedContent("a", (ONE, TWO, THREE), negations=(ONE,), facts=("review_by: 2027-11-22",))
DAY = datetime.date(2026, 12, 1)


def signed(role: Role, name: str = "A", day: int = 1, content: SignedContent = CONTENT) -> SignOff:
    return SignOff(
        content.leaflet,
        role,
        name,
        datetime.date(2026, 12, day),
        content.digest,
        sentences=" ".join(map(short_digest, content.texts)),
        ticked=" ".join(map(short_digest, content.negations)) if role is Role.REVISER else "",
        facts=" ".join(map(short_digest, content.facts)) if role is Role.CLINICIAN else "",
    )


def change(text: tuple[str | None, str, str]) -> tuple[str | None, str, str]:
    return (*text[:2], text[2] + " ")


def test_only_sign_offs_of_this_text_count_and_of_each_role_the_latest() -> None:
    other = SignedContent("a", (ONE, TWO))
    given = [
        signed(Role.TRANSLATOR, "late", 9),
        signed(Role.TRANSLATOR, "early", 1),
        signed(Role.CLINICIAN, "stale", 8, other),
        signed(Role.CLINICIAN, "staler", 7, other),
    ]
    found = judge(CONTENT, TRANSLATION_ROLES, given)
    assert {role: one.name for role, one in found.given.items()} == {Role.TRANSLATOR: "late"}
    assert found.missing == [Role.REVISER, Role.CLINICIAN]
    assert [one.name for one in found.stale] == ["stale"]
    assert judge(SignedContent("b", CONTENT.texts), TRANSLATION_ROLES, given).given == {}


def test_who_signed_last_for_another_text_does_not_hide_who_signed_for_this(path: Path) -> None:
    del path
    later = signed(Role.TRANSLATOR, "B", 9, SignedContent("a", (TWO,)))
    assert judge(CONTENT, SOURCE_ROLES, [signed(Role.TRANSLATOR), later]).given[
        Role.TRANSLATOR
    ].name == "A"  # fmt: skip


def test_a_reviser_must_have_ticked_every_negation() -> None:
    full = signed(Role.REVISER)
    assert judge(CONTENT, TRANSLATION_ROLES, [full]).given == {Role.REVISER: full}
    for ticked in ("", short_digest(TWO)):
        lacking = msgspec.structs.replace(full, ticked=ticked)
        assert judge(CONTENT, TRANSLATION_ROLES, [lacking]).given == {}
        assert difference(lacking, CONTENT).unticked == (ONE,)
    nothing_to_tick = SignedContent("a", CONTENT.texts)
    assert judge(nothing_to_tick, TRANSLATION_ROLES, [lacking]).given == {Role.REVISER: lacking}


def test_a_clinician_signs_the_facts_too_and_the_others_do_not() -> None:
    given = [signed(role) for role in Role]
    later = SignedContent("a", CONTENT.texts, CONTENT.negations, ("review_by: 2031-01-01",))
    found = judge(later, TRANSLATION_ROLES, given)
    assert found.missing == [Role.CLINICIAN]
    assert difference(found.stale[0], later).facts == ("review_by: 2031-01-01",)
    assert difference(found.stale[0], later).facts_removed == 0
    fewer = SignedContent("a", CONTENT.texts, CONTENT.negations)
    assert difference(signed(Role.CLINICIAN), fewer).facts_removed == 1


NEW = (None, "New.", "Yeni.")


@pytest.mark.parametrize(
    ("now", "changed", "moved", "removed"),
    [
        ((ONE, TWO, THREE), (), (), 0),
        ((ONE, change(TWO), THREE), (1,), (), 0),
        ((change(ONE), change(TWO), change(THREE)), (0, 1, 2), (), 0),
        ((ONE, THREE), (), (), 1),
        ((), (), (), 3),
        ((NEW, ONE, TWO, THREE), (0,), (), 0),
        ((TWO, THREE, NEW), (2,), (), 1),
        ((ONE, change(TWO)), (1,), (), 1),
        ((THREE, ONE, TWO), (), (0,), 0),
        ((ONE, ONE, TWO, THREE), (0,), (), 0),
    ],
)
def test_what_changed_since_is_named(
    now: tuple[SignedText, ...], changed: tuple[int, ...], moved: tuple[int, ...], removed: int
) -> None:
    found = difference(signed(Role.TRANSLATOR), SignedContent("a", now))
    assert found == Difference(changed, moved, removed, (), (), 0)


@given(
    st.lists(st.sampled_from([ONE, TWO, THREE, NEW])), st.lists(st.sampled_from([ONE, TWO, NEW]))
)
def test_whatever_differs_is_told(before: list[SignedText], now: list[SignedText]) -> None:
    old, new = SignedContent("a", tuple(before)), SignedContent("a", tuple(now))
    found = difference(signed(Role.TRANSLATOR, content=old), new)
    told = bool(found.changed or found.moved or found.removed)
    assert told == (bool(before) and before != now)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Ayşe Yılmaz", ""),
        ("مریم می\u200cخواهد", ""),
        ("O’Brien-Smith, Dr. J.", ""),
        ("", "the name is empty"),
        (" \t", "the name is empty"),
        ("--", 'the name "--" holds no letter'),
        ("A\nB", "the name holds an invisible or broken character U+000A"),
        ("A\u202eB", "the name holds an invisible or broken character U+202E"),
        ("A\udc80", "the name holds an invisible or broken character U+DC80"),
        ("A" * 100, ""),
        ("A" * 101, "the name has 101 characters, more than 100"),
    ],
)
def test_a_name_that_cannot_be_printed_is_told(name: str, fault: str) -> None:
    assert name_faults(name) == fault


KEYED = msgspec.structs.replace(
    signed(Role.CLINICIAN),
    person="TR 1",
    version="1",
    updated=DAY,
    parts={"texts": "sha256:1", "facts": "sha256:2"},
    signature=" ".join(["A" * 70] * 5),
)
ROW = signed(
    Role.REVISER, 'Ali "the \\ good" Veli', content=SignedContent("b", (ONE,) * 20, (ONE,))
)
WORD = Acknowledged("a", ["2 days"], ["iki gün"], "Ali Veli", DAY, "sha256:2")


@pytest.mark.parametrize(
    "old",
    [
        SIGNED,
        "# mine\n\n" + SIGNED.replace("\nrole", "  # why\nrole"),
        SIGNED.rstrip(),
        SIGNED.replace("\n", "\r\n"),
        "\ufeff" + SIGNED,
        "",
        "# nobody yet",
        SIGNED + '\n[[acknowledged]]\nleaflet = "a"\nnumbers = ["2"]\nwords = ["iki"]\n'
        'name = "B"\ndate = 2026-12-02\ndigest = "sha256:1"\n',
    ],
)
def test_what_is_in_the_file_stays_byte_for_byte(old: str, path: Path) -> None:
    path.write_bytes(old.encode())
    before = read_record(path)
    add(path, [ROW])
    add(path, [WORD, KEYED])
    assert path.read_bytes().startswith(old.encode())
    after = read_record(path)
    assert after.signoffs == (*before.signoffs, ROW, KEYED)
    assert after.acknowledged == (*before.acknowledged, WORD)
    if "\r\n" in old:
        assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_a_new_file_can_be_read_by_a_person(path: Path) -> None:
    add(path, [ROW, KEYED, WORD])
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# Who approved which exact text.")
    assert max(map(len, lines)) <= 100
    assert lines[lines.index("[[acknowledged]]") + 1 :] == [
        'leaflet = "a"',
        'numbers = ["2 days"]',
        'words = ["iki gün"]',
        'name = "Ali Veli"',
        "date = 2026-12-01",
        'digest = "sha256:2"',
    ]


@pytest.mark.parametrize(
    "old",
    [
        SIGNED + "name =\n",
        SIGNED + SIGNED,
        'signoff = [{leaflet = "a", role = "reviser", name = "B", date = 2026-12-02, '
        'digest = "x"}]\n',
        "\n[[signoff]]\n",
    ],
)
def test_a_damaged_file_stays_as_it_is(old: str, path: Path) -> None:
    path.write_text(old, "utf-8")
    with pytest.raises(LeafletError, match=r"signoff\.toml"):
        add(path, [ROW])
    assert path.read_text("utf-8") == old
    assert [*path.parent.iterdir()] == [path]


def test_the_same_a_second_time_is_told(path: Path) -> None:
    path.write_text(SIGNED + "\n" + SIGNED.replace("12-01", "12-09"), "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_record(path)
    assert [problem.show(path.parent) for problem in caught.value.problems] == [
        "signoff.toml:16: [stands-twice] the same stands here a second time: remove one of the two",
        "signoff.toml:23: [stands-twice] the same stands here a second time: remove one of the two",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'sentences = "abc"',
            'signoff.toml:7: [wrong-value] "sentences" is "abc": write digests of 8 digits',
        ),
        ("ticked = 7", 'signoff.toml:7: [wrong-value] "ticked" is a number, not text'),
        (
            'tickd = ""',
            'signoff.toml:7: [unknown-key] unknown field "tickd": did you mean "ticked"?',
        ),
    ],
)
def test_a_mistake_in_what_was_ticked_is_told(line: str, said: str, path: Path) -> None:
    path.write_text(SIGNED.replace("\n\n", f"\n{line}\n\n"), "utf-8")
    with pytest.raises(LeafletError) as caught:
        read_record(path)
    assert caught.value.problems[0].show(path.parent).startswith(said)


STEPS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace")


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new(
    step: str, after: bool, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies right before or right after each step of the writing."""
    path.write_text(SIGNED, "utf-8")
    before = read_record(path)
    place, name = step.rsplit(".", 1)
    holder = sys.modules.get(place, Path)
    real = getattr(holder, name)

    def die(*arguments: object, **options: object) -> object:
        result = real(*arguments, **options) if after else None
        os._exit(9)
        return result

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(holder, name, die)
        add(path, [ROW])
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    replaced = after and step == STEPS[-1]
    assert read_record(path).signoffs == (*before.signoffs, *([ROW] if replaced else []))
