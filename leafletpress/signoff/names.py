"""Names of people, as they sign: which are fit to be printed, and which are the same person's."""

from __future__ import annotations

import unicodedata

UNFIT = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode categories that no name holds: controls, halves of characters, ends of lines."""

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text around them."""


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same but for capitals, accents, order, signs and spaces."""
    return _bare_name(one) == _bare_name(other)


def name_faults(name: str) -> str:
    """Return what keeps a name from standing below a leaflet, empty where nothing does."""
    if not name.strip():
        return "the name is empty"
    if not any(map(str.isalpha, name)):
        return f'the name "{name.strip()}" holds no letter'
    for character in name:
        if unicodedata.category(character) in UNFIT or character in TURNING:
            return f"the name holds an invisible or broken character U+{ord(character):04X}"
    return ""


def _bare_name(name: str) -> list[str]:
    """Return the words of a name in plain small letters; İ, I, ı and i are one letter."""
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("ı", "i")
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return sorted("".join(c if c.isalnum() else " " for c in bare).split())
