"""The words of the templates, as segments: what ``page.po`` translates."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import nodes

from leafletpress.content.segment import Segment
from leafletpress.files import reading
from leafletpress.leaks import parse_template
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.templates import Templates

GETTEXT = "_"
"""The function that templates call for every word a reader sees."""


def read_template_messages(templates: Templates) -> tuple[Segment, ...]:
    """Return every text that the templates pass to ``_``, in the order of the files.

    Raises:
        LeafletError: a template is malformed, or passes something else than one plain text.
    """
    files = templates.glob("**/*.html").values()
    if not files:
        location = Location(templates.program)
        problem = Problem("no-template", location, "there are no templates here", "put them back")
        raise LeafletError([problem])
    found: dict[str, Segment] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            with reading(path):
                calls = _calls(path)
            for line, text, note in calls:
                found.setdefault(text, _segment(text, note, path, line))
        except LeafletError as error:
            problems += error.problems
    if problems:
        raise LeafletError(problems)
    return tuple(found.values())


def _segment(text: str, note: str, path: Path, line: int) -> Segment:
    return Segment(
        text=text,
        context=None,
        kind="word of the page",
        section=(path.stem,),
        section_id=path.stem,
        critical=False,
        note=note,
        location=Location(path, line),
    )


def _calls(path: Path) -> list[tuple[int, str, str]]:
    """Return line, text and translators' note of every ``_("text", note="…")``."""
    calls = []
    for line, text, note in _arguments(parse_template(path)):
        if not isinstance(text, str):
            what = f"{GETTEXT}() is called with something that is no plain text"
            mend = f'write {GETTEXT}("…"), with values as placeholders: {{name}}'
            raise LeafletError([Problem("not-plain-text", Location(path, line), what, mend)])
        calls.append((line, text, note))
    return calls


@lru_cache(maxsize=128)  # the same text has the same tree: see `parse_template`
def _arguments(tree: nodes.Template) -> tuple[tuple[int, object, str], ...]:
    """Return line, constant (None where it is none) and note of every call of `GETTEXT`."""
    found = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == GETTEXT:
            argument = call.args[0] if call.args else None
            value = argument.value if isinstance(argument, nodes.Const) else None
            notes = (k.value for k in call.kwargs if k.key == "note")
            note = next((value.value for value in notes if isinstance(value, nodes.Const)), "")
            found.append((call.lineno, value, str(note)))
    return tuple(found)
