"""How long things take: ``make bench``. It measures and asserts nothing.

It works on a copy of the project; the user's own output folder is not touched. Seconds are those
of this machine, so each is shown beside one of the same run: a bare start of Python, a cold build.
"""

import shutil
import tempfile
from pathlib import Path

from leafletpress.project import Project
from tests.bench.builds import print_builds
from tests.bench.catalogs import print_update
from tests.bench.formats import print_formats
from tests.bench.scripts import print_scripts
from tests.printshop import ROOT


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print_builds(copy_project(Path(folder) / "builds"))
        print_update(copy_project(Path(folder) / "update"))
        print_formats(copy_project(Path(folder) / "formats"))
        print_scripts(Path(folder) / "scripts")


def copy_project(folder: Path) -> Project:
    """Return a copy of the project's texts."""
    folder.mkdir()
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "clinic.toml", folder)
    return Project(folder)


if __name__ == "__main__":
    main()
