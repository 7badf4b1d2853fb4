"""The texts of a catalog in their quotes: ``"a\\n"`` and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafletpress.problems import Fault

ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r",
    "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v",
}  # fmt: skip
MEANINGS = {escape[1]: character for character, escape in ESCAPES.items()}

CONTROLS = "abfrv"
"""Escapes of characters that no leaflet has a use for; a tab is only a space."""

TO_ESCAPES = str.maketrans(ESCAPES)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)", re.S)
PIECE = re.compile(r"[^\n]*\n|[^\n]+")


def quote(text: str) -> list[str]:
    """Return the text in quotes, in pieces that end where its lines end."""
    return [f'"{piece.translate(TO_ESCAPES)}"' for piece in PIECE.findall(text) or [""]]


def unquote(quoted: str) -> tuple[str, list[Fault]]:
    """Return the text that stands in the quotes, and what is wrong with it.

    A text with a fault is only good for reading on behind it.
    """
    found = STRING.fullmatch(quoted)
    if not found:
        mend = 'begin and end the text with ", and write \\" for a quote inside'
        return quoted, [Fault("unclosed-text", "the text is not closed by a quote", mend)]
    faults = list(_faults(found[1]))
    return ESCAPE.sub(lambda escape: _meaning(escape[1]), found[1]), faults


def _meaning(code: str) -> str:
    if code in MEANINGS:
        return MEANINGS[code]
    return chr(_number(code)) if _is_number(code) else ""


def _faults(text: str) -> Iterator[Fault]:
    for escape in ESCAPE.finditer(text):
        code = escape[1]
        if code in CONTROLS:
            what = f'"\\{code}" is a control character U+{ord(MEANINGS[code]):04X}'
            yield Fault("control-character", what, "remove it")
        elif code in MEANINGS:
            continue
        elif not _is_number(code):
            yield Fault("unknown-escape", f'"\\{code}" means nothing', "write \\\\ for a backslash")
        elif not 0x20 <= _number(code) < 0x7F:
            # gettext takes it for one byte of the file's charset.
            yield Fault(
                "numbered-escape",
                f'"\\{code}" stands for no character',
                "write the character itself",
            )
        else:  # msgfmt takes \065 for 5, and other programs for 065: see findings/
            what = f'programs disagree on "\\{code}"'
            yield Fault(
                "numbered-escape", what, f"write the character itself: {chr(_number(code))}"
            )


def _is_number(code: str) -> bool:
    return code[0] in "01234567" or (code[0] == "x" and len(code) > 1)


def _number(code: str) -> int:
    return int(code[1:], 16) if code[0] == "x" else int(code, 8)
