"""The people who sign: ``people.toml``, which says who they are, and tells them apart."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.signoff.keys import bare_key
from leafletpress.signoff.likeness import alike, same_name
from leafletpress.signoff.role import Role

Filled = Annotated[str, msgspec.Meta(pattern=r"\S", description="a text")]

Register = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^$|^(?=.*\d)\w(?:[\w./:+-]| (?! ))*\Z",
        description="a register number, of letters, digits and - . / : +",
    ),
]
Email = Annotated[
    str,
    msgspec.Meta(pattern=r"^$|^\w[\w.+-]*@[\w-]+(?:\.[\w-]+)+\Z", description="one e-mail address"),
]
"""Neither holds a sign that means something in a list of signers: no pattern may name anybody."""


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who signs: the name as it is printed, the roles, and what makes them fit for it.

    The register number, or the e-mail where there is none, tells two people of one name apart.
    `other_names` are those of before a marriage, or in other letters.
    """

    name: Filled
    roles: list[Role]
    qualification: Filled
    register: Register = ""
    email: Email = ""
    other_names: list[Filled] = []

    @property
    def id(self) -> str:
        """What sign-offs name the person by."""
        return self.register or self.email

    @property
    def names(self) -> list[str]:
        """All names of the person."""
        return [self.name, *self.other_names]

    @property
    def signer(self) -> Signer:
        """The person as a row names them."""
        return Signer(self.name, self.id)

    def is_alike(self, name: str) -> bool:
        """Tell whether a name may be one of this person's."""
        return any(alike(own, name) for own in self.names)


class PublicKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public key of a person, and the first and the last day on which it was in use."""

    person: Filled
    key: Filled
    since: datetime.date | None = None
    until: datetime.date | None = None

    def is_in_use(self, day: datetime.date) -> bool:
        """Tell whether the person signed with it on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class TwoPeople(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody's word that two people with names alike are two, by their register numbers."""

    people: Annotated[
        list[Filled], msgspec.Meta(min_length=2, max_length=2, description="two ids in quotes")
    ]
    said_by: Filled
    date: datetime.date


@dataclass(frozen=True, slots=True)
class People:
    """What ``people.toml`` holds. Where `keys_required`, no sign-off counts without a key."""

    path: Path
    persons: tuple[Person, ...] = ()
    keys: tuple[PublicKey, ...] = ()
    two_people: tuple[TwoPeople, ...] = ()
    keys_required: bool = False

    def find(self, identity: str) -> Person | None:
        """Return the person with a register number or an e-mail address."""
        wanted = bare_id(identity)
        found = (p for p in self.persons if wanted in (bare_id(p.register), bare_id(p.email)))
        return next(found, None) if wanted else None

    def named(self, name: str) -> list[Person]:
        """Return the people who bear a name, whatever its titles, accents and order."""
        return [p for p in self.persons if any(same_name(own, name) for own in p.names)]

    def alike(self, name: str) -> list[Person]:
        """Return the people whom a name may mean."""
        return [person for person in self.persons if person.is_alike(name)]

    def has_key(self, person: Person) -> bool:
        """Tell whether a person has, or had, a key."""
        return bool(self.keys_of(person))

    def keys_of(self, person: Person, day: datetime.date | None = None) -> tuple[str, ...]:
        """Return a person's keys, or those in use on a day."""
        own = (key for key in self.keys if self.find(key.person) == person)
        return tuple(bare_key(key.key) for key in own if day is None or key.is_in_use(day))

    def may_be_one(self, one: Signer, other: Signer) -> bool:
        """Tell whether two who signed may be one person.

        People of this file are known by their ids. Where one is not in it, the names decide.
        """
        first, second = self.find(one.person), self.find(other.person)
        if first and second:
            return first == second
        ours = first.names if first else [one.name]
        theirs = second.names if second else [other.name]
        return any(alike(own, their) for own in ours for their in theirs)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a row: the name as printed, and the id; none where the row is older than it."""

    name: str
    person: str = ""


@lru_cache(maxsize=4096)
def bare_id(identity: str) -> str:
    """Return a register number or an address as it is compared: TR 12345 is tr-12345."""
    text = unicodedata.normalize("NFKC", identity).casefold().strip()
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    return digits if "@" in digits else re.sub(r"[\s./:-]+", "-", digits)
