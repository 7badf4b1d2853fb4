"""The files that come with the program: templates, formats, and catalogs of the page."""

from __future__ import annotations

import csv
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from leafletpress.problems import LeafletError, Location, Problem

PACKAGE = Path(__file__).resolve().parents[1]

BUNDLE = PACKAGE / "bundle"
"""Where a wheel has what lies beside the package in the checkout: see pyproject.toml."""

DISTRIBUTION = "leaflet-press"

COMPILED = ".pyc"
"""How a file ends that Python makes again."""


def is_installed() -> bool:
    """Tell whether the program was installed by pip, so that there is no checkout around it."""
    return BUNDLE.is_dir()


def program_folder() -> Path:
    """Return the folder that holds the program's own ``templates`` and ``locales``."""
    return BUNDLE if is_installed() else PACKAGE.parent


def check_program() -> None:
    """Look whether every file is there that pip has installed.

    A style sheet that is gone would be missed by nobody but the patient. pip keeps a list of what
    it installs (PyPA, "Recording installed projects"); in a checkout, git does.

    Raises:
        LeafletError: a file is missing.
    """
    missing = [path for path in _installed_files() if not path.is_file()]
    if missing:
        what = "this file of the program is missing"
        if more := len(missing) - 1:
            what += f", and {more} more"
        mend = f"install the program again: pip install --force-reinstall {DISTRIBUTION}"
        raise LeafletError([Problem("broken-install", Location(missing[0]), what, mend)])


def _installed_files() -> list[Path]:
    """Return the files of this package that pip lists; none where pip did not install it."""
    found = _distribution()
    # What stands in the list of another environment does not speak of the program that runs.
    if not found or Path(str(found.locate_file(PACKAGE.name))).resolve() != PACKAGE:
        return []
    rows = csv.reader((found.read_text("RECORD") or "").splitlines())
    names = sorted(row[0] for row in rows if row and not row[0].endswith(COMPILED))
    return [PACKAGE.parent / name for name in names if name.startswith(f"{PACKAGE.name}/")]


@cache
def _distribution() -> Distribution | None:
    try:
        return distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return None
