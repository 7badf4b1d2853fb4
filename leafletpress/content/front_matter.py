"""The front matter of a leaflet: what it is called, how old it is, what it rests on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from leafletpress.content.bounds import MOST_IN_FRONT
from leafletpress.content.plain_yaml import TrickError, load_yaml
from leafletpress.problems import Fault, LeafletError, Location, Problem
from leafletpress.toml import read_struct

FENCE = "---"
SERVER = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?")
WORD = r"^[a-z][a-z0-9-]*$"

NonEmpty = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A publication that a leaflet rests on, cited in the text as ``[@key]``."""

    key: Annotated[str, msgspec.Meta(pattern=WORD, description="small letters and digits")]
    text: NonEmpty
    url: str = ""


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields at the head of a leaflet. `title` and `summary` are translated."""

    id: NonEmpty
    title: NonEmpty
    summary: NonEmpty
    version: NonEmpty
    updated: datetime.date
    review_by: datetime.date
    written_by: NonEmpty
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Parts:
    """A leaflet's front matter and body, with where they stand in the file."""

    front_matter: FrontMatter
    lines: dict[str, int]
    body: str
    body_line: int


def split_front_matter(text: str, path: Path) -> Parts:
    """Part a leaflet into its validated front matter and its Markdown body.

    Raises:
        LeafletError: there is no front matter, it is not YAML 1.2, a key stands twice, or a field
            is unknown, missing, of a wrong type, or a date that no calendar has.
    """
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        mend = f"begin the file with a line {FENCE}, the fields, and another line {FENCE}"
        raise LeafletError(
            [Problem("no-front-matter", Location(path, 1), "there is no front matter", mend)]
        )
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if closing is None:
        what = "the front matter never ends"
        mend = f"close it with a line {FENCE}"
        raise LeafletError([Problem("no-front-matter", Location(path, 1), what, mend)])
    front = "\n".join(lines[1:closing])
    if len(front) > MOST_IN_FRONT:
        what = f"the front matter has {len(front)} characters, more than {MOST_IN_FRONT}"
        mend = "shorten it, or make two leaflets"
        raise LeafletError([Problem("too-large", Location(path, 1), what, mend)])
    data = _read_yaml(front, path)
    front_matter = read_struct(data, FrontMatter, path, lambda steps: _line(data, steps))
    places = {name: _line(data, [name]) for name in data}
    problems = list(_consistency(front_matter, places, path))
    if problems:
        raise LeafletError(problems)
    body_line = closing + 2
    return Parts(front_matter, places, "\n".join(lines[closing + 1 :]), body_line)


def _line(data: Any, steps: Iterable[str | int]) -> int:
    """Return the line of a field: that of the innermost list item or field that stands there."""
    line = 1
    for step in steps:
        if isinstance(data, CommentedMap) and step in data:
            line = data.lc.key(step)[0] + 2
        elif isinstance(data, CommentedSeq):
            line = data.lc.item(step)[0] + 2
        else:
            break
        data = data[step]
    return line


def _read_yaml(text: str, path: Path) -> Any:
    """Return the data of a front matter, whose first line is the second of its file."""
    try:
        return load_yaml(text)
    except TrickError as error:
        line, fault = error.line + 1, error.fault
    except MarkedYAMLError as error:
        line, fault = _malformed(error)
    except YAMLError:
        line, fault = _control(text)
    except ValueError as error:  # ruamel constructs dates while it reads: 2026-02-30
        line, bad = _impossible_date(text)
        what = f"{bad} is no date of the calendar" if bad else f"a value is not right ({error})"
        line, fault = line + 1, Fault("wrong-value", what, "write a date as YYYY-MM-DD")
    raise LeafletError([fault.at(Location(path, line))])


def _malformed(error: MarkedYAMLError) -> tuple[int, Fault]:
    """Return the line, and what is wrong there, as the library tells it."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 2 if mark else 1
    what = str(error.problem).split("\n")[0]
    if found := re.match(r'found duplicate key "(.+?)"', what):
        return line, Fault("stands-twice", f'"{found[1]}" stands twice', "keep one of them")
    mend = "put the value in quotes, or mend its indentation"
    return line, Fault("not-yaml", f"the front matter is not YAML ({what})", mend)


def _control(text: str) -> tuple[int, Fault]:
    what = "an invisible or broken character stands in the front matter"
    found = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", text)
    line = text.count("\n", 0, found.start()) + 2 if found else 1
    return line, Fault("control-character", what, "remove it")


def _impossible_date(text: str) -> tuple[int, str]:
    for number, line in enumerate(text.split("\n"), start=1):
        for bad in re.finditer(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", line):
            try:
                datetime.date(*map(int, bad.groups()))
            except ValueError:
                return number, bad[0]
    return 1, ""


def _consistency(fields: FrontMatter, places: dict[str, int], path: Path) -> Iterator[Problem]:
    if fields.review_by <= fields.updated:
        location = Location(path, places.get("review_by"))
        what = "review_by is not after updated"
        yield Problem("review-date", location, what, "set a later review date")
    for source in fields.sources:
        if source.url and not _is_web_address(source.url):
            location = Location(path, places.get("sources"))
            what = f'the url of "{source.key}" is no web address'
            yield Problem("web-address", location, what, "write one that begins with https://")
    keys = [source.key for source in fields.sources]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        location = Location(path, places.get("sources"))
        what = f'two sources have the key "{key}"'
        yield Problem("same-source-key", location, what, "give each its own key")


def _is_web_address(text: str) -> bool:
    """Tell whether a browser can open an address; the page prints the name of its server."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(SERVER.fullmatch(parts.netloc))
    except ValueError:  # as http://[::1
        return False
