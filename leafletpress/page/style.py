"""The style sheets of a page: all of ``templates/styles``, then the format's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leafletpress.files import read_text
from leafletpress.languages import Language
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.project import Project

FORMATS = "formats"


def format_names(project: Project) -> list[str]:
    """Return the formats there are: one style sheet each in ``templates/formats``."""
    return sorted(path.stem for path in (project.templates / FORMATS).glob("*.css"))


def make_style(project: Project, language: Language, format_name: str) -> str:
    """Return the style sheets in their order, the format's last, after the language's fonts.

    Raises:
        LeafletError: a style sheet cannot be read, or there is no such format.
    """
    families = ", ".join(f'"{family}"' for family in language.families)
    texts = [text for _, text in _sheets(project, format_name)]
    return "\n".join([f"html {{ font-family: {families}; }}", *texts])


def place_in_style(project: Project, format_name: str, line: int) -> Location | None:
    """Return where a line of `make_style` stands; None where it stands in no file."""
    rest = line - 1  # the language's fonts are the first line
    for path, text in _sheets(project, format_name):
        length = text.count("\n") + 1
        if 1 <= rest <= length:
            return Location(path, rest)
        rest -= length
    return None


def _sheets(project: Project, format_name: str) -> Iterator[tuple[Path, str]]:
    chosen = project.templates / FORMATS / f"{format_name}.css"
    if not chosen.exists():
        what = f'there is no format "{format_name}"'
        mend = did_you_mean(format_name, format_names(project))
        raise LeafletError([Problem(Location(chosen.parent), what, mend)])
    for path in (*sorted((project.templates / "styles").glob("*.css")), chosen):
        yield path, read_text(path)
