"""The words of a page's markup: its texts, and the attributes that are shown or said."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

SAID = frozenset(
    {
        "abbr", "alt", "aria-brailleroledescription", "aria-braillelabel", "aria-description",
        "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "content",
        "label", "placeholder", "srcdoc", "summary", "title", "value", "xlink:title",
    }
)  # fmt: skip
"""Attributes that are printed, said by a screen reader, or told of by the PDF."""

ADDRESSES = frozenset({"data", "href", "poster", "src", "srcset", "xlink:href"})

TECHNICAL = frozenset({"viewport", "generator", "robots", "dcterms.created", "dcterms.modified"})
"""Names of ``<meta>`` whose content is no text."""

UNCLOSED = re.compile(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
MOST_UNCLOSED = 50
"""So many tags, comments or the like may begin and not end before another begins. Python's parser
looks for the end of each to the end of the text: thousands would take it minutes."""

TEXT, STYLE, DECLARATIONS, ADDRESS = "text", "style", "declarations", "address"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of markup that says or shows something: what it is, and where it begins."""

    kind: str
    text: str
    offset: int


class _Reader(HTMLParser):
    """Collects the pieces of a page."""

    def __init__(self, said: Collection[str], markup: str) -> None:
        # Characters and references come as they stand, so that each has a place.
        super().__init__(convert_charrefs=False)
        self.said = said
        self.pieces: list[Piece] = []
        self.is_running = False
        self.starts = [0]
        for line in markup.split("\n")[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)

    @property
    def begin(self) -> int:
        """Where in the markup the parser stands."""
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.pieces.append(Piece(STYLE, data, self.begin))
        elif self.cdata_elem != "script":
            self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._add(html.unescape(f"&#{name};"))

    def unknown_decl(self, data: str) -> None:
        self._add(data.removeprefix("CDATA["))

    def _add(self, text: str) -> None:
        """Add a text, to the one right before it where no tag stands between the two."""
        if self.is_running:
            before = self.pieces.pop()
            self.pieces.append(Piece(TEXT, before.text + text, before.offset))
        else:
            self.pieces.append(Piece(TEXT, text, self.begin))
        self.is_running = True

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.is_running = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_running = False
        raw = self.get_starttag_text() or ""
        meta = dict(attrs) if tag == "meta" else {}
        for name, value in attrs:
            if value and (kind := self._kind(tag, name, meta)):
                at = max(raw.lower().find(name), 0)
                self.pieces.append(Piece(kind, value, self.begin + at))

    def _kind(self, tag: str, name: str, meta: dict[str, str | None]) -> str:
        if name == "style":
            return DECLARATIONS
        if name in ADDRESSES:
            return ADDRESS
        is_technical = (
            (tag == "li" and name == "value")
            or "http-equiv" in meta
            or (meta.get("name") or "").lower() in TECHNICAL
        )
        return TEXT if name in self.said and not is_technical else ""


def read_markup(markup: str, also_said: Collection[str] = ()) -> Iterator[Piece]:
    """Yield the pieces of a page that say or show something, in order.

    `also_said` are attributes that a style sheet prints. What a comment says reaches no page.

    Raises:
        ValueError: more than `MOST_UNCLOSED` tags are not closed.
    """
    if len(UNCLOSED.findall(markup)) > MOST_UNCLOSED:
        raise ValueError(f"more than {MOST_UNCLOSED} tags are not closed")
    reader = _Reader({*SAID, *also_said}, markup)
    reader.feed(markup)
    reader.close()
    yield from reader.pieces
