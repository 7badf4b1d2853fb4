"""Numbers that are not what they look like: invisible signs in them, digits of two kinds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import without_references
from leafletpress.language import Language, source_language
from leafletpress.program import command
from leafletpress.quantities import (
    HiddenSign,
    find_hidden_signs,
    find_mixed_digits,
    read_quantities,
)

ANEW = "delete the number and type it anew"


def find_signs_in_numbers(pair: Pair) -> Iterator[Finding]:
    """Find invisible signs within a number, between it and its unit, or in a range.

    Programs disagree on what such a number says: ``1<sign>5`` may print as 51.
    """
    for hidden, is_certain in signs_in_numbers(pair.source, pair.translation, pair.language):
        what = f'an invisible sign, {hidden.name}, stands in "{hidden.said}"'
        clean = f'"{command("update --clean")}" takes it out'
        yield Finding(what, clean if is_certain else ANEW)


def signs_in_numbers(
    source: str, translation: str, language: Language
) -> list[tuple[HiddenSign, bool]]:
    """Return the signs that `find_signs_in_numbers` tells, each with whether it may be taken out.

    It may where the number without it is one of the source.
    """
    signs = find_hidden_signs(translation, language)
    if not signs:
        return []
    wanted = read_quantities(without_references(source), source_language())
    values = {quantity.value for quantity in wanted}
    return [
        (hidden, is_certain)
        for said, group in groupby(signs, lambda hidden: hidden.values)
        for is_certain in [values.issuperset(said)]
        for hidden in group
    ]


def find_two_kinds_of_digits(pair: Pair) -> Iterator[Finding]:
    """Find numbers with digits of two kinds, which pages may set in two orders."""
    for quantity in find_mixed_digits(pair.translation, pair.language):
        what = f'the number "{quantity.text}" has digits of two kinds'
        yield Finding(what, "type all its digits with one keyboard")


HIDDEN_SIGNS = Check("hidden-signs", "an invisible sign inside a number", find_signs_in_numbers)
MIXED_DIGITS = Check("mixed-digits", "a number with digits of two kinds", find_two_kinds_of_digits)
