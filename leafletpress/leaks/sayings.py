"""What an expression of a template may print that is written in the template itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import nodes

from leafletpress.leaks.scope import BlockAssignment, Macro, Scope, Value

TRANSLATORS = ("_", "in_both")
"""Functions whose text is a word of the page: translated, and signed with it."""

IN_SOURCE = "in_source"
"""The function whose text stands in the source language on every page."""

NAMING = frozenset(
    {
        "attr", "groupby", "map", "max", "min", "reject", "rejectattr", "round", "select",
        "selectattr", "sort", "sum", "unique",
    }
)  # fmt: skip
"""Filters of Jinja whose arguments name things and are not printed."""

READING = frozenset(
    {
        "count", "endswith", "find", "index", "isoformat", "removeprefix", "removesuffix",
        "split", "startswith", "strftime", "strip",
    }
)  # fmt: skip
"""Methods whose arguments are not printed."""

KEYED = frozenset({"dictsort", "first", "items", "join", "keys", "last", "list", "random"})
"""Filters and methods that also give the keys of a mapping."""

GIVING = frozenset({"d", "default", "format", "join", "replace"})
"""Filters of Jinja whose arguments are printed even where they are numbers."""

ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)

Saying = tuple[nodes.Const, Scope, str]
"""A text in a template, the scope that it stands in, and by which function it is translated: one
of `TRANSLATORS`, `IN_SOURCE`, or none."""

Part = Saying | BlockAssignment | tuple[nodes.Call, Macro, Scope]
"""What an expression may print: a text, or nodes of a template that are printed in its place."""


@dataclass(frozen=True, slots=True)
class _Task:
    """An expression to look into; `with_keys` tells that the keys of a mapping are printed too,
    `with_numbers` that a number is printed as it stands there."""

    expression: nodes.Node
    scope: Scope
    by: str
    with_numbers: bool
    with_keys: bool = False

    def inner(self, expression: nodes.Node, *, with_keys: bool = False) -> _Task:
        return replace(self, expression=expression, with_keys=with_keys)

    def computing(self, expression: nodes.Node) -> _Task:
        """Return an expression whose numbers are counted with, and not printed."""
        return replace(self, expression=expression, with_keys=False, with_numbers=False)


def sayings(value: Value, *, with_numbers: bool) -> Iterator[Part]:
    """Yield what an expression may print, wherever its names lead.

    Numbers are among it where `with_numbers`: in a text, not in a width.
    """
    seen: set[int] = set()
    todo = [_Task(value.expression, value.scope, "", with_numbers)]
    while todo:
        task = todo.pop()
        match task.expression:
            case nodes.Const(value=str()) as constant:
                yield constant, task.scope, task.by
            case nodes.Const(value=int() | float() as number) as constant:
                if task.with_numbers and not isinstance(number, bool):
                    yield constant, task.scope, task.by
            case nodes.Name(name=name):
                for binding in task.scope.find(name):
                    if id(binding) in seen:
                        continue
                    seen.add(id(binding))
                    if isinstance(binding, Value):
                        found = replace(task, scope=binding.scope, expression=binding.expression)
                        todo.append(found)
                    elif isinstance(binding, BlockAssignment):
                        yield binding
            case nodes.Call() as call if macros := called(call, task.scope):
                yield from ((call, macro, task.scope) for macro in macros)
            case nodes.Call() as call:
                todo += _of_call(task, call)
            case _:
                todo += _inner(task)


def called(call: nodes.Call, scope: Scope) -> list[Macro]:
    """Return the macros that may be called, none where the page has the function."""
    match call.node:
        case nodes.Name(name=name):
            found = scope.find(name)
        case nodes.Getattr(node=nodes.Name(name=module), attr=name):
            found = [b for one in scope.find(module) if isinstance(one, Scope)
                     for b in one.find(name)]  # fmt: skip
        case _:
            return []
    return [binding for binding in found if isinstance(binding, Macro)]


def _of_call(task: _Task, call: nodes.Call) -> Iterator[_Task]:
    """Yield what may be printed of a call: its arguments, and the text whose method it is."""
    name = getattr(call.node, "name", "")
    if name in (*TRANSLATORS, IN_SOURCE):
        # What follows is a note for translators.
        yield from (replace(task.inner(one), by=name) for one in call.args[:1])
        return
    arguments = list(_arguments(call))
    if isinstance(call.node, nodes.Getattr):
        method = call.node.attr
        yield task.inner(call.node.node, with_keys=method in KEYED)
        arguments = [] if method in READING else arguments[method == "get" :]
    yield from map(task.computing, arguments)


def _arguments(call: nodes.Call | nodes.Filter) -> Iterator[nodes.Expr]:
    yield from call.args
    yield from (pair.value for pair in call.kwargs)
    yield from (one for one in (call.dyn_args, call.dyn_kwargs) if one is not None)


def _inner(task: _Task) -> Iterator[_Task]:
    """Yield the expressions of which one may be printed as the value of this one."""
    match task.expression:
        case nodes.CondExpr(expr1=first, expr2=second):
            yield task.inner(first, with_keys=task.with_keys)
            if second is not None:
                yield task.inner(second, with_keys=task.with_keys)
        case nodes.Filter(node=node, name=name) as found:
            if node is not None:
                yield task.inner(node, with_keys=task.with_keys or name in KEYED)
            if name not in NAMING:
                given = task.inner if name in GIVING else task.computing
                yield from map(given, _arguments(found))
        case nodes.BinExpr(left=left, right=right) if isinstance(task.expression, ARITHMETIC):
            yield from (task.computing(left), task.computing(right))
        case nodes.BinExpr(left=left, right=right):
            yield from (task.inner(left), task.inner(right))
        case nodes.Concat(nodes=items) | nodes.List(items=items) | nodes.Tuple(items=items):
            yield from map(task.inner, items)
        case nodes.Dict(items=pairs):
            # Where the keys are printed, a number may be what they are sorted by.
            value = task.computing if task.with_keys else task.inner
            yield from (value(pair.value) for pair in pairs)
            yield from (task.inner(pair.key) for pair in pairs if task.with_keys)
        case nodes.Getattr(node=node) | nodes.Getitem(node=node):
            yield task.inner(node)
        case nodes.MarkSafe(expr=node) | nodes.MarkSafeIfAutoescape(expr=node):
            yield task.inner(node)
