"""How the program was started decides what messages call it."""

import sys
from pathlib import Path

import pytest

from leafletpress.program import command, default_folder, install_libraries, program_name

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "leafletpress"


@pytest.mark.parametrize(
    ("script", "typed", "name"),
    [
        (ROOT / "build.py", "python build.py update", "build.py"),
        ("/venv/bin/leafletpress", "leafletpress update", "leafletpress"),
        ("leafletpress.exe", "leafletpress update", "leafletpress"),
        (PACKAGE / "__main__.py", "python -m leafletpress update", "python -m leafletpress"),
        ("/venv/pytest/__main__.py", "python build.py update", "build.py"),
        ("-m", "python build.py update", "build.py"),
    ],
)
def test_a_command_is_named_as_it_is_typed(
    monkeypatch: pytest.MonkeyPatch, script: str | Path, typed: str, name: str
) -> None:
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert (command("update"), program_name()) == (typed, name)


def test_build_py_works_on_its_own_project_and_the_others_on_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for script, folder in (("build.py", ROOT), ("leafletpress", tmp_path)):
        monkeypatch.setattr(sys, "argv", [script])
        assert default_folder() == folder


def test_without_make_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["leafletpress"])
    assert "make" not in install_libraries()
    assert "brew install pango" in install_libraries()
