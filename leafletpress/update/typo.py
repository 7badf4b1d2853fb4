"""Judging a change of the source text: is it a typo that was mended, and nothing else?

The measure is strict, because a translation that is kept goes to patients unread. It knows no
English words but those of the texts at hand. So a misspelling must be a word that no text uses,
one slip of the fingers away from what it was meant to be: after Damerau (1964), a letter too many,
too few or wrong, or two letters swapped; four of five misspellings are of that kind. Its first and
its last letter must stand, where prefixes and endings change what a word says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from leafletpress.catalog import describe_change
from leafletpress.content import marks
from leafletpress.diff import Pattern
from leafletpress.language import find_negations, source_language

MOST_CHANGED = 3
"""More words and signs than these are no typos but another wording."""

MOST_TOKENS = 500
"""A longer text is not judged: two that repeat themselves would take minutes."""

SHORT = 3
"""Nearly every change of so few letters gives another word, so the right one must be in use."""

LONGEST_SIGN = 5
"""Letters of the longest abbreviation that could be a word."""

TOKEN = re.compile(
    r"\{\w+\}|\[@[\w-]+\]|\]\([^)\s]*\)"  # placeholder, citation, the target of a link
    r"|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\*+|\S|\n"
)
STOPS = frozenset(",.;:-‐–—'\"‘’“”")
"""Signs that may come and go where no number and no negation stands beside them."""

JOINTS = frozenset("-‐–")

NUMBER_WORDS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "thousand", "million", "first", "second", "third", "fourth", "fifth", "sixth",
    "once", "twice", "thrice", "half", "quarter", "double", "both", "dozen", "hourly", "daily",
    "weekly", "monthly", "yearly",
})  # fmt: skip
"""Words that count; a change of one is a change of a number."""

PREFIXES = frozenset({
    "a", "an", "anti", "de", "dis", "il", "im", "in", "ir", "mis", "no", "non", "not", "un",
    "under",
})  # fmt: skip
"""Words that turn the next one when they are joined to it: in active, inactive."""

ARTICLES = frozenset({"a", "an"})


class Token(NamedTuple):
    """A word, a number, a mark or a sign of a text; `fixed` is a word that must not change."""

    text: str
    fixed: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()

    @property
    def is_stop(self) -> bool:
        """Whether it is a sign that may come and go."""
        return self.text in STOPS

    @property
    def is_firm(self) -> bool:
        """Whether nothing beside it may change either: a number, a negation."""
        return self.fixed or self.text[0].isdigit()


def why_not_a_typo(before: str, after: str, known: Mapping[str, int]) -> str | None:
    """Return what makes a change of a source text more than a mended typo, None where nothing does.

    `known` counts the words of all texts as they are now (`count_words`).
    """
    if note := describe_change(before, after):
        return note
    if note := _changed_marks(before, after):
        return note
    old, new = _tokens(before), _tokens(after)
    if max(len(old), len(new)) > MOST_TOKENS:
        return f"the text has more than {MOST_TOKENS} words and signs"
    if (differ := max(len(old), len(new)) - Pattern(old).common(new)) > MOST_CHANGED:
        return f"{differ} words and signs differ"
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    places = [place for place in matcher.get_opcodes() if place[0] != "equal"]
    changed = sum(max(end - begin, other - start) for _, begin, end, start, other in places)
    if changed > MOST_CHANGED:
        return f"{changed} words and signs differ"
    for _, begin, end, new_begin, new_end in places:
        gone, come = old[begin:end], new[new_begin:new_end]
        beside = [*old[max(begin - 1, 0) : begin], *old[end : end + 1]]
        if not _is_typo(gone, come, beside, known):
            return f'"{_say(gone)}" → "{_say(come)}"'
    return None


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of some texts."""
    return Counter(_plain(token.text) for text in texts for token in _tokens(text) if token.is_word)


def words_of(text: str) -> list[str]:
    """Return the words, numbers, marks and signs of a text."""
    return TOKEN.findall(text)


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()


def _changed_marks(before: str, after: str) -> str:
    old, new = marks(before), marks(after)
    gone = [f"{mark} removed" for mark in sorted((old - new).elements())]
    come = [f"{mark} added" for mark in sorted((new - old).elements())]
    return ", ".join(gone + come)


def _tokens(text: str) -> list[Token]:
    negations = find_negations(text, source_language()) or ()
    return [
        Token(
            found[0],
            found[0].casefold() in NUMBER_WORDS
            or any(one.start < found.end() and found.start() < one.end for one in negations),
        )
        for found in TOKEN.finditer(text)
    ]


def _is_typo(
    gone: Sequence[Token], come: Sequence[Token], beside: Sequence[Token], known: Mapping[str, int]
) -> bool:
    """Tell whether one place that differs is a typo; `beside` are the tokens around it."""
    changed = [*gone, *come]
    if any(token.fixed or not (token.is_word or token.is_stop) for token in changed):
        return False
    words, new_words = ([t.text for t in side if t.is_word] for side in (gone, come))
    stops, new_stops = ([t.text for t in side if t.is_stop] for side in (gone, come))
    if words == new_words:
        return not any(token.is_firm for token in beside)
    if _is_doubled(gone, come, beside):
        return True
    if len(words) != len(new_words):
        joints = {*stops, *new_stops} <= JOINTS
        return joints and not any(t.is_firm for t in beside) and _is_joined(words, new_words)
    pairs = zip(words, new_words, strict=True)
    return stops == new_stops and all(_is_misspelt(one, other, known) for one, other in pairs)


def _is_doubled(gone: Sequence[Token], come: Sequence[Token], beside: Sequence[Token]) -> bool:
    """Tell whether a word is gone that stood twice: the the."""
    same = {token.text.casefold() for token in beside}
    return len(gone) == 1 and not come and gone[0].text.casefold() in same


def _is_joined(words: Sequence[str], new_words: Sequence[str]) -> bool:
    """Tell whether words were only joined or parted, and none of them turns the other."""
    parts = max(words, new_words, key=len)
    turning = any(part.casefold() in PREFIXES for part in parts)
    return not turning and "".join(words).casefold() == "".join(new_words).casefold()


def _is_misspelt(before: str, after: str, known: Mapping[str, int]) -> bool:
    one, other = _plain(before), _plain(after)
    if {one, other} == ARTICLES:
        return True
    if one == other:
        return not _is_abbreviated(before, after)
    if known.get(one) or (len(other) <= SHORT and known.get(other, 0) < 2):
        return False
    return _is_one_slip(one, other)


def _is_abbreviated(before: str, after: str) -> bool:
    """Tell whether capitals make two words of one: us and US, aids and AIDS; not Ms and MS."""
    all_capitals = before.isupper() != after.isupper()
    return all_capitals and before.istitle() == after.istitle() and len(before) <= LONGEST_SIGN


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ in one letter within them, or in two that are swapped."""
    if len(one) == len(other):
        places = [n for n in range(len(one)) if one[n] != other[n]]
        first, last = places[0], places[-1]
        if first == last:
            return 0 < first < len(one) - 1
        return last == first + 1 and one[first : last + 1] == other[first : last + 1][::-1]
    short, long = sorted((one, other), key=len)
    if (short[0], short[-1]) != (long[0], long[-1]):
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _say(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)
