"""Strict reading of what people write by hand: front matter, clinic.toml, sign-offs.

A field is read by the type of the struct that holds it; an unknown, missing or ill-typed field
is a problem with its line. All problems of a mapping are gathered before giving up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from leafletpress.files import read_text, reading
from leafletpress.problems import (
    MOST_PROBLEMS,
    Fault,
    LeafletError,
    Location,
    Problem,
    did_you_mean,
    more_problems,
)
from leafletpress.toml.outline import Outline, Step

S = TypeVar("S", bound=msgspec.Struct)

TYPES = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "yes or no",
    "null": "empty",
    "date": "a date",
    "datetime": "a date with a time",
    "ScalarFloat": "a number",  # ruamel.yaml's
    "array": "a list",
    "object": "a table",
}
"""Types as msgspec names them, in plain words."""

MENDS = {
    "str": "put the value in quotes",
    "bool": "write true or false, without quotes",
    "date": "write a date of the calendar as YYYY-MM-DD",
}
"""How to mend a value of a wrong type, by the type that is wanted; else: write one."""

LineOf = Callable[[tuple[Step, ...]], int | None]
"""The line, from 1, of a field: ``("signoff", 1, "role")`` is the role of the second sign-off."""


def read_struct(data: object, struct: type[S], path: Path, line_of: LineOf) -> S:
    """Return the struct that the mapping `data` describes.

    Raises:
        LeafletError: with one problem for every field that is unknown, missing or of a wrong type.
    """
    reader = _Reader(path, line_of)
    found = reader.read(data, struct, ())
    if reader.problems or found is None:
        raise LeafletError(reader.problems)
    return found


@dataclass(frozen=True)
class TomlText:
    """The text of a TOML file: what it describes, and where each part of it stands.

    `path` only names it in problems.
    """

    text: str
    path: Path

    def read(self, struct: type[S]) -> S:
        """Return the struct that the text describes.

        Raises:
            LeafletError: it is not TOML, or does not fit the struct.
        """
        with reading(self.path):
            if fault := self._outline.fault:
                line, what = fault
                mend = "remove it: no file of a project has that"
                location = Location(self.path, line)
                raise LeafletError([Problem("too-large", location, f"{what} cannot be read", mend)])
            data = _load(self.text, self.path)
            return read_struct(data, struct, self.path, lambda steps: self._outline.line(*steps))

    def location(self, *steps: Step) -> Location:
        """Return where a key or a table stands; line 1 for the text as a whole.

        `steps` lead there from the top: ``"phones", "team_phone"``. Where there is no such key, it
        is the line of what is around it.
        """
        return Location(self.path, self._outline.line(*steps))

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self.text)


def read_toml(path: Path) -> TomlText:
    """Return the text of a TOML file, read once. Raises LeafletError where it cannot be read."""
    return TomlText(read_text(path), path)


def _load(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        what = f"this is not TOML ({str(error).split(' (at')[0]})"
        mend = 'write name = "value", with quotes around text'
        raise LeafletError([Problem("not-toml", Location(path, line), what, mend)]) from error


@lru_cache(maxsize=64)
def _hints(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(struct, include_extras=True)


class _Reader:
    """Reads structs within structs; every problem is noted, and reading goes on behind it."""

    def __init__(self, path: Path, line_of: LineOf) -> None:
        self.path = path
        self.line_of = line_of
        self.problems: list[Problem] = []

    def read(self, data: object, struct: type[S], steps: tuple[Step, ...]) -> S | None:
        if not isinstance(data, Mapping):
            mend = f"write fields, one a line: {', '.join(struct.__struct_fields__)}"
            self.note(steps, Fault("not-a-table", "there are no fields here", mend))
            return None
        before = len(self.problems)
        fields = struct.__struct_fields__
        for key in data:
            if key not in fields:
                mend = did_you_mean(str(key), fields)
                fault = Fault("unknown-key", f'unknown field "{key}"', mend)
                self.note((*steps, str(key)), fault)
        for field in msgspec.structs.fields(struct):
            if field.required and field.name not in data:
                what = f'the field "{field.name}" is missing'
                self.note(steps, Fault("missing-key", what, "add it"))
        hints = _hints(struct)
        values = {
            name: self.read_value(data[name], hints[name], (*steps, name))
            for name in fields
            if name in data
        }
        return struct(**values) if len(self.problems) == before else None

    def read_value(self, value: object, hint: Any, steps: tuple[Step, ...]) -> Any:
        kind = get_origin(hint)
        inner: Any = get_args(hint)[-1] if kind in (list, dict) else None
        if kind is dict and isinstance(value, Mapping):
            name = get_args(hint)[0]
            return {
                self.read_value(key, name, (*steps, key)): self.read_value(
                    part, inner, (*steps, key)
                )
                for key, part in value.items()
            }
        if kind is list and isinstance(value, list) and _is_struct(inner):
            return [self.read(part, inner, (*steps, number)) for number, part in enumerate(value)]
        if kind is list and isinstance(value, list) and _is_read_alone(inner):
            return [self.read_value(part, inner, steps) for part in value]
        try:
            return msgspec.convert(value, hint)
        except msgspec.ValidationError as error:
            self.note(steps, _in_plain_words(f'"{steps[-1]}"', value, hint, str(error)))
            return None

    def note(self, steps: tuple[Step, ...], fault: Fault) -> None:
        location = Location(self.path, self.line_of(steps))
        if len(self.problems) == MOST_PROBLEMS:
            raise LeafletError([*self.problems, more_problems(location)])
        self.problems.append(fault.at(location))


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def _is_read_alone(hint: Any) -> bool:
    """Tell whether what is wrong with an item can be said of it, and not of its list."""
    return _is_enum(hint) or get_origin(hint) is Annotated


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _in_plain_words(name: str, value: object, hint: Any, message: str) -> Fault:
    """Turn msgspec's message about one field into what is wrong and how to mend it."""
    reason, _, at = message.replace(" | null", "").partition(" - at `$")
    inner = at.rstrip("`").lstrip(".")
    where = f"{name} ({inner})" if inner else name
    if value is None or (isinstance(value, str) and not value.strip()):
        return Fault("empty-value", f"{where} is empty", "write it")
    if _is_enum(hint):
        known = [str(one) for one in hint]
        return Fault("wrong-value", f'{where} is "{value}"', did_you_mean(str(value), known))
    if found := re.match(r"Expected `(.+)`, got `(.+)`", reason):
        expected, got = (TYPES.get(name, name) for name in found.groups())
        mend = "write one text" if isinstance(value, list) else MENDS.get(found[1])
        what = f"{where} is {got}, not {expected}"
        return Fault("wrong-value", what, mend or f"write {expected}")
    if "RFC3339" in reason or "date" in reason:
        return Fault("wrong-value", f"{where} is no date", MENDS["date"])
    wanted = [meta.description for meta in getattr(hint, "__metadata__", ())]
    said = " ".join(str(value).split())
    said = said if len(said) <= 60 else f"{said[:59]}…"
    mend = f"write {wanted[0] if wanted else reason}"
    return Fault("wrong-value", f'{where} is "{said}"', mend)
