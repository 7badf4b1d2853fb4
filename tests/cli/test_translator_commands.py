"""Status, update, check and languages: the commands that print no PDF."""

import json
from itertools import chain
from pathlib import Path

from leafletpress.advice import ADVICE
from leafletpress.checks import CATALOG_CHECKS, CHECKS
from leafletpress.problems import KINDS
from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.support.small_project import append, edit


def test_status_shows_a_line_for_each_edition(say: Say) -> None:
    result = say("status")
    assert (result.exit_code, result.stderr) == (0, "")
    blocks = [block.splitlines() for block in result.stdout.split("\n\n")]
    assert [block[0] for block in blocks[:2]] == [
        "English (en): 100% done, 0 of 2 approved",
        "Turkish (tr): 100% done, 0 of 2 approved",
    ]
    assert [line.split() for line in blocks[1][1:5]] == [
        ["leaflet", "state", "done", "translator", "reviser", "clinician"],
        ["rest", "draft", "100%", "-", "-", "-"],
        ["walk", "draft", "100%", "-", "-", "-"],
        ["page", "draft", "100%", "-", "-", "-"],
    ]
    assert [line.split() for line in blocks[2]] == [
        ["done", "incomplete", "draft", "approved", "expired"],
        ["English", "(en)", "100%", "-", "2", "-", "-"],
        ["Turkish", "(tr)", "100%", "-", "2", "-", "-"],
    ]


def test_status_as_json_is_one_document_and_nothing_else(say: Say, small: Project) -> None:
    edit(small.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""')
    append(small.catalog("tr", "walk"), 'msgid "broken\n')
    result = say("status", "--json")
    rows = json.loads(result.stdout)
    assert [(row["leaflet"], row["language"], row["state"]) for row in rows] == [
        ("rest", "en", "draft"), ("walk", "en", "draft"), ("page", "en", "draft"),
        ("rest", "tr", "incomplete"), ("page", "tr", "draft"),
    ]  # fmt: skip
    assert rows[3]["untranslated"] == 1
    assert rows[3]["missing_signatures"] == ["translator", "reviser", "clinician"]
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
    assert say("status", "--lang=pt-BR").stdout.count("incomplete") == 3


def test_warnings_are_told_and_stop_nothing(say: Say, small: Project) -> None:
    old, new = 'msgstr "İyi uyuyun."', 'msgstr "Sleep well."'
    line = edit(small.catalog("tr", "rest"), old, new)
    told = f'rest.po:{line}: warning: [same] the translation is the source ("Sleep well")'
    checked = say("check", "--lang=tr")
    assert (checked.exit_code, told in checked.stderr) == (0, True)
    assert checked.stdout == "2 editions checked, nothing wrong, 1 warning\n"
    built = say("--lang=tr", "--leaflet=rest")
    assert (built.exit_code, told in built.stderr) == (0, True)


def test_one_text_translated_in_two_ways_is_told(say: Say, small: Project) -> None:
    edit(small.catalog("tr", "walk"), 'msgstr "Neler yapabilirsiniz."', 'msgstr "Ne yapmalısınız."')
    checked = say("check", "--lang=tr")
    assert (checked.exit_code, checked.stderr.count("[consistency]")) == (0, 1)
    assert say("check", "--lang=tr", "--leaflet=rest").stderr == ""


def test_a_word_against_the_glossary_stops_an_edition(say: Say, small: Project) -> None:
    term = '[[term]]\nsource = ["drink"]\naccept = ["iç"]\nstrict = true\n'
    small.glossary("tr").write_text(term, "utf-8")
    assert say("check", "--lang=tr").exit_code == 0
    append(small.glossary("tr"), '\n[forbidden]\n"uyuyun" = "say dinlenin"\n')
    checked = say("check", "--lang=tr")
    assert checked.exit_code == 1
    assert '[forbidden-words] "uyuyun" must not be used (say dinlenin)' in checked.stderr


def test_a_glossary_is_read_strictly(say: Say, small: Project) -> None:
    small.glossary("tr").write_text('[[term]]\nsource = ["drink"]\naccpt = ["iç"]\n', "utf-8")
    checked = say("check", "--lang=tr")
    assert checked.exit_code == 1
    assert (
        'glossary.toml:3: [unknown-key] unknown field "accpt": did you mean "accept"?'
    ) in checked.stderr


def test_every_kind_of_problem_is_listed(say: Say) -> None:
    result = say("check", "--list")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [row.split() for row in result.stdout.splitlines() if row.startswith("  ")]
    ids = [each.id for each in (*CHECKS, *CATALOG_CHECKS, *ADVICE)]
    assert [name for name, *_ in rows] == [*ids, *chain(*KINDS.values())]
    assert {weight for _, weight, *_ in rows} == {"error", "warning", "advice"}
    assert all(words for _, _, *words in rows)
