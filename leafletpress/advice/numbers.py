"""Numbers that a reader can trust and compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafletpress.advice.rule import Advice, Remark
from leafletpress.content import Leaflet, citations, without_references
from leafletpress.language import source_language
from leafletpress.quantities import read_quantities

ONE_IN = re.compile(r"\b(?:1|one) (?:in|out of) (?:every )?(\d[\d,]*)\b", re.I)
OF_EVERY = re.compile(r"\b(?:in|of|out of) every (\d[\d,]*)\b", re.I)
PER_MANY = re.compile(r"\b(?:in|of) (?:every )?1(?:00|,?000)\b")
STEP = re.compile(r"\bsteps?(?: \d+(?:,? (?:to|and|or) \d+)?)", re.I)
"""The number of a step counts nothing."""

UNSOURCED = ("heading", "title", "question", "checklist", "write-in", "key", "scale", "calendar")
"""Kinds of text that repeat or ask, or whose block names its source itself."""


def _find_sources(leaflet: Leaflet) -> Iterator[Remark]:
    """A number with a unit, or a percentage, whose paragraph cites nothing (DISCERN 4)."""
    for segment in leaflet.segments:
        if any(kind in segment.kind for kind in UNSOURCED) or citations(segment.text):
            continue
        text = STEP.sub("", without_references(segment.text))
        counted = [q for q in read_quantities(text, source_language()) if q.units]
        if counted and not _is_figure(segment.kind):
            what = f'"{counted[0].text}" has no source'
            yield Remark(segment.location, what, "cite where it comes from: [@key]")


def _is_figure(kind: str) -> bool:
    """A figure names its source as data."""
    return kind.partition(",")[0] in ("icons", "compare", "risk")


def _find_one_in(leaflet: Leaflet) -> Iterator[Remark]:
    """ "1 in 330" beside "1 in 50" reads as the larger risk (IPDAS; CDC item 17).

    It may stand beside its number of people out of 100 or 1,000, as what a source says.
    """
    for segment in leaflet.segments:
        for found in () if PER_MANY.search(segment.text) else ONE_IN.finditer(segment.text):
            mend = "give the number of people out of 100 or 1,000"
            yield Remark(segment.location, f'"{found[0]}" cannot be compared with others', mend)


def _find_denominators(leaflet: Leaflet) -> Iterator[Remark]:
    """Risks among different numbers of people cannot be compared at a glance (IPDAS)."""
    first = ""
    for segment in leaflet.segments:
        for found in OF_EVERY.finditer(segment.text):
            first = first or found[1]
            if found[1] != first:
                what = f'"{found[0]}", where others are of every {first}'
                mend = "give all risks of a leaflet among the same number of people"
                yield Remark(segment.location, what, mend)


SOURCES = Advice("sources", "a number with a unit, or a percentage, cites a source", _find_sources)
ONE_IN_N = Advice("one-in-n", 'no risk is given as "1 in 330"', _find_one_in)
DENOMINATORS = Advice(
    "denominators", "risks are given among the same number of people", _find_denominators
)
