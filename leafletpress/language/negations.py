"""Negations: the words that turn the meaning of a sentence, in each language that has a table.

The tables are hand-made from the grammar of each language. They are there to draw a reader's eye,
not to judge a text: they know no syntax, so they miss some negations and mark some words that are
none, and that is tolerable in highlighting. No text may be passed or refused by them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from leafletpress.language.language import Language

VOWEL_MARKS = "\u064b-\u065f\u0670\u0640"
"""What Arabic writes on its letters, and the stroke that stretches them: seldom, and anywhere."""

ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")


class Negation(NamedTuple):
    """Where a negation stands in a text: ``text[start:end]`` is the whole word, or words."""

    start: int
    end: int


def find_negations(text: str, language: Language) -> tuple[Negation, ...] | None:
    """Return the negations of a text in order, or None where the language has no table.

    None means "not known". It must never be shown as "no negation". A false find and a missed one
    are tolerable in highlighting, see above.
    """
    pattern = _pattern(language.locale.language)
    return tuple(_found(pattern, text)) if pattern else None


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Negation]:
    for found in pattern.finditer(text):
        if found.lastgroup == "negation":
            yield Negation(found.start("negation"), found.end("negation"))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Return what finds either a word that only looks like a negation, or a negation."""
    table = TABLES.get(language)
    if table is None:
        return None
    words, lookalikes = table
    start, end = rf"(?<![\w{VOWEL_MARKS}])", rf"(?![\w{VOWEL_MARKS}])"
    either = rf"{start}(?:{lookalikes or '(?!)'}|(?P<negation>{words})){end}"
    return re.compile(_with_marks(either), re.I | re.X)


def _with_marks(pattern: str) -> str:
    """Let vowel marks stand behind each Arabic letter, and Persian be typed on Arabic keys."""
    marked = ARABIC_LETTER.sub(rf"\g<0>[{VOWEL_MARKS}]*", pattern)
    return marked.replace("ی", "[یيى]").replace("ک", "[کك]")


ENGLISH = r"""
    not? | cannot | never | none | nothing | nobody | nowhere | neither | nor | without | unless
    | \w+n['’]t
"""

GERMAN = r"""
    nicht | nichts | kein\w* | nie | niemals | niemand\w* | nirgends | nirgendwo\w* | weder | ohne
    | nein
"""

FRENCH = r"""
    (?: ne\s | n['’] ) (?: [\w'’-]+\s ){0,3}? (?: pas | jamais | plus | rien | aucune? | personne )
    | ne | n['’]\w+ | pas | jamais | aucune? | sans | ni | rien | non | nul | nulle
"""
NO_FRENCH = r"pas\sà\spas | n['’]importe"

SPANISH = r"""
    no | nunca | jamás | nada | nadie | ningún | ningun[oa]s? | sin | ni | tampoco
"""

ITALIAN = r"""
    non | mai | senza | nessun\w* | niente | nulla | né | neanche | nemmeno | neppure
"""

PORTUGUESE = r"""
    não | nunca | jamais | nada | ninguém | nenhum(?:a|as)? | nenhuns | sem | nem | tampouco
"""

DUTCH = r"""
    niet | niets | geen | nooit | nergens | niemand | zonder | noch | nee
"""

POLISH = r"""
    nie | bez | beze | ani | nigdy | nigdzie | nikt | nikogo | nikomu | nikim | nic | niczego
    | niczemu | niczym | żaden | żadn\w+
"""

RUSSIAN = r"""
    не | нет | ни | без | безо | нельзя | никогда | никто | никого | никому | никем | ничто
    | ничего | ничему | ничем | нигде | никуда | никак | никак(?:ой|ая|ое|ие|ого|ому|им|их|ую)
"""

UKRAINIAN = r"""
    не | ні | немає | нема | без | ніколи | ніхто | нікого | нікому | ніким | ніщо | нічого
    | нічому | нічим | ніде | нікуди | ніяк | жод(?:ен|на|не|ні|ного|ної|ному|ним|них|ну)
"""

