"""build.py under Pythons that have what the program needs, and under Pythons that do not."""

import ast
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parent.parent

# A Python without site-packages stands for one that nobody has prepared.
BARE_PYTHON = [sys.executable, "-I", "-S"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project that has not been set up."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    shutil.copy(PROJECT / "build.py", folder)
    (folder / "leafletpress").symlink_to(PROJECT / "leafletpress")
    return folder


def launch(python: list[str], checkout: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*python, checkout / "build.py", "--help"],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=20,
    )


def assert_says_how_to_mend(run: subprocess.CompletedProcess[str], folder: str) -> None:
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith("build.py: the package '")
    assert f'is missing: run "make leaflets" (or "make test") once in {folder}' in run.stderr


def test_a_missing_package_is_answered_with_the_command_that_mends_it(checkout: Path) -> None:
    assert_says_how_to_mend(launch(BARE_PYTHON, checkout, cwd=checkout), "this folder")


def test_the_project_is_named_from_where_the_user_stands(checkout: Path) -> None:
    assert_says_how_to_mend(launch(BARE_PYTHON, checkout, cwd=checkout.parent), "checkout")


def test_an_environment_that_is_set_up_takes_over(checkout: Path) -> None:
    (checkout / ".venv").symlink_to(sys.prefix)
    run = launch(BARE_PYTHON, checkout, cwd=checkout.parent)
    assert run.stderr == ""
    assert run.returncode == 0
    assert run.stdout.startswith("Usage: build.py")


def test_it_takes_over_from_a_python_that_could_do_the_work_too(checkout: Path) -> None:
    """The versions that are pinned print the leaflets, not those that happen to be about."""
    venv.create(checkout / ".venv", symlinks=True)
    assert_says_how_to_mend(launch([sys.executable], checkout, cwd=checkout), "this folder")


def test_without_an_environment_any_python_that_can_does_the_work(checkout: Path) -> None:
    run = launch([sys.executable], checkout, cwd=checkout)
    assert run.stderr == ""
    assert run.returncode == 0


def test_an_environment_that_lacks_packages_does_not_start_itself_for_ever(checkout: Path) -> None:
    venv.create(checkout / ".venv", symlinks=True)
    for python in (BARE_PYTHON, [str(checkout / ".venv/bin/python")]):
        assert_says_how_to_mend(launch(python, checkout, cwd=checkout), "this folder")


def test_a_missing_part_of_the_program_itself_is_not_blamed_on_the_set_up(checkout: Path) -> None:
    (checkout / "leafletpress").unlink()
    run = launch(BARE_PYTHON, checkout, cwd=checkout)
    assert "No module named 'leafletpress'" in run.stderr
    assert "make" not in run.stderr


def test_old_pythons_can_read_the_launcher() -> None:
    ast.parse((PROJECT / "build.py").read_text("utf-8"), feature_version=(3, 6))
