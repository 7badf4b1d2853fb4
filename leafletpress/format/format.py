"""A format: how an edition is laid on paper. One small TOML file each, in ``templates/formats``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated

import msgspec

from leafletpress.files import is_there, read_text
from leafletpress.format.colour_profile import read_cmyk_profile
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.project import Project
from leafletpress.toml import TomlText, read_toml

FOLDER = "formats"
"""Where formats and their style sheets lie in the templates."""

LENGTH = r"\d+(\.\d+)?(mm|cm|in|pt)"
SIDE = rf"(?=[\d.]*[1-9]){LENGTH}"

PAPERS = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B4": (250, 353), "B5": (176, 250),
    "JIS-B4": (257, 364), "JIS-B5": (182, 257),
    "letter": (216, 279), "legal": (216, 356), "ledger": (279, 432),
}  # fmt: skip
"""The papers that CSS knows by name (CSS Paged Media, section 7.1), in any case of letters: width
and height in mm."""

UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
"""The mm of each unit."""

LEAST_ROOM = 50.0
"""The mm between margins, across and down, below which no line of text fits."""

PAPER = re.compile(rf"({'|'.join(PAPERS)})(\s+(portrait|landscape))?|{SIDE}(\s+{SIDE})?", re.I)
NAME = re.compile("[a-z0-9-]{1,60}")
"""How a format is called: its name stands in those of its PDFs."""

LENGTHS = re.compile(r"(\d+(?:\.\d+)?)(mm|cm|in|pt)?")
SIDES = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""Which of so many lengths is the margin at the top, the right, the bottom and the left."""

MARGIN = re.compile(rf"(0|{LENGTH})(\s+(0|{LENGTH})){{0,3}}")


class Imposition(StrEnum):
    """How pages are put on sheets."""

    NONE = "none"
    BOOKLET = "booklet"


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The paper, the size of the type, and the template of a format.

    `page` and `margin` are CSS (``A4``, ``210mm 297mm``; ``18mm 17mm 15mm``), `body` is the size of
    running text in points before the language's own scale. `bleed` is what is printed beyond the
    edge to be trimmed, `marks` whether crop marks are printed, `clearance` how
    near, in mm, a text may come to that edge. `style` names one more style sheet
    beside the file. `icc` names a CMYK profile of the printer, in the project's folder; the page is
    then coloured in CMYK, its text in black ink alone. `bilingual` says that the template prints
    the source beside the translation, so that there must be a translation. `for_review` says that
    the pages are for those who check the text: they are printed from any state, and never into the
    folders of what patients get.
    """

    page: str
    margin: str
    body: Annotated[float, msgspec.Meta(ge=6, le=72, description="a number of points, 6 to 72")]
    template: str = "leaflet.html"
    impose: Imposition = Imposition.NONE
    bleed: Annotated[
        str, msgspec.Meta(pattern=f"^{LENGTH}$", max_length=20, description="a length, such as 3mm")
    ] = "0mm"
    marks: bool = False
    clearance: Annotated[
        float, msgspec.Meta(ge=0, le=20, description="a number of millimetres, 0 to 20")
    ] = 0
    style: str = ""
    icc: str = ""
    bilingual: bool = False
    for_review: bool = False

    @property
    def style_sheet(self) -> str:
        """The name of the style sheet among the templates; only where `style` names one."""
        return (PurePosixPath(FOLDER) / self.style).as_posix()


def format_names(project: Project) -> list[str]:
    """Return the names of the formats of a project, its own and the program's, sorted."""
    return sorted(path.stem for path in project.templates.glob("formats/*.toml").values())


def is_format_name(name: str) -> bool:
    """Tell whether a format may be called so."""
    return bool(NAME.fullmatch(name))


def read_formats(project: Project, names: Iterable[str]) -> tuple[dict[str, Format], list[Problem]]:
    """Read formats by name; one that cannot be read does not stop the others."""
    formats: dict[str, Format] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            formats[name] = read_format(project, name)
        except LeafletError as error:
            problems += error.problems
    return formats, problems


def read_format(project: Project, name: str) -> Format:
    """Read a format.

    Raises:
        LeafletError: there is no such file, it is no TOML, a key is unknown or ill-typed, or the
            paper, the margin, the template, the style sheet or the colour profile is none.
    """
    path = project.templates.find(f"{FOLDER}/{name}.toml")
    if not is_format_name(name):
        what = "a format is called by small letters, digits and hyphens"
        raise LeafletError([Problem("misnamed", Location(path), what, "rename the file")])
    if not is_there(path):
        location = Location(project.templates.own / FOLDER)
        mend = did_you_mean(name, format_names(project))
        what = f'there is no format "{name}"'
        raise LeafletError([Problem("unknown-format", location, what, mend)])
    toml = read_toml(path)
    layout = toml.read(Format)
    if problems := [*_sheet_problems(layout, toml), *_problems_of_files(layout, toml, project)]:
        raise LeafletError(problems)
    return layout


