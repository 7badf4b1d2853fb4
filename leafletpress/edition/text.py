"""The texts of an edition: each segment with its translation, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from leafletpress.catalog import Catalog, Message
from leafletpress.checks import check_translation
from leafletpress.content import Rendering, Segment
from leafletpress.files import reading
from leafletpress.glossary import Glossary
from leafletpress.language import Language, find_negations, source_language
from leafletpress.problems import LeafletError, Location, Problem, errors
from leafletpress.program import command
from leafletpress.signoff import Record, text_digest


class Standing(StrEnum):
    """How far a text is."""

    SOURCE = "source"
    """Of the source language: nobody translates it."""
    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    FAILING = "failing"
    """A check says that it is wrong."""
    WARNING = "warning"
    TRANSLATED = "translated"


USABLE = frozenset({Standing.SOURCE, Standing.WARNING, Standing.TRANSLATED})
"""The standings of a text that may be printed."""


@dataclass(frozen=True, slots=True)
class Text:
    """One segment of an edition: what it says, where that stands, and what is wrong with it.

    `message` is the catalog's; None in the source language, and where the catalog has none.
    """

    segment: Segment
    translation: str
    location: Location
    problems: tuple[Problem, ...] = ()
    message: Message | None = None

    @property
    def standing(self) -> Standing:
        """How far the text is."""
        if not self.translation.strip():
            return Standing.UNTRANSLATED
        if self.message and self.message.is_fuzzy:
            return Standing.FUZZY
        if errors(self.problems):
            return Standing.FAILING
        if self.problems:
            return Standing.WARNING
        return Standing.TRANSLATED if self.message else Standing.SOURCE

    @property
    def is_usable(self) -> bool:
        """Whether the translation may be printed."""
        return self.standing in USABLE

    @property
    def rendering(self) -> Rendering:
        """What is printed: the translation, or the source text marked as such."""
        if self.is_usable:
            return Rendering(self.translation)
        return Rendering(self.segment.text, untranslated=True)

    @property
    def signed(self) -> tuple[str | None, str, str]:
        """What a sign-off binds: context, source text and translation."""
        return (*self.segment.key, self.translation)

    @property
    def is_to_tick(self) -> bool:
        """Whether a lost negation could hurt somebody here, so that a reviser has to tick it."""
        return self.segment.critical and bool(find_negations(self.segment.text, source_language()))


def make_texts(
    segments: Sequence[Segment],
    catalog: Catalog | None,
    language: Language,
    record: Record,
    glossary: Glossary | None = None,
) -> Iterator[Text]:
    """Yield each segment of a leaflet, or of the page, with its translation and what is wrong.

    A source-language edition has no catalog: its texts are the segments themselves.
    """
    messages = catalog.by_key() if catalog else {}
    for segment in segments:
        if catalog is None:
            yield Text(segment, segment.text, segment.location)
        elif message := messages.get(segment.key):
            numbers = record.numbers(text_digest([(*segment.key, message.msgstr)]))
            yield _text(segment, message, catalog.path, language, numbers, glossary)
        else:
            location = Location(catalog.path)
            what = f'{_weight(segment)}"{short(segment.text)}" is not in the catalog'
            mend = f'run "{command("update")}", then translate it'
            yield Text(segment, "", location, (Problem("not-in-catalog", location, what, mend),))


def _text(
    segment: Segment,
    message: Message,
    path: Path,
    language: Language,
    numbers: Sequence[str],
    glossary: Glossary | None,
) -> Text:
    location = Location(path, message.line)
    problems: tuple[Problem, ...]
    if not message.msgstr.strip():
        what = f'{_weight(segment)}"{short(segment.text)}" is untranslated'
        mend = "write the translation between the quotes of msgstr"
        problems = (Problem("untranslated", location, what, mend),)
    elif message.is_fuzzy:
        what = f'{_weight(segment)}"{short(message.msgstr)}" is fuzzy'
        mend = "read it against the source, mend it, and remove the fuzzy mark"
        problems = (Problem("fuzzy", location, what, mend),)
    else:
        found = _check(segment.text, message.msgstr, language, location, numbers, glossary)
        problems = tuple(replace(p, what=_weight(segment) + p.what) for p in found)
    return Text(segment, message.msgstr, location, problems, message)


def _check(
    source: str,
    translation: str,
    language: Language,
    location: Location,
    numbers: Sequence[str],
    glossary: Glossary | None,
) -> Iterable[Problem]:
    """Return what is wrong with a translation, or that no check can read it."""
    try:
        with reading(location.path):
            return list(
                check_translation(source, translation, language, location, numbers, glossary)
            )
    except LeafletError as error:
        return [replace(problem, location=location) for problem in error.problems]


def _weight(segment: Segment) -> str:
    """Return how a problem begins where an error could hurt somebody."""
    return "critical line, " if segment.critical else ""


def short(text: str) -> str:
    """Return the start of a text, to name it by in a problem."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
