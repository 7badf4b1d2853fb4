"""What the names of a template stand for, as far as the templates themselves say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import nodes


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """An expression, and the scope in which its names mean something."""

    expression: nodes.Node
    scope: Scope


@dataclass(frozen=True, slots=True, eq=False)
class BlockAssignment:
    """Nodes that a name stands for: ``{% set name %}…{% endset %}``."""

    nodes: Sequence[nodes.Node]
    scope: Scope


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro, or what a ``{% call %}`` surrounds, and the scope in which it was defined."""

    node: nodes.Macro | nodes.CallBlock
    scope: Scope

    @property
    def defaults(self) -> list[tuple[str, nodes.Expr]]:
        """The arguments that have a default, which are the last ones."""
        names = [argument.name for argument in self.node.args]
        first = len(names) - len(self.node.defaults)
        return list(zip(names[first:], self.node.defaults, strict=True))


@dataclass(slots=True, eq=False)
class Scope:
    """Names of a template, or of a part of it, with everything that each may stand for.

    A name that is set twice may stand for both: which branch is taken, only the page will tell.
    """

    path: Path
    outer: Scope | None = None
    names: dict[str, list[Binding]] = field(default_factory=dict)

    def bind(self, name: str, binding: Binding) -> None:
        """Let a name stand for something more."""
        self.names.setdefault(name, []).append(binding)

    def bind_target(self, target: nodes.Node, binding: Value | BlockAssignment) -> None:
        """Bind a name, or each of several, to what it is set to."""
        match target:
            case nodes.Name(name=name) | nodes.NSRef(name=name):
                self.bind(name, binding)
            case nodes.Tuple(items=items):
                for item in items:
                    self.bind_target(item, binding)

    def find(self, name: str) -> list[Binding]:
        """Return what a name may stand for: nothing where the page fills it."""
        if name in self.names:
            return self.names[name]
        return self.outer.find(name) if self.outer else []

    def inner(self) -> Scope:
        """Return a scope inside this one."""
        return Scope(self.path, self)


Binding = Value | BlockAssignment | Macro | Scope
"""What a name may stand for; a scope, where a whole template was imported."""
