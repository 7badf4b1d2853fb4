"""How a person has started the program, which is how messages name its commands."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

from leafletpress.problems import Location
from leafletpress.program.files import PACKAGE, is_installed


class Start(StrEnum):
    """What a person types before a command."""

    CHECKOUT = "python build.py"
    INSTALLED = "leafletpress"
    MODULE = "python -m leafletpress"


def started_as() -> Start:
    """Return how the program was started; a script that imports it counts as what it lies in."""
    script = Path(sys.argv[0])
    if script.stem == Start.INSTALLED:  # on Windows it ends in .exe
        return Start.INSTALLED
    if script.name == "__main__.py" and script.resolve().parent == PACKAGE:
        return Start.MODULE
    return Start.INSTALLED if is_installed() else Start.CHECKOUT


def command(arguments: str = "") -> str:
    """Return a command as a person types it: ``python build.py update``."""
    return f"{started_as()} {arguments}".rstrip()


def program_name() -> str:
    """Return what usage and errors call the program: ``build.py``."""
    way = started_as()
    return way.removeprefix("python ") if way is Start.CHECKOUT else str(way)


def program_location() -> Location:
    """Return the location of what is wrong with no file, but with the machine or the command."""
    return Location(Path(program_name()))


def install_libraries() -> str:
    """Return how a person gets the system libraries that a page is printed with."""
    if started_as() is Start.CHECKOUT:
        return 'run "make leaflets", which installs it or says what to install'
    return (
        "install Pango and HarfBuzz: apt install libpangoft2-1.0-0 libharfbuzz-subset0, "
        "dnf install pango harfbuzz, or brew install pango"
    )


def default_folder() -> Path:
    """Return the project's folder where none is named: that of build.py, or the current one."""
    return PACKAGE.parent if started_as() is Start.CHECKOUT else Path.cwd()
