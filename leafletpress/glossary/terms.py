"""The glossary of a language: how its translators say the terms of the leaflets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from re import Pattern
from typing import Annotated

import msgspec

from leafletpress.files import decode, is_there, read_bytes, reading
from leafletpress.glossary.words import (
    contains,
    folded,
    found_in,
    joined,
    split_words,
    stem_pattern,
)
from leafletpress.language import Language, source_language
from leafletpress.problems import Fault, LeafletError, Problem, first_problems
from leafletpress.toml import Step, TomlText

MOST_BYTES = 400_000
"""The largest glossary: those of this project have 14,000 and less."""

MOST_TERMS = 1_000
"""Of terms, of drugs and of forbidden words, each: all of them are looked for in every text."""

LONGEST_STEM = 100

Stem = Annotated[
    str,
    msgspec.Meta(pattern=r"\w", max_length=LONGEST_STEM, description="a word, or how it begins"),
]
Stems = Annotated[
    list[Stem], msgspec.Meta(min_length=1, max_length=50, description="one word or more, up to 50")
]
Reason = Annotated[
    str, msgspec.Meta(pattern=r"\w", max_length=500, description="why it must not be used")
]


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A term of the leaflets, and the words for it. All words are stems: see `contains`.

    `source` are English, `accept` and `forbid` are those of the language; `forbid` says why, and
    holds only where the source has the term. `unless` are English phrases in which the word means
    something else. A translation without a word for a `strict` term is unsafe.
    """

    source: Stems
    accept: Stems
    strict: bool = False
    unless: Annotated[list[Stem], msgspec.Meta(max_length=50)] = []
    forbid: dict[Stem, Reason] = {}
    note: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``glossary.toml`` holds. `drugs` are names in English and in the language's country."""

    drugs: dict[Stem, Stems] = {}
    forbidden: dict[Stem, Reason] = {}
    term: list[Term] = []


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words that translations into one language use, and those that they must not use."""

    path: Path
    language: Language
    terms: tuple[Term, ...] = field(hash=False)
    drugs: tuple[Term, ...] = field(hash=False)
    forbidden: Mapping[str, str] = field(hash=False)
    found: dict[str, tuple[Term, ...]] = field(default_factory=dict, compare=False, repr=False)
    """The terms and drugs of each source text that was asked for: several checks ask."""
    patterns: dict[str, Pattern[str]] = field(default_factory=dict, compare=False, repr=False)
    """What finds each stem of the language that was asked for: each is looked for in all texts."""

    def terms_of(self, source: str) -> Iterator[Term]:
        """Yield the terms that a source text has, drugs left out."""
        return (term for term in self._found(source) if term in self.terms)

    def drugs_of(self, source: str) -> Iterator[Term]:
        """Yield the drugs that a source text has."""
        return (term for term in self._found(source) if term in self.drugs)

    def _found(self, source: str) -> tuple[Term, ...]:
        if source not in self.found:
            every = (*self.terms, *self.drugs)
            self.found[source] = tuple(term for term in every if in_source(term, source))
        return self.found[source]

    def in_translation(self, term: Term, translation: str) -> bool:
        """Tell whether a translation has one of the words that are accepted for a term."""
        return any(True for _ in self.said_of([term], translation))

    def said_of(self, terms: Iterable[Term], translation: str) -> Iterator[Term]:
        """Yield those of some terms for which a translation has one of the accepted words."""
        text = folded(translation, self.language)
        for term in terms:
            if any(self._finds(stem, text) for stem in term.accept):
                yield term

    def forbidden_in(self, words: Mapping[str, str], translation: str) -> Iterator[tuple[str, str]]:
        """Yield those of the forbidden `words` that a translation has, with the reason."""
        text = folded(translation, self.language)
        for stem, reason in words.items():
            if self._finds(stem, text):
                yield stem, reason

    def _finds(self, stem: str, text: str) -> bool:
        if stem not in self.patterns:
            self.patterns[stem] = stem_pattern(stem, self.language)
        return bool(self.patterns[stem].search(text))


def in_source(term: Term, source: str) -> bool:
    """Tell whether a source text has a term, and not only in a phrase of another meaning."""
    if term.unless:
        source = _without_phrases(source, term.unless)
    return any(contains(source, stem, source_language()) for stem in term.source)


def _without_phrases(source: str, phrases: Sequence[str]) -> str:
    english = source_language()
    source = " ".join(split_words(source, english))
    for phrase in phrases:
        source = source.replace(" ".join(split_words(phrase, english)), " ")
    return source


def read_glossary(path: Path, language: Language) -> Glossary | None:
    """Return the glossary of a language; None where there is no such file.

    Raises:
        LeafletError: the file is malformed or too large, says a thing twice, or forbids what it
            accepts.
    """
    if not is_there(path):
        return None
    return _parse(TomlText(decode(read_bytes(path, MOST_BYTES), path), path), language)


@lru_cache(maxsize=16)  # the checks remember the glossary of each text: let it be the same one
def _parse(toml: TomlText, language: Language) -> Glossary:
    found = toml.read(_File)
    with reading(toml.path):
        problems = list(_excesses(found, toml))
        problems = problems or first_problems(_contradictions(found, toml, language))
    if problems:
        raise LeafletError(problems)
    drugs = tuple(Term([name], accept, strict=True) for name, accept in found.drugs.items())
    return Glossary(toml.path, language, tuple(found.term), drugs, found.forbidden)


def _excesses(found: _File, toml: TomlText) -> Iterator[Problem]:
    for name in ("term", "drugs", "forbidden"):
        if len(getattr(found, name)) > MOST_TERMS:
            location = toml.location(name)
            mend = "leave those out that stand in no leaflet"
            yield Problem(
                "too-large", location, f'there are more than {MOST_TERMS} of "{name}"', mend
            )


def _contradictions(found: _File, toml: TomlText, language: Language) -> Iterator[Problem]:
    def located(fault: Fault, *steps: Step) -> Problem:
        return fault.at(toml.location(*steps))

    times = Counter(stem for term in found.term for stem in term.source)
    for number, term in enumerate(found.term):
        for stem in term.source:
            if times[stem] > 1:
                what = f'"{stem}" is the source of two terms'
                fault = Fault("stands-twice", what, "write one term")
                yield located(fault, "term", number, "source")
        for word in term.forbid:
            if _clash(word, term.accept, language):
                what = f'"{word}" is accepted and forbidden'
                fault = Fault("accepted-and-forbidden", what, "remove one of the two")
                yield located(fault, "term", number, "forbid")
    accepted = joined((stem for term in found.term for stem in term.accept), language)
    for word in found.forbidden:
        if found_in(accepted, word, language):
            what = f'"{word}" is forbidden, but a term accepts it'
            fault = Fault("accepted-and-forbidden", what, "remove one of the two")
            yield located(fault, "forbidden", word)


def _clash(word: str, accepted: Sequence[str], language: Language) -> bool:
    return any(contains(stem, word, language) for stem in accepted)
