"""How long things take, and how much memory: ``make bench``. It measures and asserts nothing.

``make bench args=endurance`` measures one part alone; its name is one of those in `PARTS`.
It works on a copy of the project; the user's own output folder is not touched. Seconds are those
of this machine, so each is shown beside one of the same run: a bare start of Python, a cold build.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from leafletpress.project import Project
from tests.bench.builds import print_builds
from tests.bench.catalogs import print_update
from tests.bench.endurance import print_endurance
from tests.bench.formats import print_formats
from tests.bench.scripts import print_scripts
from tests.support.small_project import ROOT

PARTS: dict[str, Callable[[Project], None]] = {
    "builds": print_builds,
    "update": print_update,
    "formats": print_formats,
    "scripts": lambda project: print_scripts(project.root / "scripts"),
    "endurance": print_endurance,
}
"""What is measured, each in a copy of the project."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description="How long things take.")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parts = parser.parse_args().parts
    if unknown := [name for name in parts if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}: there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as folder:
        for name in parts or PARTS:
            PARTS[name](copy_project(Path(folder) / name))


def copy_project(folder: Path) -> Project:
    """Return a copy of the project's texts."""
    folder.mkdir()
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "clinic.toml", folder)
    return Project(folder)


if __name__ == "__main__":
    main()
