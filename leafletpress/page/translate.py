"""The words of the page as templates print them: in the edition's language, the source, or both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from leafletpress.content import TRACE, Rendering
from leafletpress.language import Language, source_language
from leafletpress.page.typography import set_plain

BETWEEN_NUMBERS = re.compile(r"(\{\w+\}) ([^\s{}<>]{1,4}) (?=\{\w+\})")
"""A short word between two placeholders; a longer one may begin a line."""

TRACED = re.compile(rf'<span class="({TRACE}\d+)">')


def make_translator(
    words: Mapping[str, Rendering], language: Language, numbers: Mapping[str, int]
) -> Callable[..., Markup]:
    """Return the function that templates call: a word's translation, marked where it is none.

    A word that `numbers` knows is traced: it stands in an element that says its number.
    """

    def translate(text: str, note: str = "") -> Markup:
        del note  # for translators; see `read_template_messages`
        rendering = words[text]
        safe = set_plain(rendering.text, language)
        if rendering.untranslated:
            safe = Markup("<span{}>{}</span>").format(untranslated_mark(rendering), safe)
        return trace(safe, numbers.get(text))

    return translate


def in_source(text: str, note: str = "") -> Markup:
    """Return a word of the page in the source language."""
    del note
    source = source_language()
    word = set_plain(text, source)
    return Markup('<span class="in-source" lang="{}" dir="{}">{}</span>').format(
        source.tag, source.direction, word
    )


def make_in_both(translate: Callable[..., Markup]) -> Callable[..., Markup]:
    """Return a function that templates call: a word of the page in both languages."""

    def translate_beside(text: str, note: str = "") -> Markup:
        del note
        own, word = translate(text), in_source(text)
        if own.striptags() == word.striptags():
            return own
        return Markup('{} <span class="dot">·</span> {}').format(own, word)

    return translate_beside


def trace(text: Markup, number: int | None) -> Markup:
    """Return a text in an element that says its number; the text itself where it has none."""
    if number is None:
        return text
    return Markup('<span class="{}{}">{}</span>').format(TRACE, number, text)


def trace_of(text: Markup) -> str:
    """Return the class that says the number of a traced text; nothing where it is not traced."""
    found = TRACED.match(text)
    return found[1] if found else ""


def trace_as(text: Markup, traced: Markup) -> Markup:
    """Return a text that stands for another one, traced as that is."""
    name = trace_of(traced)
    return Markup('<span class="{}">{}</span>').format(name, text) if name else text


def fill_in(text: Markup, **values: object) -> Markup:
    """Put values into the placeholders of a translated text."""
    for name, value in values.items():
        text = Markup(str(text).replace(f"{{{name}}}", str(escape(value))))
    return text


def join_numbers(text: Markup) -> Markup:
    """Bind the short word between two placeholders to both: no line parts "14 of 1,000"."""
    return Markup(BETWEEN_NUMBERS.sub("\\1\N{NO-BREAK SPACE}\\2\N{NO-BREAK SPACE}", str(text)))


def untranslated_mark(rendering: Rendering) -> Markup:
    """Return the attributes of an element whose text is still in the source language."""
    if not rendering.untranslated:
        return Markup("")
    source = source_language()
    return Markup(' lang="{}" dir="{}" class="untranslated"').format(source.tag, source.direction)
