"""Numbers and units: every one of the source is in the translation, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from leafletpress.checks.pairing import agree, pair_up
from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import (
    CUT_MEND,
    TOUCHED_MEND,
    find_cut_numbers,
    find_touched_values,
    marked_texts,
)
from leafletpress.language import Language, source_language
from leafletpress.quantities import Quantity, read_quantities

IN_WORDS = "; where the other side says it in words, a named reviewer may acknowledge it"


def find_numbers(pair: Pair) -> Iterator[Finding]:
    """Find numbers that are lost, added or changed.

    The values are compared, in whatever numeral system and with whatever signs they are written.
    """
    partners = pair_up(pair)
    missing, extra = _spellings(partners.missing), _spellings(partners.extra)
    if missing and extra:
        what = f"the source has {_list(missing)}, the translation {_list(extra)}"
        yield Finding(what, f"write {_list(missing)}")
    elif missing:
        what = f"the number {_list(missing)} is missing"
        yield Finding(what, f"write it as in the source{IN_WORDS}", missing)
    elif extra:
        what = f"the number {_list(extra)} is not in the source"
        yield Finding(what, f"remove it{IN_WORDS}", extra)


def find_units(pair: Pair) -> Iterator[Finding]:
    """Find numbers that lost their unit, changed it, got one, or swapped it with another number.

    Number by number, each of the source is paired with one of the translation of the same value;
    `find_numbers` names those that have no partner at all.
    """
    partners = pair_up(pair)
    for here, there in partners.pairs:
        source, translation = partners.source[here], partners.translation[there]
        if not agree(source, translation):
            yield _disagreement(source, translation)


def find_numbers_in_marks(pair: Pair) -> Iterator[Finding]:
    """Find bold or emphasis that moved from a number, or to one."""
    for mark, name in (("strong", "bold"), ("em", "emphasis")):
        source = _marked(pair.source, mark, source_language())
        translation = _marked(pair.translation, mark, pair.language)
        if source != translation:
            what = (
                f"{_said(source)} in {name} in the source, {_said(translation)} in the translation"
            )
            yield Finding(what, "mark the same words as the source")


def find_numbers_on_seams(pair: Pair) -> Iterator[Finding]:
    """Find numbers that a mark cuts, and numbers that touch a value which the page fills in.

    They print as another number than any that was read: ``**1**5``, ``{emergency_phone}5``.
    """
    for number in find_cut_numbers(pair.translation):
        yield Finding(f'a mark begins or ends within the number "{number}"', CUT_MEND)
    for touched in find_touched_values(pair.translation):
        what = f'a value that the page fills in touches a number: "{touched}"'
        yield Finding(what, TOUCHED_MEND)


def _disagreement(source: Quantity, translation: Quantity) -> Finding:
    unit = " or ".join(sorted(source.units))
    wanted = f'"{source.text}" ({unit})' if unit else f'"{source.text}" without a unit'
    says = f'"{translation.text}"' if translation.units else f'"{translation.text}" without a unit'
    mend = "write the number with that unit" if unit else "write the number without a unit"
    return Finding(f"the source says {wanted}, the translation {says}", mend)


def _marked(text: str, mark: str, language: Language) -> dict[str, int]:
    """Return how often each number stands in a mark."""
    quantities = (q for part in marked_texts(text, mark) for q in read_quantities(part, language))
    return Counter(f"{quantity.value.normalize():f}" for quantity in quantities)


def _said(numbers: dict[str, int]) -> str:
    if not numbers:
        return "no number is"
    every = [number for number, times in numbers.items() for _ in range(times)]
    return f"{_list(every)} {'is' if len(every) == 1 else 'are'}"


def _spellings(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    return tuple(quantity.text for quantity in quantities)


def _list(spellings: Iterable[str]) -> str:
    return ", ".join(f'"{spelling}"' for spelling in spellings)


NUMBERS = Check("numbers", "a number that is lost, added or changed", find_numbers)
UNITS = Check("units", "a number with another unit, or none: mg for mcg, mg for mg/kg", find_units)
NUMBERS_IN_MARKS = Check(
    "marked-numbers", "bold or emphasis on other numbers than in the source", find_numbers_in_marks
)
NUMBERS_ON_SEAMS = Check(
    "cut-numbers", "a number that a mark cuts, or that touches a placeholder", find_numbers_on_seams
)
