"""Web and e-mail addresses in a text, also such as are written so that no machine finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

WITH_SIGN = re.compile(r"\b(?:https?://|ftp://|mailto:|www\.)\S+", re.I)
HOST = re.compile(r"(?<![\w.-])[\w-]+(?:\.[\w-]+)+(/\S)?")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+")
SPELLED = re.compile(
    r"""
    \w \s? [(\[{] \s? (?:at|ät|@) \s? [)\]}] \s?        # ada (at) clinic
    [\w-]+ \s? (?: \. | [(\[{] \s? (?:dot|punkt|nokta|punto|point|ponto|punt) \s? [)\]}] ) \s? \w
    """,
    re.X | re.I,
)

GENERIC = frozenset(
    re.findall(
        r"\w+",
        "com org net info gov edu int eu health clinic hospital care help app blog online site",
    )
)
COUNTRIES = frozenset(
    re.findall(
        r"\w+",
        """
        ae af al ar au az ba bd bg br ca ch cl cn cy cz de dk dz ee eg es fi fr ge gr hk hr hu ie il
        iq ir jo jp ke kr kw kz lb lt lu lv ly mk mt mx ng nl np nz om ph pk pl pt qa ro rs ru sa sd
        se sg si sk sy th tn tr tw ua uk uz vn za
        """,
    )
)
"""Those that are ordinary words, such as .at and .no, are only known behind a `PARTS`."""

PARTS = frozenset(re.findall(r"\w+", "ac co com edu gob gouv gov gv net nhs org"))
"""What stands before a country: ac.at, co.in, gov.it."""

FEWEST_LETTERS = 3
"""A shorter word before a country is an abbreviation, to which a language adds its endings."""

HIDDEN = "Cf"
"""The Unicode category of signs that nobody sees."""


def find_web_address(text: str) -> re.Match[str] | None:
    """Return where the first web address of a text stands, with or without what it begins with."""
    hosts = (found for found in HOST.finditer(text) if _is_host(found))
    return WITH_SIGN.search(text) or next(hosts, None)


def find_email(text: str) -> re.Match[str] | None:
    """Return where the first e-mail address of a text stands, also with "(at)"."""
    return EMAIL.search(text) or SPELLED.search(text)


def addresses(text: str) -> Iterator[str]:
    """Yield the addresses of a text; signs that nobody sees, and wide letters, hide none."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(sign for sign in text if unicodedata.category(sign) != HIDDEN)
    for pattern in (WITH_SIGN, EMAIL, SPELLED):
        yield from (found[0] for found in pattern.finditer(text))
    yield from (found[0] for found in HOST.finditer(text) if _is_host(found))


def _is_host(found: re.Match[str]) -> bool:
    """Tell whether words joined by dots end, or go on, as the name of a computer does."""
    words = found[0].split("/")[0].split(".")
    if found[1] and len(words[-1]) > 1 and words[-1].isalpha() and _is_name(words[-2]):
        return True
    return any(_ends_host(before, word) for before, word in pairwise(words))


def _ends_host(before: str, word: str) -> bool:
    if not (word.islower() or word.isupper()):
        return False  # a sentence that begins without a space before it
    word, before = word.lower(), before.lower()
    if word in GENERIC:
        return any(map(str.isalnum, before))
    if before in PARTS and len(word) == 2:
        return word.isalpha()
    return word in COUNTRIES and _is_name(before)


def _is_name(word: str) -> bool:
    return len(word) >= FEWEST_LETTERS and any(map(str.isalpha, word))
