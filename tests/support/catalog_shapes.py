"""Which shapes a catalog has: what its messages hold, and how its lines are laid out."""

import re
from collections.abc import Iterator
from itertools import groupby

from leafletpress.catalog import Catalog, Message, header_fields

SIGNS = {
    "a quote": '"', "a backslash": r"\\", "a tab": "\t", "a no-break space": "\u00a0",
    "a joiner": "[\u200c\u200d]", "a mark of direction": "[\u200e\u200f\u2066-\u2069]",
    "a percent sign": "%", "braces": r"\{", "a tag": "<[a-z]", "code": "```",
    "an emoji": "[\U0001f300-\U0001faff]", "a line end": "\n", "right to left": "[\u0600-\u06ff]",
    "no spaces": "[\u3040-\u30ff\u4e00-\u9fff]{20}",
}  # fmt: skip

LINE = re.compile(r'#~\|?|#[.:,|]|#|msgctxt|msgid_plural|msgid|msgstr\[\d+\]|msgstr|"')


def shapes_of(data: bytes, catalog: Catalog) -> set[str]:
    """Return the names of the shapes of a file and of what was read from it."""
    text = data.decode("utf-8-sig")
    found = {f"header: {name}" for name in header_fields(catalog.header)}
    found |= {name for message in catalog.messages for name in _of_message(message)}
    found |= {f"order: {order}" for order in _orders(text.replace("\r\n", "\n"))}
    found |= {f"text with {name}" for name, sign in SIGNS.items() if _anywhere(sign, catalog)}
    found |= {"CRLF"} if "\r\n" in text else set()
    found |= {"BOM"} if data.startswith(b"\xef\xbb\xbf") else set()
    found |= {"thousands of messages"} if len(catalog.messages) > 2_000 else set()
    return found


def _anywhere(sign: str, catalog: Catalog) -> bool:
    texts = (text for m in catalog.messages for text in (m.msgid, *m.msgstrs))
    return any(re.search(sign, text) for text in texts)


def _of_message(message: Message) -> Iterator[str]:
    """Yield the shapes of a message, each where it has it."""
    longest = max(map(len, (message.msgid, *message.msgstrs)))
    has = {
        "context": message.context,
        f"{len(message.msgstrs)} plural forms": message.plural,
        "fuzzy": message.is_fuzzy,
        "flag": set(message.flags) - {"fuzzy"},
        "note of a translator": message.comments,
        "note of several lines": len(message.comments) > 1,
        "note for translators": message.extracted,
        "place": message.references,
        "place with a line": any(":" in place for place in message.references),
        "a dozen places": len(message.references) > 11,
        "obsolete": message.obsolete,
        "earlier text": message.previous_msgid,
        "earlier context": message.previous_context,
        "earlier plural": message.previous_plural,
        "untranslated": not any(message.msgstrs),
        "copy of the source": message.msgstr == message.msgid,
        "thousands of characters": longest > 4_600,
        "hundreds of lines": message.msgid.count("\n") > 150,
        "line end that only one side has": message.msgstr
        and message.msgstr.endswith("\n") != message.msgid.endswith("\n"),
    }
    yield from (name for name, value in has.items() if value)


def _orders(text: str) -> Iterator[str]:
    """Yield the kinds of lines of each entry, in their order."""
    for entry in re.split(r"\n\n+", text):
        marks = (match[0] for line in entry.split("\n") if (match := LINE.match(line)))
        yield " ".join(mark for mark, _ in groupby(marks))
