"""The words of a style sheet: texts that it puts on the page itself.

Read with the parser that WeasyPrint reads style sheets with, so that an escape or a comment hides
nothing. Any text in a value is a word of the page, but for properties that are known to print none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

SILENT = frozenset(
    {
        "font", "font-family", "font-feature-settings", "font-variation-settings",
        "font-language-override", "grid", "grid-area", "grid-template", "grid-template-areas",
        "src", "unicode-range",
    }
)  # fmt: skip
"""Properties and descriptors whose texts are names, and are not printed."""

POINTERS = frozenset({"lang", "-weasy-lang", "anchor", "-weasy-anchor", "link", "-weasy-link"})
"""Properties of WeasyPrint that take an attribute as a name or an address, and do not print it."""

SIGNS = frozenset({"symbols", "additive-symbols", "prefix", "suffix", "negative", "pad"})
"""Descriptors of ``@counter-style`` whose names are signs, as texts are (CSS Counter Styles 3)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a style sheet puts on the page: a text, an address, or an attribute's name; the line
    of the sheet counts from 1."""

    line: int
    kind: str
    text: str


TEXT, ADDRESS, ATTRIBUTE = "text", "address", "attribute"


def read_style(sheet: str) -> Iterator[Found]:
    """Yield what a style sheet puts on the page."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    yield from _of_rules(rules, "")


def read_declarations(declarations: str) -> Iterator[Found]:
    """Yield what the declarations of a ``style`` attribute put on the page."""
    yield from _of_rules(tinycss2.parse_blocks_contents(declarations), "")


def _of_rules(rules: Iterable[Any], keyword: str) -> Iterator[Found]:
    """Yield what rules and declarations put on the page; `keyword` is that of the rule around."""
    for rule in rules:
        if rule.type == "declaration":
            yield from _of_declaration(rule, keyword)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "import":
            yield from _of_import(rule)
        elif getattr(rule, "content", None) is not None:
            inner = rule.lower_at_keyword if rule.type == "at-rule" else keyword
            yield from _of_rules(tinycss2.parse_blocks_contents(rule.content), inner)


def _of_import(rule: Any) -> Iterator[Found]:
    """Yield the address of another style sheet, however it is written."""
    for token in rule.prelude:
        if token.type in ("string", "url"):
            yield Found(token.source_line, ADDRESS, token.value)
        elif token.type == "function" and token.lower_name == "url":
            yield from (
                Found(token.source_line, ADDRESS, one.value)
                for one in token.arguments
                if one.type == "string"
            )


def _of_declaration(declaration: Any, keyword: str) -> Iterator[Found]:
    name = declaration.lower_name
    signs = keyword == "counter-style" and name in SIGNS
    for token in _tokens(declaration.value):
        match token.type:
            case "string" if name not in SILENT:
                yield Found(token.source_line, TEXT, token.value)
            case "ident" if signs:
                yield Found(token.source_line, TEXT, token.value)
            case "url":
                yield Found(token.source_line, ADDRESS, token.value)
            case "function" if token.lower_name == "url":
                yield from (Found(token.source_line, ADDRESS, one.value)
                            for one in token.arguments if one.type == "string")  # fmt: skip
            case "function" if token.lower_name == "attr" and name not in POINTERS:
                named = next((one for one in token.arguments if one.type == "ident"), None)
                if named:
                    yield Found(token.source_line, ATTRIBUTE, named.lower_value)


def _tokens(values: Iterable[Any]) -> Iterator[Any]:
    """Yield every token of a value, those in functions and brackets as well."""
    for value in values:
        yield value
        if value.type == "function" and value.lower_name != "url":
            yield from _tokens(value.arguments)
        elif value.type in ("() block", "[] block", "{} block"):
            yield from _tokens(value.content)
