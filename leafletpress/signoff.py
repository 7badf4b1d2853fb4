"""Sign-offs: who approved which exact text.

Roles and methods follow ISO 17100 (translator, and a reviser who is another person) with the
clinician whom a health leaflet needs beside them.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.files import read_text
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.strict import read_toml, toml_line

Text = tuple[str | None, str, str]
"""One text of an edition: msgctxt, msgid, msgstr."""


class Role(StrEnum):
    """What a person answers for."""

    TRANSLATOR = "translator"
    REVISER = "reviser"
    CLINICIAN = "clinician"


class Method(StrEnum):
    """How the text came about."""

    HUMAN = "human"
    MACHINE_THEN_HUMAN = "machine then human"


TRANSLATION_ROLES = (Role.TRANSLATOR, Role.REVISER, Role.CLINICIAN)
SOURCE_ROLES = (Role.CLINICIAN,)

Name = Annotated[str, msgspec.Meta(pattern=r"\S")]


class SignOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's approval of one exact text of one leaflet."""

    leaflet: str
    role: Role
    name: Name
    date: datetime.date
    digest: str
    method: Method = Method.HUMAN


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signoff: list[SignOff] = []


def read_signoffs(path: Path) -> tuple[SignOff, ...]:
    """Return the sign-offs of a file; a missing file holds none.

    Raises:
        LeafletError: the file is malformed, or one person is translator and reviser of a text.
    """
    if not path.exists():
        return ()
    signoffs = tuple(read_toml(path, _File).signoff)
    problems = [
        Problem(
            Location(path, toml_line(read_text(path), "signoff", number)),
            f"{other.name} is translator and reviser of {other.leaflet}",
            "have another person revise it",
        )
        for number, other in enumerate(signoffs)
        for one in signoffs
        if (one.role, other.role) == (Role.TRANSLATOR, Role.REVISER)
        and (one.leaflet, one.digest) == (other.leaflet, other.digest)
        and _same_name(one.name, other.name)
    ]
    if problems:
        raise LeafletError(problems)
    return signoffs


def _same_name(one: str, other: str) -> bool:
    names = (unicodedata.normalize("NFKC", name).casefold().split() for name in (one, other))
    return len({tuple(parts) for parts in names}) == 1


def text_digest(texts: Iterable[Text]) -> str:
    """Return the SHA-256 of an edition's text: every msgctxt, msgid and msgstr in order."""
    canonical = json.dumps(list(texts), ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def matching(signoffs: Iterable[SignOff], leaflet: str, digest: str) -> dict[Role, SignOff]:
    """Return, by role, the latest sign-offs of exactly this text."""
    fitting = [s for s in signoffs if (s.leaflet, s.digest) == (leaflet, digest)]
    return {s.role: s for s in sorted(fitting, key=lambda s: s.date)}


def missing_roles(given: Iterable[Role], required: Sequence[Role]) -> list[Role]:
    """Return the roles that nobody has signed for, in their order."""
    present = set(given)
    return [role for role in required if role not in present]
