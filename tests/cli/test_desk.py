"""Status, update, check and languages: the commands that print no PDF."""

import json
from pathlib import Path

from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.printshop import append, edit


def test_status_shows_a_line_for_each_edition(say: Say) -> None:
    result = say("status")
    assert (result.exit_code, result.stderr) == (0, "")
    head, *rows = [line.split() for line in result.stdout.splitlines()]
    assert head == [
        "leaflet",
        "lang",
        "state",
        "total",
        "done",
        "fuzzy",
        "empty",
        "critical",
        "failed",
    ]
    assert [row[:3] for row in rows] == [
        ["rest", "en", "draft"], ["walk", "en", "draft"],
        ["rest", "tr", "draft"], ["walk", "tr", "draft"],
    ]  # fmt: skip
    assert len({len(line) for line in result.stdout.splitlines()}) == 1


def test_status_as_json_is_one_document_and_nothing_else(say: Say, small: Project) -> None:
    edit(small.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    append(small.catalog("tr", "walk"), 'msgid "broken\n')
    result = say("status", "--json")
    rows = json.loads(result.stdout)
    assert [(row["leaflet"], row["language"], row["state"]) for row in rows] == [
        ("rest", "en", "draft"), ("walk", "en", "draft"), ("rest", "tr", "incomplete"),
    ]  # fmt: skip
    assert rows[2]["untranslated"] == 1
    assert rows[2]["missing_signatures"] == ["translator", "reviser", "clinician"]
    assert result.exit_code == 1
    assert "walk.po:" in result.stderr


def test_nothing_is_printed_by_commands_that_only_look(say: Say, small: Project) -> None:
    before = sorted(small.root.rglob("*"))
    assert say("check").exit_code == 0
    assert say("status").exit_code == 0
    assert say("update").stdout == "nothing to do: every catalog is in line\n"
    made = {path for path in small.root.rglob("*") if path not in before}
    assert {path.relative_to(small.root).parts[0] for path in made} <= {".cache"}


def test_a_new_language_is_started_with_empty_catalogs(say: Say, small: Project) -> None:
    result = say("languages", "add", "pt-BR")
    assert result.exit_code == 0
    folder = Path("locales/pt_BR/LC_MESSAGES")
    assert sorted(path.stem for path in (small.root / folder).iterdir()) == ["page", "rest", "walk"]
    assert f"Português (Brasil) (Portuguese (Brazil)): translate the catalogs in {folder}" in (
        result.stdout
    )
    assert say("status", "--lang=pt-BR").stdout.count("incomplete") == 2
