"""Rows are laid side by side as difflib does it, and in bounded time where they repeat."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.diff import Alignment, alignment
from leafletpress.diff.alignment import count_pairs
from tests.support.call_count import calls_of

ROWS = st.lists(st.sampled_from("abcde"), max_size=12)


@given(ROWS, ROWS)
def test_short_rows_are_laid_as_difflib_lays_them(before: list[str], now: list[str]) -> None:
    theirs = SequenceMatcher(None, before, now, autojunk=False)
    ours = Alignment(before, now)
    assert ours.get_matching_blocks() == theirs.get_matching_blocks()
    assert (ours.get_opcodes(), ours.ratio()) == (theirs.get_opcodes(), theirs.ratio())


@given(ROWS, ROWS, st.integers(0, 9))
def test_what_is_said_to_be_the_same_is_the_same_and_in_order(
    before: list[str], now: list[str], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "MOST_PAIRS", most)
        ours = Alignment(before, now)
        blocks = ours.get_matching_blocks()
        made: list[str] = []
        for what, i1, i2, j1, j2 in ours.get_opcodes():
            made += before[i1:i2] if what == "equal" else now[j1:j2]
    assert made == now
    assert blocks == sorted(blocks)
    assert (blocks[-1].a, blocks[-1].b, blocks[-1].size) == (len(before), len(now), 0)


def test_rows_that_repeat_are_the_same_at_their_ends_and_around_what_does_not() -> None:
    answers = ["yes", "yes", "no"] * 100
    before = [*answers, "Drive?", *answers, "Swim?", *answers]
    now = [*answers, "new", "Drive?", *answers, "new", "Swim?", *answers]
    assert count_pairs(before, now) > alignment.MOST_PAIRS
    changed = [code for code in Alignment(before, now).get_opcodes() if code[0] != "equal"]
    assert changed == [("insert", 300, 300, 300, 301), ("insert", 601, 601, 602, 603)]


def test_rows_of_few_items_in_another_order_are_little_work() -> None:
    """With no bound, the second needs eight times the work of the first."""

    def work(times: int) -> int:
        before, now = list("aaab") * times, list("abba") * times
        return calls_of(lambda: Alignment(before, now).get_opcodes())

    assert work(400) < 3 * work(200)
