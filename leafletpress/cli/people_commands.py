"""The people who sign: who they are, who is not whom, and their keys."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from leafletpress.cli.choices import check_project
from leafletpress.cli.report import finish, show_path
from leafletpress.cli.signer_options import check_name
from leafletpress.files import read_text
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.project import Project
from leafletpress.signoff import (
    People,
    Person,
    PublicKey,
    Role,
    TwoPeople,
    add_people,
    fingerprint,
    key_fault,
    read_people,
    row_faults,
    unsettled,
    with_rows,
)
from leafletpress.toml import read_struct

said_by_option = click.option(
    "--said-by", default="", help="Who says that people whose names are alike are two."
)


@click.group("people", invoke_without_command=True)
@click.pass_context
def people_group(context: click.Context) -> None:
    """Show who may sign."""
    if not context.invoked_subcommand:
        finish(lambda: _show(read_people(_people(context.obj))))


@people_group.command("add")
@click.option("--name", required=True, callback=check_name, help="The name, as it is printed.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice(list(map(str, Role))),
    help="What the person signs as; repeat it for more.",
)
@click.option("--qualification", required=True, help="What makes the person fit for it.")
@click.option("--register", default="", help="The number in a professional register.")
@click.option("--email", default="", help="An e-mail address.")
@click.option("--other-name", "others", multiple=True, help="An old name, or in other letters.")
@said_by_option
@click.pass_obj
def add_command(
    project: Project,
    name: str,
    roles: tuple[str, ...],
    qualification: str,
    register: str,
    email: str,
    others: tuple[str, ...],
    said_by: str,
) -> None:
    """Add somebody who may sign.

    Where the name is like another's, you are asked whether they are two people.
    """
    person = Person(
        name=name,
        roles=[Role(role) for role in dict.fromkeys(roles)],
        qualification=" ".join(qualification.split()),
        register=" ".join(register.split()),
        email=email.strip(),
        other_names=[" ".join(other.split()) for other in others],
    )
    finish(lambda: _add(_people(project), person, said_by))


@people_group.command("two")
@click.argument("ids", nargs=2)
@said_by_option
@click.pass_obj
def two_command(project: Project, ids: tuple[str, str], said_by: str) -> None:
    """Say that two people whose names are alike are two, by their numbers."""
    if not said_by.strip():
        raise click.UsageError('say who says so: --said-by "…"')
    row = TwoPeople(list(ids), " ".join(said_by.split()), datetime.date.today())
    finish(lambda: _write(_people(project), [row], likeness=False))


@people_group.command("key")
@click.argument("identity", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def key_command(project: Project, identity: str, file: Path) -> None:
    """Give a person a key: the FILE that ends in .pub.

    From then on, no sign-off of theirs counts without a signature by it.
    """
    finish(lambda: _add_key(_people(project), identity, file))


def _people(project: Project) -> Path:
    """Return the file of a project's people. Raises LeafletError where there is no project."""
    check_project(project)
    return project.people


def _show(people: People) -> bool:
    for person in people.persons:
        click.echo(
            f"{person.name} ({person.id}): {', '.join(person.roles)}; {person.qualification}"
        )
        for key in people.keys:
            if people.find(key.person) == person:
                since = f" since {key.since}" if key.since else ""
                until = f" until {key.until}" if key.until else ""
                click.echo(f"  key {fingerprint(key.key)}{since}{until}")
    for row in people.two_people:
        click.echo(f"two people: {' and '.join(row.people)}, says {row.said_by} on {row.date}")
    if not people.persons:
        click.echo(f'nobody yet: {command("people add")} --name "…" --role … adds somebody')
    return True


def _add(path: Path, person: Person, said_by: str) -> bool:
    """Add a person whom everybody can tell from the others; return whether that is so."""
    before = read_people(path)
    # What was typed is read as strictly as what is written by hand.
    person = read_struct(msgspec.to_builtins(person), Person, path, lambda _: None)
    known = before.find(person.id) if person.id else None
    if known == person:
        click.echo(f"{person.name} ({person.id}) is there already; nothing to do")
        return True
    words: list[TwoPeople] = []
    while rival := _unsettled(with_rows(before, [person, *words])):
        word = _two(person, rival, said_by)
        if word is None:
            what = f"{person.name} may be {rival.name} ({rival.id})"
            mend = _mend(sys.stdin.isatty())
            raise LeafletError([Problem("alike-names", Location(path), what, mend)])
        words.append(word)
    return _write(path, [person, *words])


def _unsettled(people: People) -> Person | None:
    """Return whom the last person may be, where nobody has said otherwise."""
    last = len(people.persons) - 1
    if row_faults(people, likeness=False):
        return None
    return next((people.persons[other] for new, other in unsettled(people) if new == last), None)


def _two(person: Person, rival: Person, said_by: str) -> TwoPeople | None:
    """Return somebody's word that two people are two; None where nobody gives it."""
    if not said_by.strip():
        if not sys.stdin.isatty():
            return None
        click.echo(f"{person.name} ({person.id}): {person.qualification}")
        click.echo(f"{rival.name} ({rival.id}): {rival.qualification}")
        if not click.confirm("Their names are alike. Are they two people?", default=None):
            return None
        said_by = click.prompt("Who says so? Your name", value_proc=_said_by)
    return TwoPeople([rival.id, person.id], " ".join(said_by.split()), datetime.date.today())


def _said_by(name: str) -> str:
    if not name.strip():
        raise click.UsageError("write your name")
    return name


def _mend(asked: bool) -> str:
    if asked:
        return "nothing was recorded: sign with the entry that is there"
    return 'sign with the entry that is there; where they are two people, add --said-by "your name"'


def _add_key(path: Path, identity: str, file: Path) -> bool:
    people = read_people(path)
    person = people.find(identity)
    if person is None:
        mend = f"look up the number with: {command('people')}"
        what = f'nobody here is "{identity}"'
        raise LeafletError([Problem("unknown-person", Location(path), what, mend)])
    lines = read_text(file).split("\n")
    line = " ".join(lines[0].split())
    if what := key_fault(line):
        mend = "name the file that ends in .pub"
        raise LeafletError([Problem("damaged-key", Location(file, 1), what, mend)])
    _write(path, [PublicKey(person.id, line, since=datetime.date.today())])
    click.echo(f"{person.name} signs with the key {fingerprint(line)} from now on")
    status = command("status")
    click.echo(f"sign-offs of before, without a key or with another one: see {status}")
    return True


def _write(
    path: Path, rows: Sequence[Person | PublicKey | TwoPeople], *, likeness: bool = True
) -> bool:
    """Add rows, or tell what is wrong with them."""
    before = read_people(path, likeness=likeness)
    faults = row_faults(with_rows(before, rows), likeness=likeness)
    if faults:
        raise LeafletError(fault.at(Location(path)) for fault in faults)
    add_people(path, rows)
    for row in rows:
        if isinstance(row, Person):
            click.echo(f"{row.name} ({row.id}) may sign as {', '.join(row.roles)}")
        elif isinstance(row, TwoPeople):
            click.echo(f"{' and '.join(row.people)} are two people, says {row.said_by}")
    click.echo(f"{show_path(path)}: written")
    return True
