"""Signs that nobody sees: what a text says without them, and where in it that stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Marks and embeddings of direction, joiners, soft hyphens, variation selectors: they do not
change what a number says. Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), and
the three signs of annotations."""

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Those of them that turn text: the explicit formatting characters of UAX 9, section 2."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a text: without invisible signs, in Unicode's normal form C."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of `text` stands in the text that was seen."""
        return self.starts[start], self.ends[end - 1]


def see(text: str) -> Seen:
    """Return what a reader sees of a text."""
    if not INVISIBLE.search(text) and unicodedata.is_normalized("NFC", text):
        return Seen(text, range(len(text)), range(1, len(text) + 1))
    kept = [i for i, character in enumerate(text) if not INVISIBLE.match(character)]
    seen = ""
    starts: list[int] = []
    ends: list[int] = []
    for first, last in _clusters(text, kept):
        letters = unicodedata.normalize("NFC", "".join(text[i] for i in kept[first:last]))
        seen += letters
        starts += [kept[first]] * len(letters)
        ends += [kept[last - 1] + 1] * len(letters)
    return Seen(seen, starts, ends)


def name_of(sign: str) -> str:
    """Return what an invisible sign is called: ``right-to-left mark (U+200F)``."""
    return f"{unicodedata.name(sign, 'a sign').lower()} (U+{ord(sign):04X})"


def _clusters(text: str, kept: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the parts of the characters `kept` that normalization may join: none goes over two."""
    starts = [n for n, i in enumerate(kept) if n == 0 or not _goes_on(text[i])]
    yield from pairwise([*starts, len(kept)])


def _goes_on(character: str) -> bool:
    """Tell whether a character may be joined to the one before it: marks, Korean vowels."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