def read_all_formats(project: Project) -> tuple[list[Format], list[Problem]]:
    """Read every format of a project, and tell what kept others from being read."""
    formats, problems = read_formats(project, format_names(project))
    if not formats and not problems:
        what = "there are no formats"
        location = Location(project.templates.program / FOLDER)
        problems = [Problem("no-formats", location, what, "put them back, or restore them")]
    return list(formats.values()), problems


def review_templates(formats: Iterable[Format]) -> set[str]:
    """Return the templates that only sheets for reviewers are made of.

    The template of a format that could not be read counts as one for patients.
    """
    formats = list(formats)
    review = {one.template for one in formats if one.for_review}
    return review - {one.template for one in formats if not one.for_review}


def _sheet_problems(layout: Format, toml: TomlText) -> Iterator[Problem]:
    """Yield what is wrong with paper and margin, which WeasyPrint would pass over."""
    if not PAPER.fullmatch(layout.page.strip()):
        location = toml.location("page")
        mend = f"write {', '.join(PAPERS)}, or two lengths such as 210mm 297mm"
        yield Problem("unknown-paper", location, f'there is no paper "{layout.page}"', mend)
    if not MARGIN.fullmatch(layout.margin.strip()):
        location = toml.location("margin")
        mend = "write lengths above 0 in mm, cm, in or pt, for example 18mm 17mm 15mm"
        yield Problem("no-margin", location, f'"{layout.margin}" is no margin', mend)
    elif PAPER.fullmatch(layout.page.strip()) and min(_room(layout)) < LEAST_ROOM:
        location = toml.location("margin")
        what = f'"{layout.margin}" leaves too little room for text on this paper'
        yield Problem("no-room", location, what, "write smaller margins, or larger paper")


def _room(layout: Format) -> tuple[float, float]:
    """Return the mm between the margins, across and down, as CSS reads both."""
    name, *turn = layout.page.lower().split()
    papers = {paper.lower(): size for paper, size in PAPERS.items()}
    lengths = _millimetres(layout.page)
    width, height = papers[name] if name in papers else (lengths[0], lengths[-1])
    if turn == ["landscape"]:
        width, height = height, width
    sides = _millimetres(layout.margin)
    top, right, bottom, left = (sides[which] for which in SIDES[len(sides)])
    return width - left - right, height - top - bottom


def _millimetres(lengths: str) -> list[float]:
    return [float(number) * UNITS.get(unit, 1) for number, unit in LENGTHS.findall(lengths.lower())]


def _problems_of_files(layout: Format, toml: TomlText, project: Project) -> Iterator[Problem]:
    """Yield what is wrong with the files that a format names, told where it names them."""
    if not is_there(project.templates.find(layout.template)):
        location = toml.location("template")
        what = f'there is no template "{layout.template}"'
        yield Problem("no-template", location, what, f"put it into {project.templates.own.name}")
    if layout.style:
        location = toml.location("style")
        sheet = project.templates.find(layout.style_sheet)
        if not is_there(sheet):
            what = f'there is no style sheet "{layout.style}"'
            yield Problem("no-style-sheet", location, what, "put it beside this file")
        else:
            folders = [folder / FOLDER for folder in project.templates.folders]
            yield from _file_problems(layout.style, sheet, folders, location, read_text)
    if layout.icc:
        location = toml.location("icc")
        profile = project.root / layout.icc
        yield from _file_problems(layout.icc, profile, [project.root], location, read_cmyk_profile)


def _file_problems(
    name: str,
    path: Path,
    folders: Iterable[Path],
    location: Location,
    read: Callable[[Path], object],
) -> Iterator[Problem]:
    """Yield why a file that a format names, in one of these folders, cannot be read."""
    try:
        real = Path(os.path.realpath(path))
        if not any(real.is_relative_to(os.path.realpath(folder)) for folder in folders):
            what = f'"{name}" lies outside the folder of the project'
            yield Problem("outside-project", location, what, "copy it into the project")
            return
        read(path)
    except LeafletError as error:
        for problem in error.problems:
            yield replace(problem, location=location, what=f'"{name}": {problem.what}')
    except ValueError:
        what = f'"{name}" is no name of a file'
        yield Problem("no-such-file", location, what, "write the name of the file")
