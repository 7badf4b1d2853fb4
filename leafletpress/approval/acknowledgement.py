"""Acknowledging a number that one side says in words: which may be, by whom, and by what words."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from leafletpress.approval.signing import SigningTask, early_problems
from leafletpress.checks import acknowledgeable
from leafletpress.content import without_references
from leafletpress.edition import Standing, Text
from leafletpress.language import Language, source_language
from leafletpress.problems import Fault, LeafletError, Problem
from leafletpress.program import command
from leafletpress.quantities import read_quantities
from leafletpress.signoff import Acknowledged, Person, Role, short_digest, sign_row, text_digest


def find_text(task: SigningTask, line: int, number: str) -> Text:
    """Return the text whose translation begins in a line of its catalog.

    A leaflet may have texts in two catalogs, its own and that of the shared passages. Where both
    have one in that line, it is the one that lacks the number.

    Raises:
        LeafletError: none does, or it is missing or fuzzy.
    """
    found = [text for text in task.texts if text.location.line == line]
    found.sort(key=lambda text: not _missing(text, number, task.language))
    if not found:
        what = f"no translation of {task.title} begins in line {line}"
        mend = f'give the line that "{command("check")}" tells'
        raise LeafletError([Problem("no-such-line", task.location, what, mend)])
    text = found[0]
    if text.standing in (Standing.UNTRANSLATED, Standing.FUZZY):
        raise LeafletError(text.problems)
    return text


def acknowledge(
    task: SigningTask,
    text: Text,
    number: str,
    words: Sequence[str],
    person: Person,
    today: datetime.date,
    key: Path | None = None,
) -> Acknowledged:
    """Return a reviewer's word that `words` say a number of a text, once for each time it stands.

    Raises:
        LeafletError: the number is not missing there, the words do not say it, the person
            translated the text, or their key does not sign.
    """
    spellings = _missing(text, number, task.language)
    faults = [*_word_faults(text, spellings, words, task.language)] if spellings else []
    if not spellings:
        may = ", ".join(acknowledgeable(text.segment.text, text.translation, task.language))
        what = f"the number {number} stands on both sides, or on none"
        mend = f"what may be acknowledged here is {may}" if may else "nothing is left to do here"
        faults = [Fault("nothing-to-acknowledge", what, mend)]
    elif _has_translated(task, text, person):
        what = f"{person.name} translated this sentence"
        mend = "have another person acknowledge the number"
        faults.append(Fault("same-person", what, mend))
    problems = [fault.at(text.location) for fault in faults]
    problems += early_problems(task, today)
    if problems:
        raise LeafletError(problems)
    row = Acknowledged(
        leaflet=task.name,
        numbers=spellings,
        words=list(words),
        name=person.name,
        date=today,
        digest=text_digest([text.signed]),
        person=person.id,
    )
    if not (key or task.people.has_key(person)):
        return row
    return sign_row(row, task.language.tag, person, task.people, key)


def is_acknowledged(task: SigningTask, row: Acknowledged) -> bool:
    """Tell whether somebody has said so already."""
    return set(row.numbers) <= set(task.record.numbers(row.digest))


def _missing(text: Text, number: str, language: Language) -> list[str]:
    """Return how the number is spelled each time it stands on one side only."""
    wanted = _values(number, language)
    found = acknowledgeable(text.segment.text, text.translation, language)
    return [spelling for spelling in found if wanted & _values(spelling, language)]


def _values(spelling: str, language: Language) -> set[Decimal]:
    """Return what a spelling may mean: it may stand in the source or in the translation."""
    return {
        quantity.value
        for reader in (source_language(), language)
        for quantity in read_quantities(spelling, reader)[:1]
    }


def _word_faults(
    text: Text, spellings: Sequence[str], words: Sequence[str], language: Language
) -> Iterable[Fault]:
    side, other = _wordy_side(text, spellings[0], language)
    if len(words) != len(spellings):
        times = f"{len(spellings)} times" if len(spellings) > 1 else "once"
        what = f"the number stands there {times}, and words are given for {len(words)}"
        mend = "give --words for each time, with the words that say it"
        yield Fault("number-in-words", what, mend)
    for word in words:
        if any(map(str.isdigit, word)) or not any(map(str.isalpha, word)):
            what = f'"{word}" is no number in words'
            yield Fault("number-in-words", what, "give the words that say the number")
        elif _plain(side).count(_plain(word)) < words.count(word):
            times = f" {words.count(word)} times" if words.count(word) > 1 else ""
            what = f'"{word}" does not stand in the {other}{times}'
            yield Fault("number-in-words", what, "copy the words from there")


def _wordy_side(text: Text, spelling: str, language: Language) -> tuple[str, str]:
    """Return the text that lacks the digits, and what it is called."""
    value = _values(spelling, language)
    source, translation = text.segment.text, text.translation
    counts = [
        sum(q.value in value for q in read_quantities(without_references(side), reader))
        for side, reader in ((source, source_language()), (translation, language))
    ]
    return (translation, "translation") if counts[0] > counts[1] else (source, "source")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _has_translated(task: SigningTask, text: Text, person: Person) -> bool:
    short = short_digest(text.signed)
    return any(
        signoff.role is Role.TRANSLATOR
        and signoff.leaflet == task.name
        and short in signoff.sentences.split()
        and task.is_of(signoff, person)
        for signoff in task.record.signoffs
    )
