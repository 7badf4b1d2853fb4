"""The record: the file of a language that holds its sign-offs and acknowledgements."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from leafletpress.files import is_there
from leafletpress.language import Language
from leafletpress.problems import Fault, LeafletError, Problem
from leafletpress.project import Project
from leafletpress.signoff.names import name_faults
from leafletpress.signoff.people import Signer
from leafletpress.signoff.role import Method, Role
from leafletpress.toml import TomlText, read_toml

Name = Annotated[str, msgspec.Meta(pattern=r"\S")]

Shorts = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\s*(?:[0-9a-f]{8}\b\s*)*$",
        description="digests of 8 digits, parted by spaces, as approve writes them",
    ),
]
"""Short digests of sentences, in order."""

Signature = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[A-Za-z0-9+/=\s]*$",
        description="the lines of a signature, as approve writes them",
    ),
]
"""The base64 of a signature; see `keys`."""


class SignOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's approval of one exact text of one leaflet, or of the template messages.

    `digest` binds it to the text. `sentences` says which sentences that text had, so that it can
    be told what changed; `ticked` those whose negations a reviser found kept; `facts` what else a
    clinician saw: dates, sources, numbers of figures. `structure` is what stood in what: a digest
    could not tell what it was before. `phones` are the clinic's numbers that stood in the text when
    a clinician signed; they may change.

    `person` is the id of who signed, in ``people.toml``. `version`, `updated` and `review_by` are
    what the leaflet said. With a `signature` by the person's key stand the whole digests of the
    `parts` that the role answers for: short ones can be forged.
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
    structure: str = ""
    phones: list[str] = []
    person: str = ""
    version: str = ""
    updated: datetime.date | None = None
    review_by: datetime.date | None = None
    parts: dict[str, str] = {}
    signature: Signature = ""

    @property
    def signer(self) -> Signer:
        """Who signed."""
        return Signer(self.name, self.person)


WRAPPED = ("sentences", "ticked", "facts", "structure", "signature")
"""The fields that hold many short words, in lines of a bearable width."""


class Acknowledged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reviewer's word that numbers of one exact sentence are said in words, and by which.

    `digest` is that of the one text: its context, source and translation. `person` and `signature`
    are those of a sign-off.
    """

    leaflet: str
    numbers: Annotated[list[str], msgspec.Meta(min_length=1, description="numbers in quotes")]
    words: Annotated[list[str], msgspec.Meta(min_length=1, description="words in quotes")]
    name: Name
    date: datetime.date
    digest: str
    person: str = ""
    signature: Signature = ""

    @property
    def signer(self) -> Signer:
        """Who answers for it."""
        return Signer(self.name, self.person)


RecordRow = SignOff | Acknowledged

Vouch = Callable[[RecordRow, datetime.date | None], Problem | None]
"""Tells why a row does not count, None where it does; the day is that of the text's last update,
where that matters."""


def vouch_for_all(_row: RecordRow, _since: datetime.date | None) -> None:
    """Find nothing wrong with any row."""


R = TypeVar("R", SignOff, Acknowledged)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signoff: list[SignOff] = []
    acknowledged: list[Acknowledged] = []


@dataclass(frozen=True, slots=True)
class Record:
    """What a file holds, in its order.

    `vouch` tells of each row why it does not count, by who signed it, when, and with which key;
    `problems` are what is wrong with the rows whatever text they are for.
    """

    signoffs: tuple[SignOff, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    vouch: Vouch = field(default=vouch_for_all, compare=False, repr=False)
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def numbers(self, digest: str) -> tuple[str, ...]:
        """Return the numbers acknowledged for the text with this digest, in whatever leaflet."""
        rows = (
            row for row in self.acknowledged if row.digest == digest and not self.vouch(row, None)
        )
        return tuple(number for row in rows for number in row.numbers)


def record_path(project: Project, language: Language) -> Path:
    """Return where the sign-offs of a language stand: those of the source beside the leaflets."""
    return project.source_signoff if language.is_source else project.signoff(language.folder)


def read_record(path: Path) -> Record:
    """Return what a file holds; a missing file holds nothing.

    Raises:
        LeafletError: the file is malformed, or a row stands twice.
    """
    return parse_record(read_toml(path)) if is_there(path) else Record()


def parse_record(toml: TomlText) -> Record:
    """Read a record from the text of its file. Raises LeafletError."""
    file = toml.read(_File)
    problems = [
        fault.at(toml.location(table, number))
        for (table, number), fault in (*_faults(file), *_repeated(file))
    ]
    if problems:
        raise LeafletError(sorted(problems, key=lambda problem: problem.location.line or 0))
    return Record(
        tuple(map(_on_one_line, file.signoff)), tuple(map(_on_one_line, file.acknowledged))
    )


def _on_one_line(row: R) -> R:
    """Return a row without the wrapping of its fields."""
    fields = [name for name in WRAPPED if name in row.__struct_fields__]
    values = {name: " ".join(getattr(row, name).split()) for name in fields}
    return msgspec.structs.replace(row, **values)


Placed = tuple[tuple[str, int], Fault]
"""A fault, and the table and the number of the row that has it."""


def _faults(file: _File) -> Iterator[Placed]:
    tables: dict[str, Sequence[RecordRow]] = {
        "acknowledged": file.acknowledged,
        "signoff": file.signoff,
    }
    for table, rows in tables.items():
        for number, row in enumerate(rows):
            if what := name_faults(row.name):
                yield (table, number), Fault("signer-name", what, "write the name of a person")


def _repeated(file: _File) -> Iterator[Placed]:
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
                what = "the same stands here a second time"
                yield (table, number), Fault("stands-twice", what, "remove one of the two")
            seen.add(same)
