"""The commands of those who sign: approve, acknowledge."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from leafletpress.approval import (
    SigningTask,
    acknowledge,
    find_text,
    is_acknowledged,
    read_signing_tasks,
    refusals,
    sign,
)
from leafletpress.cli.choices import Selection, choose_to_sign, lang_option, leaflet_option
from leafletpress.cli.report import finish, report_problems, show_path
from leafletpress.cli.signer_options import choose_person, refuse_nobody, signer_options
from leafletpress.cli.tick_negations import take_ticks
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
    selection = choose_to_sign(project, tags, leaflets)
    [language] = selection.languages
    if Role(role) not in required_roles(language):
        roles = ", ".join(required_roles(language))
        raise click.UsageError(f"{language.english_name} is the source: only a {roles} signs it")
    way = Method(method) if method else None

    def work() -> bool:
        signer = choose_person(read_people(project.people), name, person)
        return _approve(selection, Role(role), signer, key, way, ticked)

    finish(work)


def _approve(
    selection: Selection,
    role: Role,
    person: Person,
    key: Path | None,
    method: Method | None,
    ticked: tuple[str, ...],
) -> bool:
    """Record a person's approval of every leaflet named, or of none; return whether it is there."""
    tasks, done = _read_signing_tasks(selection)
    today = datetime.date.today()
    refused = [p for task in tasks for p in refusals(task, role, person, method, today)]
    if report_problems(refused) or not done:
        return False
    todo = [task for task in tasks if not _report_signed(task, role, person)]
    if role is Role.REVISER:
        taken = take_ticks(todo, ticked)
        if taken is None:
            return False
        ticked = taken
    if not todo:
        return True
    rows = [sign(task, role, person, method, ticked, today, key) for task in todo]
    path = todo[0].location.path
    add(path, rows)
    for task, row in zip(todo, rows, strict=True):
        with_key = _with_key(row)
        click.echo(f"{task.title}: {row.name} has signed it as {role} ({row.method}{with_key})")
    click.echo(f"{show_path(path)}: written")
    _report_next(selection)
    return True


def _read_signing_tasks(selection: Selection) -> tuple[list[SigningTask], bool]:
    """Return the signing tasks of the selection, and whether all are there; say why not."""
    names = [name for name in selection.leaflets if name != PAGE_DOMAIN]
    collection, problems = read_collection(selection.project, names)
    tasks, more = read_signing_tasks(
        collection, selection.languages[0], selection.leaflets, datetime.date.today()
    )
    return tasks, not report_problems([*problems, *more])


def _with_key(row: RecordRow) -> str:
    """Return what is said of the key that a row was signed with, empty where it was not."""
    signature = "".join(row.signature.split())
    return f", with the key {signing_fingerprint(signature)}" if signature else ""


def _report_signed(task: SigningTask, role: Role, person: Person) -> bool:
    """Say where a person has signed already; return whether that is so."""
    signed = task.signed_by(role, person)
    if signed:
        said = f"{signed.name} has signed exactly this as {role} on {signed.date}"
        click.echo(f"{task.title}: {said}; nothing to do")
    return signed is not None


def _report_next(selection: Selection) -> None:
    """Say who still has to sign before the leaflets are approved."""
    tasks, _ = _read_signing_tasks(selection)
    for task in tasks:
        if missing := task.approval.missing:
            click.echo(f"{task.title}: still to be signed by {', '.join(missing)}")


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
    selection = choose_to_sign(project, tags, leaflets)
    if len(selection.leaflets) > 1:
        raise click.UsageError("a line is in one catalog: name one leaflet")
    if selection.languages[0].is_source:
        raise click.UsageError("the source is no translation: name another language")
    if not any(map(str.isdigit, number)):
        raise click.UsageError("--number wants digits; the words go into --words")

    def work() -> bool:
        signer = choose_person(read_people(project.people), name, person)
        return _acknowledge(selection, line, number, words, signer, key)

    finish(work)


def _acknowledge(
    selection: Selection,
    line: int,
    number: str,
    words: tuple[str, ...],
    person: Person,
    key: Path | None,
) -> bool:
    tasks, done = _read_signing_tasks(selection)
    if not (tasks and done):
        return False
    [task] = tasks
    text = find_text(task, line, number)
    row = acknowledge(task, text, number, words, person, datetime.date.today(), key)
    said = f"{text.location.show(selection.project.root)}: {', '.join(row.numbers)}"
    if is_acknowledged(task, row):
        click.echo(f"{said}: acknowledged already; nothing to do")
        return True
    add(task.location.path, [row])
    click.echo(
        f"{said}: {row.name} answers for it that {', '.join(row.words)} says it{_with_key(row)}"
    )
    click.echo(f"{show_path(task.location.path)}: written")
    return True
