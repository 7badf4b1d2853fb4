"""The shipped leaflets say what the ledger of facts says, and no number that it does not hold."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leafletpress.content import Leaflet, read_leaflet, without_references
from leafletpress.language import source_language
from leafletpress.project import Project
from leafletpress.quantities import UNITS, Quantity, read_quantities

PROJECT = Project(Path(__file__).parent.parent)
NAMES = PROJECT.leaflet_names()
LEDGER = tomllib.loads((Path(__file__).parent / "data" / "facts.toml").read_text("utf-8"))
SOURCES: dict[str, dict[str, Any]] = LEDGER["sources"]
FACTS: dict[str, dict[str, Any]] = {fact["id"]: fact for fact in LEDGER["fact"]}
FIGURES = [key for key, fact in FACTS.items() if "figures" in fact]


@cache
def shipped(name: str) -> Leaflet:
    return read_leaflet(PROJECT.leaflet(name))


def texts(name: str) -> list[str]:
    return [segment.text for segment in shipped(name).segments]


def numbers(text: str) -> list[Quantity]:
    return read_quantities(without_references(text), source_language())


def unknown(text: str, known: list[str]) -> list[str]:
    """Return the numbers of a text that stand in no wording of a fact."""
    for wording in sorted(known, key=len, reverse=True):
        text = text.replace(wording, "")
    return [quantity.text for quantity in numbers(text)]


def test_every_fact_has_an_id_of_its_own() -> None:
    assert len(FACTS) == len(LEDGER["fact"])


@pytest.mark.parametrize("key", FACTS)
def test_a_fact_stands_within_one_segment_of_its_leaflets(key: str) -> None:
    for name in FACTS[key]["leaflets"]:  # each tells it, perhaps in other words
        assert any(part in text for part in FACTS[key]["says"] for text in texts(name)), name
    told = [text for name in FACTS[key]["leaflets"] for text in texts(name)]
    for part in FACTS[key]["says"]:  # a fact may be told as a list
        assert any(part in text for text in told), part


@pytest.mark.parametrize("key", FACTS)
def test_the_words_of_a_fact_have_its_numbers_and_no_others(key: str) -> None:
    figures = {(Decimal(value), unit) for value, unit in FACTS[key].get("figures", [])}
    found = [quantity for part in FACTS[key]["says"] for quantity in numbers(part)]
    assert {quantity.value for quantity in found} <= {value for value, _ in figures}
    for value, unit in figures:
        units = [quantity.units for quantity in found if quantity.value == value]
        assert any(unit in each if each else unit not in UNITS for each in units), (value, unit)


@pytest.mark.parametrize("key", FIGURES)
def test_the_statement_of_a_fact_has_its_numbers(key: str) -> None:
    figures = {Decimal(value) for value, _ in FACTS[key]["figures"]}
    stated = {quantity.value for quantity in numbers(FACTS[key]["statement"])}
    assert figures == stated


@pytest.mark.parametrize("name", NAMES)
def test_a_leaflet_has_no_number_that_is_not_in_the_ledger(name: str) -> None:
    known = [part for fact in FACTS.values() for part in fact["says"]]
    assert [found for text in texts(name) for found in unknown(text, known)] == []


def test_a_number_that_is_not_in_the_ledger_is_found() -> None:
    known = ["Collecting and freezing takes 5 to 15 days."]
    assert unknown("Collecting and freezing takes 5 to 15 days. [@msinfo]", known) == []
    assert unknown("Collecting and freezing takes 5 to 51 days.", known) == ["5", "51 days"]


def test_what_is_drawn_stands_in_the_ledger() -> None:
    drawn = [words for fact in FACTS.values() for words in fact.get("drawn", [])]
    told = {words for name in NAMES for words in shipped(name).facts}
    assert set(drawn) <= told
    with_numbers = {words for words in told if re.match(r'\w+ ".*": .*\d', words)}
    assert with_numbers == set(drawn)


def test_the_six_steps_stand_in_their_order() -> None:
    told = texts("hsct-steps")
    places = [
        next(n for n, text in enumerate(told) if FACTS[f"st-{step}"]["says"][0] in text)
        for step in range(1, 7)
    ]
    assert places == sorted(set(places))


@pytest.mark.parametrize("key", FACTS)
def test_the_sources_of_a_fact_are_those_of_its_leaflets(key: str) -> None:
    for name in FACTS[key]["leaflets"]:
        listed = {source.key: source for source in shipped(name).front_matter.sources}
        for source in set(FACTS[key]["sources"]) & set(listed):
            assert listed[source].text == SOURCES[source]["name"]
            assert listed[source].url == SOURCES[source].get("url", "")
    names = [shipped(name).front_matter.sources for name in FACTS[key]["leaflets"]]
    assert set(FACTS[key]["sources"]) <= {source.key for listed in names for source in listed}


def test_every_source_of_the_ledger_is_used_and_dated_as_its_name_says() -> None:
    assert set(SOURCES) == {source for fact in FACTS.values() for source in fact["sources"]}
    for source in SOURCES.values():
        assert "date" not in source or str(source["date"]) in source["name"]
