"""Signing a row with a person's key, and looking at once whether the signature holds."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.signoff.keys import KeyToolError, is_signed, sign, signing_fingerprint
from leafletpress.signoff.people import People, Person
from leafletpress.signoff.record import Acknowledged, SignOff
from leafletpress.signoff.vouching import signed_text

R = TypeVar("R", SignOff, Acknowledged)

COLUMNS = 70
"""Characters of a line of a signature, as ssh-keygen writes it."""


def sign_row(row: R, language: str, person: Person, people: People, key: Path | None) -> R:
    """Return a row with the signature of a person's key.

    Args:
        language: the tag of the language that the row is of.
        key: the file of the key; None for a key of ``people.toml`` that the agent holds.

    Raises:
        LeafletError: the person has no key on that day, ssh-keygen does not sign, or the key is not
            the person's. Nothing unproved is ever returned.
    """
    keys = people.keys_of(person, row.date)
    if not keys:
        what = f"people.toml has no key of {person.name} ({person.id})"
        mend = f'add it first: {command("people key")} "{person.id}" FILE.pub'
        raise LeafletError([Problem("no-key", Location(people.path), what, mend)])
    text = signed_text(row, language)
    location = Location(key or people.path)
    try:
        signature = sign(text, key or keys[-1])
        if not is_signed(text, signature, person.id, keys):
            what = f"this key ({signing_fingerprint(signature)}) is not that of {person.name}"
            mend = f"sign with the key that people.toml has for {person.id}"
            raise LeafletError([Problem("other-key", location, what, mend)])
    except KeyToolError as error:
        raise LeafletError([error.fault.at(location)]) from error
    lines = [signature[start : start + COLUMNS] for start in range(0, len(signature), COLUMNS)]
    return msgspec.structs.replace(row, signature=" ".join(lines))
