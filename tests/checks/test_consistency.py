"""One text has one translation in a language, unless a context sets it apart."""

from pathlib import Path

from leafletpress.checks import Use, check_translations
from leafletpress.problems import Location, Severity


def use(context: str | None, source: str, translation: str, file: str, line: int) -> Use:
    return Use((context, source), translation, Location(Path("locales/tr") / file, line))


def test_one_text_in_several_translations_is_a_warning_that_lists_the_places() -> None:
    found = list(
        check_translations(
            [
                use(None, "When to call", "Ne zaman aramalı", "a.po", 4),
                use(None, "When to call", "Ne zaman telefon etmeli", "b.po", 9),
                use(None, "When to call", "Ne zaman aramalı", "c.po", 7),
                use(None, "Period", "Âdet", "a.po", 20),
            ]
        )
    )
    assert [problem.severity for problem in found] == [Severity.WARNING]
    assert found[0].show() == (
        'locales/tr/b.po:9: warning: [consistency] "When to call" is translated in 2 ways: '
        '"Ne zaman aramalı" (a.po:4, c.po:7), "Ne zaman telefon etmeli" (b.po:9): '
        "choose one; where the meaning differs, ask for a context, and else leave it"
    )


def test_a_context_sets_texts_apart() -> None:
    uses = [
        use("risks", "HSCT", "Kök hücre nakli", "a.po", 4),
        use(None, "HSCT", "HSCT", "b.po", 9),
    ]
    assert list(check_translations(uses)) == []


def test_one_message_that_several_editions_show_is_one_place() -> None:
    assert list(check_translations([use(None, "Phone", "Telefon", "page.po", 4)] * 3)) == []
