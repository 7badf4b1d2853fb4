"""A leaflet has a name that every system can hold; another name is told one that is free."""

from pathlib import Path

import pytest

from leafletpress.files import check_names, check_strays, markdown_files
from leafletpress.files.names import LONGEST

NO_NAME = "is no name of a leaflet, which has small letters a-z, digits and dashes"
WINDOWS = "Windows keeps the name"


def told(folder: Path, *names: str) -> list[str]:
    """What is said of files with these names, which need not be there."""
    _, problems = check_names([folder / name for name in names], "leaflet", ("page", "shared"))
    return [f"{problem.what}: {problem.mend.split(',')[0]}" for problem in problems]


@pytest.mark.parametrize("name", ["edss", "ms-04", "4-steps", "a", "a--b-", "x" * LONGEST])
def test_a_name_of_small_letters_digits_and_dashes_stands(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"{name}.md") == []


@pytest.mark.parametrize(
    ("name", "what", "better"),
    [
        ("EDSS", f'"EDSS" {NO_NAME}', "edss"),
        ("The six steps", f'"The six steps" {NO_NAME}', "the-six-steps"),
        ("edss.large-print", f'"edss.large-print" {NO_NAME}', "edss-large-print"),
        ("v1.2", f'"v1.2" {NO_NAME}', "v1-2"),
        ("ms_04", f'"ms_04" {NO_NAME}', "ms-04"),
        ("kısırlık", f'"kısırlık" {NO_NAME}', "kisirlik"),
        ("Übelkeit groß", f'"Übelkeit groß" {NO_NAME}', "ubelkeit-gross"),
        ("خطوات", f'"خطوات" {NO_NAME}', "leaflet"),
        ("a\u200bb", f'"a\u200bb" {NO_NAME}', "ab"),
        ("trailing ", f'"trailing " {NO_NAME}', "trailing"),
        ("٤-steps", f'"٤-steps" {NO_NAME}', "steps"),
        ("-draft", '"-draft" begins with a dash, as an option does', "draft"),
        ("con", f'{WINDOWS} "con" for itself', "con-leaflet"),
        ("com1", f'{WINDOWS} "com1" for itself', "com1-leaflet"),
        ("CON", f'"CON" {NO_NAME}', "con-leaflet"),
        ("page", '"page" is the name of another catalog', "page-leaflet"),
        ("x" * 101, "the name of this leaflet has 101 letters, more than 100", "x" * 92),
    ],
)
def test_another_name_is_told_with_one_that_can_stand(
    name: str, what: str, better: str, tmp_path: Path
) -> None:
    assert told(tmp_path, f"{name}.md") == [f"{what}: rename it to {better}.md"]
    assert told(tmp_path, f"{better}.md") == []


def test_the_better_name_is_one_that_nothing_has(tmp_path: Path) -> None:
    for name in ("edss.md", "edss-2.md"):
        (tmp_path / name).touch()
    assert told(tmp_path, "edss .md") == [f'"edss " {NO_NAME}: rename it to edss-3.md']


def test_two_names_that_differ_in_capitals_are_one_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "edss.md").touch()
    if (tmp_path / "EDSS.md").exists():
        pytest.skip("this file system makes no difference between capitals and small letters")
    assert told(tmp_path, "edss.md", "EDSS.md") == [
        'on Windows and on a Mac, "EDSS.md" and "edss.md" are one file: rename it to edss-2.md'
    ]


def test_a_file_that_nobody_would_read_is_told_and_others_are_left_alone(tmp_path: Path) -> None:
    for name in ("a.md.txt", "b.markdown", "c.MD"):
        (tmp_path / name).touch()
    for name in ("signoff.toml", "notes.txt", "._edss.md", ".#edss.md", "edss.md~", "edss.md"):
        (tmp_path / name).touch()
    assert [(p.location.path.name, p.mend.split(",")[0]) for p in check_strays(tmp_path, "x")] == [
        ("a.md.txt", "rename it to a.md"),
        ("b.markdown", "rename it to b.md"),
        ("c.MD", "rename it to c.md"),
    ]
    assert [path.name for path in markdown_files(tmp_path)] == ["edss.md"]
