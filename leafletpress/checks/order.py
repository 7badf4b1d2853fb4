"""The order of numbers: ranges that run backwards, and numbers that changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from leafletpress.checks.pairing import pair_up
from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.problems import Severity
from leafletpress.quantities import Quantity

MEND_ORDER = (
    "make sure that each number still stands for the same thing; where your language wants this "
    "order, leave it"
)


def find_reversed_ranges(pair: Pair) -> Iterator[Finding]:
    """Find ranges such as "5 to 15 days" whose ends changed places."""
    partners = pair_up(pair)
    translation = partners.translation
    follow: dict[tuple[Decimal, Decimal], int] = {}
    for number, (one, other) in enumerate(_neighbours(translation)):
        follow.setdefault((one.value, other.value), number)
    for first, last in _neighbours(partners.source):
        ends = first.value, last.value
        if not first.begins_range or ends in follow or ends[::-1] not in follow:
            continue
        there = follow[ends[::-1]]
        says = f"{translation[there].text} … {translation[there + 1].text}"
        what = f'the source runs from "{first.text}" to "{last.text}", the translation "{says}"'
        yield Finding(what, "write the two numbers in the order of the source")


def find_changed_order(pair: Pair) -> Iterator[Finding]:
    """Find numbers of one unit that changed places: "5 days, then 15 days".

    Of numbers without a unit, two neighbours may: "30 of 43 women" is "43 kadından 30'u".
    """
    partners = pair_up(pair)
    if any(True for _ in find_reversed_ranges(pair)):
        return
    groups: dict[frozenset[str], list[tuple[int, int]]] = {}
    for here, there in partners.pairs:
        groups.setdefault(partners.source[here].units, []).append((here, there))
    for units, pairs in groups.items():
        source = [partners.source[here] for here, _ in pairs]
        translation = [partners.translation[there] for there in sorted(t for _, t in pairs)]
        if not _same_order(source, translation, neighbours_may_swap=not units):
            what = (
                f"the source has the order {_texts(source)}, the translation {_texts(translation)}"
            )
            yield Finding(what, MEND_ORDER)


def _same_order(
    source: Sequence[Quantity], translation: Sequence[Quantity], *, neighbours_may_swap: bool
) -> bool:
    here = [quantity.value for quantity in source]
    there = [quantity.value for quantity in translation]
    done = 0
    while done < len(here):
        if here[done] == there[done]:
            done += 1
        elif neighbours_may_swap and here[done : done + 2] == there[done : done + 2][::-1]:
            done += 2
        else:
            return False
    return True


def _neighbours(quantities: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    return list(pairwise(quantities))


def _texts(quantities: Sequence[Quantity]) -> str:
    return ", ".join(f'"{quantity.text}"' for quantity in quantities)


RANGES = Check("ranges", "a range whose ends changed places", find_reversed_ranges)
ORDER = Check(
    "order", "numbers of one unit that changed places", find_changed_order, Severity.WARNING
)
