"""Signing: what lies before a person who signs, why they may not, and the sign-off they give."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from leafletpress.content import FrontMatter
from leafletpress.edition import (
    METHOD_FIELD,
    Collection,
    Edition,
    State,
    Text,
    approve_template_messages,
    machine_made,
)
from leafletpress.language import Language
from leafletpress.problems import Location, Problem, errors
from leafletpress.project import PAGE_DOMAIN
from leafletpress.signoff import (
    ONE_DAY,
    Approval,
    Method,
    People,
    Person,
    Record,
    RecordRow,
    Role,
    SignOff,
    has_phones,
    record_path,
    short_digest,
    sign_row,
    text_digest,
)

SIGNED_PARTS = {
    Role.TRANSLATOR: ("texts", "structure"),
    Role.REVISER: ("texts", "structure", "negations"),
    Role.CLINICIAN: ("texts", "structure", "facts"),
}
"""The parts of the signed content that a role answers for, whose digests a key signs."""


@dataclass(frozen=True, slots=True)
class SigningTask:
    """A leaflet in a language, or the template messages, as a person signs it.

    `problems` keep everyone from signing; `is_machine` tells that the catalog calls itself a
    machine's work; `location` is the file of the sign-offs; `people` are those who may sign;
    `fields` are what the leaflet says of itself, None for the template messages.
    """

    language: Language
    texts: tuple[Text, ...]
    approval: Approval
    record: Record
    problems: tuple[Problem, ...]
    is_machine: bool
    location: Location
    people: People
    fields: FrontMatter | None = None

    @property
    def name(self) -> str:
        """The leaflet's name, or ``page``."""
        return self.approval.content.leaflet

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

    def signed_by(self, role: Role, person: Person) -> SignOff | None:
        """Return the sign-off that this person has given already for exactly this.

        A clinician may sign again when the clinic's phones have changed.
        """
        own = (s for s in self.approval.counting if s.role is role and self.is_of(s, person))
        return next((s for s in own if has_phones(s, self.approval.content)), None)

    def is_of(self, row: RecordRow, person: Person) -> bool:
        """Tell whether a row may be a person's."""
        return self.people.may_be_one(row.signer, person.signer)


def read_signing_tasks(
    collection: Collection, language: Language, names: Sequence[str], today: datetime.date
) -> tuple[list[SigningTask], list[Problem]]:
    """Return the signing tasks of the leaflets of a collection, and of ``page`` where it is named.

    Raises:
        LeafletError: the people, the sign-offs or the template messages cannot be read.
    """
    people = collection.people()
    record = collection.record(language, today)
    location = Location(record_path(collection.project, language))
    template_messages = collection.template_texts(language, record, collection.glossary(language))
    editions, problems = collection.editions(language, today)
    # A sign-off that does not count keeps nobody from giving a better one.
    refused = {*record.problems, *(p for e in editions for p in e.signoff_problems)}
    problems = [problem for problem in problems if problem not in refused]
    tasks = [
        _signing_task(e, record, location, people) for e in editions if e.leaflet.name in names
    ]
    if PAGE_DOMAIN in names:
        approval = approve_template_messages(template_messages, language, record)
        wrong = tuple(
            p for text in template_messages if not text.is_usable for p in errors(text.problems)
        )
        catalog = collection.page_catalog(language)
        is_machine = machine_made([catalog] if catalog else [])
        tasks.append(
            SigningTask(
                language, template_messages, approval, record, wrong, is_machine, location, people
            )
        )
    return tasks, problems


def _signing_task(
    edition: Edition, record: Record, location: Location, people: People
) -> SigningTask:
    problems: tuple[Problem, ...] = ()
    if edition.state is State.INCOMPLETE:
        problems = errors(edition.problems)
    elif edition.state is State.EXPIRED:
        due = edition.leaflet.front_matter.review_by
        what = f"review of {edition.leaflet.name} was due by {due}, so nobody can sign it"
        mend = "review the leaflet first, set updated and review_by, and sign it then"
        problems = (Problem("review-due", Location(edition.leaflet.path), what, mend),)
    return SigningTask(
        language=edition.language,
        texts=edition.texts,
        approval=edition.approval,
        record=record,
        problems=problems,
        is_machine=machine_made(edition.catalogs),
        location=location,
        people=people,
        fields=edition.leaflet.front_matter,
    )


