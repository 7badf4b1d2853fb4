"""How programs lay out the lines of a catalog: nothing of this changes what the catalog says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafletpress.catalog import Message


@dataclass(frozen=True)
class Layout:
    """Width and ends of its lines, what stands between entries, the order of notes."""

    width: int | None = None
    line_end: str = "\n"
    mark: bytes = b""
    between: str = "\n"
    order: str = "comments extracted references flags previous"
    flags_apart: bool = False
    obsolete_last: bool = True


LAYOUTS = {
    "wrapped": Layout(width=79),
    "unwrapped": Layout(),
    "windows": Layout(width=79, line_end="\r\n", mark=b"\xef\xbb\xbf"),
    "dense": Layout(between=""),
    "apart": Layout(width=40, between="\n\n\n", flags_apart=True),
    "disordered": Layout(order="flags references extracted comments previous", obsolete_last=False),
}


def lay_out(messages: Sequence[Message], layout: Layout) -> bytes:
    """Return the file of a catalog whose first message is its header."""
    entries = ("".join(f"{line}\n" for line in _entry(m, layout)) for m in messages)
    text = layout.between.join(entries)
    return layout.mark + text.replace("\n", layout.line_end).encode()


def _entry(message: Message, layout: Layout) -> Iterator[str]:
    """Yield the lines of an entry, its notes in the order of the layout."""
    marked = "#~" if message.obsolete else ""
    old = {
        "msgctxt": message.previous_context,
        "msgid": message.previous_msgid,
        "msgid_plural": message.previous_plural,
    }
    notes = {
        "comments": [f"# {text}".rstrip(" ") for text in message.comments],
        "extracted": [f"#. {text}".rstrip(" ") for text in message.extracted],
        "references": [f"#: {' '.join(each)}" for each in _rows(message.references)],
        "flags": [f"#, {flag}" for flag in message.flags]
        if layout.flags_apart
        else [f"#, {', '.join(message.flags)}"][: len(message.flags)],
        "previous": list(_texts(f"{marked}| " if marked else "#| ", old, layout)),
    }
    for name in layout.order.split():
        yield from notes[name]
    new = {
        "msgctxt": message.context,
        "msgid": message.msgid,
        "msgid_plural": message.plural,
    }
    forms = {f"msgstr[{n}]": text for n, text in enumerate(message.msgstrs)}
    forms = {"msgstr": message.msgstr} if message.plural is None else forms
    yield from _texts(f"{marked} " if marked else "", new | forms, layout)


def _rows(references: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the places that share a line: three or fewer."""
    for start in range(0, len(references), 3):
        yield references[start : start + 3]


def _texts(mark: str, texts: Mapping[str, str | None], layout: Layout) -> Iterator[str]:
    for keyword, text in texts.items():
        if text is not None:
            first, *rest = _pieces(text, layout.width)
            yield f'{mark}{keyword} "{first}"'
            yield from (f'{mark}"{piece}"' for piece in rest)


def _pieces(text: str, width: int | None) -> list[str]:
    """Return a text, escaped, in the pieces that stand on a line each."""
    pieces: list[str] = []
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        escaped = line
        for sign, spelling in (("\\", "\\\\"), ('"', '\\"'), ("\t", "\\t"), ("\n", "\\n")):
            escaped = escaped.replace(sign, spelling)
        pieces += [escaped] if width is None else _wrapped(escaped, width)
    return pieces if len(pieces) == 1 else ["", *pieces]


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the parts of a line: they end behind a space, or where a long word has no escape."""
    line = ""
    for word in text.replace(" ", " \0").split("\0"):
        for part in [word[i : i + width] for i in range(0, len(word), width)]:
            if line and (len(line) + len(part) > width) and not line.endswith("\\"):
                yield line
                line = ""
            line += part
    if line or not text:
        yield line
