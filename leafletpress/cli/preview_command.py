"""``preview``: a live page for translators."""

from __future__ import annotations

import click

from leafletpress.cli.build_command import CACHE
from leafletpress.cli.choices import Selection, choose, choose_formats
from leafletpress.cli.report import finish, report_problems
from leafletpress.project import Project


@click.command("preview")
@click.option("--lang", "tag", metavar="TAG", help="The language; default: the first translation.")
@click.option("--leaflet", metavar="NAME", help="The leaflet; default: the first.")
@click.option("--format", "form", metavar="NAME", help="The format; default a4.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; default 8765, 0: any.")
@click.pass_obj
def preview_command(
    project: Project, tag: str | None, leaflet: str | None, form: str | None, port: int | None
) -> None:
    """Show a live page for translators in a browser."""

    def work() -> bool:
        tags, leaflets = [tag] if tag else [], [leaflet] if leaflet else []
        selection = choose(project, tags, leaflets, pseudo=True)
        [form_name] = choose_formats(project, [form] if form else [])
        return run_preview(selection, form_name, port)

    finish(work)


def run_preview(selection: Selection, form: str, port: int | None) -> bool:
    """Serve the page until Ctrl-C is pressed; return whether it went well.

    Raises:
        LeafletError: the port is taken.
    """
    from leafletpress.preview import DEFAULT_PORT, View, open_session  # no other command needs it

    translated = [language for language in selection.languages if not language.is_source]
    language = (translated or selection.languages)[0]
    view = View(language.tag, selection.leaflets[0], form)
    project = selection.project
    report_problems(selection.problems)
    try:
        number = DEFAULT_PORT if port is None else port
        with open_session(project, project.root / CACHE, view, number) as session:
            click.echo(f"{view.leaflet} in {language.english_name}: {session.address}")
            click.echo("Open this in a browser. It shows every file you save; Ctrl-C ends it.")
            session.serve()
    except KeyboardInterrupt:
        click.echo("The preview has ended.")
    return True
