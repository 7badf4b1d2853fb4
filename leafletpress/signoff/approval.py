"""Approvals: which sign-offs count for what lies there now, and what changed since the others."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafletpress.diff import Alignment
from leafletpress.problems import Problem
from leafletpress.signoff.digest import SignedContent, SignedText, short_digest
from leafletpress.signoff.record import SignOff, Vouch, vouch_for_all
from leafletpress.signoff.role import Role
from leafletpress.signoff.shifts import Shift, shifts


@dataclass(frozen=True, slots=True)
class Approval:
    """Who has signed some content: sign-offs that count for it, and those of other texts, by date.

    `refused` are sign-offs of this text that do not count, and why.
    """

    content: SignedContent
    required: tuple[Role, ...]
    counting: tuple[SignOff, ...]
    others: tuple[SignOff, ...]
    refused: tuple[tuple[SignOff, Problem], ...] = ()

    @property
    def given(self) -> Mapping[Role, SignOff]:
        """Of each role the latest sign-off that counts."""
        return {signoff.role: signoff for signoff in self.counting}

    @property
    def phones_changed_since(self) -> SignOff | None:
        """The latest sign-off of a clinician, where none was given with the phones of now."""
        signed = [one for one in self.counting if one.role is Role.CLINICIAN]
        if any(has_phones(one, self.content) for one in signed):
            return None
        return signed[-1] if signed else None

    @property
    def missing(self) -> list[Role]:
        """The roles that nobody has signed for, in their order."""
        return [role for role in self.required if role not in self.given]

    @property
    def refused_roles(self) -> list[Role]:
        """The roles in which somebody signed this text, and it does not count."""
        refused = {row.role for row, _ in self.refused}
        return [role for role in self.missing if role in refused]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why sign-offs of this text do not count, for each role that nobody else signed for."""
        return tuple(problem for row, problem in self.refused if row.role in self.refused_roles)

    @property
    def stale(self) -> list[SignOff]:
        """For each role that is missing, the latest sign-off of another text."""
        latest = {signoff.role: signoff for signoff in self.others}
        return [latest[role] for role in self.missing if role in latest]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the content differs from what a person signed.

    `changed` and `moved` count the texts of the content, from 0; `removed` is how many are gone.
    `unticked` are the negations that the person did not tick, `facts` the facts that changed,
    `shifts` says how texts that are the same stand otherwise. `texts_only` tells that these very
    texts were signed, when a signature did not cover the structure yet.
    """

    changed: tuple[int, ...]
    moved: tuple[int, ...]
    removed: int
    unticked: tuple[SignedText, ...]
    facts: tuple[str, ...]
    facts_removed: int
    shifts: tuple[Shift, ...] = ()
    texts_only: bool = False


def judge(
    content: SignedContent,
    required: Sequence[Role],
    signoffs: Sequence[SignOff],
    vouch: Vouch = vouch_for_all,
    since: datetime.date | None = None,
) -> Approval:
    """Tell which sign-offs of a file count for some content.

    Args:
        vouch: tells what is wrong with a sign-off, whatever it is of.
        since: the day on which the content was last updated, before which no clinician signed it.
    """
    own = sorted((s for s in signoffs if s.leaflet == content.leaflet), key=lambda s: s.date)
    fitting = [s for s in own if _fits(s, content)]
    refused = [(s, problem) for s in fitting if (problem := vouch(s, since))]
    counting = [s for s in fitting if not any(s is one for one, _ in refused)]
    others = [s for s in own if s not in fitting]
    return Approval(content, tuple(required), tuple(counting), tuple(others), tuple(refused))


def difference(signoff: SignOff, content: SignedContent) -> Difference:
    """Return how the content differs from what was signed, as far as the sign-off can tell."""
    changed: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    removed = 0
    now = [short_digest(text) for text in content.texts]
    if before := signoff.sentences.split():
        changed, moved, removed = _compare(before, now)
    structure = signoff.structure.split()
    known = Counter(signoff.facts.split())
    facts = _facts(content) if signoff.role is Role.CLINICIAN else []
    new = [fact for short, fact in facts if short not in known]
    gone = known - Counter(short for short, _ in facts)
    return Difference(
        changed, moved, removed,
        unticked=_unticked(signoff, content),
        facts=tuple(new) if known else (),
        facts_removed=max(0, gone.total() - len(new)),
        shifts=shifts(structure, content.structure, _kept(before, now)) if structure else (),
        texts_only=signoff.digest == content.parts["texts"],
    )  # fmt: skip


def has_phones(signoff: SignOff, content: SignedContent) -> bool:
    """Tell whether a clinician's sign-off was given when the phones were those of now."""
    return signoff.role is not Role.CLINICIAN or signoff.phones == list(content.phones)


def _fits(signoff: SignOff, content: SignedContent) -> bool:
    """Tell whether a sign-off is of exactly this content, as far as its role goes."""
    parts = content.parts
    return (
        signoff.digest == content.digest
        and not _lacks(signoff, content)
        and all(parts.get(name) == digest for name, digest in signoff.parts.items())
    )


def _lacks(signoff: SignOff, content: SignedContent) -> bool:
    """Tell whether the role asks for more than the text, and the sign-off lacks it."""
    if signoff.role is Role.CLINICIAN:
        return signoff.facts.split() != [short for short, _ in _facts(content)]
    return bool(_unticked(signoff, content))


def _unticked(signoff: SignOff, content: SignedContent) -> tuple[SignedText, ...]:
    if signoff.role is not Role.REVISER:
        return ()
    ticked = set(signoff.ticked.split())
    return tuple(text for text in content.negations if short_digest(text) not in ticked)


def _facts(content: SignedContent) -> list[tuple[str, str]]:
    return [(short_digest(fact), fact) for fact in content.facts]


def _kept(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that stand in both, in the same order, by their numbers."""
    for i, j, size in Alignment(before, now).get_matching_blocks():
        yield from ((i + n, j + n) for n in range(size))


def _compare(
    before: Sequence[str], now: Sequence[str]
) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Return which of the sentences of now are new or changed, which moved, and how many went."""
    come: list[int] = []
    gone: list[str] = []
    replaced = 0
    for what, i1, i2, j1, j2 in Alignment(before, now).get_opcodes():
        if what != "equal":
            come += range(j1, j2)
            gone += before[i1:i2]
            replaced += min(i2 - i1, j2 - j1)
    lost = Counter(gone)
    moved = []
    for number in come:
        if lost[now[number]]:
            lost[now[number]] -= 1
            moved.append(number)
    changed = [number for number in come if number not in moved]
    removed = max(0, lost.total() - min(replaced, len(changed)))
    return tuple(changed), tuple(moved), removed
