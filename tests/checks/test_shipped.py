"""No single change of a number, unit, mark or name in a shipped translation goes unseen."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafletpress.catalog import Message, read_catalog
from leafletpress.edition import read_collection
from leafletpress.glossary import Glossary, read_glossary
from leafletpress.language import parse_language
from leafletpress.problems import Problem, errors
from leafletpress.project import Project
from tests.support.findings import is_error
from tests.support.mutations import CHANGES, Change, swaps

PROJECT = Project(Path(__file__).parents[2])
LOCALES = PROJECT.locale_folders()
FEWEST = 150
"""A language with fewer finished messages has hardly begun."""


def messages(locale: str) -> list[Message]:
    """Every finished translation that is shipped in a language, each once."""
    paths = sorted(PROJECT.catalog(locale, "page").parent.glob("*.po"))
    found = [m for path in paths for m in read_catalog(path).active if m.is_translated]
    return list({(m.msgid, m.msgstr): m for m in found}.values())


def glossary(locale: str) -> Glossary | None:
    return read_glossary(PROJECT.glossary(locale), parse_language(locale))


def problems(locale: str) -> list[Problem]:
    """Everything that is reported of a language."""
    collection, _ = read_collection(PROJECT, PROJECT.leaflet_names())
    editions, found = collection.editions(parse_language(locale), datetime.date(2026, 11, 22))
    found += [problem for edition in editions for problem in edition.problems]
    return list(dict.fromkeys(found))


def test_turkish_is_whole_and_raises_no_finding_and_no_warning() -> None:
    assert [problem.show(PROJECT.root) for problem in problems("tr")] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_translated_fails_no_check(locale: str) -> None:
    found = [problem.show(PROJECT.root) for problem in errors(problems(locale))]
    assert [one for one in found if re.search(r"\[[a-z-]+\]", one)] == []


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_change_is_seen(locale: str, change: Change) -> None:
    shipped = messages(locale)
    if len(shipped) < FEWEST:
        pytest.skip(f"too little of {locale} is translated")
    tried = [(m, changed) for m in shipped for changed in change(m.msgid, m.msgstr, locale)]
    assert len(tried) > (0 if change is swaps else 20)
    assert [new for m, new in tried if not is_error(locale, m.msgid, new)] == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_every_lost_or_added_drug_is_seen(locale: str) -> None:
    words = glossary(locale)
    if words is None:
        pytest.skip(f"locales/{locale}/glossary.toml is not there")
    shipped = messages(locale)
    if len(shipped) < FEWEST:
        pytest.skip(f"too little of {locale} is translated")
    tried = 0
    for number, message in enumerate(shipped):
        for changed in _drugs_changed(message.msgstr, words, number):
            tried += 1
            assert is_error(locale, message.msgid, changed, glossary=words), changed
    assert tried > 100


def _drugs_changed(text: str, words: Glossary, number: int) -> Iterator[str]:
    """Each drug of a text as its neighbour in the glossary, and one drug added."""
    names = [drug.accept[0] for drug in words.drugs]
    there = [drug for drug in words.drugs if words.in_translation(drug, text)]
    for drug in there:
        name = drug.accept[0]
        yield re.sub(re.escape(name), names[names.index(name) - 3], text, flags=re.IGNORECASE)
    absent = [drug.accept[0] for drug in words.drugs if drug not in there]
    yield f"{text} {absent[number % len(absent)]}"
