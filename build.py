#!/usr/bin/env python3
"""Build the leaflets: ``python build.py --lang tr``.

Any Python may start this file. The environment that ``make leaflets`` sets up takes over where
there is one, so that the pinned versions print the leaflets. So the syntax here is that of
Python 3.6.
"""

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"


def run() -> None:
    """Run the program, in the project's own environment where there is one."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and Path(sys.prefix).resolve() != VENV.resolve():
        start_again(python)
    if sys.version_info < (3, 11):
        give_up("Python 3.11 or newer")
    sys.path.insert(0, str(PROJECT))
    try:
        from leafletpress.cli import main

        main()
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        if package == "leafletpress":
            raise
        give_up("the package '{}'".format(package))
    except KeyboardInterrupt:  # while the program is still being imported
        sys.exit("Aborted!")


def start_again(python: Path) -> None:
    """Start this file again with another Python, and do not come back."""
    command = [str(python), *sys.argv]
    if os.name == "nt":  # where execv() gives the terminal back before the program is done
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(str(python), command)


def give_up(missing: str) -> None:
    """Say what is missing and how to get it, and exit."""
    folder = os.path.relpath(str(PROJECT))
    sys.exit(
        'build.py: {} is missing: run "make leaflets" (or "make test") once in {}, '
        "it sets everything up".format(missing, "this folder" if folder == "." else folder)
    )


if __name__ == "__main__":
    run()
