"""Repeats: how much is drawn in all, where one part of a drawing has another drawn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

NAME = re.compile(r"\.?[\w-]+")
ANY = re.compile(r"[*#\[]")
URL = re.compile(r"""url\(\s*["']?([^"')]*)""", re.I)

DEEPEST = 20
"""So many parts may have one another drawn in a row."""

MOST_EDGES = 200_000
"""So many references are followed: a drawing with more repeats far too much."""


class Reference(NamedTuple):
    """A property of an element by which it has something drawn: ``fill``, ``href``, and where
    that stands: ``#stripes``, or an address."""

    name: str
    address: str


class Shape(NamedTuple):
    """An element that is drawn. `owners` are the ids of it and of what it stands in.

    `names` are what a style sheet may call it by: its tag, and its classes with a dot. `size`
    counts the elements in it, itself among them; `points` those of their lines.
    """

    owners: tuple[str, ...]
    names: tuple[str, ...]
    references: tuple[Reference, ...]
    size: int
    points: int

    def times(self, name: str) -> int:
        """Return how often what a property refers to is drawn, at most."""
        if name.startswith("marker"):  # on every point, and of every line in a group
            return self.points + 1
        return self.size if name in ("fill", "stroke") else 1


class EndlessError(ValueError):
    """A part of a drawing has itself drawn, or more repeats than anybody can follow."""


def references_in(name: str, value: str) -> Iterator[Reference]:
    """Yield what a property or an attribute refers to."""
    for address in URL.findall(value):
        yield Reference(name, address.strip())


def declared(style: str) -> Iterator[Reference]:
    """Yield what the declarations of a style refer to: ``fill: url(#stripes)``."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        yield from references_in(name.strip().lower(), value)


class StyleReferences:
    """What the style sheets of a drawing refer to, for elements with a name and for all."""

    def __init__(self) -> None:
        self.of_name: defaultdict[str, dict[Reference, None]] = defaultdict(dict)
        self.of_all: dict[Reference, None] = {}

    def add(self, text: str) -> None:
        """Add the rules of a style sheet."""
        for rule in text.split("}"):
            selector, _, style = rule.rpartition("{")
            found = dict.fromkeys(declared(style))
            if not found:
                continue
            if ANY.search(selector):
                self.of_all |= found
            for name in NAME.findall(selector):
                self.of_name[name] |= found

    def references(self, shape: Shape) -> Iterator[Reference]:
        """Yield what an element refers to by its names."""
        yield from self.of_all
        for name in shape.names:
            yield from self.of_name.get(name, ())


def count_drawn(shapes: list[Shape], sizes: dict[str, int], sheet: StyleReferences) -> int:
    """Return how many elements are drawn, each as often as others have it drawn.

    `sizes` are those of the elements with an id that draw something when they are referred to.

    Raises:
        EndlessError: one has itself drawn, too many have one another drawn in a row, or there are
            too many that do.
    """
    edges: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    first: list[tuple[str, int]] = []
    count = 0
    for shape in shapes:
        for name, address in (*shape.references, *sheet.references(shape)):
            edge = address.removeprefix("#"), shape.times(name)
            if edge[0] in sizes:
                count += len(shape.owners) + 1
                if count > MOST_EDGES:
                    raise EndlessError(address)
                first.append(edge)
                for owner in shape.owners:
                    edges[owner].append(edge)
    costs: dict[str, int] = {}

    def cost(target: str, above: tuple[str, ...]) -> int:
        if target in above or len(above) == DEEPEST:
            raise EndlessError(target)
        if target not in costs:
            within = (times * cost(inner, (*above, target)) for inner, times in edges[target])
            costs[target] = sizes[target] + sum(within)
        return costs[target]

    return len(shapes) + sum(times * cost(target, ()) for target, times in first)
