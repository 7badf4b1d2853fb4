"""Numbers and units: every one of the source is in the translation, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import without_references
from leafletpress.languages import source_language
from leafletpress.quantities import MEASURES, Quantity, read_quantities

IN_WORDS = "; where the other side says it in words, a named reviewer may acknowledge it"


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
        what = f"the number {_list(missing)} is missing"
        yield Finding(what, f"write it as in the source{IN_WORDS}", tuple(missing))
    elif extra:
        what = f"the number {_list(extra)} is not in the source"
        yield Finding(what, f"remove it{IN_WORDS}", tuple(extra))


def find_units(pair: Pair) -> Iterator[Finding]:
    """Find numbers that lost their unit, changed it, got one, or swapped it with another number.

    Number by number, each of the source is paired with one of the translation of the same value;
    `find_numbers` names those that have no partner at all.
    """
    source, translation = _quantities(pair)
    for value in dict.fromkeys(quantity.value for quantity in source):
        left = [quantity for quantity in translation if quantity.value == value]
        # The strictest first: what may be written with or without a unit takes what is left.
        for quantity in sorted((q for q in source if q.value == value), key=_freedom):
            partner = next((other for other in left if _agree(quantity, other)), None)
            if partner is None and left:
                yield _disagreement(quantity, left[0])
            if left:
                left.remove(partner or left[0])


def _freedom(quantity: Quantity) -> int:
    return 1 + quantity.in_range if quantity.units else 3


def _agree(source: Quantity, translation: Quantity) -> bool:
    if source.units & translation.units:
        return True
    if not translation.units:
        # In a range ("5 to 15 days") the unit may stand at one end or at both.
        return source.in_range or not source.units
    # Words of time look like other words ("4 ay" in "4 ayrı"); the signs of measures do not.
    return not source.units and (translation.in_range or not translation.units <= MEASURES)


def _disagreement(source: Quantity, translation: Quantity) -> Finding:
    unit = " or ".join(sorted(source.units))
    wanted = f'"{source.text}" ({unit})' if unit else f'"{source.text}" without a unit'
    says = f'"{translation.text}"' if translation.units else f'"{translation.text}" without a unit'
    mend = "write the number with that unit" if unit else "write the number without a unit"
    return Finding(f"the source says {wanted}, the translation {says}", mend)


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


def _list(spellings: list[str]) -> str:
    return ", ".join(f'"{spelling}"' for spelling in spellings)


NUMBERS = Check("numbers", "the same numbers, each as often", find_numbers)
UNITS = Check("units", "each number with its own unit", find_units)
