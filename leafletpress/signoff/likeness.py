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


def marks(name: str) -> set[str]:
    """Return the marks that a name bears: its words, how they begin, and its initials."""
    parts = [one for group in skeletons(name) for one in group]
    words = {word for one in parts for word in one.words}
    initials = {letter for one in parts for letter in one.initials}
    begin = {f"{word[0]}…" for word in words | initials}
    return words | begin | {f"{letter}." for letter in initials}


def sought_marks(name: str) -> list[list[tuple[str, ...]]]:
    """Return for each skeleton of a name, and each word of it, marks of which every longer name
    that is alike bears one."""
    parts = [one for group in skeletons(name) for one in group]
    return [
        [
            *((word,) if word == one.joined else (word, f"{word[0]}.") for word in one.words),
            *((f"{letter}…",) for letter in one.initials),
        ]
        for one in parts
    ]


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
    if words[shorter.joined]:
        return False
    del rest[longer.joined]
    return _beginnings(words) <= free and initials <= _beginnings(rest)


def _beginnings(words: Counter[str]) -> Counter[str]:
    """Return how many words begin with each letter."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        found[word[0]] += count
    return found
