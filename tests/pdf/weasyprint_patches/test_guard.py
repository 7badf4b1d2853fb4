"""The patches meet what they were written for, reach whoever imported it, and say so if not."""

import importlib
import inspect
import pkgutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement

from leafletpress.pdf import start, startup
from leafletpress.problems import LeafletError
from tests.support.printing import CACHE, ROOT
from tests.support.unpatched import ready, without

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


def test_nothing_of_weasyprint_is_replaced_outside_the_room() -> None:
    """What is set on its modules and classes elsewhere would escape the guards."""
    for path in (ROOT / "leafletpress").rglob("*.py"):
        text = path.read_text("utf-8")
        if path.parent.name != "weasyprint_patches" and path.parent.name != "pdf":
            assert "weasyprint" not in imported(text), path
        assert "setattr(" not in text or path.name == "patch.py" or "pdf" not in path.parts, path


def imported(text: str) -> set[str]:
    import ast

    nodes = list(ast.walk(ast.parse(text)))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def test_all_parts_are_as_they_are_in_the_pinned_version() -> None:
    from leafletpress.pdf import weasyprint_patches

    assert weasyprint_patches.altered_parts() == ()


def change_arguments(part: Any) -> Any:
    def other(only: int) -> int:
        return only

    return other if callable(getattr(part.owner, part.name)) else "another value"


@pytest.mark.parametrize("number", range(9))
def test_a_part_that_takes_something_else_is_reported(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.pdf import weasyprint_patches

    patch = patches()[number]
    assert not patch.part.is_as_pinned(change_arguments(patch.part))
    altered = (patch.part,)
    monkeypatch.setattr(weasyprint_patches, "altered_parts", lambda: altered)
    [said] = reported()
    assert said.startswith(
        f"build.py: WeasyPrint or pydyf is not as it was released ({patch.part})"
    )
    assert said.endswith("pip install --force-reinstall weasyprint==70.0 pydyf==0.13.0")


def test_a_part_that_no_longer_holds_what_we_read_is_reported() -> None:
    from weasyprint.document import Page

    from leafletpress.pdf.weasyprint_patches import CALLED

    part = next(part for part in CALLED if part.owner is Page and part.name == "__init__")
    assert part.is_as_pinned(Page.__init__)

    def other(self: Any, page_box: Any) -> None:
        self.width = page_box

    other.__annotations__.clear()
    assert str(inspect.signature(other)) == part.form
    assert not part.is_as_pinned(other)
    assert not part.is_as_pinned(None)


def reported() -> list[str]:
    with pytest.raises(LeafletError) as caught:
        start(CACHE)
    return [f"{p.location.show()}: {p.what}: {p.mend}" for p in caught.value.problems]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str | None]]:
    """What is said to be installed; a test may say otherwise."""
    found: dict[str, str | None] = dict(startup.PINNED)
    monkeypatch.setattr(startup, "_found", found.__getitem__)
    startup._other_versions.cache_clear()
    yield found
    startup._other_versions.cache_clear()


@pytest.mark.parametrize("version", ["69.0", "68.1", "70.1", "70.0.post1", "71.0"])
def test_another_weasyprint_is_one_clear_error(
    version: str, installed: dict[str, str | None]
) -> None:
    installed["WeasyPrint"] = version
    assert reported() == [
        f"build.py: this is WeasyPrint {version}, and PDFs are made with WeasyPrint 70.0 only: "
        'run "make leaflets", or install weasyprint==70.0'
    ]


def test_another_pydyf_and_none_at_all_are_one_error_too(
    installed: dict[str, str | None],
) -> None:
    installed["pydyf"] = "0.12.1"
    [said] = reported()
    assert said.endswith("install pydyf==0.13.0")
    startup._other_versions.cache_clear()
    installed["WeasyPrint"] = None
    assert reported() == [
        "build.py: this is WeasyPrint (none) and pydyf 0.12.1, and PDFs are made with WeasyPrint "
        '70.0 and pydyf 0.13.0 only: run "make leaflets", or install weasyprint==70.0 pydyf==0.13.0'
    ]


def test_the_pinned_versions_are_let_through(installed: dict[str, str | None]) -> None:
    assert installed == startup.PINNED
    assert start(CACHE) == ()


def test_the_versions_are_those_that_the_project_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = {r.name: str(r.specifier) for r in map(Requirement, project["dependencies"])}
    for name, version in startup.PINNED.items():
        assert pins[name.lower()] == f"=={version}"
