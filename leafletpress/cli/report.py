"""What the command says: problems on standard error, results on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from leafletpress.press import Outcome
from leafletpress.problems import LeafletError, Problem, errors


def finish(work: Callable[[], bool]) -> None:
    """Do the work, tell the problems that stopped it, and exit with the code that follows."""
    try:
        done = work()
    except LeafletError as error:
        report_problems(error.problems)
        done = False
    raise SystemExit(0 if done else 1)


def report_problems(problems: Iterable[Problem]) -> bool:
    """Print each problem once, as ``path:line: what: how to mend it``.

    Returns:
        Whether there is an error among them.
    """
    unique = list(dict.fromkeys(problems))
    base = Path.cwd()
    for problem in unique:
        click.echo(problem.show(base), err=True)
    return bool(errors(unique))


def show_path(path: Path) -> str:
    """Return a path as short as it can be written from here."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def report_outcome(outcome: Outcome) -> None:
    """Print one line for a PDF that was written."""
    if outcome.row:
        pages = "page" if outcome.row.pages == 1 else "pages"
        state = outcome.row.state
        path = show_path(outcome.job.path)
        click.echo(f"{path}: {outcome.row.pages} {pages}, {state}")


def report_withdrawn(out: Path, paths: Iterable[str]) -> None:
    """Say which old PDFs were removed, so that nobody looks for them."""
    for path in paths:
        click.echo(f"{show_path(out / path)}: removed, because it may not be handed out", err=True)


def report_sum(made: int, unchanged: int, missing: int, out: Path) -> None:
    """Print the last line of a build."""
    parts = [f"{made} made", f"{unchanged} unchanged"]
    if missing:
        parts.append(f"{missing} not made")
    total = made + unchanged
    noun = "PDF" if total == 1 else "PDFs"
    click.echo(f"{total} {noun} in {show_path(out)}: {', '.join(parts)}")
