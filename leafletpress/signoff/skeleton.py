"""Skeletons: what is left of a name when everything is folded that people write in several ways."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from leafletpress.signoff.letters import (
    APOSTROPHES,
    ATTACHED_TITLES,
    CAPITAL_LOOKALIKES,
    CREDENTIALS,
    DIGRAPHS,
    IGNORED_LETTERS,
    LETTERS,
    SMALL_LOOKALIKES,
    TITLES,
)

MOST_WORDS = 16
"""Words of a name that are looked at: nobody has more, and comparing stays quick."""

DROPPED = str.maketrans(dict.fromkeys(APOSTROPHES + IGNORED_LETTERS))
DIGITS = str.maketrans("01", "ol")
SYLLABIC = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "YI")
"""Scripts in which one character is no initial but a part of a name, or all of it."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The words of a name in one way of parting them: whole words, and initials.

    `joined` is the one that is two words of the name as it is written; no initial stands for both.
    """

    words: Mapping[str, int]
    initials: Mapping[str, int]
    joined: str = ""

    @property
    def count(self) -> int:
        """How many words there are, initials included."""
        return sum(self.words.values()) + sum(self.initials.values())


def bare_words(name: str) -> list[str]:
    """Return the words of a name in plain small letters, without titles where others are left."""
    return _words(name, SMALL_LOOKALIKES)


@cache
def skeletons(name: str) -> tuple[tuple[Skeleton, ...], ...]:
    """Return the skeletons of a name for each way of taking a look-alike letter.

    Beside the words as they are parted stands each way of writing two of them as one: ``Ayşe Nur``
    and ``Ayşenur``, ``عبد الله`` and ``عبدالله``.
    """
    tables = (SMALL_LOOKALIKES, CAPITAL_LOOKALIKES)
    return tuple(tuple(_joined(_words(name, table))) for table in tables)


def _words(name: str, lookalikes: Mapping[int, str]) -> list[str]:
    words = _plain(name, lookalikes).split()[:MOST_WORDS]
    titles = _titles()
    return [word for word in words if word not in titles] or words


def _plain(name: str, lookalikes: Mapping[int, str]) -> str:
    """Return a name in small letters, its words parted by spaces."""
    text = unicodedata.normalize("NFKC", name.translate(DROPPED))
    text = re.sub(CREDENTIALS, " ", "".join(c for c in text if _is_seen(c)), flags=re.I)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(DROPPED)
    text = text.translate(LETTERS).translate(lookalikes)
    text = "".join(c if c.isalnum() or _is_mark(c) else " " for c in text)
    return " ".join(map(_plain_word, text.split()))


def _plain_word(word: str) -> str:
    if any(map(str.isalpha, word)):
        word = word.translate(DIGITS)
    for two, one in DIGRAPHS:
        word = word.replace(two, one)
    for title in ATTACHED_TITLES.split():
        word = word.removesuffix(title) or word
    return word


def _is_seen(character: str) -> bool:
    """Tell whether a character is drawn: none that only steers how others are set."""
    return unicodedata.category(character) != "Cf" and not "\ufe00" <= character <= "\ufe0f"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mc", "Mn")


@cache
def _titles() -> frozenset[str]:
    tables = (SMALL_LOOKALIKES, CAPITAL_LOOKALIKES)
    return frozenset(_plain(title, table) for title in TITLES.split() for table in tables)


def _joined(words: list[str]) -> Iterator[Skeleton]:
    yield _skeleton(words)
    for number in range(len(words) - 1):
        one = words[number] + words[number + 1]
        yield _skeleton([*words[:number], one, *words[number + 2 :]], one)


def _skeleton(words: list[str], joined: str = "") -> Skeleton:
    initials = Counter(word for word in words if _is_initial(word))
    return Skeleton(Counter(word for word in words if not _is_initial(word)), initials, joined)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and not unicodedata.name(word, "").startswith(SYLLABIC)
