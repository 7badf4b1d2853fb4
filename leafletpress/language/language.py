"""A language: its tag, its names, its direction, its script, its fonts, its numbers.

All facts come from CLDR through Babel; only the scale of the type is our own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from leafletpress.language.scripts import (
    BREAKS_ANYWHERE,
    HANDS,
    LATIN_FAMILY,
    LINE_HEIGHTS,
    SCRIPT_FAMILIES,
    SYMBOL_FAMILY,
    TYPE_SCALES,
    USUAL_LINE_HEIGHT,
    Hand,
)

SOURCE_TAG = "en"

TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?:[a-z]{2}|\d{3}))?", re.I
)
"""Language, script and region: what a folder's name may hold."""

THIN_SPACES = {"\u2009", "\u202f"}
"""They group digits in every language (SI brochure, section 5.4.4)."""

APOSTROPHES = {"'", "\u2019"}
"""Swiss languages group by either: CLDR had the round one, and has the straight one since 48."""

GROUPED_BEFORE = {"fr_CH": "\u202f", "gl": ".", "nso": "\u00a0", "rm": "\u2019"}
"""Signs that CLDR named until 47, and that people go on writing: ``1.500`` in Galician."""

MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""Scripts as gettext writes them behind a language: ``sr@latin``."""

NO_LANGUAGE = {"C", "POSIX"}
"""What programs write where nobody has chosen a language; Babel takes it for American English."""

SAME_LANGUAGE = {"no": "nb"}
"""Codes that catalogs use for a language which CLDR calls otherwise, and Babel leaves as it is."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language as the press needs it. Make one with `parse_language`.

    A pseudo-locale has a tag of its own; its numbers, dates and units are those of `locale`.
    """

    locale: Locale
    pseudo_tag: str = ""

    @property
    def is_pseudo(self) -> bool:
        """Whether nobody speaks it: it is there to test the page."""
        return bool(self.pseudo_tag)

    @property
    def tag(self) -> str:
        """The BCP 47 tag, as HTML and PDF want it and people type it: ``pt-BR``."""
        return self.pseudo_tag or str(self.locale).replace("_", "-")

    @property
    def folder(self) -> str:
        """The folder below ``locales``: ``pt_BR``."""
        return self.pseudo_tag or str(self.locale)

    @property
    def own_name(self) -> str:
        """The language's name for itself, ready to stand at the head of a line."""
        if self.is_pseudo:
            return self.tag
        name = self.locale.get_display_name(self.locale) or self.english_name
        return name[0].upper() + name[1:]

    @property
    def english_name(self) -> str:
        """The name for staff who cannot read the language."""
        if self.is_pseudo:
            return "test of the page, no language"
        return self.locale.get_display_name(SOURCE_TAG) or self.tag

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.locale.text_direction

    @property
    def script(self) -> str:
        """The script (ISO 15924), guessed by CLDR where the tag does not say it."""
        return self.locale.script or _likely_script(self.locale)

    @property
    def date_locale(self) -> Locale:
        """The locale that dates are written in: the source text is British English."""
        return Locale("en", "GB") if self.is_source else self.locale

    @property
    def is_source(self) -> bool:
        """Whether leaflets are written in this language."""
        return self.tag == SOURCE_TAG

    @property
    def families(self) -> tuple[str, ...]:
        """The font families of a page, the language's own first.

        A family is missing from the tuple where no font for the script is known;
        the check for missing glyphs then names the characters.
        """
        own = SCRIPT_FAMILIES.get(self.script, LATIN_FAMILY)
        hand = (self.hand.family,) if self.hand else ()
        return tuple(dict.fromkeys((*hand, own, LATIN_FAMILY, SYMBOL_FAMILY)))

    @property
    def hand(self) -> Hand | None:
        """How the language is written where the user supplies a font for it."""
        return HANDS.get(self.locale.language)

    @property
    def type_scale(self) -> float:
        """How much larger than Latin the script is set, to be read as easily."""
        return TYPE_SCALES.get(self.script, 1.0)

    @property
    def line_height(self) -> float:
        """The distance of lines, as a multiple of the type size."""
        return LINE_HEIGHTS.get(self.script, USUAL_LINE_HEIGHT)

    @property
    def breaks_anywhere(self) -> bool:
        """Whether a word that is longer than its line may be broken anywhere."""
        return self.script in BREAKS_ANYWHERE

    @property
    def decimal_signs(self) -> str:
        """The characters that part whole and fraction."""
        return _number_signs(self.locale, "decimal")

    @property
    def grouping_signs(self) -> str:
        """The characters that part groups of three digits, spaces included."""
        return _number_signs(self.locale, "group")

    @property
    def group_sizes(self) -> tuple[int, int]:
        """How many digits the last group has, and how many those before it: 1,00,000 in Hindi."""
        sizes: tuple[int, int] = self.locale.decimal_formats[None].grouping
        return sizes

    @property
    def plural_forms(self) -> str:
        """The ``Plural-Forms`` header that gettext writes for this language."""
        from babel.messages.plurals import get_plural

        return str(get_plural(self.locale).plural_forms)


