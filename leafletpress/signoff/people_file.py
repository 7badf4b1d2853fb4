"""Reading ``people.toml`` strictly, and adding to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from leafletpress.files import is_there
from leafletpress.problems import Fault, LeafletError
from leafletpress.program import command
from leafletpress.signoff.keys import bare_key, key_fault
from leafletpress.signoff.likeness import marks, sought_marks
from leafletpress.signoff.names import name_faults, unclear_name
from leafletpress.signoff.people import People, Person, PublicKey, TwoPeople, bare_id
from leafletpress.signoff.role import Role
from leafletpress.toml import TomlText, append_tables, read_toml

HEAD = """\
# Who signs. "{add}" adds to this file; see docs/approving.md.
# The register number or e-mail tells two people of one name apart, and is what sign-offs name.
"""

NAME_MEND = "write the name as it is printed, in the letters of one script"

TABLES: dict[type[msgspec.Struct], str] = {
    Person: "person", PublicKey: "key", TwoPeople: "two_people",
}  # fmt: skip

PeopleRow = Person | PublicKey | TwoPeople

Placed = tuple[tuple[str, int, str], Fault]
"""A fault, and where it is: the table and the number of a row, and the field."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keys_required: bool = False
    person: list[Person] = []
    key: list[PublicKey] = []
    two_people: list[TwoPeople] = []


def read_people(path: Path, *, likeness: bool = True) -> People:
    """Return who is in a file; a missing file holds nobody.

    Without `likeness`, names may be alike: whoever says who is whom has to read them first.

    Raises:
        LeafletError: the file is malformed, an id or a key stands twice, a name can be mistaken,
            or two names are alike and nobody has said that they are two people's.
    """
    if not is_there(path):
        return People(path)
    return parse_people(read_toml(path), likeness=likeness)


def parse_people(toml: TomlText, *, likeness: bool = True) -> People:
    """Read people from the text of their file. Raises LeafletError."""
    file = toml.read(_File)
    people = People(
        toml.path, tuple(file.person), tuple(file.key), tuple(file.two_people), file.keys_required
    )
    problems = [
        fault.at(toml.location(*steps)) for steps, fault in _faults(people, likeness=likeness)
    ]
    if problems:
        raise LeafletError(sorted(problems, key=lambda problem: problem.location.line or 0))
    return people


def add_people(path: Path, rows: Sequence[PeopleRow]) -> None:
    """Add people, keys, or words on who is not whom, behind what a file holds.

    Whether names are alike is not looked at: see `row_faults`.

    Raises:
        LeafletError: the file is damaged, would be wrong with the new rows, or cannot be written.
            It stays as it is.
    """
    before = read_people(path, likeness=False)
    wanted = with_rows(before, rows)
    tables = [(TABLES[type(row)], row) for row in rows]

    def fits(text: str) -> bool:
        return parse_people(TomlText(text, path), likeness=False) == wanted

    append_tables(path, HEAD.format(add=command("people add")), tables, (), fits)


def with_rows(people: People, rows: Sequence[PeopleRow]) -> People:
    """Return people with more rows, which are not proved."""
    return People(
        people.path,
        (*people.persons, *(row for row in rows if isinstance(row, Person))),
        (*people.keys, *(row for row in rows if isinstance(row, PublicKey))),
        (*people.two_people, *(row for row in rows if isinstance(row, TwoPeople))),
        people.keys_required,
    )


def row_faults(people: People, *, likeness: bool = True) -> list[Fault]:
    """Return what is wrong with people, without places."""
    return [fault for _, fault in _faults(people, likeness=likeness)]


def unsettled(people: People) -> Iterator[tuple[int, int]]:
    """Yield pairs of people, by their numbers, whose names are alike and who may be one.

    Of each person only the first whom they may be; the later comes first.
    """
    settled = {frozenset(map(bare_id, row.people)) for row in people.two_people}
    found: dict[int, int] = {}
    for number, near in enumerate(_near(people)):
        for other in sorted(near - {number}):
            earlier, later = sorted((number, other))
            if found.get(later, later) <= earlier:
                continue
            one, rival = people.persons[later], people.persons[earlier]
            if _are_alike(one, rival) and settled.isdisjoint(_pairs(one, rival)):
                found[later] = earlier
    yield from sorted(found.items())


