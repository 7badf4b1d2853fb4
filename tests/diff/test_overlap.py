"""What two texts have in common, in order."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.diff import Pattern

texts = st.text("abc", max_size=12)


def by_hand(one: Sequence[str], other: Sequence[str]) -> int:
    """The longest common subsequence, as a textbook has it."""
    row = [0] * (len(other) + 1)
    for left in one:
        above = row
        row = [0]
        for number, right in enumerate(other, start=1):
            longer = above[number - 1] + 1 if left == right else 0
            row.append(max(longer, above[number], row[number - 1]))
    return row[-1]


@given(one=texts, other=texts)
def test_what_is_common_is_the_longest_that_stands_in_both(one: str, other: str) -> None:
    assert Pattern(one).common(other) == by_hand(one, other)


@given(one=texts, other=texts)
def test_likeness_is_a_share_and_no_more_than_the_lengths_let(one: str, other: str) -> None:
    pattern = Pattern(one)
    assert 0 <= pattern.likeness(other) <= pattern.most_likeness(other) <= 1
    assert pattern.likeness(one) == 1
    assert pattern.likeness(other) == Pattern(other).likeness(one)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [("ab c", "ab c", 1), ("a b c d", "a x c d", 0.75), ("a b", "c d", 0), ("a b", "b a", 0.5)],
)
def test_words_are_compared_as_wholes(one: str, other: str, likeness: float) -> None:
    assert Pattern(one.split()).likeness(other.split()) == likeness


def test_long_texts_that_repeat_themselves_are_soon_compared() -> None:
    """Not timed: block by block, this would take longer than anybody waits."""
    assert Pattern(["a", "b"] * 5000).common(["b", "a"] * 5000) == 9999
