"""Drawing figures with the templates, and placing drawings among the words of a section."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from leafletpress.content import Position
from leafletpress.language import Language, number
from leafletpress.problems import LeafletError, Location, Problem

HEADS = {"label", "title", "group", "period"}
"""What stands before a drawing, in this order."""


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws in the language and the direction of a page.

    `macros` are those of the template at `path`; each gives one well-formed element.
    """

    macros: Any
    path: Path
    language: Language

    def draw(self, macro: str, *values: object) -> etree.Element:
        """Return what a macro of the template gives.

        Raises:
            LeafletError: it is not well-formed.
        """
        text = str(getattr(self.macros, macro)(*values)).strip()
        try:
            return etree.fromstring(text)
        except etree.ParseError as error:
            what = f'the macro "{macro}" gives no well-formed element ({error})'
            mend = "close every element that is opened"
            raise LeafletError(
                [Problem("malformed-figure", Location(self.path), what, mend)]
            ) from error

    def say(self, value: Decimal | int) -> str:
        """Return a number as the language writes it."""
        return number(value, self.language)

    def say_position(self, position: Position) -> str:
        """Return a point or a stretch as short as a label: ``6``, ``1–4.5``."""
        return "–".join(self.say(v) for v in dict.fromkeys((position.start, position.end)))

    @property
    def mirrored(self) -> bool:
        """Whether drawings begin at the right."""
        return self.language.direction == "rtl"


def make_painter(
    environment: Environment, translate: Callable[..., Markup], language: Language
) -> Painter:
    """Return the painter of a language. `translate` gives the template messages in it."""
    template = environment.get_template("parts/figures.html")
    return Painter(
        macros=template.make_module({"_": translate}),
        path=Path(template.filename or ""),
        language=language,
    )


def insert_after_heads(section: etree.Element, element: etree.Element) -> etree.Element:
    """Put an element behind the title, group and period of a section; return it."""
    heads = [p for p in section if HEADS & set(p.get("class", "").split())]
    section.insert(list(section).index(heads[-1]) + 1, element)
    return element


def take(section: etree.Element, name: str) -> etree.Element:
    """Take the paragraph with that class out of a section; return it."""
    element = next(p for p in section.findall("p") if name in p.get("class", "").split())
    section.remove(element)
    return element
