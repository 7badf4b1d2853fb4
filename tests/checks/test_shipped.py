"""No single change of a number, unit, mark or name in a shipped translation goes unseen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafletpress.catalog import Message, read_catalog
from leafletpress.checks import check_translation
from leafletpress.languages import parse_language
from leafletpress.problems import Location
from leafletpress.project import Project
from leafletpress.quantities import UNITS, read_quantities
from leafletpress.quantities.units import unit_words

PROJECT = Project(Path(__file__).parents[2])
TURKISH = parse_language("tr")
WORDS = {unit: next(w.word for w in unit_words(TURKISH) if w.unit == unit) for unit in UNITS}


def messages() -> list[Message]:
    """Every finished translation that is shipped."""
    paths = sorted(PROJECT.catalog("tr", "page").parent.glob("*.po"))
    return [m for path in paths for m in read_catalog(path).active if m.is_translated]


def is_seen(message: Message, changed: str) -> bool:
    place = Location(PROJECT.root)
    return any(check_translation(message.msgid, changed, TURKISH, place))


def digits(text: str) -> Iterator[str]:
    for found in re.finditer(r"\d", text):
        for digit in "0123456789":
            if digit != found[0]:
                yield text[: found.start()] + digit + text[found.end() :]
        yield text[: found.start()] + text[found.end() :]
        yield text[: found.end()] + found[0] + text[found.end() :]


def units(text: str) -> Iterator[str]:
    for quantity in read_quantities(text, TURKISH):
        if quantity.units and not quantity.in_range and quantity.text in text:
            number = re.sub(r"[^\d.,]", "", quantity.text)
            yield text.replace(quantity.text, number)
            for unit in set(UNITS) - quantity.units:
                yield text.replace(quantity.text, f"{number} {WORDS[unit]}")


def placeholders(text: str) -> Iterator[str]:
    for found in re.finditer(r"\{\w+\}", text):
        for other in ("", found[0][:-1], found[0][1:], found[0] * 2, "{other}", found[0].upper()):
            yield text[: found.start()] + other + text[found.end() :]


def citations(text: str) -> Iterator[str]:
    for found in re.finditer(r"\[@[\w-]+\]", text):
        for other in ("", found[0][:-1], found[0][1:], found[0] * 2, "[@other]", found[0].upper()):
            yield text[: found.start()] + other + text[found.end() :]


def bold(text: str) -> Iterator[str]:
    for found in re.finditer(r"\*\*(.+?)\*\*", text):
        inner = found[1]
        for other in (
            inner,
            f"*{inner}*",
            f"**{inner}",
            f"{inner}**",
            "",
            f"__{inner}",
            f"<b>{inner}</b>",
        ):
            yield text[: found.start()] + other + text[found.end() :]


def test_what_is_shipped_raises_no_finding() -> None:
    found = messages()
    assert len(found) > 150
    assert [m.msgid for m in found if is_seen(m, m.msgstr)] == []


@pytest.mark.parametrize("change", [digits, units, placeholders, citations, bold])
def test_every_change_is_seen(change) -> None:
    tried = [(message, changed) for message in messages() for changed in change(message.msgstr)]
    assert len(tried) > 20
    assert [changed for message, changed in tried if not is_seen(message, changed)] == []
