"""Overlap: how much two texts have in common, in order, in a time that stays small.

The longest common subsequence, counted for many items at once in the bits of one number: H. Hyyrö,
"Bit-parallel LCS-length computation revisited", 2004. `difflib` looks for blocks instead, and may
need minutes for two texts of some hundred words that repeat.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence


class Pattern:
    """A text that many others are compared with: its words or letters, in order."""

    def __init__(self, items: Sequence[Hashable]) -> None:
        self.length = len(items)
        self._places: dict[Hashable, int] = {}
        for number, item in enumerate(items):
            self._places[item] = self._places.get(item, 0) | 1 << number

    def common(self, other: Sequence[Hashable]) -> int:
        """Return how many items stand in both, in one order."""
        everything = (1 << self.length) - 1
        open_places = everything
        for item in other:
            found = open_places & self._places.get(item, 0)
            open_places = (open_places + found | open_places - found) & everything
        return self.length - open_places.bit_count()

    def likeness(self, other: Sequence[Hashable]) -> float:
        """Return the share of items that stand in both, in one order, from 0 to 1."""
        both = self.length + len(other)
        return 2 * self.common(other) / both if both else 1.0

    def most_likeness(self, other: Sequence[Hashable]) -> float:
        """Return the most that `likeness` can be, from the lengths alone."""
        both = self.length + len(other)
        return 2 * min(self.length, len(other)) / both if both else 1.0
