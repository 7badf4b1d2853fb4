"""What build.py says to those who ask it something, and to those who mistype."""

import re

import pytest

from tests.cli.conftest import Say


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            (),
            [
                "Print the leaflets, for example in Turkish: --lang tr",
                "--draft",
                "--release",
                "--jobs",
            ],
        ),
        (("update",), ["Bring every pot and catalog in line", "--lang"]),
        (("check",), ["Tell what is wrong, without printing", "--leaflet"]),
        (("status",), ["Show how far each edition is", "--json"]),
        (("approve",), ["Sign a text that you have read", "--role", "--name", "--ticked"]),
        (("acknowledge",), ["Answer for a number that is said in words", "--line", "--words"]),
        (("languages",), ["Start a new language", "add"]),
        (("init",), ["Start a project of your own in FOLDER"]),
        (("languages", "add"), ["Start the language TAG, such as pt-BR"]),
    ],
)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(
    say: Say, arguments: tuple[str, ...], words: list[str], option: str
) -> None:
    result = say(*arguments, option)
    assert result.exit_code == 0
    assert [word for word in words if word not in " ".join(result.stdout.split())] == []


def test_no_option_removes_a_mark(say: Say) -> None:
    options = re.findall(r"--[a-z-]+", say("--help").stdout)
    assert set(options) == {
        "--lang", "--leaflet", "--format", "--out", "--jobs", "--draft", "--release", "--project",
        "--version", "--help",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--langg", "tr"), "No such option '--langg'. Did you mean '--lang'?"),
        (("--relase",), "No such option '--relase'. Did you mean '--release'?"),
        (("chek",), "No such command 'chek'. Did you mean 'check'?"),
        (("status", "--jsn"), "No such option '--jsn'. Did you mean '--json'?"),
        (("languages", "ad"), "No such command 'ad'. Did you mean 'add'?"),
        (
            ("--lang", "xx"),
            'no language "xx": there are en, tr; "python build.py languages add xx"',
        ),
        (("--leaflet", "wlk"), 'no leaflet "wlk": did you mean "walk"? there are rest, walk'),
        (("--leaflet", "x"), 'no leaflet "x": there are rest, walk'),
        (("--format", "a44"), 'no format "a44": did you mean "a4"? there are a4'),
        (("check", "--lang", "tur"), 'no language "tur": there are en, tr'),
        (("--draft", "--release"), "--draft and --release exclude each other"),
        (("--jobs", "0"), "'--jobs': 0 is not in the range x>=1"),
        (("--jobs", "two"), "'--jobs': 'two' is not a valid integer"),
        (("--lang", "tr", "status"), "write --lang behind the command: build.py status --lang …"),
        (("--project", "nowhere"), "Directory 'nowhere' does not exist"),
        (("--project", "clinic.toml"), "Directory 'clinic.toml' is a file"),
        (("languages", "add", "klingon"), '"klingon" is no language tag: write one such as pt-BR'),
        (("languages", "add", "tr"), "tr is there already"),
        (("languages", "add"), "Missing argument 'TAG'"),
    ],
)
def test_wrong_usage_is_explained_and_exits_with_2(
    say: Say, arguments: tuple[str, ...], words: str
) -> None:
    result = say(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""
