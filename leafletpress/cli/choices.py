"""What a person may choose on the command line, checked before any work begins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import click

from leafletpress.edition import project_languages
from leafletpress.format import format_names
from leafletpress.language import Language, parse_language, pseudo_languages
from leafletpress.press import DEFAULT_FORMAT
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean, on_one_line
from leafletpress.program import command
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.update import Author

lang_option = click.option(
    "--lang", "tags", multiple=True, metavar="TAG", help="A language; repeat it for more."
)
leaflet_option = click.option(
    "--leaflet", "leaflets", multiple=True, metavar="NAME", help="A leaflet; repeat it for more."
)


@dataclass(frozen=True, slots=True)
class Selection:
    """The leaflets and languages to work on, and what is wrong with the folders they are in.

    `named` tells that the languages were named on the command line.
    """

    project: Project
    leaflets: list[str]
    languages: list[Language]
    problems: list[Problem]
    named: bool


def choose(
    project: Project, tags: Sequence[str], leaflets: Sequence[str], *, pseudo: bool = False
) -> Selection:
    """Return what was chosen; nothing chosen means everything.

    A pseudo-locale may be named where `pseudo` says so; it is never a part of everything.

    Raises:
        click.UsageError: a language or a leaflet that there is not; it says which there are.
        LeafletError: there is no project, or it has no leaflets at all.
    """
    check_project(project)
    languages, problems = project_languages(project)
    names = project.leaflet_names()
    misnamed = project.misnamed_leaflets()
    if not names:
        mend = "put the leaflets there, one Markdown file each, or name another --project"
        none = Problem("no-leaflets", Location(project.leaflets), "there are no leaflets", mend)
        raise LeafletError(misnamed or [none])
    if tags:
        hidden = pseudo_languages() if pseudo else ()
        languages = [_language(tag, languages, hidden) for tag in dict.fromkeys(tags)]
    _refuse_misnamed(leaflets, misnamed)
    chosen = [_known(name, names, "leaflet") for name in dict.fromkeys(leaflets)]
    problems += [] if chosen else misnamed
    return Selection(project, chosen or names, languages, problems, named=bool(tags))


def check_project(project: Project) -> None:
    """Look whether a folder is a project.

    Raises:
        LeafletError: it has no folder of leaflets.
    """
    if not project.leaflets.is_dir():
        what = "there is no such folder, so this is no project"
        mend = f"go to the project, name it with --project, or start one: {command('init')} FOLDER"
        raise LeafletError([Problem("no-project", Location(project.leaflets), what, mend)])


def choose_to_sign(project: Project, tags: Sequence[str], names: Sequence[str]) -> Selection:
    """Return the one language and the leaflets to sign; ``page`` stands for the template messages.

    Raises:
        click.UsageError: none or several languages, no leaflet, or one that there is not.
        LeafletError: the project has no leaflets at all.
    """
    if len(set(tags)) != 1:
        raise click.UsageError("name one language: --lang tr")
    if not names:
        raise click.UsageError("name what is signed: --leaflet …, as often as needed")
    selection = choose(project, tags, ())
    _refuse_misnamed(set(names) - {PAGE_DOMAIN}, project.misnamed_leaflets())
    known = [*selection.leaflets, PAGE_DOMAIN]
    chosen = [_known(name, known, "leaflet") for name in dict.fromkeys(names)]
    return replace(selection, leaflets=chosen)


def choose_formats(project: Project, formats: Sequence[str]) -> list[str]:
    """Return the formats chosen, A4 where none is.

    Raises:
        click.UsageError: a format that there is not; it says which there are.
        LeafletError: the project has no formats at all.
    """
    known = format_names(project)
    if not known:
        location = Location(project.templates.program / "formats")
        mend = "put the formats back, or restore them"
        raise LeafletError([Problem("no-formats", location, "there are no formats", mend)])
    return [_known(name, known, "format") for name in dict.fromkeys(formats or (DEFAULT_FORMAT,))]


def choose_author(editorial: bool, name: str, reason: str, tags: Sequence[str]) -> Author | None:
    """Return who answers for mended typos and why they were mended; None where none were.

    Raises:
        click.UsageError: a name or reason is missing or belongs to nothing, or a language is named.
    """
    if not editorial:
        if name or reason:
            raise click.UsageError("--name and --reason belong to --editorial")
        return None
    if not name.strip() or not reason.strip():
        mend = '--editorial --name "…" --reason "…"'
        raise click.UsageError(f"say who mended the typos, and why: {mend}")
    if tags:
        raise click.UsageError("a typo is mended for every language: leave --lang out")
    return Author(" ".join(name.split()), " ".join(reason.split()))


def new_language(project: Project, tag: str) -> Language:
    """Return the language of a tag that the project does not have yet.

    Raises:
        click.UsageError: CLDR does not know the tag, or the project has the language.
    """
    try:
        language = parse_language(tag)
    except ValueError as error:
        raise click.UsageError(f"{error}: write one such as pt-BR or zh-Hans") from error
    if language in project_languages(project)[0]:
        raise click.UsageError(f"{language.tag} is there already: {project.locales}")
    return language


def _language(tag: str, languages: Sequence[Language], hidden: Sequence[Language]) -> Language:
    for language in (*languages, *hidden):
        if language.tag.casefold() == tag.replace("_", "-").casefold():
            return language
    there = ", ".join(language.tag for language in languages)
    raise click.UsageError(
        f'there is no language "{tag}": there are {there}; '
        f'"{command(f"languages add {tag}")}" starts a new one'
    )


def _refuse_misnamed(leaflets: Collection[str], misnamed: Sequence[Problem]) -> None:
    """A leaflet is there, but its name cannot stand: say why, not that there is none."""
    for problem in misnamed:
        if problem.location.path.stem in leaflets:
            raise click.UsageError(f"{problem.what}: {problem.mend}")


def _known(name: str, names: Sequence[str], kind: str) -> str:
    if name in names:
        return name
    there = on_one_line(", ".join(names))
    hint = did_you_mean(name, names)
    hint = f"{hint} " if hint.startswith("did") else ""
    raise click.UsageError(f'there is no {kind} "{name}": {hint}there are {there}')
