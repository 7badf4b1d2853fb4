"""Advice to authors: how a leaflet becomes plainer. It speaks as warnings and stops nothing.

The rules are those of docs/style-guide.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.advice.numbers import DENOMINATORS, ONE_IN_N, SOURCES
from leafletpress.advice.plainness import LISTS, READING, SENTENCES, reading_grade
from leafletpress.advice.rule import Advice, Remark
from leafletpress.advice.shape import SHAPE
from leafletpress.content import Leaflet
from leafletpress.problems import Problem, Severity

ADVICE = (SHAPE, SENTENCES, LISTS, READING, SOURCES, ONE_IN_N, DENOMINATORS)
"""Every piece of advice, in the order in which it is given."""


def advise(leaflet: Leaflet) -> Iterator[Problem]:
    """Yield a warning for everything in a leaflet that its readers would find easier otherwise."""
    for advice in ADVICE:
        for location, what, mend in advice.find(leaflet):
            yield Problem(advice.id, location, what, mend, Severity.WARNING)


__all__ = ["ADVICE", "Advice", "Remark", "advise", "reading_grade"]
