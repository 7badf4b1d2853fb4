"""The faces a language needs: cut static from the wheels' variable fonts, once, and kept.

Static faces are several times faster to write than variable ones, and one Regular and one Bold
file a family is what WeasyPrint needs to print the right letters.
"""

from __future__ import annotations

import hashlib
import html
import struct
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from leafletpress.files import read_bytes, reading, write_whole
from leafletpress.language import Language
from leafletpress.problems import LeafletError, Location, Problem

PACKS = "justmytype.packs"
"""The entry points under which font wheels say where their fonts are."""

WEIGHTS = (400, 700)
BOLD = 600
"""The weight (OS/2, usWeightClass) from which a face is taken for the Bold of its family."""

SUPPLIED = "supplied"
"""What marks a face of the cache as the user's own."""

RECIPE = "1"
"""Raised when the way of cutting changes, so that old faces are cut anew."""

CHECKSUM = 0xB1B0AFBA

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <!-- Only the faces of this folder: the fonts of the system stay out. -->
  <dir>{faces}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Face:
    """A static font file: one weight of one family."""

    family: str
    weight: int
    path: Path


def ensure_faces(
    languages: Iterable[Language], cache_folder: Path, supplied: Path | None = None
) -> dict[str, list[Problem]]:
    """Cut the faces of some languages that the cache does not hold yet.

    `supplied` is a folder of the user's own fonts: the hands of the languages are looked for there.

    Returns:
        For each language, by tag, what is wrong with its fonts; mostly nothing.

    Raises:
        LeafletError: the cache cannot be written.
    """
    problems: dict[str, list[Problem]] = {}
    for language in languages:
        problems[language.tag] = []
        hand = language.hand.family if language.hand else None
        for family in language.families:
            try:
                if family == hand:
                    _take_supplied(family, supplied, cache_folder)
                else:
                    family_faces(family, cache_folder)
            except LeafletError as error:
                problems[language.tag] += error.problems
    faces, kept = cache_folder / "faces", cache_folder / "fontconfig"
    places = {"faces": _escape(faces.resolve()), "cache": _escape(kept.resolve())}
    write_whole(configuration(cache_folder), CONFIGURATION.format(**places).encode())
    write_whole(cache_folder / ".gitignore", b"*\n")
    kept.mkdir(exist_ok=True)  # fontconfig complains of a cache folder that is not there
    return problems


def _escape(path: Path) -> str:
    return html.escape(str(path), quote=False)


def configuration(cache_folder: Path) -> Path:
    """Return the fontconfig file that knows the cut faces and no others."""
    return cache_folder / "fonts.conf"


@cache
def family_faces(family: str, cache_folder: Path) -> tuple[Face, ...]:
    """Return the faces of a family, cutting them where they are missing.

    They are Regular and Bold, or Regular alone where the font has no more.

    Raises:
        LeafletError: no installed wheel holds the family, or the cache cannot be written.
    """
    folder, stem = cache_folder / "faces", family.replace(" ", "")
    if faces := _faces_there(family, folder):
        return faces
    source = _variable_font(family)
    if source is None:
        what = f"no font wheel with the family {family} is installed"
        mend = "install the wheel that holds it (see docs/languages.md)"
        raise LeafletError([Problem("no-font", Location(Path("pyproject.toml")), what, mend)])
    size = source.stat().st_size
    key = hashlib.sha256(f"{RECIPE} {source.name} {size}".encode()).hexdigest()[:12]
    weights = WEIGHTS if _is_variable(source) else WEIGHTS[:1]
    faces = tuple(Face(family, weight, folder / f"{stem}-{weight}-{key}.ttf") for weight in weights)
    for face in faces:
        if not _is_whole(face.path):
            write_whole(face.path, _cut(source, face.weight))
    _remove_others(folder.glob(f"{stem}-*.ttf"), faces)
    return faces


