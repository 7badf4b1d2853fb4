"""The record: the file of a language that holds its sign-offs and acknowledgements."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.files import is_there, read_text
from leafletpress.languages import Language
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project
from leafletpress.signoff.names import name_faults, same_name
from leafletpress.strict import parse_toml, toml_line


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

Shorts = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\s*(?:[0-9a-f]{8}\b\s*)*$",
        description="digests of 8 digits, parted by spaces, as approve writes them",
    ),
]
"""Short digests of sentences, in order."""


class SignOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's approval of one exact text of one leaflet, or of the words of the page.

    `digest` binds it to the text. `sentences` says which sentences that text had, so that it can
    be told what changed; `ticked` those whose negations a reviser found kept; `facts` what else a
    clinician saw: dates, sources, numbers of figures.
    """

    leaflet: str
    role: Role
    name: Name
    date: datetime.date
    digest: str
    method: Method = Method.HUMAN
    sentences: Shorts = ""
    ticked: Shorts = ""
    facts: Shorts = ""


SHORTS = ("sentences", "ticked", "facts")
"""The fields that hold short digests."""


class Acknowledged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reviewer's word that numbers of one exact sentence are said in words, and by which.

    `digest` is that of the one text: its context, source and translation.
    """

    leaflet: str
    numbers: Annotated[list[str], msgspec.Meta(min_length=1, description="numbers in quotes")]
    words: Annotated[list[str], msgspec.Meta(min_length=1, description="words in quotes")]
    name: Name
    date: datetime.date
    digest: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signoff: list[SignOff] = []
    acknowledged: list[Acknowledged] = []


@dataclass(frozen=True, slots=True)
class Record:
    """What a file holds, in its order."""

    signoffs: tuple[SignOff, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()

    def numbers(self, digest: str) -> tuple[str, ...]:
        """Return the numbers acknowledged for the text with this digest, in whatever leaflet."""
        return tuple(
            number for row in self.acknowledged if row.digest == digest for number in row.numbers
        )


def record_path(project: Project, language: Language) -> Path:
    """Return where the sign-offs of a language stand: those of the source beside the leaflets."""
    return project.source_signoff if language.is_source else project.signoff(language.folder)


def read_record(path: Path) -> Record:
    """Return what a file holds; a missing file holds nothing.

    Raises:
        LeafletError: the file is malformed, a row stands twice, or one person is translator and
            reviser of a text.
    """
    return parse_record(read_text(path), path) if is_there(path) else Record()


def parse_record(text: str, path: Path) -> Record:
    """Read a record from its text; `path` only names it in errors. Raises LeafletError."""
    file = parse_toml(text, path, _File)
    problems = [
        Problem(Location(path, toml_line(text, table, number)), what, mend)
        for table, number, what, mend in (*_faults(file), *_repeated(file))
    ]
    if problems:
        raise LeafletError(sorted(problems, key=lambda problem: problem.location.line or 0))
    return Record(tuple(map(_on_one_line, file.signoff)), tuple(file.acknowledged))


def _on_one_line(signoff: SignOff) -> SignOff:
    """Return a sign-off without the wrapping of its short digests."""
    wrapped = {name: getattr(signoff, name) for name in SHORTS}
    return msgspec.structs.replace(
        signoff, **{name: " ".join(value.split()) for name, value in wrapped.items()}
    )


Fault = tuple[str, int, str, str]
"""The table and the number of a row, what is wrong with it, and how to mend it."""


def _faults(file: _File) -> Iterator[Fault]:
    for number, row in enumerate(file.acknowledged):
        if fault := name_faults(row.name):
            yield "acknowledged", number, fault, "write the name of a person"
    for number, one in enumerate(file.signoff):
        if fault := name_faults(one.name):
            yield "signoff", number, fault, "write the name of a person"
        if any(_is_own_reviser(one, other) for other in file.signoff):
            what = f"{one.name} is translator and reviser of {one.leaflet}"
            yield "signoff", number, what, "have another person revise it"


def _is_own_reviser(one: SignOff, other: SignOff) -> bool:
    return (
        (one.role, other.role) == (Role.REVISER, Role.TRANSLATOR)
        and (one.leaflet, one.digest) == (other.leaflet, other.digest)
        and same_name(one.name, other.name)
    )


def _repeated(file: _File) -> Iterator[Fault]:
    tables: dict[str, Sequence[msgspec.Struct]] = {
        "signoff": file.signoff,
        "acknowledged": file.acknowledged,
    }
    for table, rows in tables.items():
        seen: set[Hashable] = set()
        for number, row in enumerate(rows):
            # The same again on another day says nothing new.
            same = msgspec.json.encode(msgspec.structs.replace(row, date=datetime.date.min))
            if same in seen:
                yield table, number, "the same stands here a second time", "remove one of the two"
            seen.add(same)
