"""One build of one leaflet in every format, for all tests of this folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.format import format_names
from leafletpress.project import Project
from tests.support.icc_profiles import cmyk_profile
from tests.support.made_once import made_once
from tests.support.pdf_reader import Reader
from tests.support.small_project import ROOT, build

ReadPdf = Callable[[str], Reader]


def print_in_every_format(root: Path) -> None:
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "clinic.toml", root)
    project = Project(root)
    shop = (project.templates.own / "formats/print-shop.toml").read_text()
    (project.templates.own / "formats/cmyk.toml").write_text(f'{shop}\nicc = "press.icc"\n')
    (root / "press.icc").write_bytes(cmyk_profile())
    leaflet = project.leaflet("hsct-steps")
    checklist = "/// checklist | Before step 1\n"
    text = leaflet.read_text().replace(checklist, f"{checklist}    tear-off: own sheet\n")
    leaflet.write_text(text)
    formats = [f"--format={name}" for name in format_names(project)]
    run = build(project, "--lang=tr", "--leaflet=hsct-steps", *formats)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def printed() -> Project:
    """A project whose Turkish leaflet about the six steps is printed in every format."""
    return Project(made_once("formats", print_in_every_format))


@pytest.fixture(scope="session")
def read_pdf(printed: Project) -> ReadPdf:
    """Reads the PDF of a format."""

    def read(name: str) -> Reader:
        return Reader(output(printed, name))

    return read


def output(printed: Project, name: str) -> Path:
    """Where the PDF of a format is."""
    suffix = "" if name == "a4" else f".{name}"
    return printed.root / "out" / "tr" / f"hsct-steps{suffix}.pdf"
