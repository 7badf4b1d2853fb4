"""Who signs, as the command line names them: by name, or by register number or e-mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.program import command
from leafletpress.signoff import People, Person, name_faults

Option = Callable[..., Any]


def check_name(context: click.Context, parameter: click.Parameter, name: str) -> str:
    """Return a name as it is printed. Raises click.BadParameter where it cannot be."""
    if name is None:
        return ""
    if fault := name_faults(name):
        raise click.BadParameter(f"{fault}: write your own name", context, parameter)
    return " ".join(name.split())


def signer_options(command: Option) -> Option:
    """Add the options by which a person says who they are."""
    name = click.option("--name", callback=check_name, help="Your name, as people.toml has it.")
    person = click.option(
        "--person", default="", metavar="ID", help="Your register number or e-mail instead."
    )
    key = click.option(
        "--key",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="The file of your key; default: the key of people.toml, from the agent.",
    )
    return name(person(key(command)))


def refuse_nobody(name: str, person: str) -> None:
    """Raise click.UsageError where nobody is named."""
    if not (name or person):
        raise click.UsageError('say who you are: --name "…", or --person with your number')


def choose_person(people: People, name: str, identity: str) -> Person:
    """Return the one person who is meant.

    Raises:
        LeafletError: nobody is, or several are.
    """
    if identity:
        return _by_id(people, name, identity)
    found = people.named(name)
    if len(found) == 1:
        return found[0]
    location = Location(people.path)
    if found:
        ids = " or ".join(f'--person "{person.id}" ({person.qualification})' for person in found)
        what = f"{len(found)} people are called {name}"
        raise LeafletError([Problem("alike-names", location, what, f"add {ids}")])
    near = [f"{person.name} ({person.id})" for person in people.alike(name)]
    hint = f"do you mean {' or '.join(near)}? If not, add" if near else "add"
    mend = f'{hint} the person first: {command("people add")} --name "{name}" …'
    raise LeafletError([Problem("unknown-person", location, f"{name} is not in people.toml", mend)])


def _by_id(people: People, name: str, identity: str) -> Person:
    person = people.find(identity)
    location = Location(people.path)
    if person is None:
        mend = f"look up the number with: {command('people')}"
        what = f'nobody in people.toml is "{identity}"'
        raise LeafletError([Problem("unknown-person", location, what, mend)])
    if name and not person.is_alike(name):
        what = f"{identity} is {person.name}, and not {name}"
        mend = "give the number that belongs to the name"
        raise LeafletError([Problem("other-name", location, what, mend)])
    return person
