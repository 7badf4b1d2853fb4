"""Pseudo-locales: the source text made strange, to see what a page does to a language.

In ``qps-ploc`` every letter has an accent, so that a word which somebody forgot to translate can
be told; vowels stand twice, which makes a text about 40 % longer, as German or Finnish are; and it
stands in brackets, so that a text which is cut off can be told. ``qps-plocm`` has the letters of a
script that runs from right to left. Nothing of them is ever written into ``locales``.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from leafletpress.catalog.header import with_fields
from leafletpress.catalog.message import Catalog
from leafletpress.catalog.pot import make_pot
from leafletpress.content import Segment
from leafletpress.language import Language, source_language
from leafletpress.project import Project
from leafletpress.quantities import read_quantities
from leafletpress.quantities.units import INTERNATIONAL_SIGNS, unit_words

ACCENTS = dict(
    zip(
        string.ascii_letters,
        "ãƀçđéƒĝĥîĵķļɱñøþɋŕšţûṽŵẋýžÃƁÇĐÉƑĜĤÎĴĶĻṀÑØÞɊŔŠŢÛṼŴẊÝŽ",
        strict=True,
    )
)
VOWELS = frozenset("aeiouAEIOU")
BRACKETS = "⁅", "⁆"

LETTERS = {
    "Latn": {a: b + b.lower() if a in VOWELS else b for a, b in ACCENTS.items()},
    "Hebr": dict(zip(string.ascii_letters, "אבגדהוזחטיכלמנסעפצקרשתאבגד" * 2, strict=True)),
    "Arab": dict(zip(string.ascii_letters, "ابپتٹثجچحخدڈذرڑزژسشصضطظعغف" * 2, strict=True)),
}
"""For each script: what stands for each English letter."""

MARK = ("TEST", "A test of the page, in no language. Do not give this to anybody.")
"""The word and the sentence that mark its pages, in the source language: nothing to translate."""

HELD = "\ue000", "\ue001"
"""What stands around a unit that is translated already, while the other words are."""

KEPT = re.compile(rf"\{{\w+\}}|\[@[\w-]+\]|\]\([^)]*\)|{HELD[0]}[^{HELD[1]}]*{HELD[1]}")
"""Placeholders, citations, the targets of links, and units."""


def pseudo_catalog(
    segments: Iterable[Segment], language: Language, project: Project, path: Path
) -> Catalog:
    """Return the catalog of some segments in a pseudo-locale, wholly translated.

    `path` is that of the source: a problem with a text is told where the source says it.
    """
    found = list(segments)
    lines = {segment.key: segment.location.line for segment in reversed(found)}
    pot = make_pot(found, "a test of the page", project, path)
    messages = (
        replace(m, msgstrs=(pseudo_text(m.msgid, language),), line=lines[m.key])
        for m in pot.messages
    )
    header = with_fields(pot.header, {"Language": language.tag})
    return Catalog(header, tuple(messages), path)


def pseudo_text(text: str, language: Language) -> str:
    """Return an English text in the letters of a pseudo-locale, or of another language.

    Numbers, placeholders, citations, links and marks stay as they are; units are translated.
    """
    letters = LETTERS[language.script]
    text = _with_units(text, language)
    pieces = [_in_letters(piece, letters) for piece in KEPT.split(text)]
    kept = [*KEPT.findall(text), ""]
    strange = "".join(piece + mark for piece, mark in zip(pieces, kept, strict=True))
    strange = strange.replace(HELD[0], "").replace(HELD[1], "")
    return strange if letters is not LETTERS["Latn"] else strange.join(BRACKETS)


def _in_letters(text: str, letters: Mapping[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


def _with_units(text: str, language: Language) -> str:
    """Put the language's words for the units behind their numbers, held fast."""
    for quantity in read_quantities(text, source_language()):
        number = re.match(r"[\d.,]+", quantity.text)
        if number and number[0] != quantity.text and quantity.units - {"%"}:
            english = re.escape(quantity.text) + r"\w*"
            word = _unit(min(quantity.units), language).join(HELD)
            text = re.sub(english, f"{number[0]} {word}", text, count=1)
    return text


def _unit(unit: str, language: Language) -> str:
    """Return a word of the language for a unit; a sign where there is none."""
    words = [w.word for w in unit_words(language) if w.unit == unit and not w.before]
    signs = INTERNATIONAL_SIGNS.get(unit, ())
    return next((word for word in words if word not in signs), unit)
