"""A format: how an edition is laid on paper. One small TOML file each, in ``templates/formats``."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.strict import read_toml

LENGTH = r"^\d+(\.\d+)?(mm|cm|in|pt)$"


class Imposition(StrEnum):
    """How pages are put on sheets."""

    NONE = "none"
    BOOKLET = "booklet"


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The paper, the size of the type, and the template of a format.

    `page` and `margin` are CSS (``A4``, ``210mm 297mm``; ``18mm 17mm 15mm``), `body` is the size of
    running text in points before the language's own scale. `bleed` is what is printed beyond the
    edge to be trimmed, `marks` whether crop marks are printed. `style` names one more style sheet
    beside the file. `duplex` begins every tear-off part on a right-hand page with a blank back.
    `bilingual` says that the translation stands beside the source, so that there must be one.
    """

    page: str
    margin: str
    body: Annotated[float, msgspec.Meta(ge=6, le=72)]
    template: str = "leaflet.html"
    impose: Imposition = Imposition.NONE
    bleed: Annotated[str, msgspec.Meta(pattern=LENGTH)] = "0mm"
    marks: bool = False
    duplex: bool = False
    bilingual: bool = False
    style: str = ""


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
        LeafletError: there is no such file, it is no TOML, or a key is unknown or ill-typed.
    """
    path = folder / f"{name}.toml"
    if not path.exists():
        mend = did_you_mean(name, format_names(folder))
        raise LeafletError([Problem(Location(folder), f'there is no format "{name}"', mend)])
    return read_toml(path, Format)
