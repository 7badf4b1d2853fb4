"""Taking characters out of the translations in a catalog's file, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leafletpress.catalog.message import Catalog, Message
from leafletpress.catalog.reader import parse_catalog
from leafletpress.content import MessageKey

LINE_END = re.compile(r"\r\n|\r|\n")

Span = tuple[int, int]
"""Which msgstr of a message, and which of its characters."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What `cut_out` leaves of a file, and the line of each character that it took out."""

    data: bytes
    lines: Mapping[tuple[MessageKey, Span], int]


def cut_out(data: bytes, catalog: Catalog, places: Mapping[MessageKey, Sequence[Span]]) -> Cut:
    """Take characters out of the translations of a file.

    `catalog` is what was read from `data`. A character that a file writes with a backslash cannot
    be taken out.

    Raises:
        ValueError: the file would then say something else than its catalog without them.
    """
    text = data.decode()
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    gone: set[int] = set()
    lines: dict[tuple[MessageKey, Span], int] = {}
    for message in catalog.active:
        wanted = places.get(message.key, ())
        signs = {message.msgstrs[form][place] for form, place in wanted}
        in_file = list(_find(text, starts, message, signs)) if wanted else []
        in_texts = [
            (form, place)
            for form, msgstr in enumerate(message.msgstrs)
            for place, sign in enumerate(msgstr)
            if sign in signs
        ]
        for place, (offset, line) in zip(in_texts, in_file, strict=True):
            if place in wanted:
                gone.add(offset)
                lines[message.key, place] = line
    left = "".join(sign for offset, sign in enumerate(text) if offset not in gone)
    _compare(left, catalog, places)
    return Cut(left.encode(), lines)


def _find(
    text: str, starts: Sequence[int], message: Message, signs: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Yield where characters stand in the lines of a message's translation, and in which line."""
    first = message.line or 1
    for number in range(first, len(starts) + 1):
        start, end = starts[number - 1], [*starts, len(text)][number]
        line = text[start:end].lstrip(" \t")
        if number > first and not line.startswith(('"', "msgstr[")):
            return
        yield from ((i, number) for i in range(start, end) if text[i] in signs)


def _compare(left: str, catalog: Catalog, places: Mapping[MessageKey, Sequence[Span]]) -> None:
    bare = LINE_END.sub("\n", left.removeprefix("\ufeff"))
    wanted = tuple(_without(message, places) for message in catalog.messages)
    read = parse_catalog(bare, catalog.path)
    if (read.header, read.messages) != (catalog.header, wanted):
        raise ValueError("the file says something else without them")


def _without(message: Message, places: Mapping[MessageKey, Sequence[Span]]) -> Message:
    if message.obsolete or message.key not in places:
        return message
    gone = places[message.key]
    msgstrs = (
        "".join(sign for place, sign in enumerate(text) if (form, place) not in gone)
        for form, text in enumerate(message.msgstrs)
    )
    return replace(message, msgstrs=tuple(msgstrs))
