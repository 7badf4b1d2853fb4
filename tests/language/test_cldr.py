"""Babel's private data is read in one place, and has the shape that this place says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import leafletpress
from leafletpress.language import parse_language, unit_patterns
from leafletpress.quantities import Quantity, read_quantities
from leafletpress.quantities.compounds import AREAS
from leafletpress.quantities.units import UNITS
from tests.support.babel_table import LANGUAGES

PROGRAM = Path(leafletpress.__file__).parent
FORMS = {"zero", "one", "two", "few", "many", "other", "per"}


def readers() -> Iterator[str]:
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            attribute = isinstance(node, ast.Attribute) and node.attr == "_data"
            if attribute or (isinstance(node, ast.Constant) and node.value == "_data"):
                yield path.relative_to(PROGRAM).as_posix()


def test_one_place_reads_what_babel_keeps_to_itself() -> None:
    assert list(readers()) == ["language/cldr.py"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_patterns_of_units_have_the_shape_that_is_documented(tag: str) -> None:
    patterns = unit_patterns(parse_language(tag).locale)
    for name in (UNITS | AREAS).values():
        widths = patterns[name]
        assert set(widths) == {"long", "short", "narrow"}
        for forms in widths.values():
            assert "other" in forms
            assert set(forms) <= FORMS
            assert "{0}" in forms["other"]
            assert all(isinstance(pattern, str) for pattern in forms.values())


def test_patterns_are_those_of_the_language() -> None:
    german = unit_patterns(parse_language("de").locale)
    assert german["duration-day"]["long"]["other"] == "{0} Tage"
    assert german["mass-kilogram"]["long"]["per"] == "{0} pro Kilogramm"


def read(text: str, tag: str) -> list[Quantity]:
    return read_quantities(text, parse_language(tag))


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("vi", "24 giờ", "hour"),
        ("vi", "24 tiếng", "hour"),
        ("bn", "২ ঘন্টা", "hour"),
        ("ta", "20 மி.கி.", "mg"),
        ("ml", "20 മി.ഗ്രാം", "mg"),
        ("ht", "20 miligram", "mg"),
        ("ht", "15 jou", "day"),
        ("ht", "2 èdtan", "hour"),
        ("ht", "3 mwa", "month"),
    ],
)
def test_words_that_cldr_leaves_out_are_read(tag: str, text: str, unit: str) -> None:
    [quantity] = read(text, tag)
    assert quantity.units == {unit}


@pytest.mark.parametrize("text", ["2 dòz", "3 yè", "5 anpoul", "4 mwatye", "2 swa"])
def test_a_letter_of_cldr_is_no_beginning_of_a_word(text: str) -> None:
    [quantity] = read(text, "ht")
    assert quantity.units == frozenset()
