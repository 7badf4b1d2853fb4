"""``init``: a clinic's own project."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from leafletpress.cli.report import finish, show_path
from leafletpress.program import Start, command, started_as
from leafletpress.starter import start_project


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def init_command(context: click.Context, folder: Path) -> None:
    """Start a project of your own in FOLDER, which is new or empty."""
    if context.find_root().params["root"]:
        raise click.UsageError("leave --project out: init makes the project that you name")
    finish(lambda: run_init(folder))


def run_init(folder: Path) -> bool:
    """Start a project, and say what was written and what comes next; return True.

    Raises:
        LeafletError: the folder holds something, or cannot be written.
    """
    for path in start_project(folder.absolute(), datetime.datetime.now().astimezone()):
        click.echo(f"{show_path(path)}: written")
    if started_as() is Start.CHECKOUT:
        click.echo(f"print the sample: {command(f'--project {folder} --lang en')}")
    else:
        click.echo(f"print the sample: cd {folder}, then {command('--lang en')}")
    return True
