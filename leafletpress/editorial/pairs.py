"""Which text a changed one was before, where that is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from leafletpress.content import Segment
from leafletpress.editorial.typo import count_words, why_not_a_typo
from leafletpress.overlap import Pattern

LIKENESS = 0.6
"""The share of letters, in order, from which a text counts as the other one, changed."""

NEW = "it is new"

MOST_LETTERS = 10_000_000
"""So many letters of texts that are gone are compared with new ones: 200 of 150 with 200."""

MOST_PAIRS = 2_000
"""So many pairs of texts that are alike are judged: each of 200 texts with ten others."""

MANY = "too many texts changed at once"


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
    gone = [text for text in dict.fromkeys(before) if text not in now]
    come = [text for text in now if text not in there]
    is_too_much = len(come) * sum(map(len, gone)) > MOST_LETTERS
    alike = {new: _alike(new, gone) for new in come} if not is_too_much else {}
    if is_too_much or sum(map(len, alike.values())) > MOST_PAIRS:
        return Pairing({}, [Refusal(now[new], MANY) for new in come])
    reasons = {
        new: {old: why_not_a_typo(old, new, known) for old in olds} for new, olds in alike.items()
    }
    found = {new: [old for old in olds if not olds[old]] for new, olds in reasons.items()}
    uses = Counter(old for olds in found.values() for old in olds)
    typos: dict[str, str] = {}
    refusals = []
    for new, olds in found.items():
        if len(olds) == 1 and uses[olds[0]] == 1:
            typos[olds[0]] = new
        else:
            # Why it has no partner: what it does not share with the most similar text.
            nearest = max(alike[new], key=alike[new].__getitem__, default="")
            why = "two texts are too much alike" if olds else reasons[new].get(nearest) or NEW
            refusals.append(Refusal(now[new], why))
    return Pairing(typos, refusals)


def _alike(new: str, gone: Sequence[str]) -> dict[str, float]:
    """Return the texts that may have been a text before, each with its likeness."""
    pattern = Pattern(new)
    found = {}
    for old in gone:
        if pattern.most_likeness(old) >= LIKENESS:
            likeness = pattern.likeness(old)
            if likeness >= LIKENESS:
                found[old] = likeness
    return found
