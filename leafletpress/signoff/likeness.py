"""Likeness of names: which are one name, and which may be one person's."""

from __future__ import annotations

from collections import Counter

from leafletpress.signoff.skeleton import Skeleton, bare_words, skeletons


def same_name(one: str, other: str) -> bool:
    """Tell whether two names have the same words but for titles, accents, order and signs."""
    return sorted(bare_words(one)) == sorted(bare_words(other))


def alike(one: str, other: str) -> bool:
    """Tell whether two names may be one person's.

    Titles, accents, order, signs and letters that look alike do not part them. Nor does a name or
    an initial that only one of them has, nor an initial where the other has the name.
    """
    return any(
        _fits(first, second)
        for ours, theirs in zip(skeletons(one), skeletons(other), strict=True)
        for first in ours
        for second in theirs
    )


def marks(name: str) -> tuple[set[str], set[str]]:
    """Return the marks that a name bears, and those that it seeks in others.

    Where two names are alike, one bears a mark that the other seeks: they share a word, or one has
    an initial where the other has what begins with it.
    """
    parts = [one for group in skeletons(name) for one in group]
    words = {word for one in parts for word in one.words}
    initials = {letter for one in parts for letter in one.initials}
    begin = {f"{word[0]}…" for word in words | initials}
    abbreviated = {f"{letter}." for letter in initials}
    borne = words | begin | abbreviated
    sought = words | {f"{word[0]}." for word in words} | {f"{letter}…" for letter in initials}
    return borne, sought


def _fits(one: Skeleton, other: Skeleton) -> bool:
    """Tell whether each word of the shorter name stands in the longer, or as an initial."""
    shorter, longer = sorted((one, other), key=lambda skeleton: skeleton.count)
    if not longer.initials and not shorter.words.keys() <= longer.words.keys():
        return False
    words = Counter(shorter.words) - Counter(longer.words)
    if words and not longer.initials:
        return False
    rest = Counter(longer.words) - Counter(shorter.words)
    initials = Counter(shorter.initials) - Counter(longer.initials)
    free = Counter(longer.initials) - Counter(shorter.initials)
    return _beginnings(words) <= free and initials <= _beginnings(rest)


def _beginnings(words: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, count in words.items():
        found[word[0]] += count
    return found
