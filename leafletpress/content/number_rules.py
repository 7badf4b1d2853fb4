"""How the numbers of a leaflet must be written, so that every program reads them alike."""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.languages import source_language
from leafletpress.problems import Location, Problem
from leafletpress.quantities import find_faults


def check_numbers(text: str, place: Location) -> Iterator[Problem]:
    """Yield the numbers of a text that hold invisible signs, or digits of two kinds."""
    for fault in find_faults(text, source_language()):
        yield Problem(place, fault, "delete the number and type it anew")
