"""System libraries that are missing: what is needed is asked for, what is slow is reported once."""

import subprocess
import sys
from pathlib import Path

import pytest

from leafletpress.project import Project
from tests.support.small_project import ROOT, command

pytestmark = pytest.mark.slow

# Workers run this file too, as every spawned process runs the file that it was started from.
LAUNCHER = """
import sys
import cffi

sys.path.insert(0, {root!r})
load = cffi.FFI.dlopen


def dlopen(self, name, flags=0):
    if {missing!r} in str(name):
        raise OSError("cannot load library '" + str(name) + "'")
    return load(self, name, flags)


cffi.FFI.dlopen = dlopen
if __name__ == "__main__":
    from leafletpress.cli import main

    main()
"""


def build_without(library: str, project: Project, folder: Path) -> subprocess.CompletedProcess[str]:
    launcher = folder / "launcher.py"
    launcher.write_text(LAUNCHER.format(root=str(ROOT), missing=library), "utf-8")
    line = [sys.executable, str(launcher), *command(project, "--lang=tr", "--jobs=2")[2:]]
    return subprocess.run(
        line, cwd=project.root, capture_output=True, encoding="utf-8", check=False
    )


def test_a_library_that_makes_printing_fast_is_missed_once_and_done_without(
    small: Project, tmp_path: Path
) -> None:
    run = build_without("harfbuzz-subset", small, tmp_path)
    assert run.stderr == (
        "build.py: warning: [slow-fonts] the system library harfbuzz-subset is missing: printing "
        "takes several "
        'times as long: run "make leaflets", which installs it or says what to install\n'
    )
    assert run.returncode == 0
    assert "2 PDFs in out: 2 made, 0 unchanged" in run.stdout


@pytest.mark.parametrize("library", ["pango-1.0", "fontconfig"])
def test_a_library_that_is_needed_is_asked_for(
    small: Project, tmp_path: Path, library: str
) -> None:
    run = build_without(library, small, tmp_path)
    assert run.returncode == 1
    [said] = run.stderr.splitlines()
    assert said.startswith("build.py: [no-system-library] a system library is missing (")
    assert said.endswith('run "make leaflets", which installs it or says what to install')
    assert run.stdout == "0 PDFs in out: 0 made, 0 unchanged, 2 not made\n"
