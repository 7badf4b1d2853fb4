"""The longest run of words that two texts share is the one that comparing all of them finds."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from leafletpress.checks.english import _longest_run

texts = st.lists(st.sampled_from("abcd"), max_size=14)


def compared(source: Sequence[str], translation: Sequence[str]) -> Sequence[str]:
    """Every run of the source, the longest and the first of them that the translation has."""
    runs = [source[i:j] for i in range(len(source)) for j in range(i + 1, len(source) + 1)]
    there = {
        tuple(translation[i:j])
        for i in range(len(translation))
        for j in range(i + 1, len(translation) + 1)
    }
    return max((run for run in runs if tuple(run) in there), key=len, default=())


@given(texts, texts)
def test_the_longest_shared_run_is_found(source: list[str], translation: list[str]) -> None:
    assert list(_longest_run(source, translation)) == list(compared(source, translation))