def _is_whole(path: Path) -> bool:
    """Tell whether a face that was cut is there as it was written: a damaged one would print
    nothing, or other letters. All its words add up to a fixed number (OpenType, table "head")."""
    if not path.is_file():
        return False
    data = read_bytes(path)
    words = array("I", data[: len(data) // 4 * 4])
    if sys.byteorder == "little":
        words.byteswap()
    return len(data) % 4 == 0 and sum(words) % 2**32 == CHECKSUM


def is_supplied(family: str, folder: Path) -> bool:
    """Tell whether the user has put a font of that family into the folder."""
    return bool(_supplied_fonts(family, folder))


def _take_supplied(family: str, supplied: Path | None, cache_folder: Path) -> None:
    """Put the user's faces of a family into the cache, and take out those that are gone."""
    folder, stem = cache_folder / "faces", family.replace(" ", "")
    faces = []
    for weight, source in (_supplied_fonts(family, supplied) if supplied else {}).items():
        data = read_bytes(source)
        key = hashlib.sha256(data).hexdigest()[:12]
        face = Face(family, weight, folder / f"{stem}-{weight}-{SUPPLIED}-{key}.ttf")
        faces.append(face)
        with reading(source):
            if not _open(source).axis_infos:
                write_whole(face.path, data)
            elif not _is_whole(face.path):
                write_whole(face.path, _cut(source, weight))
    _remove_others(folder.glob(f"{stem}-*.ttf"), faces)


def _faces_there(family: str, folder: Path) -> tuple[Face, ...]:
    found = sorted(folder.glob(f"{family.replace(' ', '')}-*-{SUPPLIED}-*.ttf"))
    return tuple(Face(family, int(path.name.split("-")[1]), path) for path in found)


def _supplied_fonts(family: str, folder: Path) -> dict[int, Path]:
    """Return the font files of a family in a folder, by weight: one each, or one for both.

    Raises:
        LeafletError: a file cannot be read.
    """
    found: dict[int, Path] = {}
    for path in sorted(folder.glob("*.[to]tf")):
        with reading(path):
            face = _open(path)
            if family not in (face.get_name(16), face.get_name(1)) or "Italic" in path.name:
                continue
            if face.axis_infos:
                return dict.fromkeys(WEIGHTS, path)
            (weight,) = struct.unpack(">H", face.reference_table("OS/2").data[4:6])
        found.setdefault(WEIGHTS[weight >= BOLD], path)
    return found


def _open(path: Path) -> Any:
    import uharfbuzz  # only needed where a PDF is made or text is checked

    return uharfbuzz.Face(uharfbuzz.Blob(read_bytes(path)))


def _remove_others(paths: Iterable[Path], faces: Sequence[Face]) -> None:
    """Remove faces that an older font left: two of one family and weight print wrong letters."""
    for path in set(paths) - {face.path for face in faces}:
        path.unlink(missing_ok=True)


def missing_characters(text: str, families: Sequence[str], cache_folder: Path) -> list[str]:
    """Return the characters of `text` that no face of the families can show, sorted."""
    return sorted(
        character
        for character in set(text)
        if unicodedata.category(character) not in ("Cc", "Cf")
        and not any(ord(character) in _coverage(family, cache_folder) for family in families)
    )


def name_character(character: str) -> str:
    """Return a character so that a person can find it: ``“≤” (U+2264 LESS-THAN OR EQUAL TO)``."""
    name = unicodedata.name(character, "no name")
    return f"“{character}” (U+{ord(character):04X} {name})"


@cache
def _coverage(family: str, cache_folder: Path) -> frozenset[int]:
    try:
        faces = family_faces(family, cache_folder)
    except LeafletError:
        return frozenset()
    covered = [set(_open(face.path).unicodes) for face in faces]
    return frozenset(set.intersection(*covered))


def _cut(source: Path, weight: int) -> bytes:
    import uharfbuzz

    face = _open(source)
    plan = uharfbuzz.SubsetInput()
    plan.keep_everything()
    plan.pin_axis_location(face, "wght", weight)
    plan.pin_axis_location(face, "wdth", 100)
    cut = uharfbuzz.subset(face, plan)
    return bytes(cut.blob.data)


def _is_variable(source: Path) -> bool:
    return "[" in source.name


@cache
def _variable_font(family: str) -> Path | None:
    folder = family.replace(" ", "").lower()
    for pack in sorted(entry_points(group=PACKS), key=lambda pack: pack.name):
        for fonts in pack.load()().get_font_directories():
            found = sorted(Path(fonts).glob(f"ofl/{folder}/*.ttf"))
            upright = [path for path in found if "Italic" not in path.name]
            if upright:
                return upright[0]
    return None
