"""The program as pip installs it: a wheel, in an environment of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import leafletpress
from tests.support.pdf_pages import page_texts

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    [made] = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """An environment with the wheel in it, which sees the packages of this one; its packages."""
    environment = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(environment, symlinks=True)
    python = environment / "bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps"]
    quiet = ["--no-index", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *quiet, str(wheel)], check=True, capture_output=True, timeout=120)
    [folder] = (environment / "lib").glob("python*/site-packages")
    (folder / "these.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return folder


@pytest.fixture
def started(site: Path, tmp_path: Path) -> Path:
    """A project that the installed program has started."""
    assert run(site, tmp_path, "init", "x").returncode == 0
    return tmp_path / "x"


def run(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Type a command in a folder."""
    program = site.parents[2] / "bin/leafletpress"
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [program, *arguments],
        cwd=folder,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@contextmanager
def without(path: Path) -> Iterator[None]:
    """Take a file of the program away for a while."""
    kept = path.with_name("kept")
    path.rename(kept)
    try:
        yield
    finally:
        kept.rename(path)


def test_the_wheel_holds_every_template_and_the_page_catalogs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for path in (p for p in TEMPLATES.rglob("*") if p.is_file()):
            name = f"leafletpress/bundle/templates/{path.relative_to(TEMPLATES).as_posix()}"
            assert archive.read(name) == path.read_bytes()
    catalogs = ROOT.glob("locales/*/LC_MESSAGES/page.po")
    wanted = {f"leafletpress/bundle/{path.relative_to(ROOT).as_posix()}" for path in catalogs}
    assert {name for name in names if name.startswith("leafletpress/bundle/locales")} == wanted
    sources = (p for p in (ROOT / "leafletpress").rglob("*") if p.is_file() and p.suffix != ".pyc")
    assert {path.relative_to(ROOT).as_posix() for path in sources} <= names


def test_a_clinic_prints_the_sample_of_its_own_project(site: Path, started: Path) -> None:
    printed = run(site, started, "--lang", "en")
    assert (printed.returncode, printed.stderr) == (0, "")
    (text,) = page_texts(started / "out/en/your-first-visit.pdf")
    assert "Your first visit" in text
    assert "112" in text


def test_a_new_language_has_the_words_of_the_page(site: Path, started: Path) -> None:
    assert run(site, started, "languages", "add", "tr").returncode == 0
    status = run(site, started, "status", "--lang", "tr").stdout
    assert "page              draft       100%" in status
    assert "leafletpress check --lang tr" in status


def test_an_own_template_takes_the_place_of_the_programs(site: Path, started: Path) -> None:
    assert run(site, started, "--lang", "en").returncode == 0
    assert "1 unchanged" in run(site, started, "--lang", "en").stdout
    own = started / "templates/parts/masthead.html"
    own.parent.mkdir(parents=True)
    shutil.copy(TEMPLATES / "parts/masthead.html", own)
    assert "1 unchanged" in run(site, started, "--lang", "en").stdout
    with own.open("a", encoding="utf-8") as file:
        file.write("<p>Call us</p>\n")
    line = own.read_text("utf-8").count("\n")
    told = run(site, started, "--lang", "en").stderr
    assert told.startswith(
        f'templates/parts/masthead.html:{line}: [word-in-template] "Call us" stands here as it is'
    )
    assert 'run "leafletpress update"' in told


@pytest.mark.parametrize("arguments", [(), ("check",), ("init", "y")])
def test_a_file_that_is_gone_stops_the_program(
    site: Path, started: Path, arguments: tuple[str, ...]
) -> None:
    sheet = site / "leafletpress/bundle/templates/styles/3-blocks.css"
    with without(sheet):
        result = run(site, started, *arguments)
    assert result.returncode == 1
    assert result.stderr == (
        f"{sheet}: [broken-install] this file of the program is missing: install the program "
        f"again: "
        "pip install --force-reinstall leaflet-press\n"
    )
    assert not (started / "out").exists()
    assert not (started / "y").exists()


def test_many_files_that_are_gone_are_one_line(site: Path, started: Path) -> None:
    with without(site / "leafletpress/bundle/templates"):
        told = run(site, started).stderr
    assert told.count("\n") == 1
    assert " is missing, and 3" in told


def test_both_commands_say_the_one_version(site: Path, tmp_path: Path) -> None:
    said = f"leafletpress, version {leafletpress.__version__}\n"
    assert run(site, tmp_path, "--version").stdout == said
    module: list[str | Path] = [site.parents[2] / "bin/python", "-m", "leafletpress", "--version"]
    result = subprocess.run(module, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
    assert result.stdout == f"python -m {said}"


def test_a_package_that_is_missing_is_one_line(site: Path, tmp_path: Path) -> None:
    with without(site / "these.pth"):
        result = run(site, tmp_path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("leafletpress: the package '")
    assert result.stderr.endswith(" is missing: install the program with all that it needs: pip "
                                  "install leaflet-press\n")  # fmt: skip
