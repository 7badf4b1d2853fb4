"""The patches meet what they were written for, reach whoever imported it, and say so if not."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from tests.support.printing import ROOT
from tests.support.unpatched import ready, without

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from leafletpress.pdf.weasyprint_patches import Patch

NOT_IMPORTED = {"weasyprint.__main__"}
"""It is the command of WeasyPrint, and parses its arguments."""


@pytest.fixture(autouse=True)
def _ready() -> None:
    ready()


def patches() -> "tuple[Patch, ...]":
    from leafletpress.pdf.weasyprint_patches import PATCHES

    return PATCHES


def modules_of_weasyprint() -> Iterator[ModuleType]:
    """All of its modules, also those that it imports only when it needs them."""
    import weasyprint

    for found in pkgutil.walk_packages(weasyprint.__path__, "weasyprint."):
        if found.name not in NOT_IMPORTED:
            importlib.import_module(found.name)
    yield from (m for name, m in sys.modules.items() if name.partition(".")[0] == "weasyprint")


def test_no_module_of_weasyprint_holds_what_was_replaced() -> None:
    modules = list(modules_of_weasyprint())
    assert len(modules) > 50
    for patch in patches():
        if not patch.only_owner:
            assert [m for m in modules if any(v is patch.original for v in vars(m).values())] == []
        assert getattr(patch.part.owner, patch.part.name) is patch.replacement


def test_the_modules_that_measure_and_break_hold_one_and_the_same() -> None:
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break

    held = {module.split_first_line for module in (inline, preferred, line_break)}
    assert len(held) == 1


def test_a_patch_is_put_twice_and_taken_out_without_harm() -> None:
    for patch in patches():
        patch.put()
        assert patch.original is not patch.replacement
        with without(patch):
            assert getattr(patch.part.owner, patch.part.name) is patch.original
        assert getattr(patch.part.owner, patch.part.name) is patch.replacement


def test_every_patch_says_what_is_wrong_since_when_and_where_it_is_known() -> None:
    from leafletpress.pdf import weasyprint_patches

    folder = Path(weasyprint_patches.__path__[0])
    names = [path.stem for path in folder.glob("*.py") if path.stem not in ("__init__", "patch")]
    for name in names:
        module = importlib.import_module(f"{weasyprint_patches.__name__}.{name}")
        for word in ("What is wrong:", "Since:", "Upstream:"):
            assert word in str(module.__doc__), name
    made = {
        value.part
        for name in names
        for value in vars(sys.modules[f"{weasyprint_patches.__name__}.{name}"]).values()
        if isinstance(value, weasyprint_patches.Patch)
    }
    assert made == {patch.part for patch in weasyprint_patches.PATCHES}


def replaced(text: str) -> list[str]:
    """What a piece of code sets on names that it imports from WeasyPrint, pydyf or Pillow."""
    nodes = list(ast.walk(ast.parse(text)))
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            for alias in node.names:
                if (module or alias.name).partition(".")[0] in ("weasyprint", "pydyf", "PIL"):
                    names.add(alias.asname or alias.name.partition(".")[0])
    targets = [target for node in nodes if isinstance(node, ast.Assign) for target in node.targets]
    targets += [
        ast.Attribute(node.args[0], "setattr", ast.Store())
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "setattr"
    ]
    found = [target for target in targets if isinstance(target, ast.Attribute)]
    return [ast.unparse(t) for t in found if ast.unparse(t.value).partition(".")[0] in names]


def test_nothing_is_replaced_outside_the_room() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in sorted((ROOT / "leafletpress").rglob("*.py"))
        if path.parent.name != "weasyprint_patches" and (names := replaced(path.read_text("utf-8")))
    }
    # A check of pictures asks Pillow to be strict, and gives back what it found.
    assert found == {
        "leafletpress/pictures/picture.py": ["ImageFile.LOAD_TRUNCATED_IMAGES"] * 2,
    }


@pytest.mark.parametrize(
    "code",
    [
        "from weasyprint.layout import inline\ninline.split_first_line = other",
        "import weasyprint\nweasyprint.draw.SVGImage = Other",
        "from weasyprint.pdf.stream import Stream as S\nsetattr(S, 'marked', other)",
        "def f():\n    import pydyf\n    pydyf.PDF.write = other",
    ],
)
def test_a_replacement_is_found_wherever_it_stands(code: str) -> None:
    assert len(replaced(code)) == 1


@pytest.mark.parametrize(
    "code", ["import weasyprint\ndocument.pages = sheets", "import re\nre.escape = None"]
)
def test_what_is_set_on_our_own_things_is_let_through(code: str) -> None:
    assert replaced(code) == []
