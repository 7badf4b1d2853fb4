"""Dates and numbers on paper: read by people, who cannot ask what a sign means."""

import ast
import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal

import leafletpress
from leafletpress.language import long_date, number, parse_language, source_language
from leafletpress.page.typography import set_date, whole_date

PROGRAM = Path(leafletpress.__file__).parent
DAY = datetime.date(2026, 11, 22)


LANGUAGE = re.compile(r"(?!root)[a-z]{2,3}(_[A-Z][a-z]{3})?")
"""Languages and their scripts, without those that differ in their country only."""


def languages() -> list[str]:
    """All that CLDR knows."""
    return sorted(filter(LANGUAGE.fullmatch, locale_identifiers()))


@pytest.mark.parametrize(
    ("tag", "date"),
    [
        ("en", "22 November 2026"),
        ("de", "22. November 2026"),
        ("tr", "22 Kasım 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("ru", "22 ноября 2026\u202fг."),
        ("zh-Hans", "2026年11月22日"),
        ("vi", "22 tháng 11, 2026"),
        ("yo", "22 Oṣù Bélú 2026"),
        ("si", "2026 නොවැම්බර් 22"),
        ("ht", "2026-11-22"),
        ("dv", "2026-11-22"),
    ],
)
def test_a_date_is_in_the_words_of_a_language_or_in_figures_that_nobody_can_mistake(
    tag: str, date: str
) -> None:
    assert long_date(DAY, parse_language(tag)) == date


def test_no_language_prints_a_month_as_m_and_a_number() -> None:
    for tag in languages():
        text = long_date(DAY, parse_language(tag))
        assert not re.search(r"M\d", text), tag
        assert "2026" in text, tag
        assert "22" in text, tag


def test_twelve_months_are_twelve_dates() -> None:
    for tag in languages():
        language = parse_language(tag)
        months = {long_date(DAY.replace(month=month), language) for month in range(1, 13)}
        assert len(months) == 12, tag


def test_every_month_of_sinhala_is_one_of_the_gregorian_year() -> None:
    language = parse_language("si")
    for month in range(1, 13):
        day = DAY.replace(month=month)
        bare = format_date(day, "long", locale=language.locale)
        assert long_date(day, language) != bare


def test_babel_still_needs_what_is_mended_here() -> None:
    """Where this fails, a mend of leafletpress/language/written.py can go."""
    assert format_date(DAY, "long", locale="ht") == "2026 M11 22"
    assert format_date(DAY, "long", locale="si") == "2026 ඉල් 22"
    assert format_decimal(1234567, locale="de_CH") == "1234567"


def test_a_date_without_words_keeps_its_order_from_right_to_left() -> None:
    assert set_date(DAY, parse_language("dv")) == '<bdi dir="ltr">2026-11-22</bdi>'
    assert "bdi" not in set_date(DAY, parse_language("ar"))
    assert "bdi" not in set_date(DAY, parse_language("ht"))


def test_a_date_is_never_parted_at_a_space() -> None:
    assert whole_date(DAY, source_language()) == "22\u00a0November\u00a02026"
    assert set_date(DAY, source_language()) == "22\u00a0November\u00a02026"


def test_a_date_does_not_depend_on_the_languages_before_it() -> None:
    """Until 2.18 Babel wrote Yoruba months as M11 where Hebrew or Afar was formatted before."""
    for before in ("he", "aa", "ar", "dv"):
        long_date(DAY, parse_language(before))
        assert long_date(DAY, parse_language("yo")) == "22 Oṣù Bélú 2026"


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "1,234,567.25"),
        ("de", "1.234.567,25"),
        ("tr", "1.234.567,25"),
        ("hi", "12,34,567.25"),
        ("ar-EG", "1,234,567.25"),
        ("de-CH", "1'234'567.25"),
        ("fr-CH", "1'234'567,25"),
        ("gsw", "1'234'567.25"),
    ],
)
def test_a_number_is_grouped_as_the_language_groups_it(tag: str, written: str) -> None:
    assert number(Decimal("1234567.25"), parse_language(tag)) == written


@pytest.mark.parametrize("value", ["0", "5", "0.5", "-3.25", "999", "1000", "-12345", "1234567890"])
@pytest.mark.parametrize("tag", ["de-CH", "it-CH"])
def test_only_the_apostrophes_differ_from_what_babel_writes(tag: str, value: str) -> None:
    ours = number(Decimal(value), parse_language(tag))
    bare = format_decimal(Decimal(value), locale=parse_language(tag).locale)
    assert ours.replace("'", "") == bare.replace("'", "")


def importers(module: str) -> Iterator[str]:
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                names = {alias.name for alias in node.names}
            else:
                continue
            if module in names:
                yield path.relative_to(PROGRAM).as_posix()


@pytest.mark.parametrize("module", ["babel.dates", "babel.numbers"])
def test_no_other_place_lets_babel_write_on_a_page(module: str) -> None:
    assert set(importers(module)) == {"language/written.py"}
