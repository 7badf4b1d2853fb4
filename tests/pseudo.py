"""A language that nobody speaks: English words in Hebrew letters, to see a page from right to left.

Numbers, units, placeholders, citations and marks stay, so that its catalogs pass every check.
"""

import datetime
import re
import string
from pathlib import Path

import polib

from leafletpress.languages import Language, parse_language, source_language
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.quantities import read_quantities
from leafletpress.quantities.units import unit_words
from leafletpress.shelf import Shelf
from leafletpress.update import update

LANGUAGE = parse_language("he")

ALPHABETS = {"he": "אבגדהוזחטיכלמנסעפצקרשתאבגד", "ur": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغف"}
LETTERS = {
    tag: str.maketrans(string.ascii_letters, letters * 2) for tag, letters in ALPHABETS.items()
}

KEPT = re.compile(r"\{\w+\}|\[@[\w-]+\]|\]\([^)]*\)|[\u0590-\u06ff]+")
"""Placeholders, citations, the targets of links, and units that are translated already."""


def pseudo(text: str, language: Language = LANGUAGE) -> str:
    """Return an English text in the language that nobody speaks."""
    letters = LETTERS[language.tag]
    text = _with_translated_units(text, language)
    kept = KEPT.findall(text)
    parts = KEPT.split(text)
    return parts[0].translate(letters) + "".join(
        mark + part.translate(letters) for mark, part in zip(kept, parts[1:], strict=True)
    )


def translate_all(project: Project, shelf: Shelf, language: Language = LANGUAGE) -> None:
    """Write the catalogs of the language that nobody speaks, in the letters of `language`."""
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    _, problems = update(shelf, [language], moment)
    assert problems == []
    for domain in [*(leaflet.name for leaflet in shelf.leaflets), PAGE_DOMAIN]:
        _fill(project.catalog(language.folder, domain), language)


def _fill(path: Path, language: Language) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = pseudo(entry.msgid, language)
    catalog.save()


def _with_translated_units(text: str, language: Language) -> str:
    for quantity in read_quantities(text, source_language()):
        if quantity.units - {"%"}:
            number = re.match(r"[\d.,]+", quantity.text)
            if number and number[0] != quantity.text:
                english = re.escape(quantity.text) + r"\w*"
                word = _unit(min(quantity.units), language)
                text = re.sub(english, f"{number[0]} {word}", text, count=1)
    return text


def _unit(unit: str, language: Language) -> str:
    words = (w.word for w in unit_words(language) if w.unit == unit and not w.before)
    return next(word for word in words if re.search("[\u0590-\u06ff]", word))
