"""What the tests share: a copy of the project to work in, and tiny leaflets."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from leafletpress.project import Project
from tests.support.made_once import RunFolder
from tests.support.tiny_leaflet import FRONT

ROOT = Path(__file__).parent.parent

# The same examples on every machine and every day; a slow machine is no failure.
settings.register_profile("steady", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("steady")

# Some hundred processes start in a run. Where Python may not write the code that it reads as
# bytecode beside it, they share a folder: else each compiles the whole program anew.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "bytecode"))


def pytest_addoption(parser: pytest.Parser) -> None:
    told = "read every catalog (*.po) of this folder, too, and see that none has a new shape"
    parser.addoption("--corpus", type=Path, metavar="FOLDER", help=told)


def pytest_configure(config: pytest.Config) -> None:
    folder = config.getoption("--corpus")
    if folder and not any(folder.rglob("*.po")):
        raise pytest.UsageError(f"--corpus={folder}: no catalog is there: name a folder with *.po")


def pytest_collection_finish() -> None:
    # What was imported and collected stays: nobody need look through it for garbage again.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let the processes of this run share what is made once."""
    RunFolder.set(tmp_path_factory, is_worker="PYTEST_XDIST_WORKER" in os.environ)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project's texts; what a test changes stays there."""
    root = tmp_path / "project"
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "clinic.toml", root)
    return Project(root)


@pytest.fixture
def write_leaflet(tmp_path: Path) -> Callable[..., Path]:
    """Writes a tiny leaflet: its body, and its front matter where that matters."""

    def write(body: str, front: str = FRONT, name: str = "tiny") -> Path:
        path = tmp_path / f"{name}.md"
        path.write_bytes((front + body).encode())
        return path

    return write
