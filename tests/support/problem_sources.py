"""Where in the program's code problems are found: their ids, and the words around them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ROOT / "leafletpress"
FOUND_BY = ("Problem", "Fault")


@cache
def ids_by_file() -> dict[Path, set[str]]:
    """The ids that each file gives to what it finds."""
    found = {path: set(_ids(ast.parse(path.read_text("utf-8")))) for path in CODE.rglob("*.py")}
    return {path: ids for path, ids in found.items() if ids}


def _ids(tree: ast.AST) -> Iterator[str]:
    for call in _calls(tree):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant):
            yield str(first.value)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in FOUND_BY
        ):
            yield node


def warnings() -> set[str]:
    """The ids of what is found as a warning."""
    trees = (ast.parse(path.read_text("utf-8")) for path in CODE.rglob("*.py"))
    return {
        str(call.args[0].value)
        for tree in trees
        for call in _calls(tree)
        if call.args
        and isinstance(call.args[0], ast.Constant)
        and any(ast.unparse(part) == "Severity.WARNING" for part in call.args)
    }


@cache
def words_of(path: Path) -> frozenset[str]:
    """The pieces of text in a file, without what is filled in."""
    return frozenset(
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
