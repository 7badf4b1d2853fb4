"""A project's page catalog has the program's translations of what it lacks."""

from pathlib import Path

import pytest

from leafletpress.catalog import header_fields, read_catalog
from leafletpress.edition import machine_made
from leafletpress.project import PAGE_DOMAIN, Project
from tests.cli.conftest import Say
from tests.cli.conftest import say as say
from tests.support.small_project import append

ROOT = Path(__file__).parents[2]
GERMAN = Project(ROOT).catalog("de", PAGE_DOMAIN)


def test_a_new_language_begins_with_the_programs_page_words(say: Say, small: Project) -> None:
    assert say("languages", "add", "de").exit_code == 0
    own = read_catalog(small.catalog("de", PAGE_DOMAIN))
    shipped = read_catalog(GERMAN)
    assert [(m.key, m.msgstr, m.flags) for m in own.active] == [
        (m.key, m.msgstr, m.flags) for m in shipped.active
    ]
    assert machine_made([own]) == machine_made([shipped])


def test_a_language_that_the_program_lacks_begins_empty(say: Say, small: Project) -> None:
    assert say("languages", "add", "fr").exit_code == 0
    own = read_catalog(small.catalog("fr", PAGE_DOMAIN))
    assert {m.msgstr for m in own.active} == {""}
    assert header_fields(own.header)["Language"] == "fr"


@pytest.mark.parametrize("change", ["emptied", "gone"])
def test_what_an_own_catalog_lacks_comes_with_a_doubt(
    say: Say, small: Project, change: str
) -> None:
    """A translation may have been emptied because it is wrong; nobody has signed the new one."""
    path = small.catalog("tr", PAGE_DOMAIN)
    text = path.read_text("utf-8")
    entry = 'msgid "Sources"\nmsgstr "Kaynaklar"\n'
    assert entry in text
    path.write_text(text.replace(entry, 'msgid "Sources"\nmsgstr ""\n'), "utf-8")
    if change == "gone":
        blocks = path.read_text("utf-8").split("\n\n")
        path.write_text("\n\n".join(b for b in blocks if 'msgid "Sources"' not in b), "utf-8")
    say("update")
    assert f"#, fuzzy\n{entry}" in path.read_text("utf-8")


def test_an_own_translation_stays(say: Say, small: Project) -> None:
    path = small.catalog("tr", PAGE_DOMAIN)
    text = path.read_text("utf-8").replace('"Kaynaklar"', '"Dayanaklar"')
    path.write_text(text, "utf-8")
    say("update")
    assert path.read_text("utf-8") == text


def test_a_word_that_only_the_project_has_is_empty(say: Say, small: Project) -> None:
    append(small.templates.own / "parts/colophon.html", '<p>{{ _("Our garden") }}</p>\n')
    say("languages", "add", "de")
    [own] = [
        m for m in read_catalog(small.catalog("de", PAGE_DOMAIN)).active if m.msgid == "Our garden"
    ]
    assert own.msgstr == ""
