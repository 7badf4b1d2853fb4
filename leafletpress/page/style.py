"""The style of a page: paper and type of the format, then all sheets of ``templates/styles``."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from leafletpress.files import read_text
from leafletpress.fonts import is_supplied
from leafletpress.format import Format, read_cmyk_profile
from leafletpress.language import USUAL_LINE_HEIGHT, Language, source_language
from leafletpress.problems import Location
from leafletpress.project import Project

LINE_HEIGHT = re.compile(r"(?<=line-height: )\d+(?:\.\d+)?(?=;)")

RUNNING = 1.03
"""The size of what stands in the margins, in sizes of Latin running text, for scripts whose type is
larger: with their full size, the lines would not fit into the margin of the format."""

INK = "formats/cmyk.css"
"""The colours of the press, beside the formats."""


def make_style(project: Project, language: Language, layout: Format) -> str:
    """Return the style of a page as one sheet.

    Raises:
        LeafletError: a style sheet cannot be read.
    """
    leading = _leading(project, language)
    texts = [_spread(text, leading / USUAL_LINE_HEIGHT) for _, text in _sheets(project, layout)]
    if layout.icc:
        texts.append(_ink(project, layout))
    return "\n".join([*_first_lines(language, layout, leading), *texts])


def location_in_style(
    project: Project, language: Language, layout: Format, line: int
) -> Location | None:
    """Return where a line of `make_style` stands; None where it stands in no file."""
    rest = line - len(_first_lines(language, layout, _leading(project, language)))
    for path, text in _sheets(project, layout):
        length = text.count("\n") + 1
        if 1 <= rest <= length:
            return Location(path, rest)
        rest -= length
    return None


def _ink(project: Project, layout: Format) -> str:
    """Return the style that replaces the colours of the screen by those of the press."""
    profile = read_cmyk_profile(project.root / layout.icc)
    data = base64.b64encode(profile).decode()
    return (
        f'@color-profile device-cmyk {{ src: url("data:application/vnd.iccprofile;base64,{data}"); '
        "components: cyan, magenta, yellow, black }\n"
        f"{read_text(project.templates.find(INK))}"
    )


def _leading(project: Project, language: Language) -> float:
    if language.hand and is_supplied(language.hand.family, project.fonts):
        return language.hand.line_height
    return language.line_height


def _spread(sheet: str, factor: float) -> str:
    """Return a sheet with its lines further apart, for scripts with tall or deep letters."""
    return LINE_HEIGHT.sub(lambda found: f"{float(found[0]) * factor:.3g}", sheet)


def _first_lines(language: Language, layout: Format, leading: float) -> list[str]:
    families = _family_names(language)
    size = layout.body * language.type_scale
    letters = f"font-size: {size:g}pt; line-height: {leading:g};"
    if language.breaks_anywhere:
        letters += " overflow-wrap: anywhere;"
    if language.type_scale > 1:
        letters += f" --running: {RUNNING / language.type_scale:.3f}rem;"
    marks = " marks: crop;" if layout.marks else ""
    return [
        f"html {{ font-family: {families}; {letters} }}",
        f".cell.source, .in-source {{ {_source_type(language)} }}",
        f"@page {{ size: {layout.page}; margin: {layout.margin}; bleed: {layout.bleed};{marks} }}",
    ]


def _source_type(language: Language) -> str:
    """Return how the source language is set on a page of another: in its own family and size."""
    source = source_language()
    size = source.type_scale / language.type_scale
    return (
        f"font-family: {_family_names(source)}; font-size: {size:g}em;"
        f" line-height: {source.line_height:g};"
    )


def _family_names(language: Language) -> str:
    return ", ".join(f'"{family}"' for family in language.families)


def _sheets(project: Project, layout: Format) -> Iterator[tuple[Path, str]]:
    paths = [*project.templates.glob("styles/*.css").values()]
    if layout.style:
        paths.append(project.templates.find(layout.style_sheet))
    for path in paths:
        yield path, read_text(path)
