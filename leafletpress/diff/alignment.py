"""Which items of two rows stand in both, in the same order, found in bounded time.

difflib needs the cube of their number where few items repeat in other orders: the words of a
pasted table, sentences that are all "Yes" or "No".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import takewhile
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

MOST_PAIRS = 20_000
"""So many pairs of the same item may be looked at. Two texts of 4,000 letters have some 5,000."""


class _Matcher(SequenceMatcher[T]):
    """A `SequenceMatcher` with the attributes that its documentation names."""

    a: Sequence[T]
    b: Sequence[T]
    b2j: dict[T, list[int]]


class Alignment(_Matcher[T]):
    """Two rows side by side, as `SequenceMatcher` lays them.

    Where too many of their items repeat, those that do so most hold no place by themselves: they
    belong to a match only at its ends, and at the ends of the rows.
    """

    def __init__(self, before: Sequence[T] = (), now: Sequence[T] = ()) -> None:
        super().__init__(None, before, now, autojunk=False)

    def get_matching_blocks(self) -> list[Match]:
        """Return the parts that stand in both, in order; the last one is empty."""
        if count_pairs(self.a, self.b) <= MOST_PAIRS:
            return super().get_matching_blocks()
        return [*self._bounded(), Match(len(self.a), len(self.b), 0)]

    def _bounded(self) -> Iterator[Match]:
        head = _length_of_same(self.a, self.b)
        before, now = self.a[head:], self.b[head:]
        tail = _length_of_same(before[::-1], now[::-1])
        before, now = before[: len(before) - tail], now[: len(now) - tail]
        yield from [Match(0, 0, head)] if head else []
        inner = _Matcher(None, before, now, autojunk=False)
        _thin(inner)
        for i, j, size in inner.get_matching_blocks()[:-1]:
            yield Match(head + i, head + j, size)
        yield from [Match(len(self.a) - tail, len(self.b) - tail, tail)] if tail else []


def count_pairs(before: Sequence[T], now: Sequence[T]) -> int:
    """Return how many pairs there are of an item of one row and the same of the other."""
    return sum(_pairs(before, now).values())


def _pairs(before: Sequence[T], now: Sequence[T]) -> Counter[T]:
    one, other = Counter(before), Counter(now)
    return Counter({item: times * other[item] for item, times in one.items()})


def _thin(matcher: _Matcher[T]) -> None:
    """Let those items begin no match that have the most pairs, until few enough are left."""
    pairs = _pairs(matcher.a, matcher.b)
    left = pairs.total()
    for item, times in pairs.most_common():
        if left <= MOST_PAIRS:
            return
        matcher.b2j.pop(item, None)
        left -= times


def _length_of_same(one: Sequence[T], other: Sequence[T]) -> int:
    """Return how many items are the same from the beginning of both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
