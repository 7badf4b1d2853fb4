"""Which number of a translation stands for which number of its source."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from leafletpress.checks.rule import Pair
from leafletpress.content import without_references
from leafletpress.language import Language, source_language
from leafletpress.quantities import MEASURES, Quantity, read_quantities, units_agree


class Partners(NamedTuple):
    """The numbers of both sides, by their places in `source` and `translation`.

    `pairs` have one value; they need not have one unit.
    """

    source: tuple[Quantity, ...]
    translation: tuple[Quantity, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def missing(self) -> list[Quantity]:
        """The numbers of the source that the translation lacks."""
        paired = {here for here, _ in self.pairs}
        return [quantity for i, quantity in enumerate(self.source) if i not in paired]

    @property
    def extra(self) -> list[Quantity]:
        """The numbers of the translation that the source lacks."""
        paired = {there for _, there in self.pairs}
        return [quantity for i, quantity in enumerate(self.translation) if i not in paired]


def pair_up(pair: Pair) -> Partners:
    """Return the partners of all numbers; several checks ask this of one text."""
    return _pair_up(pair.source, pair.translation, pair.language)


@lru_cache(maxsize=8)
def _pair_up(source: str, translation: str, language: Language) -> Partners:
    here = tuple(read_quantities(without_references(source), source_language()))
    there = tuple(read_quantities(without_references(translation), language))
    return Partners(here, there, tuple(sorted(_pairs(here, there))))


def _pairs(
    source: Sequence[Quantity], translation: Sequence[Quantity]
) -> Iterator[tuple[int, int]]:
    there = _by_value(translation)
    for value, here in _by_value(source).items():
        yield from _pairs_of(here, there.get(value, []), source, translation)


def _by_value(quantities: Sequence[Quantity]) -> dict[Decimal, list[int]]:
    places: dict[Decimal, list[int]] = {}
    for place, quantity in enumerate(quantities):
        places.setdefault(quantity.value, []).append(place)
    return places


def _pairs_of(
    here: Sequence[int],
    there: Sequence[int],
    source: Sequence[Quantity],
    translation: Sequence[Quantity],
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one value: first those that agree, then what is left, in its order."""
    # Those of one kind agree with the same: of many numbers, only their few kinds are compared.
    kinds: dict[tuple[frozenset[str], bool], deque[int]] = {}
    for j in there:
        kinds.setdefault((translation[j].units, translation[j].in_range), deque()).append(j)
    paired: dict[int, int] = {}
    # The strictest first: what may be written with or without a unit takes what is left.
    for i in sorted(here, key=lambda i: _freedom(source[i])):
        fit = [left for left in kinds.values() if left and agree(source[i], translation[left[0]])]
        if fit:
            paired[i] = min(fit, key=lambda left: left[0]).popleft()
    yield from paired.items()
    taken = set(paired.values())
    left_here = (i for i in here if i not in paired)
    yield from zip(left_here, (j for j in there if j not in taken), strict=False)


def _freedom(quantity: Quantity) -> int:
    return 1 + quantity.in_range if quantity.units else 3


def agree(source: Quantity, translation: Quantity) -> bool:
    """Tell whether two numbers of one value can have one unit."""
    if units_agree(source.units, translation.units):
        return True
    if not translation.units:
        # In a range ("5 to 15 days") the unit may stand at one end or at both.
        return source.in_range or not source.units
    # Words of time look like other words ("4 ay" in "4 ayrı"); the signs of measures do not.
    measures = {unit for unit in translation.units if unit.split("/")[0] in MEASURES}
    return not source.units and (translation.in_range or measures != translation.units)
