"""One build of one leaflet in every format, for all tests of this folder."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.format import format_names
from leafletpress.project import Project
from tests.support.icc_profiles import cmyk_profile
from tests.support.pdf_reader import Reader

ROOT = Path(__file__).parent.parent.parent

ReadPdf = Callable[[str], Reader]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose Turkish leaflet about the six steps is printed in every format."""
    root = tmp_path_factory.mktemp("formats")
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "clinic.toml", root)
    project = Project(root)
    shop = (project.formats / "print-shop.toml").read_text()
    (project.formats / "cmyk.toml").write_text(f'{shop}\nicc = "press.icc"\n')
    (root / "press.icc").write_bytes(cmyk_profile())
    leaflet = project.leaflet("hsct-steps")
    checklist = "/// checklist | Before step 1\n"
    text = leaflet.read_text().replace(checklist, f"{checklist}    tear-off: own sheet\n")
    leaflet.write_text(text)
    formats = [f"--format={name}" for name in format_names(project.formats)]
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(root), "--lang=tr"]
    subprocess.run([*command, "--leaflet=hsct-steps", *formats], check=True)
    return project


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
