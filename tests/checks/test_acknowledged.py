"""A number that one side says in words may be acknowledged; nothing else may."""

from pathlib import Path

import pytest

from leafletpress.checks import acknowledgeable, check_translation
from leafletpress.language import parse_language
from leafletpress.problems import Location

PLACE = Location(Path("x.po"), 1)


@pytest.mark.parametrize(
    ("tag", "source", "translation", "numbers"),
    [
        ("ar", "It takes 2 days.", "يستغرق ذلك يومين.", ("2 days",)),
        ("he", "It takes 2 days.", "זה נמשך יומיים.", ("2 days",)),
        ("de", "Take it twice a day.", "Nehmen Sie es 2-mal täglich.", ("2",)),
        ("tr", "2 days, then 3 weeks", "iki gün, sonra üç hafta", ("2 days", "3 weeks")),
        ("tr", "It takes 2 days.", "2 gün sürer.", ()),
        ("tr", "It takes 2 days.", "3 gün sürer.", ()),
        ("tr", "2 days, then 3 weeks", "iki gün, sonra 4 hafta", ()),
        ("tr", "It takes 2 days.", "2 hafta sürer.", ()),
        ("tr", "Call {team_phone}.", "Arayın.", ()),
    ],
)
def test_only_numbers_that_are_missing_on_one_side_can_be_acknowledged(
    tag: str, source: str, translation: str, numbers: tuple[str, ...]
) -> None:
    language = parse_language(tag)
    assert acknowledgeable(source, translation, language) == numbers
    problems = list(check_translation(source, translation, language, PLACE))
    assert bool(problems) or translation == "2 gün sürer."
    left = list(check_translation(source, translation, language, PLACE, {*numbers, "4", "5 mg"}))
    assert left == ([] if numbers else problems)


def test_the_number_in_words_is_the_one_that_is_named() -> None:
    hebrew = parse_language("he")
    found = acknowledgeable("2 days and 2 weeks", "יומיים ו-2 שבועות", hebrew)
    assert found == ("2 days",)


def test_every_missing_number_has_to_be_acknowledged() -> None:
    source, translation = "2 days, then 3 weeks", "iki gün, sonra üç hafta"
    turkish = parse_language("tr")
    assert list(check_translation(source, translation, turkish, PLACE, {"2 days"}))
    assert list(check_translation(source, translation, turkish, PLACE, {"2", "3"}))
