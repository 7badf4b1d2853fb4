"""Numbers and units: every one of the source is in the translation, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import without_references
from leafletpress.languages import source_language
from leafletpress.quantities import Quantity, read_quantities

UnitsOf = dict[Decimal, set[str]]


def find_numbers(pair: Pair) -> Iterator[Finding]:
    """Find numbers that are lost, added or changed.

    The values are compared, in whatever numeral system and with whatever signs they are written.
    """
    source, translation = _quantities(pair)
    missing = _spellings(source, translation)
    extra = _spellings(translation, source)
    if missing and extra:
        what = f"the source has {_list(missing)}, the translation {_list(extra)}"
        yield Finding(what, f"write {_list(missing)}")
    elif missing:
        yield Finding(f"the number {_list(missing)} is missing", "write it as in the source")
    elif extra:
        yield Finding(f"the number {_list(extra)} is not in the source", "remove it")


def find_units(pair: Pair) -> Iterator[Finding]:
    """Find numbers that lost their unit, changed it, or swapped it with another number.

    Only numbers that stand in the translation at all are looked at; `find_numbers` names the rest.
    In a range ("5 to 15 days") the unit may stand at one end or at both.
    """
    source, translation = _quantities(pair)
    found = _units(translation)
    for quantity in source:
        units = found.get(quantity.value)
        if quantity.unit is None or units is None or quantity.unit in units:
            continue
        if quantity.in_range and not units:
            continue
        wanted = f"{quantity.text} ({quantity.unit})"
        other = next((q for q in translation if q.value == quantity.value and q.unit), None)
        says = f'the translation "{other.text}"' if other else "the translation has no unit there"
        yield Finding(f'the source says "{wanted}", {says}', "write the number with that unit")


def _quantities(pair: Pair) -> tuple[list[Quantity], list[Quantity]]:
    return (
        read_quantities(without_references(pair.source), source_language()),
        read_quantities(without_references(pair.translation), pair.language),
    )


def _spellings(these: Iterable[Quantity], those: Iterable[Quantity]) -> list[str]:
    """Return how the numbers are spelled that `these` have and `those` lack."""
    left = Counter(quantity.value for quantity in those)
    result = []
    for quantity in these:
        if left[quantity.value]:
            left[quantity.value] -= 1
        else:
            result.append(quantity.text)
    return result


def _units(quantities: Iterable[Quantity]) -> UnitsOf:
    units: UnitsOf = {}
    for quantity in quantities:
        units.setdefault(quantity.value, set())
        if quantity.unit:
            units[quantity.value].add(quantity.unit)
    return units


def _list(spellings: list[str]) -> str:
    return ", ".join(f'"{spelling}"' for spelling in spellings)


NUMBERS = Check("numbers", "the same numbers, each as often", find_numbers)
UNITS = Check("units", "each number with its own unit", find_units)
