"""Run each test file by itself, in a clone of the last commit with nothing cached.

    python -m tests.support.alone                        every file
    python -m tests.support.alone tests/cli tests/pdf    those of some folders, or some files

So a test that leans on what another one leaves behind is found. It takes as long as several runs of
all tests.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]


def test_files(root: Path, chosen: Sequence[str]) -> list[str]:
    """Return the chosen test files of a clone, or all, as paths below its root."""
    found: list[Path] = []
    for path in (root / name for name in chosen or ["tests"]):
        found += sorted(path.rglob("test_*.py")) if path.is_dir() else [path]
    return [str(path.relative_to(root)) for path in found]


def make_clone(folder: Path) -> Path:
    """Clone the last commit into a folder, with the environment that runs this program."""
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    (clone / ".venv").symlink_to((ROOT / ".venv").resolve())
    return clone


def run_alone(clone: Path, name: str, options: Sequence[str]) -> tuple[bool, str]:
    """Run one file in a clean clone; return whether it passed, and pytest's last words."""
    _git(clone, "clean", "-ffdxq", "--exclude=.venv")
    command = [".venv/bin/python", "-m", "pytest", "-q", "--no-header", "-n0", *options, name]
    ran = subprocess.run(command, cwd=clone, capture_output=True, encoding="utf-8")
    changed = [line[3:] for line in _git(clone, "status", "--porcelain").splitlines()]
    changed = [path for path in changed if path != ".venv"]
    _git(clone, "checkout", "--quiet", ".")
    lines = [*ran.stdout.strip().splitlines()[-1:], *(f"it changed {path}" for path in changed)]
    if ran.returncode:
        lines += [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return not ran.returncode and not changed, "\n    ".join(lines)


def _git(clone: Path, *arguments: str) -> str:
    command = ["git", "-C", str(clone), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def main() -> None:
    """Run the files one after the other; end with status 1 where one fails alone."""
    parser = argparse.ArgumentParser(prog="alone", description=__doc__)
    parser.add_argument("files", nargs="*", help="test files or folders, below the project's own")
    chosen, options = parser.parse_known_args()
    failed = []
    with TemporaryDirectory(prefix="alone-") as folder:
        clone = make_clone(Path(folder))
        for name in test_files(clone, chosen.files):
            begin = time.monotonic()
            passed, told = run_alone(clone, name, options)
            failed += [] if passed else [name]
            print(f"{'   ' if passed else 'NOT'} {time.monotonic() - begin:5.0f} s {name}: {told}")
            sys.stdout.flush()
    sys.exit(f"{len(failed)} fail alone: {' '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
