"""A view: which edition is shown, in which format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import msgspec

from leafletpress.edition import project_languages
from leafletpress.format import format_names, is_format_name
from leafletpress.language import Language, parse_language, pseudo_languages
from leafletpress.press import DEFAULT_FORMAT
from leafletpress.project import PAGE_DOMAIN, SHARED_DOMAIN, Project


@dataclass(frozen=True, slots=True)
class View:
    """One leaflet in one language (a tag) and one format, by their names."""

    lang: str
    leaflet: str
    format: str

    @property
    def language(self) -> Language:
        """The language, which may be a pseudo-locale."""
        hidden = (one for one in pseudo_languages() if one.tag == self.lang)
        return next(hidden, None) or parse_language(self.lang)

    @property
    def query(self) -> str:
        """The view as the query of an address."""
        return urlencode({"lang": self.lang, "leaflet": self.leaflet, "format": self.format})

    def concerns(self, path: Path, project: Project) -> bool:
        """Tell whether a file may change what the view shows; the other leaflets' files do not."""
        if path.is_relative_to(project.locales):
            folder = project.locales / self.language.folder
            names = (self.leaflet, PAGE_DOMAIN, SHARED_DOMAIN)
            return path.is_relative_to(folder) and (path.suffix != ".po" or path.stem in names)
        return path.parent != project.leaflets or path.stem in (self.leaflet, "signoff")


class Name(msgspec.Struct, frozen=True):
    """Something to choose: its name in an address, and what a person calls it."""

    name: str
    label: str


class Choices(msgspec.Struct, frozen=True):
    """What there is to choose from."""

    languages: list[Name]
    leaflets: list[Name]
    formats: list[Name]


def read_choices(project: Project) -> Choices:
    """Return the languages, leaflets and formats that a project has now."""
    languages = [*project_languages(project)[0], *pseudo_languages()]
    return Choices(
        [Name(one.tag, _label(one)) for one in languages],
        [Name(name, name) for name in project.leaflet_names()],
        [Name(name, name) for name in format_names(project) if is_format_name(name)],
    )


def _label(language: Language) -> str:
    own, english = language.own_name, language.english_name
    return own if own == english else f"{own} ({english})"


def read_view(query: str, project: Project) -> View:
    """Return the view that an address names; its names are compared, never used as paths.

    Raises:
        LookupError: the project has no such language, leaflet or format, or one is not named.
    """
    fields = {"format": [DEFAULT_FORMAT], **parse_qs(query)}
    choices = read_choices(project)
    for field, names in (
        ("lang", choices.languages), ("leaflet", choices.leaflets), ("format", choices.formats),
    ):  # fmt: skip
        known = [one.name for one in names]
        value = fields.get(field, [""])[0]
        if value not in known:
            raise LookupError(f'there is no {field} "{value}": there are {", ".join(known)}')
    return View(fields["lang"][0], fields["leaflet"][0], fields["format"][0])
