"""Catalogs of the shapes that real ones have, made of invented words; the same in every run.

The shapes were counted in six translations of a book about software, 24,000 messages: 11 % of them
fuzzy, 10 % obsolete, 35 % without a translation, a text of 4,671 characters and 179 lines among
texts of 54; up to a dozen places for one message; code, quotes, joiners and marks of direction;
long lines wrapped. Contexts, plural forms, earlier texts and notes are those of programs.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from leafletpress.catalog import Message
from leafletpress.catalog.header import ORDER
from tests.support.catalog_layouts import LAYOUTS, Layout, lay_out

LONGEST = 9_900
"""The characters of the longest text: nearly what the reader takes."""

SYLLABLES = {
    "tr": ["ağ", "dı", "ör", "şe", "kıl", "gün", "İs", "çu", "la", "mak", "yü", "ten"],
    "ar": ["سل", "ما", "كتا", "بِ", "ون", "قُر", "طف", "ال", "ذي", "ر٣", "ضو", "ح،"],
    "fa": [
        "می\u200c",
        "های\u200c",
        "گر",
        "دا",
        "ست\u200c",
        "پژ",
        "که",
        "\u200fنو",
        "ی",
        "چ۴",
        "خوا",
        "ند",
    ],
    "ja": ["と", "は", "文", "語", "の", "カタ", "ー", "ナ読", "む、", "。", "ひ", "本"],
    "en": ["tor", "vel", "min", "sa", "quo", "ber", "lin", "pra", "ed", "is", "no", "ment"],
}
"""What words are made of, by language."""

ODD = (
    '"quoted"', "\\", "a\\nb", "\t", "\u00a0", "%", "%d", "{name}", "**so**", "<b>", "`a \\ b`",
    "🦀", "é", "\u200d", "\u200e", "\u2067x\u2069", "[a](#b)", "#", "~", "|", "msgid",
)  # fmt: skip

PLURALS = {
    "ar": (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
    "tr": (2, "n != 1"),
    "fa": (2, "n > 1"),
    "ja": (1, "0"),
}
"""How many plural forms a language has, and which one a number takes."""

FLAGS = ("c-format", "python-brace-format", "no-wrap")


@dataclass(frozen=True)
class Made:
    """A catalog with what must be read in it: the header, and the messages in their order."""

    header: Message
    messages: tuple[Message, ...]
    text: bytes


def _made(kind: str, tag: str, layout: Layout, count: int) -> Made:
    """Return a catalog of `count` messages: a "book", or a "program" with contexts and plurals."""
    chance = random.Random(f"{kind} {tag} {count}")
    found: dict[object, Message] = {}
    while len(found) < count:
        message = _book_message(chance, tag) if kind == "book" else _message(chance, tag)
        found.setdefault(message.key, message)
    messages = sorted(found.values(), key=lambda message: message.obsolete)
    if not layout.obsolete_last:
        chance.shuffle(messages)
    if kind == "book":
        messages[0] = replace(messages[0], msgid=_code(chance, LONGEST), msgstrs=("",), flags=())
    header = _header(kind, tag)
    return Made(header, tuple(messages), lay_out((header, *messages), layout))


def _header(kind: str, tag: str) -> Message:
    """Return a header: of a program with every field there is, in the order of no rule."""
    fields = dict.fromkeys(ORDER, "") | {
        "Project-Id-Version": f"A {kind} 🦀",
        "POT-Creation-Date": "2024-11-23T04:33:49+03:30",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals={}; plural=({});".format(*PLURALS[tag]),
    }
    if kind == "book":
        return Message("", (_lines_of(fields),))
    fields |= {
        "Report-Msgid-Bugs-To": "nobody@example.org",
        "PO-Revision-Date": "2024-10-17 00:33+0330",
        "Last-Translator": "Ayşe Kaya <ayse@example.org>",
        "Language-Team": "Nobody <team@example.org>",
        "X-Generator": "Poedit 3.8",
        "X-Poedit-SearchPath-0": ".",
        "X-Poedit-KeywordsList": "_;gettext:1,2",
        "X-Crowdin-File": "/main/a: b.pot",
    }
    mixed = dict(sorted(fields.items(), key=lambda field: field[1]))
    notes = ("The words of a program.", "", "Nobody <nobody@example.org>, 2024.")
    return Message("", (_lines_of(mixed),), comments=notes, flags=("fuzzy",))


def _lines_of(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _book_message(chance: random.Random, tag: str) -> Message:
    code = chance.random() < 0.01
    msgid = _code(chance, chance.randint(200, 4_700)) if code else _words(chance, "en")
    translated = chance.random() > 0.35
    msgstr = (msgid if chance.random() < 0.15 else _words(chance, tag)) if translated else ""
    if msgid.endswith("\n") and msgstr:
        msgstr = msgstr.rstrip("\n") + "\n"
    obsolete = bool(msgstr) and chance.random() < 0.15  # msgmerge takes its places away
    return Message(
        msgid,
        (msgstr,),
        flags=("fuzzy",) if msgstr and chance.random() < 0.17 else (),
        comments=("One word to the next reader.",) if chance.random() < 0.002 else (),
        extracted=("A word for translators",) if chance.random() < 0.005 else (),
        references=() if obsolete else tuple(_references(chance)),
        obsolete=obsolete,
    )


def _message(chance: random.Random, tag: str) -> Message:
    """Return a message as programs have them: most of what an entry can hold, each at times."""
    base = _book_message(chance, tag)
    plural = chance.random() < 0.2
    count = PLURALS[tag][0] if plural else 1
    forms = [_words(chance, tag) if base.msgstr else "" for _ in range(count)]
    previous = bool(base.flags) and chance.random() < 0.7
    return replace(
        base,
        msgstrs=tuple(forms) if plural else base.msgstrs,
        context=_words(chance, "en") if chance.random() < 0.3 else None,
        plural=_words(chance, "en") if plural else None,
        flags=base.flags + tuple(flag for flag in FLAGS if chance.random() < 0.05),
        comments=tuple(_notes(chance)),
        extracted=tuple(_notes(chance)),
        references=base.references if chance.random() < 0.9 else (),
        previous_context=_words(chance, "en") if previous and chance.random() < 0.4 else None,
        previous_msgid=_words(chance, "en") if previous else None,
        previous_plural=_words(chance, "en") if previous and plural else None,
    )


def _notes(chance: random.Random) -> Iterator[str]:
    """Yield the lines of a note: none mostly, or a few, one of them empty or long."""
    for _ in range(chance.choice((0, 0, 0, 1, 1, 3))):
        yield chance.choice(("", "TRANSLATORS: keep it short", _line(chance, "tr", 40)))


def _words(chance: random.Random, tag: str) -> str:
    """Return a text of 54 characters or so, rarely of some hundreds or of two lines."""
    length = chance.choice((1, 2, 4, 6, 8, 8, 9, 10, 14, 20))
    text = _line(chance, tag, length * (1 if chance.random() < 0.95 else 5))
    if chance.random() < 0.1:
        text += "\n" + _line(chance, tag, 5)
    return text + "\n" if chance.random() < 0.08 else text


def _line(chance: random.Random, tag: str, length: int) -> str:
    odd = [chance.choice(ODD)] if chance.random() < 0.3 else []
    words = ["".join(chance.choices(SYLLABLES[tag], k=chance.randint(1, 4))) for _ in range(length)]
    words[1:1] = odd
    return ("" if tag == "ja" else " ").join(words).strip()


def _code(chance: random.Random, length: int) -> str:
    """Return lines of a program, as a book about software quotes them."""
    text = "```rust,editable\n"
    while len(text) < length - 40:
        text += f'{" " * chance.choice((0, 4, 8))}say("{chance.randint(0, 999)}\\n"); // tor 🦀\n'
    return text + "```"


def _references(chance: random.Random) -> Iterator[str]:
    """Yield the places of a message: with a line or without, one mostly, at times a dozen."""
    count = chance.choice((1,) * 85 + (2, 3, 4, 5) * 3 + (12, 14, 20))
    for number in sorted(chance.sample(range(1, 2_000), count)):
        path = f"src/{chance.choice(SYLLABLES['en'])}-{number}.md"
        yield path if chance.random() < 0.6 else f"{path}:{number}"


KINDS: dict[str, tuple[str, str, Layout, int]] = {
    "book-fa": ("book", "fa", LAYOUTS["wrapped"], 3_000),
    "book-ja": ("book", "ja", LAYOUTS["unwrapped"], 1_000),
    "empty": ("program", "tr", LAYOUTS["wrapped"], 0),
    **{f"program-{tag}": ("program", tag, LAYOUTS["wrapped"], 300) for tag in PLURALS},
    **{f"program-ar-{name}": ("program", "ar", LAYOUTS[name], 300) for name in LAYOUTS},
}


@cache
def make(name: str) -> Made:
    """Return the catalog of a kind."""
    return _made(*KINDS[name])
