"""A leak: a word that would reach the page, though nobody translates or signs it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from leafletpress.problems import Location, Problem

LONGEST = 60
"""So many characters of a leak are shown."""

PICTURE = "a picture stands here"
"""What is shown of a picture, whose words no program can read."""


@dataclass(frozen=True, slots=True)
class Leak:
    """What stands in a template or a style sheet as it is, where, and what to do about it."""

    location: Location
    text: str
    mend: str

    @property
    def problem(self) -> Problem:
        """What a person is told."""
        shown = " ".join(self.text.split())
        shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
        if self.text == PICTURE:
            what = f"{PICTURE}, and nobody can translate or sign the words in it"
            return Problem("picture-in-template", self.location, what, self.mend)
        what = f'"{shown}" stands here as it is, so nobody translates or signs it'
        return Problem("word-in-template", self.location, what, self.mend)


def holds_word(text: str) -> bool:
    """Tell whether a text has to be translated: it holds a letter or a digit.

    A digit is one, because languages write numbers in digits of their own, and because a phone
    number is one. Punctuation, symbols and the letters of an icon font are none.
    """
    return any(unicodedata.category(character)[0] == "L" or character.isdecimal()
               for character in text)  # fmt: skip
