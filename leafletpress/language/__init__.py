"""Languages: what a page must know to be set in one, and the words of one that checks look for."""

from leafletpress.language.language import (
    Language,
    names_another,
    parse_language,
    pseudo_languages,
    source_language,
)
from leafletpress.language.medicines import find_medicines
from leafletpress.language.negations import find_negations
from leafletpress.language.scripts import SCRIPT_FAMILIES, SYMBOL_FAMILY, USUAL_LINE_HEIGHT

__all__ = [
    "SCRIPT_FAMILIES",
    "SYMBOL_FAMILY",
    "USUAL_LINE_HEIGHT",
    "Language",
    "find_medicines",
    "find_negations",
    "names_another",
    "parse_language",
    "pseudo_languages",
    "source_language",
]
