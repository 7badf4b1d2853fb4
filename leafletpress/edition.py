"""An edition: one leaflet in one language, with its state. The centre of the house."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from leafletpress.catalog import Catalog, Message, header_fields
from leafletpress.checks import check_translation
from leafletpress.content import Key, Leaflet, Rendering, Segment
from leafletpress.glossary import Glossary
from leafletpress.languages import Language
from leafletpress.problems import Location, Problem, errors
from leafletpress.signoff import (
    SOURCE_ROLES,
    TRANSLATION_ROLES,
    Role,
    SignOff,
    matching,
    missing_roles,
    text_digest,
)

METHOD_FIELD = "X-Translation-Method"
"""The header field of a catalog that says ``machine`` where no person translated it."""


class State(StrEnum):
    """What an edition is fit for."""

    INCOMPLETE = "incomplete"
    DRAFT = "draft"
    APPROVED = "approved"
    EXPIRED = "expired"
    TEST = "test"
    """Of a pseudo-locale: never to be approved."""


@dataclass(frozen=True, slots=True)
class Text:
    """One segment of an edition: what it says, where that stands, and what is wrong with it."""

    segment: Segment
    translation: str
    place: Location
    problems: tuple[Problem, ...] = ()
    fuzzy: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether the translation may be printed."""
        return bool(self.translation.strip()) and not self.fuzzy and not errors(self.problems)

    @property
    def rendering(self) -> Rendering:
        """What is printed: the translation, or the source text marked as such."""
        if self.is_usable:
            return Rendering(self.translation)
        return Rendering(self.segment.text, untranslated=True)


@dataclass(frozen=True, slots=True)
class Passages:
    """The shared passages in a language: their texts, and the catalog they come from."""

    texts: tuple[Text, ...] = ()
    catalog: Catalog | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A leaflet in a language. `texts` are the leaflet's segments, `words` those of the page.

    `catalogs` are what the texts come from: the leaflet's own, and that of the shared passages
    where it includes one; none for the source language.
    """

    leaflet: Leaflet
    language: Language
    texts: tuple[Text, ...]
    words: tuple[Text, ...]
    state: State
    signoffs: dict[Role, SignOff]
    is_machine_made: bool
    catalogs: tuple[Catalog, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the texts, those of the page last."""
        return tuple(p for text in (*self.texts, *self.words) for p in text.problems)

    @property
    def missing_roles(self) -> list[Role]:
        """Who still has to sign."""
        return missing_roles(self.signoffs, required_roles(self.language))

    @property
    def digest(self) -> str:
        """The digest that a sign-off of this text carries."""
        return edition_digest(self.texts)

    def renderings(self) -> dict[Key, Rendering]:
        """Return what is printed for each message of the leaflet."""
        return {text.segment.key: text.rendering for text in self.texts}

    def word_renderings(self) -> dict[Key, Rendering]:
        """Return what is printed for each word of the page."""
        return {text.segment.key: text.rendering for text in self.words}


def make_edition(
    leaflet: Leaflet,
    language: Language,
    catalog: Catalog | None,
    words: Sequence[Text],
    signoffs: Sequence[SignOff],
    today: datetime.date,
    passages: Passages = Passages(),
    glossary: Glossary | None = None,
) -> Edition:
    """Return the edition of a leaflet in a language; `catalog` is None for the source language."""
    texts = tuple(_leaflet_texts(leaflet, catalog, language, passages, glossary))
    shared = passages.catalog if any(s.shared for s in leaflet.segments) else None
    catalogs = tuple(found for found in (catalog, shared) if found)
    given = matching(signoffs, leaflet.name, edition_digest(texts))
    return Edition(
        leaflet=leaflet,
        language=language,
        texts=texts,
        words=tuple(words),
        state=_state(leaflet, language, (*texts, *words), given, today),
        signoffs=given,
        is_machine_made=_is_machine_made(catalogs, given),
        catalogs=catalogs,
    )


