"""The commands of those who sign: approve, acknowledge."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from leafletpress.approval import (
    Proof,
    acknowledge,
    find_text,
    is_acknowledged,
    read_proofs,
    refusals,
    sign,
)
from leafletpress.cli.choices import Scope, choose_to_sign, lang_option, leaflet_option
from leafletpress.cli.report import finish, show_path, tell_problems
from leafletpress.cli.signer_options import choose_person, refuse_nobody, signer_options
from leafletpress.cli.tick_negations import take_ticks
from leafletpress.clinic import read_clinic
from leafletpress.edition import read_collection, required_roles
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.signoff import (
    Method,
    Person,
    RecordRow,
    Role,
    add,
    read_people,
    signing_fingerprint,
)


@click.command("approve")
@lang_option
@leaflet_option
@click.option(
    "--role", type=click.Choice(list(map(str, Role))), required=True, help="What you are."
)
@signer_options
@click.option(
    "--method",
    type=click.Choice(list(map(str, Method))),
    help="How the text was made; default: as its catalog says.",
)
@click.option(
    "--ticked",
    multiple=True,
    metavar="ID",
    help="For a reviser without a terminal: a sentence whose negations are kept; repeat it.",
)
@click.pass_obj
def approve_command(
    project: Project,
    tags: tuple[str, ...],
    leaflets: tuple[str, ...],
    role: str,
    name: str,
    person: str,
    key: Path | None,
    method: str | None,
    ticked: tuple[str, ...],
) -> None:
    """Sign a text that you have read: all of it, as it stands now.

    --leaflet page stands for the words that are on every leaflet.
    """
    refuse_nobody(name, person)
    if ticked and role != Role.REVISER:
        raise click.UsageError("--ticked is for --role reviser")
    scope = choose_to_sign(project, tags, leaflets)
    [language] = scope.languages
    if Role(role) not in required_roles(language):
        roles = ", ".join(required_roles(language))
        raise click.UsageError(f"{language.english_name} is the source: only a {roles} signs it")
    way = Method(method) if method else None

    def work() -> bool:
        signer = choose_person(read_people(project.people), name, person)
        return _approve(scope, Role(role), signer, key, way, ticked)

    finish(work)


def _approve(
    scope: Scope,
    role: Role,
    person: Person,
    key: Path | None,
    method: Method | None,
    ticked: tuple[str, ...],
) -> bool:
    """Record a person's approval of every leaflet named, or of none; return whether it is there."""
    proofs, done = _read_proofs(scope)
    today = datetime.date.today()
    refused = [p for proof in proofs for p in refusals(proof, role, person, method, today)]
    if tell_problems(refused) or not done:
        return False
    todo = [proof for proof in proofs if not _tell_signed(proof, role, person)]
    if role is Role.REVISER:
        taken = take_ticks(todo, ticked)
        if taken is None:
            return False
        ticked = taken
    if not todo:
        return True
    rows = [sign(proof, role, person, method, ticked, today, key) for proof in todo]
    path = todo[0].location.path
    add(path, rows)
    for proof, row in zip(todo, rows, strict=True):
        with_key = _with_key(row)
        click.echo(f"{proof.title}: {row.name} has signed it as {role} ({row.method}{with_key})")
    click.echo(f"{show_path(path)}: written")
    _tell_next(scope)
    return True


def _read_proofs(scope: Scope) -> tuple[list[Proof], bool]:
    """Return the proofs of the scope, and whether they are all there; tell why they are not."""
    names = [name for name in scope.leaflets if name != PAGE_DOMAIN]
    collection, problems = read_collection(scope.project, names, read_clinic(scope.project.clinic))
    proofs, more = read_proofs(
        collection, scope.languages[0], scope.leaflets, datetime.date.today()
    )
    return proofs, not tell_problems([*problems, *more])


def _with_key(row: RecordRow) -> str:
    """Return what is said of the key that a row was signed with, empty where it was not."""
    signature = "".join(row.signature.split())
    return f", with the key {signing_fingerprint(signature)}" if signature else ""


def _tell_signed(proof: Proof, role: Role, person: Person) -> bool:
    """Say where a person has signed a proof already; return whether that is so."""
    signed = proof.signed_by(role, person)
    if signed:
        said = f"{signed.name} has signed exactly this as {role} on {signed.date}"
        click.echo(f"{proof.title}: {said}; nothing to do")
    return signed is not None


def _tell_next(scope: Scope) -> None:
    """Say who still has to sign before the leaflets are approved."""
    proofs, _ = _read_proofs(scope)
    for proof in proofs:
        if missing := proof.approval.missing:
            click.echo(f"{proof.title}: still to be signed by {', '.join(missing)}")


@click.command("acknowledge")
@lang_option
@leaflet_option
@click.option(
    "--line", type=click.IntRange(min=1), required=True, help="The line that check tells."
)
@click.option("--number", required=True, help="The number that one side says in words.")
@click.option(
    "--words",
    multiple=True,
    required=True,
    help="The words that say it; repeat it where the number stands more than once.",
)
@signer_options
@click.pass_obj
def acknowledge_command(
    project: Project,
    tags: tuple[str, ...],
    leaflets: tuple[str, ...],
    line: int,
    number: str,
    words: tuple[str, ...],
    name: str,
    person: str,
    key: Path | None,
) -> None:
    """Answer for a number that is said in words.

    It holds for exactly this sentence. Whoever translated it cannot do this.
    """
    refuse_nobody(name, person)
    scope = choose_to_sign(project, tags, leaflets)
    if len(scope.leaflets) > 1:
        raise click.UsageError("a line is in one catalog: name one leaflet")
    if scope.languages[0].is_source:
        raise click.UsageError("the source is no translation: name another language")
    if not any(map(str.isdigit, number)):
        raise click.UsageError("--number wants digits; the words go into --words")

    def work() -> bool:
        signer = choose_person(read_people(project.people), name, person)
        return _acknowledge(scope, line, number, words, signer, key)

    finish(work)


def _acknowledge(
    scope: Scope, line: int, number: str, words: tuple[str, ...], person: Person, key: Path | None
) -> bool:
    proofs, done = _read_proofs(scope)
    if not (proofs and done):
        return False
    [proof] = proofs
    text = find_text(proof, line, number)
    row = acknowledge(proof, text, number, words, person, datetime.date.today(), key)
    said = f"{text.location.show(scope.project.root)}: {', '.join(row.numbers)}"
    if is_acknowledged(proof, row):
        click.echo(f"{said}: acknowledged already; nothing to do")
        return True
    add(proof.location.path, [row])
    click.echo(
        f"{said}: {row.name} answers for it that {', '.join(row.words)} says it{_with_key(row)}"
    )
    click.echo(f"{show_path(proof.location.path)}: written")
    return True
