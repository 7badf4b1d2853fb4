"""The project's own leaflets, printed once for all tests that only read them."""

import datetime
import shutil

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.format import read_format
from leafletpress.languages import parse_language
from leafletpress.page import make_page
from leafletpress.project import Project
from leafletpress.shelf import read_shelf
from tests.pdf.sheet import Sheet
from tests.printshop import ROOT, build
from tests.printshop import small as small
from tests.printshop import small_master as small_master

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
def sheets(printed_project: Project) -> dict[tuple[str, str], Sheet]:
    clinic = read_clinic(printed_project.clinic)
    shelf, _ = read_shelf(printed_project, NAMES, clinic)
    layout = read_format(printed_project.formats, "a4")
    found = {}
    for tag in TAGS:
        for edition in shelf.editions(parse_language(tag), datetime.date.today())[0]:
            name = edition.leaflet.name
            html = make_page(edition, layout, clinic, printed_project)
            path = printed_project.root / "out" / tag / f"{name}.pdf"
            found[tag, name] = Sheet(edition, html, path)
    return found


@pytest.fixture(params=[(tag, name) for name in NAMES for tag in TAGS], ids="-".join)
def sheet(request: pytest.FixtureRequest, sheets: dict[tuple[str, str], Sheet]) -> Sheet:
    return sheets[request.param]
