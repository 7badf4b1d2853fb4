"""A format: how an edition is laid on paper. One small TOML file each, in ``templates/formats``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.files import is_there, read_bytes, read_text
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.strict import read_toml, toml_line

LENGTH = r"\d+(\.\d+)?(mm|cm|in|pt)"
SIDE = rf"(?=[\d.]*[1-9]){LENGTH}"

PAPERS = ("A3", "A4", "A5", "B4", "B5", "JIS-B4", "JIS-B5", "letter", "legal", "ledger")
"""The papers that CSS knows by name (CSS Paged Media, section 7.1), in any case of letters."""

PAPER = re.compile(rf"({'|'.join(PAPERS)})(\s+(portrait|landscape))?|{SIDE}(\s+{SIDE})?", re.I)
MARGIN = re.compile(rf"(0|{LENGTH})(\s+(0|{LENGTH})){{0,3}}")


class Imposition(StrEnum):
    """How pages are put on sheets."""

    NONE = "none"
    BOOKLET = "booklet"


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The paper, the size of the type, and the template of a format.

    `page` and `margin` are CSS (``A4``, ``210mm 297mm``; ``18mm 17mm 15mm``), `body` is the size of
    running text in points before the language's own scale. `bleed` is what is printed beyond the
    edge to be trimmed, `marks` whether crop marks are printed. `style` names one more style sheet
    beside the file. `icc` names a CMYK profile of the printer, in the project's folder; the page is
    then coloured in CMYK, its text in black ink alone. `bilingual` says that the template prints
    the source beside the translation, so that there must be a translation. `for_review` says that
    the pages are for those who check the text: they are printed from any state, and never into the
    folders of what patients get.
    """

    page: str
    margin: str
    body: Annotated[float, msgspec.Meta(ge=6, le=72)]
    template: str = "leaflet.html"
    impose: Imposition = Imposition.NONE
    bleed: Annotated[str, msgspec.Meta(pattern=f"^{LENGTH}$")] = "0mm"
    marks: bool = False
    style: str = ""
    icc: str = ""
    bilingual: bool = False
    for_review: bool = False


def format_names(folder: Path) -> list[str]:
    """Return the names of the formats in a folder, sorted."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def read_formats(folder: Path, names: Iterable[str]) -> tuple[dict[str, Format], list[Problem]]:
    """Read formats by name; one that cannot be read costs only itself."""
    formats: dict[str, Format] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            formats[name] = read_format(folder, name)
        except LeafletError as error:
            problems += error.problems
    return formats, problems


def read_format(folder: Path, name: str) -> Format:
    """Read a format.

    Raises:
        LeafletError: there is no such file, it is no TOML, a key is unknown or ill-typed, or the
            paper, the margin or the style sheet is none.
    """
    path = folder / f"{name}.toml"
    if not is_there(path):
        mend = did_you_mean(name, format_names(folder))
        raise LeafletError([Problem(Location(folder), f'there is no format "{name}"', mend)])
    layout = read_toml(path, Format)
    if problems := [*_sheet_problems(layout, path), *_style_problems(layout, path)]:
        raise LeafletError(problems)
    return layout


def review_templates(folder: Path) -> set[str]:
    """Return the templates that only sheets for reviewers are made of.

    A format that cannot be read is told when it is named; its template counts as one for patients.
    """
    formats, _ = read_formats(folder, format_names(folder))
    review = {one.template for one in formats.values() if one.for_review}
    return review - {one.template for one in formats.values() if not one.for_review}


def read_cmyk_profile(path: Path) -> bytes:
    """Return the bytes of an ICC profile for CMYK.

    Raises:
        LeafletError: the file is missing, no ICC profile, or one for other colours. The signatures
            are those of ICC.1, section 7.2.
    """
    data = read_bytes(path)
    if data[36:40] != b"acsp":
        mend = "ask the print shop for its ICC profile"
        raise LeafletError([Problem(Location(path), "this is no ICC profile", mend)])
    colours = data[16:20].decode("latin-1").strip()
    if colours != "CMYK":
        what = f"this ICC profile is for {colours}, not for CMYK"
        raise LeafletError([Problem(Location(path), what, "ask the print shop for one for CMYK")])
    return data


def _sheet_problems(layout: Format, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with paper and margin, which WeasyPrint would pass over."""
    if not PAPER.fullmatch(layout.page.strip()):
        place = Location(path, toml_line(read_text(path), "page"))
        mend = f"write {', '.join(PAPERS)}, or two lengths such as 210mm 297mm"
        yield Problem(place, f'there is no paper "{layout.page}"', mend)
    if not MARGIN.fullmatch(layout.margin.strip()):
        place = Location(path, toml_line(read_text(path), "margin"))
        mend = "write lengths above 0 in mm, cm, in or pt, for example 18mm 17mm 15mm"
        yield Problem(place, f'"{layout.margin}" is no margin', mend)


def _style_problems(layout: Format, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the files that a format names."""
    if layout.style and not (path.parent / layout.style).is_file():
        place = Location(path, toml_line(read_text(path), "style"))
        yield Problem(place, f'there is no style sheet "{layout.style}"', "put it beside this file")
