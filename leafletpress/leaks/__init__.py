"""Leaks: words that templates and style sheets would print, though nobody translates or signs them.

They are read, not run, so that a word is found in whatever state, language and format it stands.
"""

from leafletpress.leaks.finder import find_leaks
from leafletpress.leaks.parse import parse_template

__all__ = [
    "find_leaks",
    "parse_template",
]
