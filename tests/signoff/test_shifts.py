"""Shifts: how the same texts stand otherwise since somebody signed, in plain words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.signoff import Role, SignedContent, SignOff, difference, judge, short_digest
from leafletpress.signoff.shifts import BETWEEN, Shift, shifts

LIST = "ol{start=4} .li= .li="


def told(before: str, now: str) -> list[tuple[int | None, str]]:
    texts = range(sum(word.endswith("=") for word in before.split()))
    found = shifts(before.split(), now.split(), [(number, number) for number in texts])
    return [(shift.number, shift.what) for shift in found]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("p=", "p=", []),
        ("p=", "p!=", [(0, "is marked critical now")]),
        ("p!=", "p=", [(0, "is no longer marked critical")]),
        ("h2=", "h3=", [(0, "is a heading of level 3 now (was a heading of level 2)")]),
        ("h2=", "p=", [(0, "is a paragraph now (was a heading of level 2)")]),
        (
            "table .tr ..td= ..td .tr ..td= ..td=",
            "table .tr ..td ..td= .tr ..td= ..td=",
            [(0, "moved to row 1, column 2 of the table (was in row 1, column 1 of the table)")],
        ),
        (
            "table .tr ..td= .tr ..td",
            "table .tr ..td .tr ..td=",
            [(0, "moved to row 2, column 1 of the table (was in row 1, column 1 of the table)")],
        ),
        ("/warning .p.title= .p=", "/warning .p.title= p=",
         [(1, 'is no longer in the block "warning"')]),
        ("p= /key .p=", "/key .p= .p=", [(0, 'stands in the block "key" now (was in none)')]),
        ("/warning .p.title= .p=", "/call .p.title= .p=",
         [(0, 'stands in the block "call" now (was in "warning")')]),
        (LIST, "ol .li= .li=", [(0, "its list begins at 1 now (was 4)")]),
        (LIST, "ul .li= .li=", [(0, "its list has a bullet at each item now (was a number)")]),
        (LIST, "p= p=", [(0, "is a paragraph now (was a list item)"),
                         (1, "is a paragraph now (was a list item)")]),
        ("ul .li= .li=", "ul .li= ..ul ...li=", [(1, "stands 2 lists deep now (was 1)")]),
        ("/risk{events=1} .p.title= .p=", "/risk{events=2} .p.title= .p=",
         [(0, 'the block "risk": events is "2" now (was "1")')]),
        ("/steps .p.title=", "/steps{time=3%20weeks} .p.title=",
         [(0, 'the block "steps": time is "3 weeks" now (was not set)')]),
        ("/scale .ul ..li{at=6}=", "/scale .ul ..li{at=6%20to%207}=",
         [(0, 'at is "6 to 7" now (was "6")')]),
        ("p= p=", "p= hr p=", [(None, BETWEEN)]),
        ("{by hand} p=", "p=", [(None, BETWEEN)]),
    ],
)  # fmt: skip
def test_what_changed_is_said_in_plain_words(
    before: str, now: str, said: list[tuple[int | None, str]]
) -> None:
    assert told(before, now) == said


def test_what_holds_for_a_whole_list_or_block_is_told_once() -> None:
    before = "/warning .p.title= .p= .p= /warning .p.title= .p="
    assert [number for number, _ in told(before, before.replace("/warning", "/call"))] == [0, 3]


def test_a_text_that_stays_where_it_is_shifts_by_nothing_that_comes_before_it() -> None:
    """A new block is reported by its sentences, and not again for each text below it."""
    before = ["title=", "summary=", "p=", *LIST.split()]
    now = ["title=", "summary=", "/key", ".p=", "p=", *LIST.split()]
    kept = [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]
    assert shifts(before, now, kept) == ()


words = st.sampled_from(["p=", "p!=", "h2=", "h3=", ".li=", ".p=", "ul", "ol", "ol{start=3}",
                         "/key", "/call", "table", ".tr", "..td=", "..td", "odd}word"])  # fmt: skip


@given(st.lists(words, max_size=12), st.lists(words, max_size=12))
def test_whatever_differs_around_the_same_texts_is_told(before: list[str], now: list[str]) -> None:
    texts = [sum(word.endswith("=") for word in side) for side in (before, now)]
    found = shifts(before, now, [(number, number) for number in range(min(texts))])
    if before == now:
        assert found == ()
    elif texts[0] == texts[1]:
        assert found
    assert all(shift.number is None or shift.number < texts[1] for shift in found)


TEXTS = ((None, "Call {phone}.", "Arayın: {phone}."), (None, "Wait.", "Bekleyin."))
CONTENT = SignedContent("a", TEXTS, structure=("p=", "p="), phones=("phone: 112",))
DAY = datetime.date(2026, 12, 1)


def signed(role: Role, content: SignedContent = CONTENT, digest: str = "", day: int = 1) -> SignOff:
    return SignOff(
        "a", role, "A", datetime.date(2026, 12, day), digest or content.digest,
        sentences=" ".join(map(short_digest, content.texts)),
        structure=" ".join(content.structure),
        phones=list(content.phones) if role is Role.CLINICIAN else [],
    )  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_no_signature_holds_for_another_structure(role: Role) -> None:
    now = SignedContent("a", TEXTS, structure=("p=", "p!="))
    assert judge(CONTENT, [role], [signed(role)]).missing == []
    approval = judge(now, [role], [signed(role)])
    assert approval.missing == [role]
    found = difference(approval.stale[0], now)
    assert found.shifts == (Shift(1, "is marked critical now"),)
    assert (found.changed, found.moved, found.removed, found.texts_only) == ((), (), 0, False)


def test_a_signature_of_the_texts_alone_counts_for_nothing_and_is_known() -> None:
    """Sign-offs were bound to the texts before the structure was covered."""
    old = signed(Role.TRANSLATOR, SignedContent("a", TEXTS), digest=CONTENT.parts["texts"])
    approval = judge(CONTENT, [Role.TRANSLATOR], [old])
    assert approval.given == {}
    assert difference(approval.stale[0], CONTENT).texts_only
    assert difference(approval.stale[0], CONTENT).shifts == ()


def test_every_part_has_a_digest_of_its_own_and_all_sign_texts_and_structure() -> None:
    one = CONTENT
    others = {
        "texts": SignedContent("a", TEXTS[:1], structure=("p=", "p=")),
        "structure": SignedContent("a", TEXTS, structure=("p=",)),
        "negations": SignedContent("a", TEXTS, TEXTS[:1], structure=("p=", "p=")),
        "facts": SignedContent("a", TEXTS, facts=("id: a",), structure=("p=", "p=")),
    }
    assert others.keys() == one.parts.keys()
    for name, other in others.items():
        assert [p for p in one.parts if one.parts[p] != other.parts[p]] == [name]
        assert (one.digest == other.digest) == (name in ("negations", "facts"))


def test_phones_that_changed_take_no_signature_and_are_told_until_a_clinician_signs() -> None:
    first = signed(Role.CLINICIAN)
    now = SignedContent("a", TEXTS, structure=("p=", "p="), phones=("phone: 999",))
    assert judge(CONTENT, [Role.CLINICIAN], [first]).phones_changed_since is None
    approval = judge(now, [Role.CLINICIAN], [first])
    assert (approval.missing, approval.phones_changed_since) == ([], first)
    again = signed(Role.CLINICIAN, now, day=2)
    assert judge(now, [Role.CLINICIAN], [first, again]).phones_changed_since is None
    # Back to the numbers that the first of them saw: a clinician has seen this page.
    assert judge(CONTENT, [Role.CLINICIAN], [first, again]).phones_changed_since is None


def test_whoever_is_no_clinician_answers_for_no_phones() -> None:
    now = SignedContent("a", TEXTS, structure=("p=", "p="), phones=("phone: 999",))
    given = [signed(Role.TRANSLATOR), signed(Role.REVISER)]
    assert judge(now, [Role.TRANSLATOR, Role.REVISER], given).phones_changed_since is None
