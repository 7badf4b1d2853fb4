"""Which text a changed one was before, where that is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from leafletpress.content import Segment
from leafletpress.diff import Pattern
from leafletpress.update.typo import MOST_CHANGED, count_words, why_not_a_typo, words_of

LIKENESS = 0.6
"""The share of words, or of letters, in order, from which a text counts as the other, changed."""

NEW = "it is new"

MANY = "too many texts changed at once"

MOST_WORK = 5_000_000
"""So many words are compared: those of 500 texts of 20 words with 500 others."""

MOST_PAIRS = 2_000
"""So many pairs are judged: 40 short headings that all changed, each with each."""


class Refusal(NamedTuple):
    """A segment whose change is no mended typo, and why."""

    segment: Segment
    why: str


class Pairing(NamedTuple):
    """What the texts of a catalog have become: after, by before; and what is more than a typo."""

    typos: dict[str, str]
    refusals: list[Refusal]


def known_words(segments: Iterable[Segment]) -> Mapping[str, int]:
    """Return how often each word stands in some texts, each text counted once."""
    return count_words({segment.text for segment in segments})


def pair_texts(
    before: Sequence[str], segments: Sequence[Segment], known: Mapping[str, int]
) -> Pairing:
    """Find for every new text the one it was before, among those that are gone.

    A pair is certain where the one is a typo of the other, and of no other text. What is gone and
    has no partner is no matter of ours: merging keeps its translation as obsolete.
    """
    now = {segment.text: segment for segment in segments}
    there = set(before)
    gone = {text: words_of(text) for text in dict.fromkeys(before) if text not in now}
    come = [text for text in now if text not in there]
    if len(come) * sum(map(len, gone.values())) > MOST_WORK:
        return Pairing({}, [Refusal(now[new], MANY) for new in come])
    near = {new: _Neighbours(new, gone) for new in come}
    if sum(len(neighbours.typos) for neighbours in near.values()) > MOST_PAIRS:
        return Pairing({}, [Refusal(now[new], MANY) for new in come])
    found = {
        new: [old for old in neighbours.typos if why_not_a_typo(old, new, known) is None]
        for new, neighbours in near.items()
    }
    uses = Counter(old for olds in found.values() for old in olds)
    typos: dict[str, str] = {}
    refusals = []
    for new, olds in found.items():
        if len(olds) == 1 and uses[olds[0]] == 1:
            typos[olds[0]] = new
        else:
            why = "two texts are too much alike" if olds else near[new].why(new, known)
            refusals.append(Refusal(now[new], why))
    return Pairing(typos, refusals)


class _Neighbours:
    """The texts that are gone and that a new one may have been before.

    `typos` are those from which no more words differ than a typo may change.
    """

    def __init__(self, new: str, gone: Mapping[str, Sequence[str]]) -> None:
        words, letters = Pattern(words_of(new)), Pattern(new)
        self.typos: list[str] = []
        self.nearest, self.likeness = "", 0.0
        for old, old_words in gone.items():
            common = words.common(old_words)
            likeness = 2 * common / (words.length + len(old_words))
            if likeness > self.likeness:
                self.nearest, self.likeness = old, likeness
            differ = max(words.length, len(old_words)) - common
            if differ <= MOST_CHANGED and letters.likeness(old) >= LIKENESS:
                self.typos.append(old)

    def why(self, new: str, known: Mapping[str, int]) -> str:
        """Return why a text has no partner: what it does not share with the most similar one."""
        if self.likeness < LIKENESS and self.nearest not in self.typos:
            return NEW
        return why_not_a_typo(self.nearest, new, known) or NEW
