"""A text is paired with what it was before, in a time that stays small."""

import itertools
from pathlib import Path

from leafletpress.content import Segment
from leafletpress.problems import Location
from leafletpress.update.pairs import MANY, pair_texts
from leafletpress.update.typo import MOST_TOKENS, why_not_a_typo


def segments(texts: list[str]) -> list[Segment]:
    location = Location(Path("a.md"), 1)
    return [Segment(text, None, "paragraph", (), "", False, "", location) for text in texts]


def test_many_mended_typos_are_paired_at_once() -> None:
    names = ["".join(letters) for letters in itertools.product("abcde", repeat=3)]
    before = [
        f"Teh {a} of {b} has a {c} for {d}."
        for a, b, c, d in zip(*(names[n:] + names[:n] for n in (0, 7, 19, 40)), strict=True)
    ]
    after = [text.replace("Teh", "The") for text in before]
    found = pair_texts(before, segments(after), {"the": 120})
    assert found.typos == dict(zip(before, after, strict=True))
    assert found.refusals == []


def test_more_changes_than_can_be_compared_are_refused() -> None:
    long = [f"{'a b ' * 500}{n}" for n in range(80)]
    found = pair_texts(long, segments([text.replace("a", "c") for text in long]), {})
    assert {refusal.why for refusal in found.refusals} == {MANY}
    alike = [f"It is number {n}" for n in range(60)]
    found = pair_texts(alike, segments([f"{text}." for text in alike]), {})
    assert {refusal.why for refusal in found.refusals} == {MANY}


def test_a_text_that_is_too_long_is_not_judged() -> None:
    short, long = "is " * (MOST_TOKENS - 1), "is " * MOST_TOKENS
    assert why_not_a_typo(f"{short}teh", f"{short}the", {"the": 2}) is None
    assert why_not_a_typo(f"{long}teh", f"{long}the", {"the": 2}) == (
        f"the text has more than {MOST_TOKENS} words and signs"
    )


def test_a_text_with_other_words_says_how_many_differ() -> None:
    assert why_not_a_typo("One b c d e f.", "Two x y z e f.", {}) == "4 words and signs differ"
