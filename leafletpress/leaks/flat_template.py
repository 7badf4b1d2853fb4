"""A template written out for reading: its markup, with a mark where a value is printed.

Both branches of an ``if`` stand there, a loop's body once, a macro's body wherever it is called,
so that for each value it is known whether it is printed as a text or only names a class.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import nodes

from leafletpress.leaks.scope import Value
from leafletpress.problems import Location

MARK = re.compile(r"qzv(\d+)zq")
"""What stands in place of a value: letters and digits, so that it may be a tag's name."""


@dataclass(slots=True)
class FlatTemplate:
    """The markup of a template, its values, and where each piece of it was written."""

    pieces: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    origins: list[tuple[Path, int]] = field(default_factory=list)
    length: int = 0

    @property
    def markup(self) -> str:
        """The whole markup."""
        return "".join(self.pieces)

    def write(self, text: str, path: Path, line: int) -> None:
        """Write what stands in a template as it is."""
        self._add(text.replace("qzv", "qzw"), path, line)  # so that a mark is always ours

    def _add(self, text: str, path: Path, line: int) -> None:
        self.starts.append(self.length)
        self.origins.append((path, line))
        self.pieces.append(text)
        self.length += len(text)

    def print(self, value: Value) -> None:
        """Write a mark where a value is printed."""
        self._add(f"qzv{len(self.values)}zq", value.scope.path, value.expression.lineno)
        self.values.append(value)

    def location(self, offset: int) -> Location:
        """Return where a character of the markup was written."""
        number = max(bisect.bisect_right(self.starts, offset) - 1, 0)
        path, line = self.origins[number]
        inside = self.pieces[number][: offset - self.starts[number]]
        return Location(path, line + inside.count("\n"))

    def values_in(self, text: str) -> list[Value]:
        """Return the values whose marks stand in a text."""
        return [self.values[int(found[1])] for found in MARK.finditer(text)]


def without_marks(text: str) -> str:
    """Return a text without its values."""
    return MARK.sub("", text)


def constant(expression: nodes.Node | None) -> Sequence[str]:
    """Return the texts that an expression is, one or several to choose from."""
    match expression:
        case nodes.Const(value=str(text)):
            return [text]
        case nodes.List(items=items) | nodes.Tuple(items=items):
            return [text for item in items for text in constant(item)]
        case nodes.CondExpr(expr1=first, expr2=second):
            return [*constant(first), *constant(second)]
    return []
