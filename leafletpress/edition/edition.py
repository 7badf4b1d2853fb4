"""An edition: one leaflet in one language, with its state. The centre of the house."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from leafletpress.catalog import Catalog, header_fields
from leafletpress.content import Leaflet, MessageKey, Rendering, Segment, placeholders
from leafletpress.edition.text import Text, make_texts, short
from leafletpress.glossary import Glossary
from leafletpress.language import Language
from leafletpress.problems import Problem
from leafletpress.project import PAGE_DOMAIN
from leafletpress.signoff import (
    SOURCE_ROLES,
    TRANSLATION_ROLES,
    Approval,
    Method,
    Record,
    Role,
    SignedContent,
    SignOff,
    judge,
)

METHOD_FIELD = "X-Translation-Method"
"""The header field of a catalog that says ``machine`` where no person translated it."""

PEOPLE = frozenset({Role.TRANSLATOR, Role.REVISER})
"""Who has to read a machine's text before it may stand as a translation."""


NO_PHONES: Mapping[str, str] = MappingProxyType({})


class State(StrEnum):
    """What an edition is fit for."""

    INCOMPLETE = "incomplete"
    DRAFT = "draft"
    APPROVED = "approved"
    EXPIRED = "expired"
    TEST = "test"
    """Of a pseudo-locale: never to be approved."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The shared passages in a language: their texts, and the catalog they come from."""

    texts: tuple[Text, ...] = ()
    catalog: Catalog | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A leaflet in a language. `texts` are the leaflet's segments, translated.

    `catalogs` are what the texts come from: the leaflet's own, and that of the shared passages
    where it includes one; none for the source language. The `template_messages` stand on every
    leaflet and are approved once for all of them.
    """

    leaflet: Leaflet
    language: Language
    texts: tuple[Text, ...]
    template_messages: tuple[Text, ...]
    state: State
    approval: Approval
    template_approval: Approval
    catalogs: tuple[Catalog, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the texts, those of the page last."""
        return tuple(p for text in (*self.texts, *self.template_messages) for p in text.problems)

    @property
    def signoffs(self) -> Mapping[Role, SignOff]:
        """The sign-offs that hold for the leaflet's text."""
        return self.approval.given

    @property
    def signoff_problems(self) -> tuple[Problem, ...]:
        """Why sign-offs of this text, or of the template messages, do not count."""
        return (*self.approval.problems, *self.template_approval.problems)

    @property
    def digest(self) -> str:
        """The digest that a sign-off of the leaflet's text carries."""
        return self.approval.content.digest

    @property
    def missing_roles(self) -> list[Role]:
        """Who still has to sign the leaflet."""
        return self.approval.missing

    @property
    def is_machine_made(self) -> bool:
        """A machine's text is called so until a translator and a reviser have signed."""
        return machine_made(self.catalogs) and not PEOPLE.issubset(self.signoffs)

    @property
    def method(self) -> Method:
        """How the text came about, as its catalogs and those who signed it say."""
        methods = {self.signoffs[role].method for role in PEOPLE & self.signoffs.keys()}
        machine = machine_made(self.catalogs) or Method.MACHINE_THEN_HUMAN in methods
        return Method.MACHINE_THEN_HUMAN if machine else Method.HUMAN

    def renderings(self) -> dict[MessageKey, Rendering]:
        """Return what is printed for each message of the leaflet."""
        return {text.segment.key: text.rendering for text in self.texts}

    def template_renderings(self) -> dict[MessageKey, Rendering]:
        """Return what is printed for each word of the page."""
        return {text.segment.key: text.rendering for text in self.template_messages}


