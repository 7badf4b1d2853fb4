"""A catalog brought in line with its pot keeps every translation, and invents none."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafletpress.catalog import Catalog, Message, merge
from leafletpress.language import parse_language
from tests.support.any_catalog import make_catalog

TURKISH = parse_language("tr")
TAKE_20 = "Take 20 mg of the medicine every day."
TAKE_40 = "Take 40 mg of the medicine every day."
GERMAN = "Her gün bu ilaçtan 20 mg alın."


def update(old: list[Message], new: list[Message]) -> Catalog:
    return merge(make_catalog(old), make_catalog(new), TURKISH, Path("tr.po"))


def update_one(old: Message, new: Message) -> Message:
    return update([old], [new]).messages[0]


def test_a_new_language_begins_with_nothing_translated() -> None:
    merged = merge(None, make_catalog([Message("a"), Message("b")]), TURKISH, Path("tr.po"))
    assert merged.path == Path("tr.po")
    assert [(m.msgid, m.msgstr, m.is_fuzzy) for m in merged.messages] == [
        ("a", "", False),
        ("b", "", False),
    ]


def test_the_same_text_keeps_its_translation_and_takes_what_the_pot_says_of_it() -> None:
    old = Message("a", ("A",), comments=("mine",), extracted=("old",), references=("old.md",))
    new = Message("a", extracted=("new",), references=("new.md",))
    assert update_one(old, new) == replace(new, msgstrs=("A",), comments=("mine",))


def test_flags_of_other_tools_are_dropped_and_a_doubt_is_kept() -> None:
    old = [
        Message("a", ("A",), flags=("no-wrap",)),
        Message("b", ("B",), flags=("c-format", "fuzzy")),
    ]
    assert [m.flags for m in update(old, [Message("a"), Message("b")]).messages] == [(), ("fuzzy",)]


def test_a_doubt_about_nothing_is_dropped() -> None:
    assert update_one(Message("a", (" ",), flags=("fuzzy",)), Message("a")).flags == ()


def test_order_follows_the_pot() -> None:
    old = [Message(text, (text.upper(),)) for text in "abc"]
    merged = update(old, [Message(text) for text in "cab"])
    assert [(m.msgid, m.msgstr, m.flags) for m in merged.messages] == [
        ("c", "C", ()),
        ("a", "A", ()),
        ("b", "B", ()),
    ]


@pytest.mark.parametrize(("before", "after"), [(None, "x"), ("x", None), ("x", "y")])
def test_a_text_whose_context_changed_keeps_its_translation(
    before: str | None, after: str | None
) -> None:
    merged = update([Message("Stop", ("Dur",), context=before)], [Message("Stop", context=after)])
    assert merged.messages == (Message("Stop", ("Dur",), context=after),)


def test_a_text_that_parts_into_two_contexts_keeps_its_translation_in_both() -> None:
    merged = update([Message("a", ("A",))], [Message("a", context="x"), Message("a", context="y")])
    assert [(m.context, m.msgstr, m.flags) for m in merged.messages] == [
        ("x", "A", ()),
        ("y", "A", ()),
    ]


def test_two_contexts_that_become_one_leave_a_doubt_and_lose_no_translation() -> None:
    old = [Message("a", ("A",), context="x"), Message("a", ("B",), context="y")]
    merged = update(old, [Message("a")])
    assert [(m.msgstr, m.flags, m.obsolete) for m in merged.messages] == [
        ("A", ("fuzzy",), False),
        ("B", (), True),
    ]


def test_a_changed_text_keeps_its_translation_with_a_doubt_and_says_what_changed() -> None:
    merged = update_one(
        Message(TAKE_20, (GERMAN,), context="dose", comments=("mine",)),
        Message(TAKE_40, context="dose", extracted=("paragraph",)),
    )
    assert merged == Message(
        TAKE_40,
        (GERMAN,),
        context="dose",
        flags=("fuzzy",),
        comments=("mine",),
        extracted=("paragraph", "changed: 20 mg → 40 mg"),
        previous_context="dose",
        previous_msgid=TAKE_20,
    )


def test_a_text_that_changes_twice_is_compared_with_what_was_translated() -> None:
    once = update([Message(TAKE_20, (GERMAN,))], [Message(TAKE_40)])
    twice = update(list(once.messages), [Message(TAKE_40.replace("40", "80"))]).messages[0]
    assert (twice.previous_msgid, twice.extracted) == (TAKE_20, ("changed: 20 mg → 80 mg",))


def test_the_note_of_a_change_goes_when_the_doubt_does() -> None:
    fuzzy = update_one(Message(TAKE_20, (GERMAN,)), Message(TAKE_40))
    mended = replace(fuzzy, flags=(), msgstrs=("Her gün 40 mg alın.",))
    assert update_one(mended, Message(TAKE_40)) == Message(TAKE_40, ("Her gün 40 mg alın.",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Take 20 mg", "Take 40 mg"),  # three words
        ("Take 20 mg now", "Take 40 mg"),  # four, and three
        ("Do not stop", "Do stop"),
        (TAKE_20, "Drink a glass of water with your meal."),  # too little in common
    ],
)
def test_too_little_in_common_is_no_change_but_another_text(before: str, after: str) -> None:
    merged = update([Message(before, ("Ö",))], [Message(after)])
    assert [(m.msgid, m.msgstr, m.flags, m.obsolete) for m in merged.messages] == [
        (after, "", (), False),
        (before, "Ö", (), True),
    ]


def test_the_translation_of_a_text_that_is_still_there_is_offered_for_no_other() -> None:
    merged = update([Message(TAKE_20, (GERMAN,))], [Message(TAKE_40), Message(TAKE_20)])
    assert [m.msgstr for m in merged.messages] == ["", GERMAN]


def test_one_translation_is_offered_for_one_text_only() -> None:
    other = TAKE_40.replace("40", "80")
    merged = update([Message(TAKE_20, (GERMAN,))], [Message(TAKE_40), Message(other)])
    assert [m.msgstr for m in merged.messages] == [GERMAN, ""]


def test_of_two_texts_that_are_gone_the_more_similar_one_is_offered() -> None:
    far = "Take 20 mg of this syrup every other day."
    merged = update([Message(far, ("uzak",)), Message(TAKE_20, ("yakın",))], [Message(TAKE_40)])
    assert merged.messages[0].msgstr == "yakın"


def test_what_nobody_uses_becomes_obsolete_and_what_nobody_translated_is_dropped() -> None:
    old = [
        Message("kept", ("K",)),
        Message("gone", ("G",), comments=("mine",), extracted=("p",), references=("a.md",)),
        Message("empty", (" ",), comments=("mine",)),
    ]
    merged = update(old, [Message("kept")])
    assert merged.messages == (
        Message("kept", ("K",)),
        Message("gone", ("G",), comments=("mine",), obsolete=True),
    )


def test_an_obsolete_text_that_comes_back_is_to_be_looked_at() -> None:
    merged = update([Message("a", ("A",), comments=("mine",), obsolete=True)], [Message("a")])
    assert merged.messages == (Message("a", ("A",), comments=("mine",), flags=("fuzzy",)),)


def test_an_obsolete_text_is_offered_for_no_other() -> None:
    merged = update([Message(TAKE_20, (GERMAN,), obsolete=True)], [Message(TAKE_40)])
    assert [(m.msgstr, m.obsolete) for m in merged.messages] == [("", False), (GERMAN, True)]


def test_no_text_is_active_and_obsolete_at_once() -> None:
    """gettext's tools refuse such a catalog."""
    old = [Message("a", ("A",)), Message("a", ("B",), context="x", obsolete=True)]
    merged = update(old, [Message("a", context="x")])
    assert merged.messages == (Message("a", ("A",), context="x"),)


def test_a_plural_of_another_tool_leaves_one_form() -> None:
    merged = update_one(Message("a", ("bir", "çok"), plural="as"), Message("a"))
    assert merged.msgstrs == ("bir",)


def test_a_leaflet_of_long_texts_is_soon_merged() -> None:
    """Not timed: word block by word block, this would take longer than anybody waits."""
    old = [Message("a b " * 1000 + f"z{n}", ("A",)) for n in range(30)]
    new = [Message("b a " * 1000 + f"y{n}") for n in range(30)]
    assert all(message.is_fuzzy for message in update(old, new).active)


@pytest.mark.slow
def test_beyond_a_bound_nothing_is_offered_and_nothing_is_lost() -> None:
    old = [Message(f"one two three four {n}", ("A",)) for n in range(1500)]
    new = [Message(f"one two five four x{n}") for n in range(1500)]
    merged = update(old, new)
    offered = [message for message in merged.active if message.is_fuzzy]
    assert 0 < len(offered) < len(new)
    assert len(offered) + len(merged.obsolete) == len(old)
