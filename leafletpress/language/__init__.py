"""Languages: what a page must know to be set in one, and the words of one that checks look for."""

from leafletpress.language.cldr import UnitPatterns, unit_patterns
from leafletpress.language.language import (
    Language,
    names_another,
    parse_language,
    pseudo_languages,
    source_language,
)
from leafletpress.language.medicines import find_medicines
from leafletpress.language.negations import find_negations
from leafletpress.language.scripts import USUAL_LINE_HEIGHT
from leafletpress.language.written import long_date, number

__all__ = [
    "USUAL_LINE_HEIGHT",
    "Language",
    "UnitPatterns",
    "find_medicines",
    "find_negations",
    "long_date",
    "names_another",
    "number",
    "parse_language",
    "pseudo_languages",
    "source_language",
    "unit_patterns",
]
