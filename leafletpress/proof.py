"""A proof: what lies before a person who signs, why they may not, and the sign-off they give."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leafletpress.edition import (
    METHOD_FIELD,
    Edition,
    State,
    Text,
    approve_words,
    machine_made,
)
from leafletpress.languages import Language
from leafletpress.problems import Location, Problem, errors
from leafletpress.project import PAGE_DOMAIN
from leafletpress.shelf import Shelf
from leafletpress.signoff import (
    Approval,
    Method,
    Record,
    Role,
    SignOff,
    has_phones,
    record_path,
    same_name,
    short_digest,
    text_digest,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """A leaflet in a language, or the words of its pages, as a person signs it.

    `problems` keep everyone from signing; `is_machine` tells that the catalog calls itself a
    machine's work; `place` is the file of the sign-offs.
    """

    language: Language
    texts: tuple[Text, ...]
    approval: Approval
    record: Record
    problems: tuple[Problem, ...]
    is_machine: bool
    place: Location

    @property
    def name(self) -> str:
        """The leaflet's name, or ``page``."""
        return self.approval.matter.leaflet

    @property
    def title(self) -> str:
        """What a person calls it: ``hsct-steps in Turkish``."""
        return f"{self.name} in {self.language.english_name}"

    @property
    def usual_method(self) -> Method:
        """The method that the catalog's header tells of."""
        return Method.MACHINE_THEN_HUMAN if self.is_machine else Method.HUMAN

    def to_tick(self) -> dict[str, Text]:
        """Return the texts whose negations a reviser ticks, by their short digests."""
        return {short_digest(text.signed): text for text in self.texts if text.is_to_tick}

    def signed_by(self, role: Role, name: str) -> SignOff | None:
        """Return the sign-off that this person has given already for exactly this.

        A clinician may sign again when the clinic's phones have changed.
        """
        own = (s for s in self.approval.counting if s.role is role and same_name(s.name, name))
        return next((s for s in own if has_phones(s, self.approval.matter)), None)


def read_proofs(
    shelf: Shelf, language: Language, names: Sequence[str], today: datetime.date
) -> tuple[list[Proof], list[Problem]]:
    """Return the proofs of the leaflets on a shelf, and of ``page`` where it is named.

    Raises:
        LeafletError: the sign-offs or the words of the page cannot be read.
    """
    record = shelf.record(language)
    place = Location(record_path(shelf.project, language))
    words = shelf.texts_of_page(language, record, shelf.glossary(language))
    editions, problems = shelf.editions(language, today)
    proofs = [
        _proof(edition, record, place) for edition in editions if edition.leaflet.name in names
    ]
    if PAGE_DOMAIN in names:
        approval = approve_words(words, language, record)
        wrong = tuple(p for text in words if not text.is_usable for p in errors(text.problems))
        catalog = shelf.page_catalog(language)
        is_machine = machine_made([catalog] if catalog else [])
        proofs.append(Proof(language, words, approval, record, wrong, is_machine, place))
    return proofs, problems


def _proof(edition: Edition, record: Record, place: Location) -> Proof:
    problems: tuple[Problem, ...] = ()
    if edition.state is State.INCOMPLETE:
        problems = errors(edition.problems)
    elif edition.state is State.EXPIRED:
        due = edition.leaflet.front_matter.review_by
        what = f"review of {edition.leaflet.name} was due by {due}, so nobody can sign it"
        mend = "review the leaflet first, set updated and review_by, and sign it then"
        problems = (Problem(Location(edition.leaflet.path), what, mend),)
    return Proof(
        language=edition.language,
        texts=edition.texts,
        approval=edition.approval,
        record=record,
        problems=problems,
        is_machine=machine_made(edition.catalogs),
        place=place,
    )


def refusals(proof: Proof, role: Role, name: str, method: Method | None) -> Iterator[Problem]:
    """Yield why a person may not sign a proof in a role; `method` is what they say of the text."""
    yield from proof.problems
    if method is Method.HUMAN and proof.is_machine:
        what = f"the catalog of {proof.title} says that a machine translated it"
        mend = (
            f'sign with --method "{Method.MACHINE_THEN_HUMAN}"; where a person translated every '
            f"sentence, take {METHOD_FIELD} out of its header first"
        )
        yield Problem(proof.place, what, mend)
    for other in _conflicting(proof, role, name):
        what = f"{name} is {other} of {proof.title}, and so not its {role}"
        yield Problem(proof.place, what, "have another person do it")


def _conflicting(proof: Proof, role: Role, name: str) -> Iterator[str]:
    """Yield what else this person is for exactly this text, and may not be beside the role."""
    digest = proof.approval.matter.digest
    rivals = {Role.TRANSLATOR: Role.REVISER, Role.REVISER: Role.TRANSLATOR}
    for signoff in proof.record.signoffs:
        signed = (signoff.leaflet, signoff.digest) == (proof.name, digest)
        if signed and signoff.role is rivals.get(role) and same_name(signoff.name, name):
            yield str(signoff.role)
            return
    if role is Role.TRANSLATOR:
        texts = {text_digest([text.signed]) for text in proof.texts}
        for row in proof.record.acknowledged:
            if row.digest in texts and same_name(row.name, name):
                yield "the reviewer who acknowledged a number"
                return


def sign(
    proof: Proof,
    role: Role,
    name: str,
    method: Method | None,
    ticked: Sequence[str],
    today: datetime.date,
) -> SignOff:
    """Return the sign-off that a person gives; `ticked` are short digests of negations."""
    matter = proof.approval.matter
    to_tick = proof.to_tick() if role is Role.REVISER else {}
    return SignOff(
        leaflet=matter.leaflet,
        role=role,
        name=" ".join(name.split()),
        date=today,
        digest=matter.digest,
        method=method or proof.usual_method,
        sentences=" ".join(map(short_digest, matter.texts)),
        ticked=" ".join(short for short in to_tick if short in ticked),
        facts=" ".join(map(short_digest, matter.facts)) if role is Role.CLINICIAN else "",
        structure=" ".join(matter.structure),
        phones=list(matter.phones) if role is Role.CLINICIAN else [],
    )