def parse_language(text: str) -> Language:
    """Return the language a person typed or a folder names.

    ``tr``, ``pt-BR``, ``pt_BR`` and ``zh-Hans`` are understood.

    Raises:
        ValueError: CLDR does not know the language; the message says what was typed.
    """
    wrong = f'"{text}" is no language tag'
    parts = TAG.fullmatch(text)
    if not parts or parts["language"].lower() == "und":
        raise ValueError(wrong)
    try:
        language = Language(Locale.parse(text.replace("-", "_")))
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise ValueError(wrong) from error
    # Where CLDR has nothing for a script, Babel falls back to the language in another one.
    if parts["script"] and parts["script"].title() != language.script:
        raise ValueError(f'"{text}" is no language that CLDR knows in this script')
    return language


def names_another(tag: str, language: Language) -> bool:
    """Tell whether what a catalog calls its language is surely another one.

    Catalogs say it in many ways: ``pt`` for ``pt_BR``, ``zh_CN`` for ``zh_Hans``, ``sr@latin``,
    ``tr_TR.UTF-8``. What is empty, or no tag, says nothing.
    """
    name, _, modifier = tag.strip().partition("@")
    if name.partition(".")[0] in NO_LANGUAGE:
        return False
    try:
        locale = Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    own = language.locale
    regions = {locale.territory, own.territory} - {None}
    script = MODIFIERS.get(modifier.casefold()) or Language(locale).script
    codes = {SAME_LANGUAGE.get(code, code) for code in (locale.language, own.language)}
    return len(codes) > 1 or len(regions) > 1 or script != language.script


def pseudo_languages() -> tuple[Language, ...]:
    """Return the pseudo-locales: one with accents, one from right to left.

    Their tags are the ones that Windows has for such locales, of the private ``qps`` of ISO 639.
    Māori and Hebrew lend them dates and units, because they write numbers as English does and
    share hardly a word with it.
    """
    return Language(Locale("mi"), "qps-ploc"), Language(Locale("he"), "qps-plocm")


@cache
def source_language() -> Language:
    """Return the language that leaflets are written in."""
    return parse_language(SOURCE_TAG)


@cache
def _number_signs(locale: Locale, name: str) -> str:
    symbols: Any = locale.number_symbols
    systems = {"latn", "arab", "arabext", locale.default_numbering_system}
    found = {symbols.get(system, {}).get(name) for system in systems}
    if not symbols.get("latn", {}).get(name):  # e.g. Bengali inherits the root's signs
        found.add({"decimal": ".", "group": ","}[name])
    if name == "group":
        found |= {GROUPED_BEFORE.get(str(locale)), GROUPED_BEFORE.get(locale.language)}
    signs = {sign for sign in found if sign}
    if name == "group":
        signs |= THIN_SPACES
        if signs & APOSTROPHES:
            signs |= APOSTROPHES
        if signs & {"\u00a0", "\u202f"} - THIN_SPACES or "\u202f" in found:
            signs |= {" ", "\u00a0"}  # people type the space that their keyboard has
    return "".join(sorted(signs))


@cache
def _likely_script(locale: Locale) -> str:
    likely: Mapping[str, str] = get_global("likely_subtags")
    for key in (f"{locale.language}_{locale.territory}", locale.language):
        for part in likely.get(key, "").split("_")[1:]:
            if len(part) == 4:
                return part
    return "Latn"
