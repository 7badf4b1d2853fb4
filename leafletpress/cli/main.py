"""The command line: which option means what, and which exit code follows."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from leafletpress import __version__
from leafletpress.cli.approval_commands import acknowledge_command, approve_command
from leafletpress.cli.build_command import build
from leafletpress.cli.choices import (
    choose,
    choose_author,
    choose_formats,
    lang_option,
    leaflet_option,
    new_language,
)
from leafletpress.cli.init_command import init_command
from leafletpress.cli.people_commands import people_group
from leafletpress.cli.preview_command import preview_command
from leafletpress.cli.report import finish, report_problems
from leafletpress.cli.translator_commands import (
    run_add,
    run_check,
    run_clean,
    run_editorial_update,
    run_status,
    run_update,
    show_kinds,
)
from leafletpress.press import Mode
from leafletpress.problems import LeafletError
from leafletpress.program import check_program, default_folder, program_name
from leafletpress.project import Project


def main() -> None:
    """Run the command. Exit code 0: done; 1: there were problems; 2: wrong usage."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may not know every letter
        sys.stdout.reconfigure(errors="backslashreplace")
    cli(prog_name=program_name())


class _Commands(click.Group):
    """The commands: whichever meets problems before its work begins tells them as any other."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Exits with 1 where it raises LeafletError."""
        try:
            return super().invoke(ctx)
        except LeafletError as error:
            report_problems(error.problems)
            raise SystemExit(1) from error


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version")
@lang_option
@leaflet_option
@click.option("--format", "formats", multiple=True, metavar="NAME", help="A format; default a4.")
@click.option("--out", type=click.Path(path_type=Path), help="The output folder; default out.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many at once; default: the cores.")
@click.option("--draft", is_flag=True, help="Print incomplete editions too, marked on every page.")
@click.option("--release", is_flag=True, help="Print approved editions only.")
@click.option(
    "--project",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with leaflets and locales; default: that of build.py, or this one.",
)
@click.pass_context
def cli(
    context: click.Context,
    tags: tuple[str, ...],
    leaflets: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    jobs: int | None,
    draft: bool,
    release: bool,
    root: Path | None,
) -> None:
    """Print the leaflets, for example in Turkish: --lang tr

    Without a command, every leaflet is printed in every language, or in those that you name.
    """
    project = Project((root or default_folder()).resolve())
    context.obj = project
    check_program()
    if context.invoked_subcommand:
        _refuse_options_before_a_command(context)
        return
    if draft and release:
        raise click.UsageError("--draft and --release exclude each other")
    mode = Mode.DRAFT if draft else Mode.RELEASE if release else Mode.NORMAL
    folder = (out or project.root / "out").resolve()

    def work() -> bool:
        chosen = choose_formats(project, formats)
        selection = choose(project, tags, leaflets, pseudo=True)
        return build(selection, chosen, mode, folder, jobs or _cores())

    finish(work)


@cli.command("update")
@lang_option
@click.option("--editorial", is_flag=True, help="Only typos were mended: keep their translations.")
@click.option("--name", default="", help="With --editorial: who mended them.")
@click.option("--reason", default="", help="With --editorial: why.")
@click.option("--clean", is_flag=True, help="Only take invisible signs out of numbers.")
@click.pass_obj
def update_command(
    project: Project, tags: tuple[str, ...], editorial: bool, name: str, reason: str, clean: bool
) -> None:
    """Bring every pot and catalog in line with the leaflets."""
    author = choose_author(editorial, name, reason, tags)
    if author and clean:
        raise click.UsageError("--editorial and --clean exclude each other")

    def work() -> bool:
        selection = choose(project, tags, ())
        if clean:
            return run_clean(selection)
        if author:
            return run_editorial_update(selection, author)
        return run_update(selection, selection.languages)

    finish(work)


@cli.command("check")
@lang_option
@leaflet_option
@click.option("--list", "listed", is_flag=True, help="Only show what can be wrong.")
@click.pass_obj
def check_command(
    project: Project, tags: tuple[str, ...], leaflets: tuple[str, ...], listed: bool
) -> None:
    """Tell what is wrong, without printing."""
    if listed:
        show_kinds()
    else:
        finish(lambda: run_check(choose(project, tags, leaflets)))


@cli.command("status")
@lang_option
@leaflet_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def status_command(
    project: Project, tags: tuple[str, ...], leaflets: tuple[str, ...], as_json: bool
) -> None:
    """Show how far each edition is."""
    finish(lambda: run_status(choose(project, tags, leaflets), as_json=as_json))


cli.add_command(approve_command)
cli.add_command(acknowledge_command)
cli.add_command(people_group)
cli.add_command(preview_command)
cli.add_command(init_command)


@cli.group("languages")
def languages_group() -> None:
    """Start a new language."""


@languages_group.command("add")
@click.argument("tag")
@click.pass_obj
def add_command(project: Project, tag: str) -> None:
    """Start the language TAG, such as pt-BR."""
    language = new_language(project, tag)
    finish(lambda: run_add(choose(project, (), ()), language))


def _cores() -> int:
    return os.cpu_count() or 1


def _refuse_options_before_a_command(context: click.Context) -> None:
    """An option before the command would be silently lost; say where it belongs."""
    source = click.core.ParameterSource.COMMANDLINE
    for parameter in context.command.params:
        name = parameter.name or ""
        if name != "root" and context.get_parameter_source(name) is source:
            option = parameter.opts[0]
            right = f"{program_name()} {context.invoked_subcommand} {option} …"
            raise click.UsageError(f"write {option} behind the command: {right}")