TURKISH = r"""
    değil\w* | yok (?: tur | tu\w* | muş\w* | sa | ken | luğ\w+ | luk\w* )? | hiç | hiçbir\w*
    | asla | sakın | kimse (?: nin | ye | yi | den | de )? | hayır | ne\sde
    | \w+ (?: maksızın | meksizin )
    | \w+ (?: mama | meme ) \w*                         # -memek, -memeniz, -memeli
    | \w+ m[ae]d[ae]n                                   # -meden: without
    | \w+ m[ae]z (?: s[ae]\w* | s[ıi]n\w* | l[ae]r\w* | ken | d[ıi]\w* )?          # -mez
    | \w+ m[ıiuü]yor\w*                                 # -miyor
    | \w+ m[ae]d[ıi] (?: [ğkmn]\w* | l[ae]r | ys[ae]\w* )?                         # -medi, -mediği
    | \w+ m[ae]m[ıi]ş\w*                                # -memiş
    | \w+ m[ae]y (?: [ae]c[ae][ğk]\w* | [ae]bil\w* | [ae]l[ıi]m | [ae]n\w*
        | [ıi]n | [ıi]n[ıi]z | [ıi]nc[ae] | [ıi]p | [ıi]z | [ae]r[ae]k )           # -meyin, -meyen
    | \w+ m[ae]s[ıi]n (?: l[ae]r )?                     # -mesin: let it not
    | \w+ m[ae]s[ae] (?: [mk] | n | n[ıi]z | l[ae]r )?  # -mese: if it does not
    | \w{2,} s[ıiuü]z (?: c[ae] | d[ıiuü]r )?           # -siz: without a thing
"""
"""A bare -me is left out: it is the name of an action far more often than an order not to act."""

NO_TURKISH = r"""
    yok (?= \s (?: et | ed ) )                              # yok etmek: to destroy
    | \w+ [ıiuü]p\s \w+ m[ae] (?: d[ıi]ğ | y[ae]c[ae]ğ ) \w*   # olup olmadığı: whether
    | \w+ m[ae]d[ae]n\s (?: önce | evvel ) \w*               # -meden önce: before
    | (?: em | göm | um | yum ) [ıiuü]yor\w* | komedi | namaz | biraz
    | tamam\w* | hamama | (?: rahat | mut | huzur | son | güç ) s[ıiuü]z\w* | hırsız | yalnız
"""

ARABIC = r"""
    (?:و|ف)? (?: لا | لم | لن | ألا | لئلا | بلا | ليس(?:ت|وا|ا|تا)? | لست(?:م|ما)? | لسنا
        | (?:ب|ل)?غير | بدون | دون | (?:ب|ل)?عدم | أبدا )
"""

PERSIAN = r"""
    نه | هیچ | هیچ\u200c?(?:کس|گاه|یک|گونه) | هرگز | بدون | غیر | عدم | نیست\w* | نبا(?:ید|ش\w*)
    | نمی[\u200c ]?\w+ | نیایید | نیاید | نیامد\w*
    | ن (?: کن | کرد | شو | شد | خور | خورد | ده | داد | گیر | گرفت | بر | دار | داشت | بود
        | توان | توانست | خواه | خواست | رو | رفت | گذار | گذاشت | دان | دانست | بین | دید | زن
        | ریز | ریخت | نوش | نویس | مان | ساز | کش | کشید | پذیر | یافت | گو | گفت )
        (?: م | ی | د | یم | ید | ند | ه\u200c\w+ | ه )?
"""
"""بی is left out: the everyday word بی‌حسی, numbness, begins with it."""

HEBREW = r"""
    (?: [ושהכ]{0,2} (?: לא | אין | ללא | בלי | מבלי | אינ(?:ו|ה|ם|ן|ך|כם|כן|ני|נו) ) )
    | ו?אל(?=\sת) | אסור | אף | כלום | מעולם
"""
"""אל is "do not" before a verb in the second person, which begins with ת, and "to" elsewhere."""

TABLES: dict[str, tuple[str, str]] = {
    "ar": (ARABIC, ""),
    "de": (GERMAN, ""),
    "en": (ENGLISH, ""),
    "es": (SPANISH, ""),
    "fa": (PERSIAN, ""),
    "fr": (FRENCH, NO_FRENCH),
    "he": (HEBREW, ""),
    "it": (ITALIAN, ""),
    "nl": (DUTCH, ""),
    "pl": (POLISH, ""),
    "pt": (PORTUGUESE, ""),
    "ru": (RUSSIAN, ""),
    "tr": (TURKISH, NO_TURKISH),
    "uk": (UKRAINIAN, ""),
}
"""By ISO 639 code: what negates, and what only looks so. A language with no entry is not known."""
