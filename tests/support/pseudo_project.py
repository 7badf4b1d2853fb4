"""A project of some leaflets alone, in English and in the letters of a pseudo-locale."""

import datetime
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from leafletpress.edition import Collection, Edition, read_collection
from leafletpress.format import Format
from leafletpress.language import Language, source_language
from leafletpress.project import Project
from tests.support import pseudo_catalogs
from tests.support.printing import ROOT

TODAY = datetime.date(2026, 11, 22)


def pseudo_project(leaflets: Mapping[str, str], clinic: str) -> Project:
    """Return a project with these leaflets, by their names, and their catalogs."""
    made = Project(Path(tempfile.mkdtemp(prefix="pseudo-")))
    shutil.copytree(ROOT / "templates", made.templates.own)
    made.leaflets.mkdir()
    made.locales.mkdir()
    made.clinic.write_text(clinic, "utf-8")
    for name, text in leaflets.items():
        made.leaflet(name).write_text(text, "utf-8")
    pseudo_catalogs.translate_all(made, right_collection(made))
    return made


def right_collection(project: Project) -> Collection:
    """Return the leaflets of a project, which are right."""
    found, problems = read_collection(project, project.leaflet_names())
    assert problems == [], problems
    return found


def right_editions(project: Project, tag: str) -> list[Edition]:
    """Return the editions in English or in the pseudo-locale, which are right."""
    found, problems = right_collection(project).editions(_language(tag), TODAY)
    assert problems == [], problems
    return found


def _language(tag: str) -> Language:
    pseudo = pseudo_catalogs.LANGUAGE
    return pseudo if tag == pseudo.tag else source_language()


def in_same_size(layout: Format, language: Language) -> Format:
    """Return a format in which the letters of a language are as large as those of English."""
    return msgspec.structs.replace(layout, body=round(layout.body / language.type_scale, 3))
