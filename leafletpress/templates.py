"""Templates: those of a project, over those of the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from leafletpress.files import is_there
from leafletpress.program import program_folder

FOLDER = "templates"

LEFTOVERS = (".", "#", "~")
"""How the names of files begin that systems and editors leave about."""


@dataclass(frozen=True, slots=True)
class Templates:
    """Two folders that are read as one: a file of `own` takes the place of the file of `program`
    with its name. Names are relative and have slashes: ``parts/head.html``. In the checkout both
    folders are the same."""

    own: Path
    program: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders, each once."""
        return tuple(dict.fromkeys((self.own, self.program)))

    def find(self, name: str) -> Path:
        """Return the file of a name: the program's, which may be missing, where there is no own."""
        path = self.own / name
        return path if is_there(path) else self.program / name

    def glob(self, pattern: str) -> dict[str, Path]:
        """Return the files that a pattern finds, by their names, in the order of these."""
        names = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.glob(pattern)
            if not path.name.startswith(LEFTOVERS)
        }
        return {name: self.find(name) for name in sorted(names, key=_order)}

    def name_of(self, path: Path) -> str | None:
        """Return the name of a file; None where it lies in neither folder."""
        for folder in self.folders:
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return None

    def holds(self, path: Path) -> bool:
        """Tell whether a file, links followed, lies in one of the folders."""
        real = path.resolve()
        return any(real.is_relative_to(folder.resolve()) for folder in self.folders)


def program_templates() -> Path:
    """Return the folder of the program's own templates."""
    return program_folder() / FOLDER


def _order(name: str) -> tuple[str, ...]:
    return PurePosixPath(name).parts