def make_edition(
    leaflet: Leaflet,
    language: Language,
    catalog: Catalog | None,
    template_messages: Sequence[Text],
    record: Record,
    today: datetime.date,
    passages: Passages = Passages(),
    glossary: Glossary | None = None,
    phones: Mapping[str, str] = NO_PHONES,
) -> Edition:
    """Return the edition of a leaflet in a language; `catalog` is None for the source language.

    `phones` are the clinic's, by the names of their placeholders.
    """
    texts = tuple(_leaflet_texts(leaflet, catalog, language, record, passages, glossary))
    shared = passages.catalog if any(s.shared for s in leaflet.segments) else None
    required = required_roles(language)
    content = _signed_content(leaflet, texts, phones)
    since = leaflet.front_matter.updated
    approval = judge(content, required, record.signoffs, record.vouch, since)
    template_approval = approve_template_messages(template_messages, language, record)
    is_approved = not (approval.missing or template_approval.missing)
    return Edition(
        leaflet=leaflet,
        language=language,
        texts=texts,
        template_messages=tuple(template_messages),
        state=_state(
            leaflet, language, (*texts, *template_messages), today, is_approved=is_approved
        ),
        approval=approval,
        template_approval=template_approval,
        catalogs=tuple(found for found in (catalog, shared) if found),
    )


def _leaflet_texts(
    leaflet: Leaflet,
    catalog: Catalog | None,
    language: Language,
    record: Record,
    passages: Passages,
    glossary: Glossary | None,
) -> Iterator[Text]:
    """Yield the texts of a leaflet in its order; those it shares are made already."""
    shared = {text.segment.key: text for text in passages.texts}
    unshared = [segment for segment in leaflet.segments if not segment.shared]
    own = make_texts(unshared, catalog, language, record, glossary)
    for segment in leaflet.segments:
        if not segment.shared:
            yield next(own)
        elif text := shared.get(segment.key):
            yield replace(text, segment=segment)
        else:
            yield _torn(segment)


def _torn(segment: Segment) -> Text:
    """Return the text of a passage that runs into what stands around it in its leaflet."""
    what = f'"{short(segment.text)}" reads otherwise alone than in the leaflet that includes it'
    mend = "let the passage begin and end with whole blocks, without indentation"
    return Text(
        segment, "", segment.location, (Problem("joined-passage", segment.location, what, mend),)
    )


def approve_template_messages(
    template_messages: Sequence[Text], language: Language, record: Record
) -> Approval:
    """Tell who has signed the template messages; where there are none, nobody has to.

    They are no running text: where they stand in the templates is not what people approve.
    """
    required = required_roles(language) if template_messages else ()
    in_order = sorted(template_messages, key=lambda text: text.segment.text)
    return judge(signed_content(PAGE_DOMAIN, in_order), required, record.signoffs, record.vouch)


def signed_content(name: str, texts: Sequence[Text]) -> SignedContent:
    """Return what people sign of texts: all of them, and the negations to tick."""
    to_tick = {text.signed: None for text in texts if text.is_to_tick}
    return SignedContent(name, tuple(text.signed for text in texts), tuple(to_tick))


def _signed_content(
    leaflet: Leaflet, texts: Sequence[Text], phones: Mapping[str, str]
) -> SignedContent:
    """Return what people sign of a leaflet, with the phones that its texts hold."""
    used = {name for text in texts for name in placeholders(text.segment.text)}
    return replace(
        signed_content(leaflet.name, texts),
        facts=leaflet.facts,
        structure=leaflet.structure,
        phones=tuple(f"{name}: {phones[name]}" for name in sorted(used & phones.keys())),
    )


def machine_made(catalogs: Iterable[Catalog]) -> bool:
    """Tell whether a catalog says that a machine translated it."""
    return any(header_fields(one.header).get(METHOD_FIELD) == "machine" for one in catalogs)


def required_roles(language: Language) -> tuple[Role, ...]:
    """Return the roles whose sign-off an edition in this language needs."""
    return SOURCE_ROLES if language.is_source else TRANSLATION_ROLES


def _state(
    leaflet: Leaflet,
    language: Language,
    texts: Sequence[Text],
    today: datetime.date,
    *,
    is_approved: bool,
) -> State:
    if not all(text.is_usable for text in texts):
        return State.INCOMPLETE
    if language.is_pseudo:
        return State.TEST
    if today > leaflet.front_matter.review_by:
        return State.EXPIRED
    return State.APPROVED if is_approved else State.DRAFT
