"""What changed between two source texts, in words that a translator sees at a glance."""

from __future__ import annotations

from collections import Counter

from leafletpress.content import without_references
from leafletpress.language import find_medicines, find_negations, source_language
from leafletpress.quantities import Quantity, read_quantities


def describe_change(before: str, after: str) -> str:
    """Return what a translator must not miss: ``20 mg → 40 mg; negation added``, or nothing.

    The drugs are named, too: ``drug name differs: fingolimod → cladribine``.
    """
    notes = (_numbers(before, after), _negations(before, after), _medicines(before, after))
    return "; ".join(filter(None, notes))


def _numbers(before: str, after: str) -> str:
    old, new = _quantities(before), _quantities(after)
    gone = _without(old, new)
    come = _without(new, old)
    if len(gone) == len(come):
        return ", ".join(f"{a.text} → {b.text}" for a, b in zip(gone, come, strict=True))
    parts = [f"{quantity.text} removed" for quantity in gone]
    parts += [f"{quantity.text} added" for quantity in come]
    return ", ".join(parts)


def _quantities(text: str) -> list[Quantity]:
    return read_quantities(without_references(text), source_language())


def _without(these: list[Quantity], those: list[Quantity]) -> list[Quantity]:
    left = Counter((quantity.value, quantity.units) for quantity in those)
    result = []
    for quantity in these:
        if left[quantity.value, quantity.units] > 0:
            left[quantity.value, quantity.units] -= 1
        else:
            result.append(quantity)
    return result


def _negations(before: str, after: str) -> str:
    change = _count_negations(after) - _count_negations(before)
    if change == 0:
        return ""
    return "negation added" if change > 0 else "negation removed"


def _count_negations(text: str) -> int:
    return len(find_negations(without_references(text), source_language()) or ())


def _medicines(before: str, after: str) -> str:
    old, new = Counter(_drugs(before)), Counter(_drugs(after))
    if old == new:
        return ""
    gone, come = (", ".join((one - other).elements()) for one, other in ((old, new), (new, old)))
    if gone and come:
        return f"drug name differs: {gone} → {come}"
    return f"drug name differs: {gone} removed" if gone else f"drug name differs: {come} added"


def _drugs(text: str) -> list[str]:
    return find_medicines(without_references(text))