def _leaflet_texts(
    leaflet: Leaflet,
    catalog: Catalog | None,
    language: Language,
    passages: Passages,
    glossary: Glossary | None,
) -> Iterator[Text]:
    """Yield the texts of a leaflet in its order; those it shares are made already."""
    shared = {text.segment.key: text for text in passages.texts}
    unshared = [segment for segment in leaflet.segments if not segment.shared]
    own = make_texts(unshared, catalog, language, glossary)
    for segment in leaflet.segments:
        if not segment.shared:
            yield next(own)
        elif text := shared.get(segment.key):
            yield replace(text, segment=segment)
        else:
            yield _torn(segment)


def _torn(segment: Segment) -> Text:
    """Return the text of a passage that runs into what stands around it in its leaflet."""
    what = f'"{_short(segment.text)}" reads otherwise alone than in the leaflet that includes it'
    mend = "let the passage begin and end with whole blocks, without indentation"
    return Text(segment, "", segment.location, (Problem(segment.location, what, mend),))


def edition_digest(texts: Sequence[Text]) -> str:
    """Return the digest of every context, source text and translation, in order."""
    return text_digest((*text.segment.key, text.translation) for text in texts)


def required_roles(language: Language) -> tuple[Role, ...]:
    """Return the roles whose sign-off an edition in this language needs."""
    return SOURCE_ROLES if language.is_source else TRANSLATION_ROLES


def make_texts(
    segments: Sequence[Segment],
    catalog: Catalog | None,
    language: Language,
    glossary: Glossary | None = None,
) -> Iterator[Text]:
    """Yield each segment with its translation and what is wrong with it.

    A source-language edition has no catalog: its texts are the segments themselves.
    """
    messages = catalog.by_key() if catalog else {}
    for segment in segments:
        if catalog is None:
            yield Text(segment, segment.text, segment.location)
        elif message := messages.get(segment.key):
            yield _text(segment, message, catalog.path, language, glossary)
        else:
            place = Location(catalog.path)
            what = f'{_weight(segment)}"{_short(segment.text)}" is not in the catalog'
            mend = 'run "python build.py update", then translate it'
            yield Text(segment, "", place, (Problem(place, what, mend),))


def _text(
    segment: Segment,
    message: Message,
    path: Path,
    language: Language,
    glossary: Glossary | None,
) -> Text:
    place = Location(path, message.line)
    problems: tuple[Problem, ...]
    if not message.msgstr.strip():
        what = f'{_weight(segment)}untranslated: "{_short(segment.text)}"'
        problems = (Problem(place, what, "write the translation between the quotes of msgstr"),)
    elif message.is_fuzzy:
        what = f'{_weight(segment)}fuzzy: "{_short(message.msgstr)}"'
        mend = "read it against the source, mend it, and remove the fuzzy mark"
        problems = (Problem(place, what, mend),)
    else:
        found = check_translation(segment.text, message.msgstr, language, place, glossary=glossary)
        problems = tuple(replace(p, what=_weight(segment) + p.what) for p in found)
    return Text(segment, message.msgstr, place, problems, message.is_fuzzy)


def _weight(segment: Segment) -> str:
    """Return how a problem begins where an error could hurt somebody."""
    return "critical line, " if segment.critical else ""


def _state(
    leaflet: Leaflet,
    language: Language,
    texts: Sequence[Text],
    given: dict[Role, SignOff],
    today: datetime.date,
) -> State:
    if not all(text.is_usable for text in texts):
        return State.INCOMPLETE
    if language.is_pseudo:
        return State.TEST
    if today > leaflet.front_matter.review_by:
        return State.EXPIRED
    return State.DRAFT if missing_roles(given, required_roles(language)) else State.APPROVED


def _is_machine_made(catalogs: Sequence[Catalog], given: dict[Role, SignOff]) -> bool:
    """A machine's text is called so until a translator and a reviser have signed."""
    methods = {header_fields(catalog.header).get(METHOD_FIELD) for catalog in catalogs}
    return "machine" in methods and not {Role.TRANSLATOR, Role.REVISER} <= set(given)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
