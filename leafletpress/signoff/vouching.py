"""Vouching for rows of a record: that they are by whom they say, of a likely day, and genuine."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from leafletpress.problems import Fault, Location, Problem
from leafletpress.program import command
from leafletpress.signoff.keys import KeyToolError, is_signed
from leafletpress.signoff.people import People
from leafletpress.signoff.record import Record, RecordRow, SignOff
from leafletpress.signoff.role import Role
from leafletpress.signoff.statement import statement
from leafletpress.toml import TomlText, read_toml

ONE_DAY = datetime.timedelta(days=1)
"""So much may two dates differ for people who sign and check at the same moment: they may live on
two sides of midnight."""

ROWS_MEND = "take the row out, and have it signed again"


def vouched(
    record: Record, path: Path, people: People, language: str, today: datetime.date
) -> Record:
    """Return a record that vouches for its rows.

    Args:
        path: the file of the record, to name in problems.
        language: the tag of the language that the record is of.
    """
    vouching = _Vouching(record, path, people, language, today)
    return replace(record, vouch=vouching, problems=tuple(vouching.date_problems()))


def signed_text(row: RecordRow, language: str) -> bytes:
    """Return the text that a row's signature is of."""
    return statement(_table(row), row, language)


@dataclass
class _Vouching:
    record: Record
    path: Path
    people: People
    language: str
    today: datetime.date

    def __call__(self, row: RecordRow, since: datetime.date | None) -> Problem | None:
        try:
            fault = (
                self._date_fault(row)
                or self._early_fault(row, since)
                or self._person_fault(row)
                or self._key_fault(row)
                or self._rival_fault(row)
            )
        except KeyToolError as error:  # of the computer, not of the row: told once
            return error.fault.at(Location(self.people.path))
        return self._problem(row, fault) if fault else None

    def date_problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the dates of all rows, whatever text they are for."""
        rows: tuple[RecordRow, ...] = (*self.record.signoffs, *self.record.acknowledged)
        for row in rows:
            if fault := self._date_fault(row):
                yield self._problem(row, fault)

    def _date_fault(self, row: RecordRow) -> Fault | None:
        if row.date > self.today + ONE_DAY:
            what = f"{row.name} signed this on {row.date}, which is still to come"
            return Fault("future-date", what, f"look at the clock of that computer; {ROWS_MEND}")
        if id(row) in self._late:
            what = f"{row.name} signed this on {row.date}, and a row above it is of a later day"
            mend = (
                "where two versions of this file were joined, put the rows in the order of their "
                f"dates; where a clock was wrong, {ROWS_MEND}"
            )
            return Fault("rows-not-in-order", what, mend)
        if isinstance(row, SignOff) and row.updated and row.date < row.updated:
            return _early(row, row.updated)
        return None

    def _early_fault(self, row: RecordRow, since: datetime.date | None) -> Fault | None:
        """Return what is wrong with a clinician who signed before the text was as it is.

        Of those who sign, only the clinician signs that day, and signs again when it changes.
        """
        covers = isinstance(row, SignOff) and row.role is Role.CLINICIAN
        return _early(row, since) if since and covers and row.date < since else None

    @cached_property
    def _late(self) -> set[int]:
        """The rows, by what Python knows them by, that stand below one of a later day."""
        tables: tuple[Sequence[RecordRow], ...] = (self.record.signoffs, self.record.acknowledged)
        return {id(row) for rows in tables for row in _late(rows, self.today)}

    def _person_fault(self, row: RecordRow) -> Fault | None:
        if not row.person:
            return self._nameless_fault(row)
        person = self.people.find(row.person)
        if person is None:
            what = f'{row.name} signed this as "{row.person}", who is not in people.toml'
            mend = f'add who it is there with "{command("people add")}"'
            return Fault("unknown-person", what, mend)
        if not person.is_alike(row.name):
            what = f'{row.name} signed this as "{row.person}", who is {person.name} in people.toml'
            mend = "where the name has changed, add the old one there to other_names"
            return Fault("other-name", what, f"{mend}; otherwise {ROWS_MEND}")
        if isinstance(row, SignOff) and row.role not in person.roles:
            what = f"{row.name} signed this as {row.role}, and has no such role in people.toml"
            mend = f"add it to the roles there, or have a {row.role} sign"
            return Fault("no-such-role", what, mend)
        return None

    def _nameless_fault(self, row: RecordRow) -> Fault | None:
        """Return what is wrong with a row that says no id, as rows of before people.toml."""
        keyed = [person for person in self.people.alike(row.name) if self.people.has_key(person)]
        if not (keyed or self.people.keys_required):
            return None
        what = f"{row.name} signed this without a key"
        if keyed:
            what = (
                f"{row.name} may be {keyed[0].name}, who has a key, and did not sign this with it"
            )
        return Fault("signed-without-key", what, "have it signed again")

    def _key_fault(self, row: RecordRow) -> Fault | None:
        person = self.people.find(row.person)
        if person is None or not self.people.has_key(person):
            return self._keyless_fault(row)
        if not row.signature:
            what = f"{row.name} has a key, and did not sign this with it"
            return Fault("signed-without-key", what, "have it signed again, with the key")
        keys = self.people.keys_of(person, row.date)
        if not keys:
            what = f"{row.name} signed this on {row.date}, and had no key on that day"
            mend = "mend since and until of the keys in people.toml, or have it signed again"
            return Fault("no-key", what, mend)
        text = signed_text(row, self.language)
        if is_signed(text, "".join(row.signature.split()), person.id, keys):
            return None
        what = f"this is not what {row.name} signed: the signature does not fit"
        return Fault("forged-signature", what, f"find out who changed it; {ROWS_MEND}")

    def _keyless_fault(self, row: RecordRow) -> Fault | None:
        if self.people.keys_required:
            what = f"{row.name} has no key, and people.toml says keys_required"
            mend = f'add a key there with "{command("people key")}", and sign again'
            return Fault("no-key", what, mend)
        if row.signature:
            what = f"this is signed with a key, and people.toml has none of {row.name}"
            return Fault("no-key", what, f'add the key there with "{command("people key")}"')
        return None

    def _rival_fault(self, row: RecordRow) -> Fault | None:
        """Return what is wrong with a reviser who has translated the very same."""
        if not isinstance(row, SignOff) or row.role is not Role.REVISER:
            return None
        for other in self.record.signoffs:
            same = (other.role, other.leaflet, other.digest) == (
                Role.TRANSLATOR, row.leaflet, row.digest,
            )  # fmt: skip
            if same and self.people.may_be_one(row.signer, other.signer) and not self(other, None):
                what = f"{row.name} is translator and reviser of {row.leaflet}"
                mend = "have another person revise it"
                if not (row.person and other.person):
                    mend += "; where they are two people, add both to people.toml and sign again"
                return Fault("same-person", what, mend)
        return None

    def _problem(self, row: RecordRow, fault: Fault) -> Problem:
        return fault.at(self._toml.location(_table(row), self._number(row)))

    @cached_property
    def _toml(self) -> TomlText:
        return read_toml(self.path)

    def _number(self, row: RecordRow) -> int:
        rows: Sequence[RecordRow] = (
            self.record.signoffs if isinstance(row, SignOff) else self.record.acknowledged
        )
        return next(number for number, one in enumerate(rows) if one is row)


def _late(rows: Sequence[RecordRow], today: datetime.date) -> Iterator[RecordRow]:
    """Yield the rows below one of a later day; one in the future is wrong itself."""
    latest = datetime.date.min
    for row in rows:
        if row.date + ONE_DAY < latest:
            yield row
        elif row.date <= today + ONE_DAY:
            latest = max(latest, row.date)


def _early(row: RecordRow, since: datetime.date) -> Fault:
    what = f"{row.name} signed this on {row.date}, before it was updated on {since}"
    return Fault("signed-too-early", what, f"mend updated in the leaflet; otherwise {ROWS_MEND}")


def _table(row: RecordRow) -> str:
    return "signoff" if isinstance(row, SignOff) else "acknowledged"
