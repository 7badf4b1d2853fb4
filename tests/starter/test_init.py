"""init begins a project that is right, or leaves nothing behind."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafletpress.cli.main import cli
from leafletpress.clinic import read_clinic
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.starter import start_project

NOW = datetime.datetime(2026, 12, 1, 3, tzinfo=datetime.UTC)

HELD = {
    "README.md",
    "clinic.toml",
    "leaflets/your-first-visit.md",
    "locales/page.pot",
    "locales/your-first-visit.pot",
}


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def run(*arguments: str | Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(cli, [*map(str, arguments)])


def test_a_new_project_holds_what_a_clinic_begins_with(tmp_path: Path) -> None:
    written = start_project(tmp_path / "x", NOW)
    assert files(tmp_path / "x") == {p.relative_to(tmp_path / "x").as_posix() for p in written}
    assert files(tmp_path / "x") == HELD


def test_the_sample_passes_every_check_and_is_good_for_a_year(tmp_path: Path) -> None:
    start_project(tmp_path / "x", NOW)
    result = run("--project", tmp_path / "x", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "1 editions checked, nothing wrong\n"
    text = Project(tmp_path / "x").leaflet("your-first-visit").read_text("utf-8")
    assert "\nupdated: 2026-12-01\nreview_by: 2027-12-01\n" in text
    assert "{team_phone}" in text


def test_the_clinic_has_a_number_for_emergencies_and_no_name_yet(tmp_path: Path) -> None:
    start_project(tmp_path / "x", NOW)
    clinic = read_clinic(Project(tmp_path / "x").clinic)
    assert clinic.name == ""
    assert set(clinic.phones) == {"team_phone", "emergency_phone"}


def test_a_folder_that_holds_nothing_but_git_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    start_project(tmp_path, NOW)
    assert files(tmp_path) == HELD


def test_init_says_what_comes_next(tmp_path: Path) -> None:
    result = run("init", tmp_path / "x")
    assert result.exit_code == 0
    last = result.stdout.splitlines()[-1]
    assert last == f"print the sample: python build.py --project {tmp_path / 'x'} --lang en"


def full(folder: Path) -> Path:
    (folder / "notes.txt").touch()
    return folder


def a_file(folder: Path) -> Path:
    (folder / "x").touch()
    return folder / "x"


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "y"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (full, "the folder is not empty: notes.txt lies there: name a folder that is new or empty"),
        (a_file, "x: [used-folder] this is no folder: name a folder that is new or empty"),
        # Below a file, because the tests may run as root, who may write anywhere.
        (
            below_a_file,
            "x/y/README.md: [cannot-write] the file cannot be written (Not a directory): close it",
        ),
    ],
)
def test_where_nothing_can_begin_nothing_is_written(
    tmp_path: Path, spoil: Callable[[Path], Path], words: str
) -> None:
    folder = spoil(tmp_path)
    before = files(tmp_path)
    result = run("init", folder)
    assert result.exit_code == 1
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert files(tmp_path) == before


@pytest.mark.parametrize("is_there", [True, False])
def test_a_beginning_that_fails_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    """Here the starter's own leaflet is gone, as of an installation that is cut off."""
    from leafletpress.starter import project

    source = tmp_path / "files"
    source.mkdir()
    (source / "clinic.toml").write_text("[phones]\nnumber = 1\n", "utf-8")
    monkeypatch.setattr(project, "FILES", source)
    folder = tmp_path / "x"
    if is_there:
        (folder / ".git").mkdir(parents=True)
    with pytest.raises(LeafletError):
        start_project(folder, NOW)
    assert folder.exists() == is_there
    assert files(tmp_path) == {"files/clinic.toml"}


def test_init_takes_no_project(tmp_path: Path) -> None:
    result = run("--project", tmp_path, "init", tmp_path / "x")
    assert result.exit_code == 2
    assert "leave --project out" in result.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("check",),
        ("status",),
        ("update",),
        ("languages", "add", "tr"),
        ("people",),
        (
            "people",
            "add",
            "--name=A",
            "--role=reviser",
            "--qualification=q",
            "--email=a@example.org",
        ),
    ],
)
def test_a_folder_without_leaflets_is_no_project(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = run("--project", tmp_path, *arguments)
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "leaflets: [no-project] there is no such folder, so this is no project: go to the "
        "project, name it with "
        "--project, or start one: python build.py init FOLDER\n"
    )
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
