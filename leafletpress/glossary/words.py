"""Words as they are compared: in one spelling, and by their stems, because languages inflect."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from leafletpress.language import Language

WHOLE_WORD = "."
"""A stem that ends with it is a whole word."""

WITHIN = "-"
"""A stem that begins with it may stand within a longer word: ``Blutstammzellen``."""

TURKISH = {"tr", "az"}
DOTTED = str.maketrans({"İ": "i", "I": "ı"})
SOFTENED = {"k": "ğg", "p": "b", "ç": "c", "t": "d"}
"""The last letter of a Turkish stem before a vowel: kısırlık, kısırlığı."""

UMLAUTS = {"de"}
"""Languages whose stems change a vowel: Schub, Schübe."""

ONE_LETTER = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("يى", "ی"),
        "ك": "ک",
        **dict.fromkeys("ةۀ", "ه"),
        **dict.fromkeys(map(chr, (*range(0x64B, 0x656), 0x670)), ""),  # vowel signs
        "\u0640": "",  # tatweel only stretches a word
        "\u0901": "\u0902",  # chandrabindu and anusvara
        "\u093c": "",  # nukta, which many leave out
        "\u09bc": "",
    }
)
"""Letters and signs that people type in several ways in the Arabic script, Hindi and Bengali."""

PREFIXES = {
    "ar": tuple(
        "".join(parts)
        for parts in itertools.product(
            ("", "و", "ف"), ("", "ال", "بال", "کال", "لل", "ب", "ل", "ک", "س")
        )
    ),
    "he": tuple("".join(parts) for parts in itertools.product(("", "ו"), ("", "ש", "כש"),
                                                              ("", "ה", "ב", "ל", "כ", "מ"))),
}  # fmt: skip
"""What is written in one with the next word: and, the, with, for, as."""

PLURAL_APART = {"fa": "ها"}
"""An ending that some write as a word of its own: ``سلول های``."""

RUNNING_SCRIPTS = {"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"}
"""Scripts that set no spaces between words; a stem may begin anywhere."""


class _Table(dict[int, str]):
    """For `str.translate`: each character of some categories (Unicode, chapter 4.5) as another."""

    def __init__(self, is_other: Callable[[str], bool], other: str) -> None:
        self.is_other, self.other = is_other, other

    def __missing__(self, code: int) -> str:
        self[code] = self.other if self.is_other(unicodedata.category(chr(code))) else chr(code)
        return self[code]


WITHOUT_FORMAT = _Table(lambda category: category == "Cf", "")
WITHOUT_ACCENTS = _Table(lambda category: category == "Mn", "")
WORDS_ONLY = _Table(lambda category: category[0] not in "LMN", " ")


def contains(text: str, stem: str, language: Language) -> bool:
    """Tell whether a text has a word, or several in a row, that begin with the words of `stem`.

    Capitals, invisible characters and what people spell in several ways do not matter.
    """
    return bool(stem_pattern(stem, language).search(folded(text, language)))


def joined(texts: Iterable[str], language: Language) -> str:
    """Return texts as `found_in` wants them: to be looked through at once, each by itself."""
    return "\n".join(folded(text, language) for text in texts)


def found_in(joined_texts: str, stem: str, language: Language) -> bool:
    """Tell whether one of the texts contains a stem."""
    # Each line ends with a gap, so that no match goes on in the next.
    return bool(stem_pattern(stem, language).search(joined_texts))


@lru_cache(maxsize=512)
def split_words(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of a text, each as it is compared; hyphens and apostrophes part words."""
    letters = _fold(text, language).translate(WORDS_ONLY)
    return tuple(_with_endings(letters.split(), language))


@lru_cache(maxsize=512)
def folded(text: str, language: Language) -> str:
    """Return a text as `stem_pattern` is looked for in it: its words with a space around each, in
    some scripts without any."""
    gap = _gap(language)
    return gap + gap.join(split_words(text, language)) + gap


@lru_cache(maxsize=4096)
def stem_pattern(stem: str, language: Language) -> re.Pattern[str]:
    """Return what finds a stem in a `folded` text: each of its words may go on, but the last of a
    whole."""
    bare = stem.strip()
    words = split_words(bare.removeprefix(WITHIN).removesuffix(WHOLE_WORD), language)
    if not words:
        return re.compile("(?!)")
    gap = _gap(language)
    begin = "" if bare.startswith(WITHIN) else gap
    *inner, last = [_prefixes(language) + _forms(word, language) for word in words]
    if bare.endswith(WHOLE_WORD):
        last = _prefixes(language) + re.escape(words[-1]) + gap
    return re.compile(begin + f"[^ ]*{gap}".join([*inner, last]) if gap else "".join(words))


def _gap(language: Language) -> str:
    return "" if language.script in RUNNING_SCRIPTS else " "


def _prefixes(language: Language) -> str:
    prefixes = PREFIXES.get(language.locale.language, ())
    return f"(?:{'|'.join(prefixes)})" if prefixes else ""


def _forms(word: str, language: Language) -> str:
    """Return a word as a pattern, with the letters that its last one may become."""
    if language.locale.language not in TURKISH:
        return re.escape(word)
    return f"{re.escape(word[:-1])}[{word[-1]}{SOFTENED.get(word[-1], '')}]"


def _fold(text: str, language: Language) -> str:
    tag = language.locale.language
    text = unicodedata.normalize("NFKC", text)  # letters copied from a PDF may be joined shapes
    text = text.translate(WITHOUT_FORMAT)
    if tag in TURKISH:
        text = text.replace("i\u0307", "i").translate(DOTTED)
    text = text.casefold()
    if tag in UMLAUTS:
        text = unicodedata.normalize("NFD", text).translate(WITHOUT_ACCENTS)
    return text.translate(ONE_LETTER)


def _with_endings(words: list[str], language: Language) -> Iterator[str]:
    ending = PLURAL_APART.get(language.locale.language)
    held = ""
    for word in words:
        if ending and held and word.startswith(ending):
            held += word
            continue
        if held:
            yield held
        held = word
    if held:
        yield held
