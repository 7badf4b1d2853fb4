"""What pyproject.toml, the lock files and the Makefile promise one another."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import leafletpress
from leafletpress.press.job import LIBRARIES

PROJECT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
RUNTIME = PYPROJECT["project"]["dependencies"]
DECLARED = {
    "requirements.lock": RUNTIME,
    "requirements-dev.lock": RUNTIME + PYPROJECT["dependency-groups"]["dev"],
    "requirements-cjk.lock": RUNTIME + PYPROJECT["project"]["optional-dependencies"]["cjk"],
    "requirements-fuzz.lock": RUNTIME + PYPROJECT["dependency-groups"]["fuzz"],
}
LOCKS = sorted(DECLARED)


def read_lock(name: str) -> str:
    return (PROJECT / name).read_text("utf-8")


def locked(name: str) -> dict[str, str]:
    """The version of each package in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", read_lock(name), re.MULTILINE))


def make(*arguments: str) -> str:
    # The tests may run under make themselves; its flags are not for this one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    environment["lang"] = "of-the-environment"
    command = ["make", *arguments]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_carries_no_address_and_no_option(name: str) -> None:
    assert "://" not in read_lock(name)
    assert re.findall(r"^\s*(-(?!-hash=sha256:[0-9a-f]{64}\b).*)", read_lock(name), re.M) == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_by_version_and_hash(name: str) -> None:
    entries = re.split(r"\n(?=\w)", read_lock(name))[1:]
    pinned = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\\n    --hash=sha256:")
    assert [entry for entry in entries if not pinned.match(entry)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(name: str) -> None:
    versions = locked(name)
    for requirement in map(Requirement, DECLARED[name]):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_tested_is_what_prints_the_leaflets(name: str) -> None:
    assert locked("requirements.lock").items() <= locked(name).items()


def test_what_reaches_a_page_is_pinned_exactly() -> None:
    cjk = PYPROJECT["project"]["optional-dependencies"]["cjk"]
    exactly = {line for line in [*RUNTIME, *cjk] if re.fullmatch(r"[\w-]+==[\d.]+", line)}
    pinned = {Requirement(line).name for line in exactly}
    declared = {Requirement(line).name for line in [*RUNTIME, *cjk]}
    assert pinned == declared & set(LIBRARIES)


def test_what_reaches_no_page_is_free_to_be_mended() -> None:
    free = [line for line in RUNTIME if Requirement(line).name not in LIBRARIES]
    assert [line for line in free if "==" in line] == []


def test_the_version_stands_in_one_place() -> None:
    assert "version" not in PYPROJECT["project"]
    path = PROJECT / PYPROJECT["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{leafletpress.__version__}"' in path.read_text("utf-8")


def imported_modules(folder: str) -> Iterator[str]:
    """The first names of all modules that a folder imports by full name, at any place."""
    for path in (PROJECT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def imported_packages(folder: str) -> dict[str, set[str]]:
    """The packages that each module of others may come from, by the module that is imported."""
    names = set(imported_modules(folder)) - sys.stdlib_module_names - {"leafletpress", "tests"}
    distributions = packages_distributions()
    return {name: set(map(canonicalize_name, distributions.get(name, []))) for name in names}


def declared(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def test_every_package_the_program_imports_is_declared() -> None:
    for name, packages in imported_packages("leafletpress").items():
        assert packages & declared(RUNTIME), name


def test_every_package_the_tests_import_is_declared() -> None:
    known = declared(DECLARED["requirements-dev.lock"] + DECLARED["requirements-fuzz.lock"])
    for name, packages in imported_packages("tests").items():
        assert packages & known or name == "atheris", name


COMMANDS = {
    "hatchling": "hatchling.build",
    "import-linter": "lint-imports",
    "mypy": "-m mypy",
    "ruff": "-m ruff",
}
"""What the Makefile, or the building of a wheel, runs of packages that nothing imports."""


def test_every_package_for_development_is_used() -> None:
    imported = set().union(*imported_packages("tests").values())
    runs = (PROJECT / "Makefile").read_text("utf-8") + PYPROJECT["build-system"]["build-backend"]
    for name in declared(PYPROJECT["dependency-groups"]["dev"]):
        types_of, is_plugin = name.removeprefix("types-"), name.startswith("pytest-")
        is_run = name in COMMANDS and COMMANDS[name] in runs
        known = types_of in declared(DECLARED["requirements-dev.lock"]) and types_of != name
        assert name in imported or is_run or is_plugin or known, name


def test_make_alone_lists_every_target() -> None:
    [targets] = re.findall(r"^\.PHONY: (.*)", (PROJECT / "Makefile").read_text("utf-8"), re.M)
    listed = re.findall(r"^make (\w+) +\S", make(), re.M)
    assert sorted(listed) == sorted(targets.split())


def test_make_hands_languages_leaflets_and_formats_on() -> None:
    said = make("-n", "leaflets", "lang=tr ar", "leaflet=hsct-steps", "format=booklet")
    options = re.findall(r"--\w+=\S+", said)
    assert options == ["--lang=tr", "--lang=ar", "--leaflet=hsct-steps", "--format=booklet"]


def test_make_takes_no_language_from_the_environment() -> None:
    assert "of-the-environment" not in make("-n", "leaflets")
