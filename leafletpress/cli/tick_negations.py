"""Ticking negations: a reviser looks at each critical sentence in which a "not" could get lost."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from leafletpress.approval import SigningTask
from leafletpress.cli.report import report_problems, show_path
from leafletpress.edition import Text
from leafletpress.language import Language, find_negations, source_language
from leafletpress.problems import Location, Problem

Marked = tuple[Language, Text]
"""A text with the language that it is translated to."""


def take_ticks(tasks: Sequence[SigningTask], ticked: Sequence[str]) -> tuple[str, ...] | None:
    """Return the ids of all negations, once each is ticked on the command line or the terminal.

    Without a terminal nothing is asked: the sentences are listed with their ids, and what was not
    ticked is a problem.

    Returns:
        None where a negation is not kept, or not ticked.

    Raises:
        click.UsageError: an id of no sentence of these texts.
    """
    to_tick = {short: (task.language, text) for task in tasks for short, text in
               task.to_tick().items()}  # fmt: skip
    for short in ticked:
        if tasks and short not in to_tick:
            what = f'"{short}" is no sentence to tick in this text'
            raise click.UsageError(f"{what}: leave --ticked out to see which there are")
    open_ones = {short: marked for short, marked in to_tick.items() if short not in ticked}
    asks = _ask_all if sys.stdin.isatty() else _list_all
    return tuple(to_tick) if asks(open_ones) else None


def _list_all(texts: dict[str, Marked]) -> bool:
    for short, marked in texts.items():
        click.echo(f"{short}  {_shown(marked)}")
    return not report_problems(
        Problem(
            "unticked-negation",
            text.location,
            f"nobody has ticked {_negations(text)}",
            f"compare the two sentences; where the translation keeps it, add --ticked {short}",
        )
        for short, (_, text) in texts.items()
    )


def _ask_all(texts: dict[str, Marked]) -> bool:
    for number, marked in enumerate(texts.values(), start=1):
        click.echo(f"\n{number} of {len(texts)}  {_shown(marked)}")
        _, text = marked
        if not click.confirm(f"Does the translation keep {_negations(text)}?", default=None):
            what = f"{_negations(text)} is not kept, so nothing was recorded"
            mend = "mend the translation, then approve again"
            report_problems([Problem("lost-negation", text.location, what, mend)])
            return False
    return True


def _shown(marked: Marked) -> str:
    language, text = marked
    location = Location(Path(show_path(text.location.path)), text.location.line).show()
    names = [source_language().english_name, language.english_name]
    width = max(map(len, names)) + 1
    texts = [_highlighted(text.segment.text, source_language()),
             _highlighted(text.translation, language)]  # fmt: skip
    lines = [f"  {name + ':':{width}} {said}" for name, said in zip(names, texts, strict=True)]
    return "\n".join([location, *lines])


def _highlighted(text: str, language: Language) -> str:
    """Return a text with its negations in bold on a terminal, as far as they are known."""
    for start, end in reversed(find_negations(text, language) or ()):
        text = text[:start] + click.style(text[start:end], bold=True) + text[end:]
    return " ".join(text.split())


def _negations(text: Text) -> str:
    """Return the source's negations as a question names them: ``"Do not" and "until"``."""
    source = text.segment.text
    found = [
        f'"{source[start:end]}"' for start, end in find_negations(source, source_language()) or ()
    ]
    if len(found) > 1:
        return f"{', '.join(found[:-1])} and {found[-1]}"
    return "".join(found)
