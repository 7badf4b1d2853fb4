"""Where the numbers of a text stand, to set them and to mark them on paper."""

from __future__ import annotations

from leafletpress.language import Language
from leafletpress.quantities.invisible import see
from leafletpress.quantities.reader import RANGE_SIGN, Quantity, read_quantities


def find_quantities(text: str, language: Language) -> list[tuple[int, int]]:
    """Return start and end of each number of `text` with its unit, as `read_quantities` reads it.

    The places are in order and do not overlap.
    """
    places: list[tuple[int, int]] = []
    end = 0
    for quantity in read_quantities(text, language):
        # Without its unit where it shares a sign with the number before it.
        found = [place for place in (quantity.whole, quantity.number) if place[0] >= end]
        if found:
            places.append(found[0])
            end = found[0][1]
    return places


def find_runs(text: str, language: Language) -> list[list[Quantity]]:
    """Return the numbers of a text, those together that one sign or none parts: ``5–10``, ``10⁶``.

    On paper they have one order.
    """
    runs: list[list[Quantity]] = []
    for quantity in read_quantities(text, language):
        gap = text[runs[-1][-1].whole[1] : quantity.whole[0]] if runs else " "
        if not (seen := see(gap).text) or RANGE_SIGN.fullmatch(seen):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    return runs
