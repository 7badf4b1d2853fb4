"""Which text a changed one was before, where that is certain."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from leafletpress.alignment import Alignment
from leafletpress.content import Segment
from leafletpress.editorial.typo import MOST_CHANGED, count_words, find_tokens, why_not_a_typo

LIKENESS = 0.6
"""The share of letters, in order, from which a text counts as the other one, changed."""

SHORT = 300
"""Where two texts have more letters, their words are compared in their place."""

MOST_NEAR = 5
"""So many of the texts that share most words are looked at for the most similar one."""

NEW = "it is new"


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
    gone = [text for text in dict.fromkeys(before) if text not in now]
    come = [text for text in now if text not in set(before)]
    found = {new: [old for old in gone if _is_typo(old, new, known)] for new in come}
    uses = [old for olds in found.values() for old in olds]
    typos: dict[str, str] = {}
    refusals = []
    for new, olds in found.items():
        if len(olds) == 1 and uses.count(olds[0]) == 1:
            typos[olds[0]] = new
        else:
            why = "two texts are too much alike" if olds else _why(new, gone, known)
            refusals.append(Refusal(now[new], why))
    return Pairing(typos, refusals)


def _is_typo(old: str, new: str, known: Mapping[str, int]) -> bool:
    before, now = _bag(old), _bag(new)
    if (before - now).total() > MOST_CHANGED or (now - before).total() > MOST_CHANGED:
        return False
    return _likeness(old, new) >= LIKENESS and why_not_a_typo(old, new, known) is None


def _why(new: str, gone: Sequence[str], known: Mapping[str, int]) -> str:
    """Return why a text has no partner: what it does not share with the most similar one."""
    near = heapq.nlargest(MOST_NEAR, gone, key=lambda old: _shared(old, new))
    nearest = max(near, key=lambda old: _likeness(old, new), default="")
    if _likeness(nearest, new) < LIKENESS:
        return NEW
    return why_not_a_typo(nearest, new, known) or NEW


@lru_cache(maxsize=4096)  # each text of a leaflet is asked for beside each other one
def _bag(text: str) -> Counter[str]:
    return Counter(find_tokens(text))


def _shared(old: str, new: str) -> float:
    """Return the share of words and signs that two texts have in common, in any order."""
    before, now = _bag(old), _bag(new)
    return 2 * (before & now).total() / (before.total() + now.total())


def _likeness(old: str, new: str) -> float:
    rows = (old, new) if max(len(old), len(new)) <= SHORT else (old.split(), new.split())
    alignment = Alignment[str](*rows)
    if alignment.real_quick_ratio() < LIKENESS or alignment.quick_ratio() < LIKENESS:
        return 0
    return alignment.ratio()
