"""A patch: a part of WeasyPrint or pydyf, what stands in its place, and who holds it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A part of WeasyPrint or pydyf that is not promised to anybody, and that we build on.

    `owner`, a module or a class, holds it by its `name`. `form` is how Python writes what it takes,
    or its value where it is no function; `attributes` are what its code must name, for we read it.
    """

    owner: Any
    name: str
    form: str
    attributes: tuple[str, ...] = ()

    def is_as_pinned(self, found: Any) -> bool:
        """Tell whether `found` is of the form that the part has in the pinned version."""
        form = str(inspect.signature(found)) if callable(found) else repr(found)
        if form != self.form:
            return False
        code = getattr(found, "__code__", None)
        return set(self.attributes) <= set(code.co_names if code else ())

    def __str__(self) -> str:
        owner = getattr(self.owner, "__qualname__", self.owner.__name__)
        return f"{owner}.{self.name}"


@dataclass(frozen=True, slots=True)
class Patch:
    """A part that is replaced.

    A function is replaced in every module that imported it by its name; with `only_owner`, the
    other modules keep theirs.
    """

    part: Part
    replacement: Any
    only_owner: bool = False
    original: Any = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "original", getattr(self.part.owner, self.part.name))

    def put(self) -> None:
        """Put the replacement in place; doing it twice does no harm."""
        self._exchange(self.original, self.replacement)

    def take_out(self) -> None:
        """Put the original back, to see whether the fault is still there."""
        self._exchange(self.replacement, self.original)

    def holders(self, value: Any) -> Iterator[tuple[ModuleType, str]]:
        """Yield each module of WeasyPrint that holds a value, and the name that it has there."""
        for module in [m for name, m in sys.modules.items() if _is_of_weasyprint(name)]:
            yield from ((module, name) for name, held in vars(module).items() if held is value)

    def _exchange(self, before: Any, after: Any) -> None:
        setattr(self.part.owner, self.part.name, after)
        if not self.only_owner:
            for module, name in list(self.holders(before)):
                setattr(module, name, after)


def _is_of_weasyprint(name: str) -> bool:
    return name.partition(".")[0] == "weasyprint"