def refusals(
    task: SigningTask, role: Role, person: Person, method: Method | None, today: datetime.date
) -> Iterator[Problem]:
    """Yield why a person may not sign in a role; `method` is what they say of the text."""
    yield from task.problems
    yield from early_problems(task, today)
    if role not in person.roles:
        roles = ", ".join(person.roles)
        what = f"{person.name} is {roles} in people.toml, and no {role}"
        mend = f'add "{role}" to the roles there, if the person is fit for it'
        yield Problem("no-such-role", Location(task.people.path), what, mend)
    if method is Method.HUMAN and task.is_machine:
        what = f"the catalog of {task.title} says that a machine translated it"
        mend = (
            f'sign with --method "{Method.MACHINE_THEN_HUMAN}"; where a person translated every '
            f"sentence, take {METHOD_FIELD} out of its header first"
        )
        yield Problem("machine-translated", task.location, what, mend)
    for other in _conflicting(task, role, person):
        what = f"{person.name} is {other} of {task.title}, and so not its {role}"
        yield Problem("same-person", task.location, what, "have another person do it")


def early_problems(task: SigningTask, today: datetime.date) -> Iterator[Problem]:
    """Yield why nothing can be signed today: a clock that was set back, or a date to come."""
    mend = "set the clock of this computer; if it is right, take out or mend the wrong date"
    rows: tuple[RecordRow, ...] = (*task.record.signoffs, *task.record.acknowledged)
    latest = max((row.date for row in rows), default=today)
    if today + ONE_DAY < latest:
        what = f"today is {today}, and a sign-off of {latest} stands here already"
        yield Problem("future-date", task.location, what, mend)
    if task.fields and today < task.fields.updated:
        what = f"today is {today}, and {task.name} is updated on {task.fields.updated}"
        yield Problem("future-date", task.location, what, mend)


def _conflicting(task: SigningTask, role: Role, person: Person) -> Iterator[str]:
    """Yield what else this person is for exactly this text, and may not be beside the role."""
    digest = task.approval.content.digest
    rivals = {Role.TRANSLATOR: Role.REVISER, Role.REVISER: Role.TRANSLATOR}
    for signoff in task.record.signoffs:
        signed = (signoff.leaflet, signoff.digest) == (task.name, digest)
        if signed and signoff.role is rivals.get(role) and task.is_of(signoff, person):
            yield str(signoff.role)
            return
    if role is Role.TRANSLATOR:
        texts = {text_digest([text.signed]) for text in task.texts}
        for row in task.record.acknowledged:
            if row.digest in texts and task.is_of(row, person):
                yield "the reviewer who acknowledged a number"
                return


def sign(
    task: SigningTask,
    role: Role,
    person: Person,
    method: Method | None,
    ticked: Sequence[str],
    today: datetime.date,
    key: Path | None = None,
) -> SignOff:
    """Return the sign-off that a person gives; `ticked` are short digests of negations.

    Whoever has a key signs with it: that of the file `key`, or one that the agent holds.

    Raises:
        LeafletError: the key does not sign, or is not the person's.
    """
    content = task.approval.content
    fields = task.fields
    to_tick = task.to_tick() if role is Role.REVISER else {}
    row = SignOff(
        leaflet=content.leaflet,
        role=role,
        name=person.name,
        date=today,
        digest=content.digest,
        method=method or task.usual_method,
        sentences=" ".join(map(short_digest, content.texts)),
        ticked=" ".join(short for short in to_tick if short in ticked),
        facts=" ".join(map(short_digest, content.facts)) if role is Role.CLINICIAN else "",
        structure=" ".join(content.structure),
        phones=list(content.phones) if role is Role.CLINICIAN else [],
        person=person.id,
        version=fields.version if fields else "",
        updated=fields.updated if fields else None,
        review_by=fields.review_by if fields else None,
    )
    if not (key or task.people.has_key(person)):
        return row
    parts = {name: content.parts[name] for name in SIGNED_PARTS[role]}
    row = msgspec.structs.replace(row, parts=parts)
    return sign_row(row, task.language.tag, person, task.people, key)
