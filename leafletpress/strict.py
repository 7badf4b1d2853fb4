"""Strict reading of what people write by hand: front matter, clinic.toml, sign-offs.

A field is read by the type of the struct that holds it; an unknown, missing or ill-typed field
is a problem with its line. All problems of a mapping are gathered before giving up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from leafletpress.files import read_text
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean

S = TypeVar("S", bound=msgspec.Struct)

LineOf = Callable[[str], int | None]
"""Where a field of the mapping stands, as a line from 1."""


def read_struct(data: object, struct: type[S], path: Path, line_of: LineOf) -> S:
    """Return the struct that the mapping `data` describes.

    Raises:
        LeafletError: with one problem for every field that is unknown, missing or of a wrong type.
    """
    if not isinstance(data, Mapping):
        mend = f"write fields, one a line: {', '.join(struct.__struct_fields__)}"
        raise LeafletError([Problem(Location(path, 1), "there are no fields here", mend)])
    problems = [*_unknown(data, struct, path, line_of), *_missing(data, struct, path)]
    values: dict[str, Any] = {}
    hints = get_type_hints(struct, include_extras=True)  # with their patterns and bounds
    for name in struct.__struct_fields__:
        if name in data:
            try:
                values[name] = msgspec.convert(data[name], hints[name])
            except msgspec.ValidationError as error:
                place = Location(path, line_of(name))
                problems.append(Problem(place, *_in_plain_words(name, str(error))))
    if problems:
        raise LeafletError(problems)
    return struct(**values)


def read_toml(path: Path, struct: type[S]) -> S:
    """Return the struct that a TOML file describes.

    Raises:
        LeafletError: the file cannot be read, is not TOML, or does not fit the struct.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        what = f"this is not TOML ({str(error).split(' (at')[0]})"
        mend = 'write name = "value", with quotes around text'
        raise LeafletError([Problem(Location(path, line), what, mend)]) from error
    return read_struct(data, struct, path, lambda name: toml_line(text, name))


def toml_line(text: str, name: str) -> int | None:
    """Return the line of a top-level key or table of a TOML text."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"\s*(\[+\s*)?{re.escape(name)}\s*(=|\]|\.)", line):
            return number
    return None


def _unknown(
    data: Mapping[Any, Any], struct: type[msgspec.Struct], path: Path, line_of: LineOf
) -> list[Problem]:
    fields = struct.__struct_fields__
    return [
        Problem(Location(path, line_of(str(key))), f'unknown field "{key}"',
                did_you_mean(str(key), fields))
        for key in data
        if key not in fields
    ]  # fmt: skip


def _missing(data: Mapping[Any, Any], struct: type[msgspec.Struct], path: Path) -> list[Problem]:
    required = [f.name for f in msgspec.structs.fields(struct) if f.required]
    return [
        Problem(Location(path, 1), f'the field "{name}" is missing', "add it")
        for name in required
        if name not in data
    ]


def _in_plain_words(name: str, message: str) -> tuple[str, str]:
    """Turn msgspec's message about one field into what is wrong and how to mend it."""
    reason, _, place = message.partition(" - at `$")
    inner = place.rstrip("`").lstrip(".")
    where = f'"{name}"' + (f" ({inner})" if inner else "")
    if "of length >= 1" in reason:
        return f"{where} is empty", "write it"
    if found := re.search(r"matching regex '(.+)'", reason):
        return f"{where} is not written as it must be", f"it must fit the pattern {found[1]}"
    if found := re.match(r"Expected `(.+)`, got `(.+)`", reason):
        expected, got = found.groups()
        mend = {
            "str": "put the value in quotes",
            "date": "write a date of the calendar as YYYY-MM-DD",
            "array": "write a list",
        }.get(expected, f"write {expected}")
        return f"{where} is {got} where {expected} is wanted", mend
    if found := re.search(r"Object (contains unknown|missing required) field `(.+)`", reason):
        kind, field = found.groups()
        if kind.startswith("contains"):
            return f'{where} has an unknown field "{field}"', "remove it, or check its spelling"
        return f'{where} lacks the field "{field}"', "add it"
    if "RFC3339" in reason or "date" in reason:
        return f"{where} is no date", "write a date of the calendar as YYYY-MM-DD"
    return f"{where} is not right ({reason})", "see the leaflets that are there for an example"
