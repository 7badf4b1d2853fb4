"""The project's own leaflets, printed once for all tests that only read them."""

import datetime
import itertools
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.edition import read_collection
from leafletpress.format import read_format
from leafletpress.language import parse_language
from leafletpress.page import make_page
from leafletpress.project import Project
from tests.support.long_leaflet import long_leaflet
from tests.support.printed_blocks import PrintedLeaflet
from tests.support.small_project import ROOT, build
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

NAMES = Project(ROOT).leaflet_names()
TAGS = ("en", "tr")


@pytest.fixture(scope="session")
def printed_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("leaflets")
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "clinic.toml", root)
    languages = [f"--lang={tag}" for tag in TAGS]
    run = build(Project(root), *languages, "--jobs", "2", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    assert (run.stderr, run.returncode) == ("", 0)
    return Project(root)


@pytest.fixture(scope="session")
def long_project(small_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("long") / "small"
    shutil.copytree(small_master, root)
    Project(root).leaflet("long").write_text(long_leaflet(), "utf-8")
    run = build(Project(root), "--lang=en", "--leaflet=long")
    assert (run.stderr, run.returncode) == ("", 0)
    return Project(root)


@pytest.fixture(scope="session")
def sheets(
    printed_project: Project, long_project: Project
) -> dict[tuple[str, str], PrintedLeaflet]:
    found = [sheet for tag in TAGS for sheet in _sheets(printed_project, NAMES, tag)]
    found += _sheets(long_project, ["long"], "en")
    return {(each.edition.language.tag, each.edition.leaflet.name): each for each in found}


def _sheets(project: Project, names: Sequence[str], tag: str) -> Iterator[PrintedLeaflet]:
    clinic = read_clinic(project.clinic)
    collection, _ = read_collection(project, names, clinic)
    layout = read_format(project.formats, "a4")
    for edition in collection.editions(parse_language(tag), datetime.date.today())[0]:
        path = project.root / "out" / tag / f"{edition.leaflet.name}.pdf"
        yield PrintedLeaflet(edition, make_page(edition, layout, clinic, project), path)


@pytest.fixture(params=[*itertools.product(TAGS, NAMES), ("en", "long")], ids="-".join)
def sheet(
    request: pytest.FixtureRequest, sheets: dict[tuple[str, str], PrintedLeaflet]
) -> PrintedLeaflet:
    """One printed leaflet: each of the project's own, and one made for the test."""
    return sheets[request.param]
