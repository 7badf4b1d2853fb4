"""How the numbers of a leaflet must be written, so that every program reads them alike."""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.content.seams import find_cut_numbers, find_touched_values
from leafletpress.language import source_language
from leafletpress.problems import Location, Problem
from leafletpress.quantities import find_faults

CUT_MEND = "put the whole number into the mark; where it is two numbers, put a space between"
TOUCHED_MEND = "put a space, or the missing word, between the two"


def check_numbers(text: str, location: Location) -> Iterator[Problem]:
    """Yield the numbers of a text that hold invisible signs, or digits of two kinds."""
    for fault in find_faults(text, source_language()):
        yield Problem("spoilt-number", location, fault, "delete the number and type it anew")


def check_seams(text: str, location: Location) -> Iterator[Problem]:
    """Yield the numbers that a mark cuts, or that touch a value which the page fills in."""
    for number in find_cut_numbers(text):
        what = f'a mark begins or ends within the number "{number}"'
        yield Problem("cut-numbers", location, what, CUT_MEND)
    for touched in find_touched_values(text):
        what = f'a value that the page fills in touches a number: "{touched}"'
        yield Problem("cut-numbers", location, what, TOUCHED_MEND)
