"""The glossary: terms said in its words, drugs by their names, and no word that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import without_references
from leafletpress.glossary import Glossary, Term, contains
from leafletpress.language import find_medicines
from leafletpress.problems import Severity

MOST_WORDS = 3
"""So many of the accepted words are reported."""


def find_drugs(pair: Pair) -> Iterator[Finding]:
    """Find names of drugs that are lost, spelled as in no list, or come from nowhere."""
    source, translation, glossary = _texts(pair)
    if glossary is None:
        return
    named = list(glossary.drugs_of(source))
    for drug in named:
        if not glossary.in_translation(drug, translation):
            what = (
                f"the source names {drug.source[0]}, the translation does not name {_either(drug)}"
            )
            yield Finding(what, f"write {_either(drug)}, as the glossary has it")
    # Two English names may have one translation: ATG is antithymocyte globulin.
    wanted = {stem for drug in named for stem in drug.accept}
    others = (drug for drug in glossary.drugs if not wanted & set(drug.accept))
    for drug in glossary.said_of(others, translation):
        yield Finding(f"the translation names {_either(drug)}, the source does not", "remove it")


def find_unlisted_drugs(pair: Pair) -> Iterator[Finding]:
    """Find medicines that the glossary lacks, so that nobody checks their names."""
    source, translation, glossary = _texts(pair)
    if glossary is None:
        return
    for name in dict.fromkeys(find_medicines(source)):
        listed = any(True for _ in glossary.drugs_of(name))
        if not listed and not contains(translation, name, pair.language):
            what = f"the glossary does not list the medicine {name}"
            yield Finding(what, f"write its name below [drugs] in {glossary.path.name}")


def find_terms(pair: Pair) -> Iterator[Finding]:
    """Find terms that a reader's safety hangs on, and that are not said in accepted words."""
    yield from _missing(pair, strict=True)


def find_wording(pair: Pair) -> Iterator[Finding]:
    """Find other terms that are not said in accepted words."""
    yield from _missing(pair, strict=False)


def find_forbidden_words(pair: Pair) -> Iterator[Finding]:
    """Find words that the glossary forbids, everywhere or for a term that the source has."""
    source, translation, glossary = _texts(pair)
    if glossary is None:
        return
    for word, reason in glossary.forbidden_in(glossary.forbidden, translation):
        yield Finding(f'"{word}" must not be used ({reason})', "use another word")
    for term in glossary.terms_of(source):
        for word, reason in glossary.forbidden_in(term.forbid, translation):
            what = f'"{word}" must not be used for "{term.source[0]}" ({reason})'
            yield Finding(what, f"use {_either(term)}")


def _missing(pair: Pair, *, strict: bool) -> Iterator[Finding]:
    source, translation, glossary = _texts(pair)
    if glossary is None:
        return
    for term in glossary.terms_of(source):
        if term.strict is strict and not glossary.in_translation(term, translation):
            what = f'the source has "{term.source[0]}", the translation lacks {_either(term)}'
            note = f" ({term.note})" if term.note else ""
            yield Finding(what, f"use that word{note}, or add yours to {glossary.path.name}")


def _texts(pair: Pair) -> tuple[str, str, Glossary | None]:
    source, translation = without_references(pair.source), without_references(pair.translation)
    return source, translation, pair.glossary


def _either(term: Term) -> str:
    return " or ".join(f'"{stem.strip("-.")}"' for stem in term.accept[:MOST_WORDS])


DRUGS = Check("drugs", "the name of a drug that is lost, misspelled or added", find_drugs)
UNLISTED_DRUGS = Check(
    "unlisted-drugs", "a drug that the glossary lacks", find_unlisted_drugs, Severity.WARNING
)
TERMS = Check("terms", "a strict term of the glossary said in another word", find_terms)
WORDING = Check(
    "wording", "another term of the glossary said in another word", find_wording, Severity.WARNING
)
FORBIDDEN = Check("forbidden-words", "a word that the glossary forbids", find_forbidden_words)
