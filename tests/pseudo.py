"""A language that nobody speaks: English words in Hebrew letters, to see a page from right to left.

Numbers, units, placeholders, citations and marks stay, so that its catalogs pass every check.
"""

import datetime
import re
import string
from collections.abc import Sequence
from pathlib import Path

import polib

from leafletpress.languages import Language, parse_language, source_language
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.quantities import read_quantities
from leafletpress.quantities.units import unit_words
from leafletpress.shelf import Shelf
from leafletpress.update import update

LANGUAGE = parse_language("he")

HEBREW = "אבגדהוזחטיכלמנסעפצקרשתאבגד"
LETTERS = str.maketrans(string.ascii_letters, HEBREW * 2)

KEPT = re.compile(r"\{\w+\}|\[@[\w-]+\]|\]\([^)]*\)|[\u0590-\u05ff]+")
"""Placeholders, citations, the targets of links, and units that are Hebrew already."""


def pseudo(text: str) -> str:
    """Return an English text in the language that nobody speaks."""
    text = _with_hebrew_units(text)
    kept = KEPT.findall(text)
    parts = KEPT.split(text)
    return parts[0].translate(LETTERS) + "".join(
        mark + part.translate(LETTERS) for mark, part in zip(kept, parts[1:], strict=True)
    )


def translate_all(project: Project, shelf: Shelf) -> None:
    """Write the catalogs of the language that nobody speaks."""
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    _, problems = update(shelf, [LANGUAGE], moment)
    assert problems == []
    for domain in [*(leaflet.name for leaflet in shelf.leaflets), PAGE_DOMAIN]:
        _fill(project.catalog(LANGUAGE.folder, domain))


def _fill(path: Path) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = pseudo(entry.msgid)
    catalog.save()


def _with_hebrew_units(text: str) -> str:
    for quantity in read_quantities(text, source_language()):
        if quantity.unit and quantity.unit != "%":
            word = next(w.word for w in _words(LANGUAGE) if w.unit == quantity.unit)
            number = re.match(r"[\d.,]+", quantity.text)
            if number and number[0] != quantity.text:
                english = re.escape(quantity.text) + r"\w*"
                text = re.sub(english, f"{number[0]} {word}", text, count=1)
    return text


def _words(language: Language) -> Sequence[object]:
    return [w for w in unit_words(language) if not w.before and re.search("[א-ת]", w.word)]
