"""Making a process ready to print: the right libraries, patched, and the right faces."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from contextlib import redirect_stdout
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from pathlib import Path

from leafletpress.fonts import configuration
from leafletpress.problems import LeafletError, Problem, Severity
from leafletpress.program import Start, install_libraries, program_location, started_as

PINNED = {"WeasyPrint": "70.0", "pydyf": "0.13.0"}
"""The versions that the patches are written for, as pyproject.toml has them; a test compares."""


def start(cache_folder: Path) -> tuple[Problem, ...]:
    """Make this process ready to print with the faces of the cache and no others.

    Returns:
        Warnings: what this machine lacks for printing fast.

    Raises:
        LeafletError: a system library that WeasyPrint needs is missing; or WeasyPrint or pydyf is
            not the one that the patches are written for.
    """
    if problems := _other_versions():
        raise LeafletError(problems)
    os.environ["FONTCONFIG_FILE"] = str(configuration(cache_folder).resolve())
    _patch()
    if _cuts_fonts_fast():
        return ()
    what = "the system library harfbuzz-subset is missing: printing takes several times as long"
    return (Problem("slow-fonts", program_location(), what, install_libraries(), Severity.WARNING),)


@cache  # every job of a process asks
def _other_versions() -> tuple[Problem, ...]:
    """Return one problem where WeasyPrint or pydyf is not the pinned one.

    Their metadata is asked, since a version that is far off might not even be imported.
    """
    wrong = {name: found for name, pinned in PINNED.items() if (found := _found(name)) != pinned}
    if not wrong:
        return ()
    what = " and ".join(f"{name} {found or '(none)'}" for name, found in wrong.items())
    only = " and ".join(f"{name} {PINNED[name]}" for name in wrong)
    mend = f"install {_named(wrong)}"
    if started_as() is Start.CHECKOUT:
        mend = f'run "make leaflets", or {mend}'
    return (
        Problem(
            "other-weasyprint",
            program_location(),
            f"this is {what}, and PDFs are made with {only} only",
            mend,
        ),
    )


def _found(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _patch() -> None:
    """Import WeasyPrint and put the patches in place.

    Raises:
        LeafletError: a system library is missing, or a part is not what the patch was written for.
    """
    try:
        # WeasyPrint warns and prints about missing libraries while it is imported; we say it.
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore", DeprecationWarning)
            from leafletpress.pdf import weasyprint_patches as patches
    except OSError as error:
        what = f"a system library is missing ({str(error).splitlines()[0]})"
        raise LeafletError(
            [Problem("no-system-library", program_location(), what, install_libraries())]
        ) from error
    except (ImportError, AttributeError) as error:
        raise LeafletError([_altered(str(error))]) from error
    if parts := patches.altered_parts():
        raise LeafletError([_altered(", ".join(map(str, parts)))])
    patches.install()


def _altered(what: str) -> Problem:
    mend = f"install them anew, with pip install --force-reinstall {_named(PINNED)}"
    return Problem(
        "altered-weasyprint",
        program_location(),
        f"WeasyPrint or pydyf is not as it was released ({what})",
        mend,
    )


def _named(packages: Iterable[str]) -> str:
    """Return packages in their pinned versions, as pip is told to install them."""
    return " ".join(f"{package.lower()}=={PINNED[package]}" for package in packages)


def _cuts_fonts_fast() -> bool:
    """Tell whether WeasyPrint cuts fonts with HarfBuzz, and not with the slow fontTools."""
    from weasyprint.text.ffi import harfbuzz, harfbuzz_subset

    return harfbuzz_subset is not None and bool(harfbuzz.hb_version_atleast(4, 1, 0))
