"""What the pinned Babel puts on paper, and what our code makes of it: tests/data/babel.json.

``python -m tests.support.babel_table`` prints the file anew. Do that when Babel is upgraded, and
read the difference line by line: each says what changes on paper, in catalogs or in the checks.
"""

import datetime
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

from babel.core import get_cldr_version
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from leafletpress.language import Language, long_date, number, parse_language
from leafletpress.quantities.units import UNITS, unit_words

TABLE = Path(__file__).parent.parent / "data" / "babel.json"
COMMAND = "python -m tests.support.babel_table"

LANGUAGES = (
    "en", "tr", "ar", "de",  # the four that are shipped
    "es", "fr", "it", "pt-BR", "pl", "ro", "hu", "sq", "fi", "ku",
    "vi", "id", "fil", "sw", "so", "yo", "ht", "gl", "az", "de-CH",
    "ru", "uk", "bg", "sr", "kk", "ky", "el", "hy", "ka",
    "he", "ar-EG", "fa", "ur", "ps", "ckb", "dv",
    "hi", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si",
    "th", "lo", "km", "my", "am", "ti",
    "zh-Hans", "zh-Hant", "ja", "ko",
)  # fmt: skip
"""Those shipped, those that clinics ask for, each script of ours, and those that changed before."""

DAYS = tuple(datetime.date(2026, month, 22) for month in range(1, 13))
NUMBERS = tuple(map(Decimal, ("1234", "12345.5", "1234567.25", "-3", "0.5")))

UNSEEN = re.compile("[\u00a0\u00ad\u061c\u200b-\u200f\u2009\u202a-\u202f\u2060-\u2069\ufeff]")
"""Spaces and marks that a difference would not show."""


def facts(language: Language) -> dict[str, object]:
    """What reaches paper, catalogs and checks in a language, in words that a reader can compare."""
    locale = language.date_locale
    dates = [long_date(day, language) for day in DAYS]
    numbers = [number(value, language) for value in NUMBERS]
    found: dict[str, object] = {
        "names": [language.own_name, language.english_name],
        "script": [language.script, language.direction],
        "dates": dates,
        "numbers": numbers,
        "percent": format_percent(0.7, locale=locale),
        "decimal": language.decimal_signs,
        "grouping": [language.grouping_signs, *language.group_sizes],
        "plurals": language.plural_forms,
        "units": words(language),
    }
    bare_dates = [format_date(day, "long", locale=locale) for day in DAYS]
    bare_numbers = [format_decimal(value, locale=locale) for value in NUMBERS]
    if (bare_dates, bare_numbers) != (dates, numbers):
        found["Babel itself"] = [bare_dates[10], bare_numbers[2]]
    return found


def words(language: Language) -> dict[str, str]:
    """The words of each unit, with ``*`` where a word may be inflected, ``…`` where it goes on."""
    shown: dict[str, list[str]] = {unit: [] for unit in UNITS}
    for word in sorted(unit_words(language), key=lambda word: (word.word, word.before, word.stem)):
        text = f"{word.word}*" if word.stem else word.word
        shown[word.unit].append(f"{text}…" if word.before else text)
    return {unit: " | ".join(texts) for unit, texts in shown.items()}


def table() -> Iterator[tuple[str, dict[str, object]]]:
    return ((tag, facts(parse_language(tag))) for tag in LANGUAGES)


def of() -> dict[str, object]:
    """What the table was made of."""
    return {"babel": version("babel"), "cldr": str(get_cldr_version())}


def as_json() -> str:
    """The file: a line for each fact, so that a difference shows the facts that changed."""
    blocks = []
    for name, block in (("of", of()), *table()):
        lines = [f"  {_json(key)}: {_json(value)}" for key, value in block.items()]
        blocks.append(f"{_json(name)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _json(value: object) -> str:
    return UNSEEN.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(value, ensure_ascii=False))


if __name__ == "__main__":
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(as_json(), "utf-8")
    print(f"{TABLE.name}: {len(LANGUAGES)} languages, Babel {of()['babel']}", file=sys.stderr)
