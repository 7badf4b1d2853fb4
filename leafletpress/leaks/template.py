"""Reading a template: flattened by its own tree and not by running it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from jinja2 import nodes

from leafletpress.leaks.flat_template import FlatTemplate, constant
from leafletpress.leaks.parse import parse_template
from leafletpress.leaks.sayings import called
from leafletpress.leaks.scope import Binding, BlockAssignment, Macro, Scope, Value
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.templates import Templates

MOST = 20_000
"""So many macros, includes and bodies are followed from one template."""


class Writer:
    """Flattens templates.

    `macros` are those that it has met, `called` those of them that others call, and `followed`
    those whose bodies were written out.
    """

    def __init__(self, templates: Templates) -> None:
        self.templates = templates
        self.trees: dict[Path, nodes.Template] = {}
        self.macros: list[Macro] = []
        self.called: set[int] = set()
        self.followed: set[int] = set()
        self.active: list[int] = []
        self.left = MOST

    def write_template(self, path: Path) -> FlatTemplate:
        """Return a template written out. Raises LeafletError where one is malformed."""
        self.left = MOST
        flat = FlatTemplate()
        self._include(path, Scope(path), flat)
        return flat

    def write_body(self, body: BlockAssignment) -> FlatTemplate:
        """Return a part of a template written out by itself."""
        flat = FlatTemplate()
        self._follow(body.nodes, body.scope, flat)
        return flat

    def write_call(self, call: nodes.Call, macro: Macro, scope: Scope) -> FlatTemplate:
        """Return what a call of a macro prints, written out by itself."""
        flat = FlatTemplate()
        self._call(call, macro, scope, flat)
        return flat

    def write_macro(self, macro: Macro) -> FlatTemplate:
        """Return a macro written out that only the page calls, with values of its own."""
        self.left = MOST
        flat = FlatTemplate()
        scope = macro.scope.inner()
        for argument, default in macro.defaults:
            scope.bind(argument, Value(default, macro.scope))
        self._follow_macro(macro, scope, flat)
        return flat

    def _tree(self, path: Path) -> nodes.Template:
        if path not in self.trees:
            self.trees[path] = parse_template(path)
        return self.trees[path]

    def _follow_macro(self, macro: Macro, scope: Scope, flat: FlatTemplate) -> None:
        """Write the body of a macro, once where it calls itself."""
        number = id(macro.node)
        if number in self.active:
            return
        if self.active:
            self.called.add(number)
        self.followed.add(number)
        self.active.append(number)
        self._follow(macro.node.body, scope, flat)
        self.active.pop()

    def _follow(self, body: Sequence[nodes.Node], scope: Scope, flat: FlatTemplate) -> None:
        self.left -= 1
        if self.left < 0:
            what = "the macros of this template call one another too often to be read"
            mend = "call fewer of them from one another"
            raise LeafletError([Problem("too-large", Location(scope.path), what, mend)])
        self._walk(body, scope, flat)

    def _walk(self, body: Sequence[nodes.Node], scope: Scope, flat: FlatTemplate) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        self._print(part, scope, flat)
                case nodes.If():
                    for branch in (node.body, node.elif_, node.else_):
                        self._walk(branch, scope, flat)
                case nodes.For():
                    self._loop(node, scope, flat)
                case nodes.CallBlock():
                    if not self._calls(node.call, scope, flat, Macro(node, scope)):
                        self._follow(node.body, scope, flat)
                case nodes.FilterBlock():
                    self._walk(node.body, scope, flat)
                    flat.print(Value(node.filter, scope))
                case nodes.With():
                    inner = scope.inner()
                    for target, value in zip(node.targets, node.values, strict=True):
                        inner.bind_target(target, Value(value, scope))
                    self._walk(node.body, inner, flat)
                case nodes.Include(template=name) | nodes.Extends(template=name):
                    for path in self._paths(name):
                        self._include(path, Scope(path, scope), flat)
                case nodes.Block() | nodes.Scope() | nodes.ScopedEvalContextModifier():
                    self._walk(node.body, scope, flat)
                case _:
                    self._define(node, scope)

    def _include(self, path: Path, scope: Scope, flat: FlatTemplate) -> None:
        """Write a template in a scope of its own, once where it includes itself."""
        tree = self._tree(path)
        if id(tree) not in self.active:
            self.active.append(id(tree))
            self._follow(tree.body, scope, flat)
            self.active.pop()

    def _define(self, node: nodes.Node, scope: Scope) -> None:
        """Bind the names that a node defines."""
        match node:
            case nodes.Assign(target=target, node=value):
                scope.bind_target(target, Value(value, scope))
            case nodes.AssignBlock(target=target, body=body):
                scope.bind_target(target, BlockAssignment(body, scope))
                if node.filter is not None:
                    scope.bind_target(target, Value(node.filter, scope))
            case nodes.Macro(name=name):
                macro = Macro(node, scope)
                self.macros.append(macro)
                scope.bind(name, macro)
            case nodes.Import(template=template, target=name):
                for path in self._paths(template):
                    scope.bind(name, self._module(path))
            case nodes.FromImport(template=template, names=names):
                for path in self._paths(template):
                    module = self._module(path)
                    for one in names:
                        there, here = one if isinstance(one, tuple) else (one, one)
                        for binding in module.find(there):
                            scope.bind(here, binding)

    def _module(self, path: Path) -> Scope:
        """Return the names that a template defines."""
        scope = Scope(path)
        self._include(path, scope, FlatTemplate())
        return scope

    def _paths(self, name: nodes.Expr) -> Iterator[Path]:
        for text in constant(name):
            path = self.templates.find(text)
            if path.is_file() and self.templates.holds(path):
                yield path

    def _print(self, part: nodes.Node, scope: Scope, flat: FlatTemplate) -> None:
        match part:
            case nodes.TemplateData(data=data):
                flat.write(data, scope.path, part.lineno)
                return
            case nodes.Name(name=name) if found := scope.find(name):
                for binding in found:
                    self._print_binding(binding, flat)
                return
            case nodes.Call() if self._calls(part, scope, flat):
                return
        flat.print(Value(part, scope))

    def _print_binding(self, binding: Binding, flat: FlatTemplate) -> None:
        """Print what a name stands for, once where that is made of the name itself."""
        if id(binding) in self.active:
            return
        self.active.append(id(binding))
        if isinstance(binding, BlockAssignment):
            self._follow(binding.nodes, binding.scope, flat)
        elif isinstance(binding, Value):
            self._print(binding.expression, binding.scope, flat)
        self.active.pop()

    def _loop(self, node: nodes.For, scope: Scope, flat: FlatTemplate) -> None:
        inner = scope.inner()
        # A loop over a mapping gives its keys.
        listed = nodes.Filter(node.iter, "list", [], [], None, None, lineno=node.lineno)
        inner.bind_target(node.target, Value(listed, scope))
        self._walk(node.body, inner, flat)
        self._walk(node.else_, scope, flat)

    def _calls(
        self, call: nodes.Call, scope: Scope, flat: FlatTemplate, block: Macro | None = None
    ) -> bool:
        """Print what each macro that may be called prints; tell whether there is one."""
        macros = called(call, scope)
        for macro in macros:
            self._call(call, macro, scope, flat, block)
        return bool(macros)

    def _call(
        self,
        call: nodes.Call,
        macro: Macro,
        scope: Scope,
        flat: FlatTemplate,
        block: Macro | None = None,
    ) -> None:
        given = [*call.args, *(pair.value for pair in call.kwargs)]
        unpacked = [one for one in (call.dyn_args, call.dyn_kwargs) if one is not None]
        if id(macro.node) in self.active:  # it calls itself: what it hands on may be printed
            for value in given:
                flat.print(Value(value, scope))
            return
        inner = macro.scope.inner()
        names = [argument.name for argument in macro.node.args]
        for name, value in zip_longest(names, call.args):
            if value is not None:
                inner.bind(name or "varargs", Value(value, scope))
        for pair in call.kwargs:
            inner.bind(pair.key if pair.key in names else "kwargs", Value(pair.value, scope))
        for name in {*names, "varargs", "kwargs"} - inner.names.keys():
            for value in unpacked:
                inner.bind(name, Value(value, scope))
            if default := dict(macro.defaults).get(name):
                inner.bind(name, Value(default, macro.scope))
        if block:
            inner.bind("caller", block)
        self._follow_macro(macro, inner, flat)
