"""Where a project keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from leafletpress.files import check_names, check_strays, markdown_files
from leafletpress.problems import Problem
from leafletpress.templates import FOLDER, Templates, program_templates

PAGE_DOMAIN = "page"
"""The catalog that holds the template messages, not of a leaflet."""

SHARED_DOMAIN = "shared"
"""The catalog that holds the passages which several leaflets include."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with leaflets and catalogs. Every path of the house is named here."""

    root: Path

    @property
    def leaflets(self) -> Path:
        """The folder of the Markdown leaflets."""
        return self.root / "leaflets"

    @property
    def passages(self) -> Path:
        """The folder of the passages that leaflets share; there need be none."""
        return self.leaflets / "shared"

    @property
    def locales(self) -> Path:
        """The folder of the pots and of one folder a language."""
        return self.root / "locales"

    @property
    def templates(self) -> Templates:
        """The Jinja pages, the style sheets and the formats: its own, over the program's."""
        return Templates(self.root / FOLDER, program_templates())

    @property
    def fonts(self) -> Path:
        """The folder of fonts that the user supplies; there need be none."""
        return self.root / "fonts"

    @property
    def clinic(self) -> Path:
        """The clinic's own name, numbers and write-in fields."""
        return self.root / "clinic.toml"

    @property
    def people(self) -> Path:
        """The people who sign; there need be none."""
        return self.root / "people.toml"

    @property
    def source_signoff(self) -> Path:
        """The sign-offs of the source text."""
        return self.leaflets / "signoff.toml"

    @property
    def editorial(self) -> Path:
        """The record of typos that were mended in the source."""
        return self.leaflets / "editorial.toml"

    def leaflet(self, name: str) -> Path:
        """Return the Markdown file of a leaflet."""
        return self.leaflets / f"{name}.md"

    def pot(self, domain: str) -> Path:
        """Return the pot of a leaflet, or of the page."""
        return self.locales / f"{domain}.pot"

    def catalog(self, folder: str, domain: str) -> Path:
        """Return the catalog of a leaflet, or of the page, in the locale with that folder."""
        return self.locales / folder / "LC_MESSAGES" / f"{domain}.po"

    def signoff(self, folder: str) -> Path:
        """Return the sign-offs of the locale with that folder."""
        return self.locales / folder / "signoff.toml"

    def glossary(self, folder: str) -> Path:
        """Return the glossary of the locale with that folder; there need be none."""
        return self.locales / folder / "glossary.toml"

    def leaflet_names(self) -> list[str]:
        """Return the names of all leaflets, sorted, without those that cannot stand."""
        return [path.stem for path in self._named()[0]]

    def misnamed_leaflets(self) -> list[Problem]:
        """Return what is wrong with the names of other files in the folder of the leaflets."""
        return [*self._named()[1], *check_strays(self.leaflets, "leaflet")]

    def _named(self) -> tuple[list[Path], list[Problem]]:
        return check_names(markdown_files(self.leaflets), "leaflet", (PAGE_DOMAIN, SHARED_DOMAIN))

    def locale_folders(self) -> list[str]:
        """Return the folders of all translated languages, sorted."""
        return sorted(path.name for path in self.locales.glob("*/") if path.is_dir())

    def inside(self, path: Path) -> bool:
        """Tell whether `path`, links followed, lies in the project."""
        return path.resolve().is_relative_to(self.root.resolve())

    def name_of(self, path: Path) -> str:
        """Return the path as catalogs write it: relative to the project, with slashes.

        A template of the program has the name that one of the project's own would have.
        """
        name = self.templates.name_of(path)
        return f"{FOLDER}/{name}" if name else path.relative_to(self.root).as_posix()
