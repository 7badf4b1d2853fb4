"""Files of a project's own templates that nothing reads: a mistyped name would change no page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath

from jinja2 import meta, nodes

from leafletpress.files import is_there
from leafletpress.format.format import FOLDER, Format
from leafletpress.leaks import parse_template
from leafletpress.problems import Location, Problem, did_you_mean
from leafletpress.project import Project
from leafletpress.templates import Templates

ALWAYS = (f"{FOLDER}/*.toml", "styles/*.css")
"""What is read whatever its name: each file is a format, or one more style sheet of every page."""

TEMPLATES = (".html", ".svg")


def unread_templates(project: Project, formats: Iterable[Format]) -> list[Problem]:
    """Return a problem for each file in a project's own templates that nothing reads.

    Read is what has the name of a file of the program, what `ALWAYS` finds, what one of the
    `formats` names, and what a template that is read includes.

    Raises:
        LeafletError: a template is malformed.
    """
    templates = project.templates
    if templates.own == templates.program:
        return []
    if is_there(templates.own) and not templates.own.is_dir():
        mend = "move it away, and put files that replace the program's into a folder of this name"
        return [Problem("no-folder", Location(templates.own), "this is no folder", mend)]
    shipped = _files(templates.program)
    known = {*shipped, *(name for pattern in ALWAYS for name in templates.glob(pattern))}
    for layout in formats:
        known |= {layout.template, layout.style_sheet}
    known |= _included(templates, known)
    return [
        Problem(
            "unread-file", Location(path), "nothing reads this file", _mend(name, list(shipped))
        )
        for name, path in _files(templates.own).items()
        if name not in known
    ]


def _files(folder: Path) -> dict[str, Path]:
    found = Templates(folder, folder).glob("**/*")
    return {name: path for name, path in found.items() if not path.is_dir()}


def _included(templates: Templates, names: Iterable[str]) -> set[str]:
    """Return the names of what these templates include, what that includes, and so on."""
    left = [name for name in names if name.endswith(TEMPLATES)]
    seen: set[str] = set()
    while left:
        name = left.pop()
        path = templates.find(name)
        if name in seen or not path.is_file():
            continue
        seen.add(name)
        left += _references(parse_template(path))
    return seen


@lru_cache(maxsize=128)  # the same text has the same tree: see `parse_template`
def _references(tree: nodes.Template) -> tuple[str, ...]:
    return tuple(filter(None, meta.find_referenced_templates(tree)))


def _mend(name: str, shipped: Sequence[str]) -> str:
    folder = PurePosixPath(name).parent
    near = [other for other in shipped if PurePosixPath(other).parent == folder]
    hint = did_you_mean(name, near or shipped)
    return f"name it in a format or in a template, or move it away; {hint}"
