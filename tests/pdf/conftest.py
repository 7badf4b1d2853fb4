"""The project's own leaflets, printed once for all tests that only read them."""

import itertools
from pathlib import Path

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.edition import Edition
from leafletpress.format import read_format
from leafletpress.page import make_page
from leafletpress.project import Project
from tests.support import shipped_leaflets
from tests.support.long_leaflet import long_leaflet
from tests.support.made_once import made_once
from tests.support.printed_blocks import PrintedLeaflet
from tests.support.small_project import build, editions, set_up
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

TAGS = shipped_leaflets.WHOLE


def print_long(root: Path) -> None:
    """Put a leaflet of many pages into a folder, and print it."""
    project = set_up(root)
    project.leaflet("long").write_text(long_leaflet(), "utf-8")
    run = build(project, "--lang=en", "--leaflet=long")
    assert (run.stderr, run.returncode) == ("", 0)


@pytest.fixture(scope="session")
def long_project() -> Project:
    return Project(made_once("long", print_long))


@pytest.fixture(scope="session")
def sheets(long_project: Project) -> dict[tuple[str, str], PrintedLeaflet]:
    shipped = [
        printed_leaflet(shipped_leaflets.PROJECT, edition, paths[edition.leaflet.name])
        for tag in TAGS
        for paths in [shipped_leaflets.printed(tag, "a4")]
        for edition in shipped_leaflets.editions(tag)
    ]
    path = long_project.root / "out/en/long.pdf"
    [long] = (each for each in editions(long_project, "en") if each.leaflet.name == "long")
    found = [*shipped, printed_leaflet(long_project, long, path)]
    return {(each.edition.language.tag, each.edition.leaflet.name): each for each in found}


def printed_leaflet(project: Project, edition: Edition, path: Path) -> PrintedLeaflet:
    layout = read_format(project, "a4")
    page = make_page(edition, layout, read_clinic(project.clinic), project)
    return PrintedLeaflet(edition, page, path)


@pytest.fixture(
    params=[*itertools.product(TAGS, shipped_leaflets.NAMES), ("en", "long")], ids="-".join
)
def sheet(
    request: pytest.FixtureRequest, sheets: dict[tuple[str, str], PrintedLeaflet]
) -> PrintedLeaflet:
    """One printed leaflet: each of the project's own, and one made for the test."""
    return sheets[request.param]
