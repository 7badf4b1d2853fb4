"""Translations whose length is out of all proportion to their source."""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import plain_text
from leafletpress.language import Language
from leafletpress.problems import Severity

FEWEST_CHARACTERS = 50
"""Shorter sources may become much shorter or longer."""

MOST_TIMES = 2.0
"""By how much a length may differ from the usual one of its language.

Of 1,690 messages in six catalogs of a software book, 9 lie beyond.
"""

USUAL_LENGTHS = {"tr": 1.16, "de": 1.15, "ar": 0.97, "fa": 1.04, "ja": 0.6, "zh": 0.45, "ko": 0.6}
"""How long a translation is, in characters for each of the source: medians of the same texts.
That of Korean is taken from Japanese."""

USUAL_LENGTH = 1.1


def find_odd_length(pair: Pair) -> Iterator[Finding]:
    """Find translations that are much longer or shorter than is usual in their language."""
    source, translation = len(plain_text(pair.source)), len(plain_text(pair.translation))
    if source < FEWEST_CHARACTERS:
        return
    times = translation / source / _usual_length(pair.language)
    if times > MOST_TIMES or times < 1 / MOST_TIMES:
        word = "long" if times > 1 else "short"
        what = f"the translation is very {word}: {translation} characters for {source}"
        mend = "make sure that nothing is lost and nothing stands twice; if it is right, leave it"
        yield Finding(what, mend)


def _usual_length(language: Language) -> float:
    return USUAL_LENGTHS.get(language.locale.language, USUAL_LENGTH)


LENGTH = Check("length", "a translation out of all proportion", find_odd_length, Severity.WARNING)