def _near(people: People) -> Iterator[set[int]]:
    """Yield for each person those with a longer name that holds all of theirs, by their numbers."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people.persons):
        for mark in {mark for name in person.names for mark in marks(name)}:
            bearers[mark].add(number)
    for person in people.persons:
        near: set[int] = set()
        for words in (words for name in person.names for words in sought_marks(name)):
            groups = [{n for mark in word for n in bearers[mark]} for word in words]
            near |= set.intersection(*sorted(groups, key=len)) if groups else set()
        yield near


def _pairs(one: Person, other: Person) -> Iterator[frozenset[str]]:
    """Yield the ways of naming two people by their ids."""
    for first in filter(None, (one.register, one.email)):
        for second in filter(None, (other.register, other.email)):
            yield frozenset((bare_id(first), bare_id(second)))


def _are_alike(one: Person, other: Person) -> bool:
    return any(one.is_alike(name) for name in other.names)


def _faults(people: People, *, likeness: bool) -> Iterator[Placed]:
    own = list(_own_faults(people))
    yield from own
    # Who may be whom is told of people who stand there as they should.
    for number, other in unsettled(people) if likeness and not own else ():
        one, two = people.persons[number], people.persons[other]
        what = f"{one.name} ({one.id}) may be {two.name} ({two.id})"
        mend = (
            "remove one of the two; where they are two people, have somebody say so: "
            f'{command("people two")} "{two.id}" "{one.id}" --said-by "…"'
        )
        yield ("person", number, "name"), Fault("alike-names", what, mend)


def _own_faults(people: People) -> Iterator[Placed]:
    for number, person in enumerate(people.persons):
        yield from ((("person", number, field), fault) for field, fault in _person_faults(person))
    yield from _doubles(people)
    for number, key in enumerate(people.keys):
        yield from ((("key", number, field), fault) for field, fault in _key_faults(key, people))
    for number, row in enumerate(people.two_people):
        yield from (
            (("two_people", number, field), fault) for field, fault in _two_faults(row, people)
        )


def _person_faults(person: Person) -> Iterator[tuple[str, Fault]]:
    for field, names in (("name", [person.name]), ("other_names", person.other_names)):
        for name in names:
            if what := unclear_name(name):
                yield field, Fault("signer-name", what, NAME_MEND)
    if not person.roles:
        what = f"{person.name} has no role"
        mend = f"write those that the person signs as: {', '.join(Role)}"
        yield "roles", Fault("no-role", what, mend)
    if not person.id:
        what = f"{person.name} has neither register number nor e-mail"
        mend = 'add register = "…" or email = "…": it tells two people of one name apart'
        yield "name", Fault("no-identity", what, mend)


def _doubles(people: People) -> Iterator[Placed]:
    """Yield ids and keys that stand a second time."""
    seen: dict[str, int] = {}
    for number, person in enumerate(people.persons):
        for field, value in (("register", person.register), ("email", person.email)):
            other = seen.setdefault(bare_id(value), number) if value else number
            if other != number:
                what = f'"{value}" is that of {people.persons[other].name} already'
                mend = "write each person's own, and each person once"
                yield ("person", number, field), Fault("same-identity", what, mend)
    known: dict[str, str] = {}
    for number, row in enumerate(people.keys):
        key = bare_key(row.key)
        if key in known:
            what = f"this is the key of {known[key]} already"
            mend = "give each person a key of their own, and once"
            yield ("key", number, "key"), Fault("same-key", what, mend)
        known.setdefault(key, row.person)


def _key_faults(key: PublicKey, people: People) -> Iterator[tuple[str, Fault]]:
    if not people.find(key.person):
        yield "person", _unknown(key.person)
    if what := key_fault(key.key):
        yield "key", Fault("damaged-key", what, "copy the line from the file that ends in .pub")
    if key.since and key.until and key.until < key.since:
        mend = "write the last day on which it was in use"
        yield "until", Fault("key-dates", "the key ends before it begins", mend)


def _unknown(identity: str) -> Fault:
    what = f'nobody here is "{identity}"'
    return Fault("unknown-person", what, "write the id of a person of this file")


def _two_faults(row: TwoPeople, people: People) -> Iterator[tuple[str, Fault]]:
    for one in row.people:
        if not people.find(one):
            yield "people", _unknown(one)
    if len({person.id for one in row.people if (person := people.find(one))}) == 1:
        yield "people", Fault("named-twice", "this is one person, named twice", "name the two")
    if what := name_faults(row.said_by):
        yield "said_by", Fault("signer-name", what, "write the name of whoever says so")
    elif any(person.is_alike(row.said_by) for one in row.people if (person := people.find(one))):
        what = f"{row.said_by}, who says so, may be one of the two"
        yield "said_by", Fault("own-witness", what, "have somebody else say so")
