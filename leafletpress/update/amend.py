"""Amending the source: a mended typo is recorded, and its translations are kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from leafletpress.approval import read_signing_tasks
from leafletpress.catalog import read_catalog
from leafletpress.content import Segment
from leafletpress.edition import Collection
from leafletpress.files import is_there
from leafletpress.language import Language
from leafletpress.problems import LeafletError, Problem, Severity
from leafletpress.program import command
from leafletpress.project import PAGE_DOMAIN, SHARED_DOMAIN
from leafletpress.update.catalogs import Typos, domains, update
from leafletpress.update.pairs import Pairing, Refusal, known_words, pair_texts
from leafletpress.update.typo_record import Author, Edit, add_edits

REFUSED = (
    'undo this change until the typos are recorded, or run "{update}" without '
    "--editorial, which asks translators to look at it again"
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What was done: files written, changes recorded, and what was met on the way."""

    written: list[Path]
    problems: list[Problem]
    recorded: int


@dataclass(slots=True)
class _Plan:
    """For each catalog its mended typos, each of them to be recorded, and what is refused."""

    typos: dict[Path, dict[str, str]] = field(default_factory=dict)
    edits: dict[tuple[str, str, str], Edit] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def amend(
    collection: Collection, languages: Sequence[Language], author: Author, now: datetime.datetime
) -> Amendment:
    """Bring pots and catalogs in line, and keep the translations of texts with mended typos.

    A leaflet in which any text changed otherwise is left as it is, with all its catalogs. The
    record is written first: no translation is ever kept without it.

    Raises:
        LeafletError: the record is malformed or cannot be written; nothing else is written then.
    """
    plan = _plan(collection, languages, author, now.date())
    recorded = add_edits(collection.project.editorial, list(plan.edits.values()))
    stale = list(_stale_signoffs(collection, languages, plan.typos, now.date()))
    written, problems = update(collection, languages, now, plan.typos, plan.refused)
    if recorded:
        written.insert(0, collection.project.editorial)
    return Amendment(written, [*plan.problems, *stale, *problems], recorded)


def _plan(
    collection: Collection, languages: Sequence[Language], author: Author, today: datetime.date
) -> _Plan:
    plan = _Plan()
    known = known_words(segment for _, _, segments in domains(collection) for segment in segments)
    for domain, _, segments in domains(collection):
        try:
            found = dict(_pairings(collection, languages, domain, segments, known))
        except LeafletError as error:
            plan.refused.append(domain)
            plan.problems += error.problems
            continue
        refusals = dict.fromkeys(one for pairing in found.values() for one in pairing.refusals)
        if refusals:
            plan.refused.append(domain)
            plan.problems += map(_problem, refusals)
            continue
        for path, pairing in found.items():
            plan.typos[path] = pairing.typos
            for before, after in pairing.typos.items():
                edit = Edit(domain, author.name, author.reason, today, before, after)
                plan.edits[domain, before, after] = edit
    return plan


def _pairings(
    collection: Collection,
    languages: Sequence[Language],
    domain: str,
    segments: Sequence[Segment],
    known: Mapping[str, int],
) -> Iterator[tuple[Path, Pairing]]:
    """Yield what became of the texts of a domain's pot, and of each of its catalogs.

    A catalog may lag behind the pot. Raises LeafletError where one cannot be read.
    """
    project = collection.project
    paths: dict[Path, Language | None] = {project.pot(domain): None}
    translations = (language for language in languages if not language.is_source)
    paths |= {project.catalog(language.folder, domain): language for language in translations}
    for path, language in paths.items():
        if is_there(path):
            before = [message.msgid for message in read_catalog(path, language).active]
            yield path, pair_texts(before, segments, known)


def _problem(refusal: Refusal) -> Problem:
    what = f"this is more than a typo: {refusal.why}"
    mend = REFUSED.format(update=command("update"))
    return Problem("more-than-typo", refusal.segment.location, what, mend)


def _stale_signoffs(
    collection: Collection, languages: Sequence[Language], typos: Typos, today: datetime.date
) -> Iterator[Problem]:
    """Yield a warning for each sign-off that named a text as it was before its typo was mended."""
    for language in languages:
        before, names = _as_it_was(collection, language, typos)
        try:
            tasks = read_signing_tasks(before, language, names, today)[0] if names else []
        except LeafletError as error:
            yield from error.problems
            continue
        for task in tasks:
            for one in task.approval.counting:
                what = f"the sign-off of {task.name} by {one.name}, {one.role}, names the text"
                what += " before the change"
                mend = "ask for a new one"
                yield Problem("outdated-sign-off", task.location, what, mend, Severity.WARNING)


def _as_it_was(
    collection: Collection, language: Language, typos: Typos
) -> tuple[Collection, list[str]]:
    """Return the collection before typos were mended, and what in it has changed since."""

    def mended_in(domain: str) -> Mapping[str, str]:
        project = collection.project
        own = project.catalog(language.folder, domain)
        return typos.get(project.pot(domain) if language.is_source else own, {})

    shared = mended_in(SHARED_DOMAIN)
    leaflets = tuple(
        replace(each, segments=_as_before(each.segments, {**mended_in(each.name), **shared}))
        for each in collection.leaflets
    )
    passages = _as_before(collection.passages, shared)
    template_messages = _as_before(collection.template_messages, mended_in(PAGE_DOMAIN))
    pairs = zip(leaflets, collection.leaflets, strict=True)
    changed = [old.name for old, new in pairs if old.segments != new.segments]
    changed += [PAGE_DOMAIN] if template_messages != collection.template_messages else []
    return replace(
        collection, leaflets=leaflets, passages=passages, template_messages=template_messages
    ), changed


def _as_before(segments: Sequence[Segment], typos: Mapping[str, str]) -> tuple[Segment, ...]:
    """Return segments with their texts as they were."""
    before = {after: text for text, after in typos.items()}
    return tuple(replace(one, text=before.get(one.text, one.text)) for one in segments)
