"""The outline of a TOML text: in which line each key, table and item stands.

`tomllib` says what a text holds and forgets where. The outline follows the lexical grammar of
TOML 1.0 (https://toml.io/en/v1.0.0), so that nothing inside a string is taken for a key. It looks
at each character once, and takes a malformed text as far as it goes: what is wrong with it,
`tomllib` says.
"""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress

Step = str | int
Steps = tuple[Step, ...]
"""The way to a value: ``("signoff", 1, "role")`` is the role of the second sign-off."""

DEEPEST = 20
"""So many brackets may be open at once, and so many names be joined by dots. The files of a
project need three; far beyond, reading takes minutes or the whole stack."""

LONGEST_NUMBER = 100
"""So many characters may stand in a row without quotes where a value does: Python refuses to read
integers of more than 4,300 digits, and no file of a project has one of more than four."""

TOKEN = re.compile(
    r"""
      (?P<string>
        \"{3} [^"\\]* (?: (?: \\. | "(?!"") ) [^"\\]* )* (?: \"{3,5} )?
      | '{3} [^']* (?: '(?!'') [^']* )* (?: '{3,5} )?
      | " [^"\\\n]* (?: \\[^\n] [^"\\\n]* )* "?
      | ' [^'\n]* '?
      )
    | (?P<bare> [^\s\[\]{}=,.#"']+ )
    | (?P<end> \n )
    | (?P<mark> [\[\]{}=,.] )
    | [^\S\n]+ | \#[^\n]*
    """,
    re.X | re.S,
)


class Outline:
    """Where everything stands in a TOML text; lines count from 1.

    `fault` is the line and a word on what no reader should try to read, None where there is
    nothing of that kind.
    """

    def __init__(self, text: str) -> None:
        self.lines: dict[Steps, int] = {}
        self.fault: tuple[int, str] | None = None
        self._table: Steps = ()
        self._items: dict[Steps, int] = {}
        """How many tables each array of tables has so far."""
        self._names: list[str] = []
        """The names of the key or the header that is being read."""
        self._open: list[tuple[str, Steps]] = []
        """The brackets that are open, each with the way to what it holds."""
        self._value: Steps | None = None
        """The way to the value that is being read; None where a key is."""
        self._read(text)

    def line(self, *steps: Step) -> int | None:
        """Return the line of a value, or of the nearest around it; 1 for the text as a whole."""
        if not steps:
            return 1
        for length in range(len(steps), 0, -1):
            if found := self.lines.get(steps[:length]):
                return found
        return None

    def _read(self, text: str) -> None:
        number = 1
        for token in TOKEN.finditer(text):
            kind, written = token.lastgroup, token[0]
            if kind == "end":
                self._end_line()
            elif kind == "mark":
                self._read_mark(written, number)
            elif kind:
                self._read_word(written, number, bare=kind == "bare")
            number += written.count("\n")
            if self.fault:
                return

    def _end_line(self) -> None:
        if not self._open:
            self._names, self._value = [], None

    def _read_word(self, written: str, number: int, *, bare: bool) -> None:
        if self._value is not None:
            self._note(self._value, number)
            if bare and len(written) > LONGEST_NUMBER:
                self._refuse(number, f"a value of {len(written)} characters without quotes")
        elif len(self._names) < DEEPEST:
            self._names.append(written if bare else _unquoted(written))
        else:
            self._refuse(number, f"more than {DEEPEST} names joined by dots")

    def _read_mark(self, mark: str, number: int) -> None:
        if mark == "=" and self._value is None:
            self._value = self._note_key(number)
        elif mark in "[{":
            self._open_bracket(mark, number)
        elif mark in "]}" and self._open:
            self._close_bracket(number)
        elif mark == "," and self._open:
            self._next_item()

    def _note_key(self, number: int) -> Steps:
        base = self._open[-1][1] if self._open else self._table
        for name in self._names:
            base = (*base, name)
            self._note(base, number)
        self._names = []
        return base

    def _open_bracket(self, mark: str, number: int) -> None:
        if self._value is None:  # the head of a table
            self._open.append(("head", ()))
            return
        self._note(self._value, number)
        self._open.append((mark, self._value))
        self._value = (*self._value, 0) if mark == "[" else None
        if len(self._open) > DEEPEST:
            self._refuse(number, f"more than {DEEPEST} brackets one inside the other")
            self._open.pop()

    def _close_bracket(self, number: int) -> None:
        kind, way = self._open.pop()
        if kind != "head":
            self._names, self._value = [], way
        elif self._names:
            self._table = self._note_head(number, is_item=bool(self._open))
            self._names = []

    def _note_head(self, number: int, *, is_item: bool) -> Steps:
        """Note ``[a.b]``, or ``[[a.b]]``, which begins one more table of an array."""
        base: Steps = ()
        for name in self._names:
            if base in self._items:
                base = (*base, self._items[base] - 1)
            base = (*base, name)
            self._note(base, number)
        if is_item:
            self._items[base] = self._items.get(base, 0) + 1
        if base in self._items:
            base = (*base, self._items[base] - 1)
            self._note(base, number)
        return base

    def _next_item(self) -> None:
        kind, way = self._open[-1]
        if kind == "{":
            self._names, self._value = [], None
        elif kind == "[" and self._value and isinstance(self._value[-1], int):
            self._value = (*way, self._value[-1] + 1)

    def _note(self, steps: Steps, number: int) -> None:
        self.lines.setdefault(steps, number)

    def _refuse(self, number: int, what: str) -> None:
        self.fault = self.fault or (number, what)


def _unquoted(written: str) -> str:
    """Return the name that stands in quotes."""
    if written.startswith("'") or "\\" not in written:
        return written[1:-1]
    with suppress(ValueError):
        return next(iter(tomllib.loads(f"{written} = 0")))
    return written
