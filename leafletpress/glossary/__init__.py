"""Glossaries: the words that translations use, and those that they must not use."""

from leafletpress.glossary.terms import Glossary, Term, in_source, read_glossary
from leafletpress.glossary.words import contains, split_words

__all__ = [
    "Glossary",
    "Term",
    "contains",
    "in_source",
    "read_glossary",
    "split_words",
]
