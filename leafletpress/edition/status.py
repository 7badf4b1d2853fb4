"""How far each edition is, who has signed it, and what changed since: what ``status`` shows."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leafletpress.edition.edition import Edition, State
from leafletpress.edition.text import USABLE, Standing, Text
from leafletpress.language import Language
from leafletpress.problems import Location
from leafletpress.signoff import (
    Approval,
    Shift,
    SignedText,
    SignOff,
    difference,
    signing_fingerprint,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is not as it was when somebody signed: where it stands, and what it says."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Shifted:
    """A sentence that is the same and stands otherwise: where, what it says, and how.

    Place and text are None where no sentence is reported to have another place.
    """

    location: Location | None
    text: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's sign-off. Where it counts, nothing has changed since.

    `person` is the id in ``people.toml``, `key` the fingerprint of the key that signed; either may
    be empty.

    `sentences` is how many the sign-off is for, `removed` how many of them are gone. `unticked`
    are critical sentences whose negations the reviser did not tick; `facts` are dates, sources and
    figures that changed; `shifted` are sentences that stand otherwise. `texts_only` tells that
    these very sentences were signed, when a signature did not cover the structure yet. `phones` are
    the clinic's numbers that changed since a clinician signed, whose sign-off counts all the same.
    """

    role: str
    name: str
    date: datetime.date
    method: str
    counts: bool
    sentences: int
    changed: tuple[Sentence, ...] = ()
    moved: tuple[Sentence, ...] = ()
    removed: int = 0
    unticked: tuple[Sentence, ...] = ()
    facts: tuple[str, ...] = ()
    facts_removed: int = 0
    shifted: tuple[Shifted, ...] = ()
    texts_only: bool = False
    phones: tuple[str, ...] = ()
    person: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The figures of one edition, or of the template messages, which are counted once a language.

    `done` counts the messages that may be printed. `signatures` are those that count and, for each
    role that is missing, the latest of another text. `refused_signatures` are the roles in which
    somebody signed this text, and it does not count; the problems say why.
    """

    leaflet: str
    id: str
    language: str
    state: str
    review_by: datetime.date | None
    total: int
    done: int
    translated: int
    fuzzy: int
    untranslated: int
    critical_missing: int
    failed_checks: int
    required_signatures: tuple[str, ...]
    missing_signatures: tuple[str, ...]
    signatures: tuple[Signature, ...]
    refused_signatures: tuple[str, ...] = ()


def status_of(edition: Edition) -> Status:
    """Count the messages of an edition, each once, however often it stands in the leaflet."""
    fields = edition.leaflet.front_matter
    return _status(
        edition.texts,
        edition.approval,
        edition.language,
        state=edition.state,
        identity=fields.id,
        review_by=fields.review_by,
    )


def status_of_template_messages(
    template_messages: Sequence[Text], approval: Approval, language: Language
) -> Status:
    """Count the template messages as those of an edition; they have no id and do not expire."""
    state = State.DRAFT if approval.missing else State.APPROVED
    if not all(text.is_usable for text in template_messages):
        state = State.INCOMPLETE
    return _status(template_messages, approval, language, state=state, identity="", review_by=None)


def _status(
    segments: Sequence[Text],
    approval: Approval,
    language: Language,
    *,
    state: State,
    identity: str,
    review_by: datetime.date | None,
) -> Status:
    texts = list({text.segment.key: text for text in segments}.values())
    standings = {text.segment.key: text.standing for text in texts}
    count = Counter(standings.values())
    critical = {text.segment.key for text in segments if text.segment.critical}
    unusable = {key for key, standing in standings.items() if standing not in USABLE}
    return Status(
        leaflet=approval.content.leaflet,
        id=identity,
        language=language.tag,
        state=str(state),
        review_by=review_by,
        total=len(texts),
        done=len(texts) - len(unusable),
        translated=len(texts) - count[Standing.UNTRANSLATED] - count[Standing.FUZZY],
        fuzzy=count[Standing.FUZZY],
        untranslated=count[Standing.UNTRANSLATED],
        critical_missing=len(critical & unusable),
        failed_checks=count[Standing.FAILING],
        required_signatures=tuple(map(str, approval.required)),
        missing_signatures=tuple(map(str, approval.missing)),
        signatures=tuple(_signatures(approval, texts)),
        refused_signatures=tuple(map(str, approval.refused_roles)),
    )


def _signatures(approval: Approval, texts: Sequence[Text]) -> list[Signature]:
    """Return the sign-offs of the roles in their order: those that count, and the stale ones."""
    by_text = {text.signed: text for text in texts}
    signed = [_told(signoff, approval) for signoff in approval.given.values()]
    for signoff in approval.stale:
        signed.append(_changed(_signature(signoff, counts=False), signoff, approval, by_text))
    order = {str(role): number for number, role in enumerate(approval.required)}
    return sorted(signed, key=lambda one: order.get(one.role, len(order)))


def _told(signoff: SignOff, approval: Approval) -> Signature:
    """Return a sign-off that counts, with the phones that have changed since."""
    signature = _signature(signoff, counts=True)
    if signoff != approval.phones_changed_since:
        return signature
    new = [phone for phone in approval.content.phones if phone not in signoff.phones]
    return replace(signature, phones=tuple(new))


def _signature(signoff: SignOff, *, counts: bool) -> Signature:
    return Signature(
        str(signoff.role),
        signoff.name,
        signoff.date,
        str(signoff.method),
        counts,
        len(signoff.sentences.split()),
        person=signoff.person,
        key=signing_fingerprint("".join(signoff.signature.split())) if signoff.signature else "",
    )


def _changed(
    signature: Signature, signoff: SignOff, approval: Approval, by_text: Mapping[SignedText, Text]
) -> Signature:
    content = approval.content
    found = difference(signoff, content)

    def shifted(shift: Shift) -> Shifted:
        if shift.number is None:
            return Shifted(None, None, shift.what)
        text = by_text[content.texts[shift.number]]
        return Shifted(text.location, text.translation, shift.what)

    def sentences(signed: Iterable[SignedText]) -> tuple[Sentence, ...]:
        texts = [by_text[one] for one in dict.fromkeys(signed)]
        return tuple(Sentence(text.location, text.translation) for text in texts)

    return replace(
        signature,
        changed=sentences(content.texts[number] for number in found.changed),
        moved=sentences(content.texts[number] for number in found.moved),
        removed=found.removed,
        unticked=sentences(found.unticked),
        facts=found.facts,
        facts_removed=found.facts_removed,
        shifted=tuple(map(shifted, found.shifts)),
        texts_only=found.texts_only,
    )
