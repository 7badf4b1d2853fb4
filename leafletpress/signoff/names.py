"""Names of people, as they sign: which are fit to be printed, and which can be told apart."""

from __future__ import annotations

import re
import unicodedata

UNFIT = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode categories that no name holds: controls, halves of characters, ends of lines."""

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text around them."""

JOINERS = "\u200c\u200d"
"""The signs that part and join letters."""

UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800"
"""Characters that are drawn as nothing, though Unicode calls them letters, marks or symbols."""

LONGEST_NAME = 100
"""Characters that a name may have: it stands in one line below a leaflet."""

MIXED = ({"CJK", "HIRAGANA", "KATAKANA"}, {"CJK", "HANGUL"})
"""Scripts that one name is written in together."""

DIGIT_IN_WORD = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")


def name_faults(name: str) -> str:
    """Return what keeps a name from standing below a leaflet, empty where nothing does."""
    if not name.strip():
        return "the name is empty"
    if not any(map(str.isalpha, name)):
        return f'the name "{name.strip()}" holds no letter'
    for character in name:
        if unicodedata.category(character) in UNFIT or character in TURNING:
            return f"the name holds an invisible or broken character U+{ord(character):04X}"
    if len(name) > LONGEST_NAME:
        return f"the name has {len(name)} characters, more than {LONGEST_NAME}"
    return ""


def unclear_name(name: str) -> str:
    """Return what keeps a name from standing in ``people.toml``, empty where nothing does.

    Beside what `name_faults` finds that is whatever lets two names look like one: signs that
    nobody sees, letters of several scripts, digits among letters.
    """
    if fault := name_faults(name):
        return fault
    for number, character in enumerate(name):
        if _is_unseen(character) and not _joins(name, number):
            return f"the name holds an invisible character U+{ord(character):04X}"
    scripts = _scripts(name)
    if len(scripts) > 1 and not any(scripts <= mixed for mixed in MIXED):
        shown = " and ".join(sorted(script.title() for script in scripts))
        return f'the name "{name}" holds letters of {shown}'
    if DIGIT_IN_WORD.search(name):
        return f'the name "{name}" holds a digit among its letters'
    return ""


def _scripts(name: str) -> set[str]:
    """Return the scripts of the letters, by the first word of their names in Unicode."""
    letters = (c for c in unicodedata.normalize("NFKC", name) if c.isalpha())
    names = (unicodedata.name(c, "UNKNOWN") for c in letters if unicodedata.category(c) != "Lm")
    return {name.partition(" ")[0].partition("-")[0] for name in names}


def _is_unseen(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Cf" or character in UNSEEN or "\ufe00" <= character <= "\ufe0f"


def _joins(name: str, number: int) -> bool:
    """Tell whether a sign is one of the two that Persian, Urdu and Indic names are written with.

    It stands between two letters of a script that is not Latin, Greek or Cyrillic.
    """
    around = name[max(0, number - 1) : number] + name[number + 1 : number + 2]
    return (
        name[number] in JOINERS
        and len(around) == 2
        and all(unicodedata.category(c)[0] in "LM" for c in around)
        and not {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN"} & _scripts(around)
    )
