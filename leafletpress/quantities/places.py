"""Where the numbers of a text stand, to mark them on paper."""

from __future__ import annotations

import re

from leafletpress.languages import Language
from leafletpress.quantities.reader import INVISIBLE, read_quantities

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find_quantities(text: str, language: Language) -> list[tuple[int, int]]:
    """Return start and end of each number of `text` with its unit, as `read_quantities` reads it.

    `text` is in Unicode's normal form C. The places are in order and do not overlap.
    """
    kept = [i for i, character in enumerate(text) if not INVISIBLE.match(character)]
    clean = "".join(text[i] for i in kept)
    places: list[tuple[int, int]] = []
    end = 0
    for quantity in read_quantities(text, language):
        # Without its unit where it shares a sign with the number before it.
        spellings = (quantity.text, *NUMBER.findall(quantity.text))
        found = [(clean.find(text, end), text) for text in spellings if text in clean[end:]]
        if not found:
            continue
        start, spelling = found[0]
        end = start + len(spelling)
        places.append((kept[start], kept[end - 1] + 1))
    return places
