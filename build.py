#!/usr/bin/env python3
"""Build the leaflets: ``python build.py --lang tr``.

Any Python may start this file. Where it is too old or lacks a package, the environment that
``make leaflets`` sets up takes over. So the syntax here is that of Python 3.6.
"""

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"


def run() -> None:
    """Run the program, here or in the project's own environment."""
    if sys.version_info < (3, 11):
        hand_over("Python 3.11 or newer")
    sys.path.insert(0, str(PROJECT))
    try:
        from leafletpress.cli import main

        main()
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        if package == "leafletpress":
            raise
        hand_over("the package '{}'".format(package))


def hand_over(missing: str) -> None:
    """Start again in the project's environment, or say how to get one, and exit."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    # Inside the environment already, starting again would never end.
    if python.exists() and Path(sys.prefix).resolve() != VENV.resolve():
        command = [str(python), *sys.argv]
        if os.name == "nt":  # where execv() gives the terminal back before the program is done
            import subprocess

            sys.exit(subprocess.call(command))
        os.execv(str(python), command)
    folder = os.path.relpath(str(PROJECT))
    sys.exit(
        'build.py: {} is missing: run "make leaflets" (or "make test") once in {}, '
        "it sets everything up".format(missing, "this folder" if folder == "." else folder)
    )


if __name__ == "__main__":
    run()
