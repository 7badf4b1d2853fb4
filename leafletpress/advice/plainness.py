"""Plain words: short sentences, short lists, an English that many people can read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leafletpress.advice.rule import Advice, Remark
from leafletpress.content import FRONT_SECTION, Leaflet, plain_text, without_references
from leafletpress.problems import Location

LONGEST_SENTENCE = 25
"""Words; GOV.UK's guidance on writing for the web asks for no more."""

LONGEST_LIST = 7
"""Items, as PEMAT-P and the CDC index count a chunk that is easy to keep in mind."""

HIGHEST_GRADE = 8.0
"""School years, as the formula of Flesch and Kincaid counts them: about 13 years of age."""

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[A-Z0-9{“\"])")
VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[^\W_][\w'’-]*")
NUMBER = re.compile(r"\d")


def _find_long_sentences(leaflet: Leaflet) -> Iterator[Remark]:
    for segment in leaflet.segments:
        for sentence in _sentences(segment.text):
            length = len(WORD.findall(sentence))
            if length > LONGEST_SENTENCE:
                what = f'a sentence of {length} words: "{sentence[:40].strip()}…"'
                yield Remark(segment.location, what, "say it in two sentences")


def _find_long_lists(leaflet: Leaflet) -> Iterator[Remark]:
    """A list is a run of items of one kind, in one section, with nothing between them."""
    run = 0
    before = None
    for segment in leaflet.segments:
        if segment.kind.endswith("list item") and (segment.kind, segment.section_id) == before:
            run += 1
        else:
            run = 1
        before = (segment.kind, segment.section_id)
        if run == LONGEST_LIST + 1 and segment.kind.endswith("list item"):
            mend = f"keep to {LONGEST_LIST}, or make two lists with a heading each"
            yield Remark(segment.location, f"a list of more than {LONGEST_LIST} items", mend)


def _find_hard_reading(leaflet: Leaflet) -> Iterator[Remark]:
    sentences = [
        sentence
        for segment in leaflet.segments
        if segment.section_id != FRONT_SECTION and segment.text.rstrip().endswith((".", "?"))
        for sentence in _sentences(segment.text)
    ]
    grade = reading_grade(sentences)
    if grade > HIGHEST_GRADE:
        what = f"reading it takes about {grade:.0f} years of school"
        mend = "shorter sentences and everyday words bring that down; explain each medical word"
        yield Remark(Location(leaflet.path, 1), what, mend)


def reading_grade(sentences: Iterable[str]) -> float:
    """Return the school years that English sentences ask for.

    The formula is that of Kincaid and others (1975). Syllables are counted as groups of vowels,
    which is right for most words and near enough for advice.
    """
    words = [[w for w in WORD.findall(text) if not NUMBER.search(w)] for text in sentences]
    words = [found for found in words if found]
    total = sum(map(len, words))
    if not total:
        return 0.0
    syllables = sum(_syllables(word) for found in words for word in found)
    return 0.39 * total / len(words) + 11.8 * syllables / total - 15.59


def _syllables(word: str) -> int:
    word = word.lower()
    silent = (word.endswith("e") and not word.endswith(("le", "ee"))) or word.endswith("ed")
    return max(1, len(VOWELS.findall(word)) - silent)


def _sentences(text: str) -> list[str]:
    plain = plain_text(without_references(text))
    return [part for line in plain.split("\n") for part in SENTENCE_END.split(line) if part.strip()]


SENTENCES = Advice(
    "sentences", f"a sentence has {LONGEST_SENTENCE} words at most", _find_long_sentences
)
LISTS = Advice("lists", f"a list has {LONGEST_LIST} items at most", _find_long_lists)
READING = Advice("reading", "the English asks for 8 years of school at most", _find_hard_reading)
