"""Strict reading of ``.po`` files: what is malformed is an error with its line, never text.

The grammar is that of the GNU gettext manual, section "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from leafletpress.catalog.header import header_fields, plural_count
from leafletpress.catalog.message import FUZZY, Catalog, Key, Message
from leafletpress.files import read_bytes
from leafletpress.problems import LeafletError, Location, Problem

ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\",
    "a": "\a", "b": "\b", "f": "\f", "v": "\v",
}  # fmt: skip
ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.|$)", re.S)
KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)[ \t]*(.*)", re.S)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: |$)")
JUNK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MEND_KEYWORD = "write msgctxt, msgid, msgid_plural or msgstr, and a text in quotes"


def read_catalog(path: Path) -> Catalog:
    """Read a catalog or a pot.

    A BOM and CRLF are read correctly.

    Raises:
        LeafletError: with every place that is malformed: conflict markers, an unterminated
            string, a duplicate message, a wrong number of plural forms, a charset other than
            the one declared, control characters, anything that is no line of a catalog.
    """
    return parse_catalog(_decode(read_bytes(path), path), path)


def parse_catalog(text: str, path: Path) -> Catalog:
    """Read a catalog from its text; `path` only names it in errors. Raises LeafletError."""
    return _Reader(path).read(text)


def _decode(data: bytes, path: Path) -> str:
    declared = re.search(rb"charset=([\w.:-]+)", data)
    charset = declared[1].decode() if declared else "UTF-8"
    if charset.upper() not in ("UTF-8", "UTF8", "CHARSET", "ASCII", "US-ASCII"):
        line = data.count(b"\n", 0, declared.start() if declared else 0) + 1
        what = f"the catalog is declared to be {charset}"
        mend = "save it as UTF-8 and write charset=UTF-8 in its header"
        raise LeafletError([Problem(Location(path, line), what, mend)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8, which the header declares"
        mend = "save the catalog as UTF-8"
        raise LeafletError([Problem(Location(path, line), what, mend)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class _Entry:
    """An entry while its lines come in. Texts are kept in pieces until it is complete."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    obsolete: bool = False
    msgid_line: int = 0
    msgstr_line: int = 0

    def is_empty(self) -> bool:
        return not (self.texts or self.comments or self.extracted or self.flags)


class _Reader:
    """Reads line by line; every problem is noted, and reading goes on behind it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.messages: list[Message] = []
        self.lines: dict[Key, int] = {}
        self.entry = _Entry()
        self.open: list[str] | None = None
        """The text that a line beginning with a quote goes on with."""

    def read(self, text: str) -> Catalog:
        number = 0
        for number, line in enumerate(text.split("\n"), start=1):
            self.read_line(line.strip(), number)
        self.finish(number)
        header, messages = self.part_header()
        self.check_plurals(header, messages)
        if self.problems:
            raise LeafletError(self.problems)
        return Catalog(header, tuple(messages), self.path)

    def problem(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(Location(self.path, line), what, mend))

    def read_line(self, line: str, number: int) -> None:
        if junk := JUNK.search(line):
            what = f"a control character U+{ord(junk[0]):04X} stands here"
            self.problem(number, what, "remove it")
        elif CONFLICT.match(line):
            what = f'"{line[:7]}" is the mark of a merge conflict'
            self.problem(number, what, "choose one of the two versions and remove the marks")
        elif not line:
            self.open = None
            if self.entry.texts:
                self.finish(number)
        elif line.startswith("#~"):
            self.read_obsolete(line[2:].strip(), number)
        elif line.startswith("#"):
            self.begin_comment(number)
            self.read_comment(line, number)
        else:
            self.read_text(line, number, self.entry.texts, obsolete=False)

    def begin_comment(self, number: int) -> None:
        """A comment behind a msgstr belongs to the next entry."""
        if "msgstr" in self.entry.texts or "msgstr[0]" in self.entry.texts:
            self.finish(number)
        self.open = None

    def read_obsolete(self, rest: str, number: int) -> None:
        if rest.startswith("|"):
            self.begin_comment(number)
            self.read_text(rest[1:].strip(), number, self.entry.previous, obsolete=True)
        elif rest:
            self.read_text(rest, number, self.entry.texts, obsolete=True)

    def read_comment(self, line: str, number: int) -> None:
        mark, rest = line[1:2], line[2:]
        if mark == ".":
            self.entry.extracted.append(rest.strip())
        elif mark == ":":
            self.entry.references += rest.split()
        elif mark in (",", "="):
            # "#=" is the mark of sticky flags in newer gettext; fuzzy is fuzzy in both.
            flags = (flag.strip() for flag in rest.split(","))
            self.entry.flags += [FUZZY if f.lower() == FUZZY else f for f in flags if f]
        elif mark == "|":
            self.read_text(rest.strip(), number, self.entry.previous, obsolete=False)
        else:
            self.entry.comments.append(line[1:].removeprefix(" "))

    def read_text(
        self, line: str, number: int, texts: dict[str, list[str]], *, obsolete: bool
    ) -> None:
        if line.startswith('"'):
            if self.open is None:
                self.problem(number, "a text stands here without a keyword", MEND_KEYWORD)
            else:
                self.open.append(self.unquote(line, number))
            return
        found = KEYWORD.fullmatch(line)
        if not found:
            what = f'this is no line of a catalog ("{line[:30]}")'
            self.problem(number, what, MEND_KEYWORD)
            return
        keyword, rest = re.split(r"[ \t\"]", line, maxsplit=1)[0], found[3]
        if texts is self.entry.texts:
            self.begin_keyword(keyword, number, obsolete)
            texts = self.entry.texts
        if keyword in texts:
            self.problem(number, f"{keyword} stands twice in one entry", "remove one of the two")
        self.open = texts[keyword] = [self.unquote(rest, number)]

    def begin_keyword(self, keyword: str, number: int, obsolete: bool) -> None:
        begins = keyword == "msgctxt" or (keyword == "msgid" and "msgid" in self.entry.texts)
        if begins and self.entry.texts:
            self.finish(number)
        self.entry.obsolete = self.entry.obsolete or obsolete
        if keyword == "msgid":
            self.entry.msgid_line = number
        elif keyword.startswith("msgstr") and not self.entry.msgstr_line:
            self.entry.msgstr_line = number

    def unquote(self, quoted: str, number: int) -> str:
        found = STRING.fullmatch(quoted)
        if not found:
            mend = 'begin and end the text with ", and write \\" for a quote inside'
            self.problem(number, "the text is not closed by a quote", mend)
            return ""
        return ESCAPE.sub(lambda escape: self.unescape(escape[1], number), found[1])

    def unescape(self, code: str, number: int) -> str:
        if code in ESCAPES:
            return ESCAPES[code]
        if code[:1].isdigit():
            return chr(int(code, 8))
        if code[:1] == "x" and len(code) > 1:
            return chr(int(code[1:], 16))
        self.problem(number, f'"\\{code}" means nothing', "write \\\\ for a backslash")
        return ""

    def finish(self, number: int) -> None:
        """Turn the lines gathered so far into a message."""
        entry, self.entry, self.open = self.entry, _Entry(), None
        texts = {name: "".join(pieces) for name, pieces in entry.texts.items()}
        if entry.is_empty() or (not texts and not entry.flags):
            return
        place = entry.msgid_line or number
        msgstrs = tuple(text for name, text in texts.items() if name.startswith("msgstr"))
        if "msgid" not in texts:
            self.problem(place, "an entry has no msgid", "add it, or remove the entry")
            return
        if not msgstrs:
            self.problem(place, "an entry has no msgstr", 'add msgstr ""')
            return
        previous = {name: "".join(pieces) for name, pieces in entry.previous.items()}
        message = Message(
            msgid=texts["msgid"],
            msgstrs=msgstrs,
            context=texts.get("msgctxt"),
            plural=texts.get("msgid_plural"),
            flags=tuple(dict.fromkeys(entry.flags)),
            comments=tuple(entry.comments),
            extracted=tuple(entry.extracted),
            references=tuple(dict.fromkeys(entry.references)),
            previous_context=previous.get("msgctxt"),
            previous_msgid=previous.get("msgid"),
            previous_plural=previous.get("msgid_plural"),
            obsolete=entry.obsolete,
            line=entry.msgstr_line,
        )
        self.add(message, place)

    def add(self, message: Message, place: int) -> None:
        if not message.obsolete:
            if message.key in self.lines:
                what = f"this message stands already in line {self.lines[message.key]}"
                self.problem(place, what, "keep one of the two")
            self.lines.setdefault(message.key, place)
        self.messages.append(message)

    def part_header(self) -> tuple[Message, list[Message]]:
        header = next((m for m in self.messages if m.key == (None, "")), None)
        if header is None:
            if not self.problems:
                mend = 'begin the file with msgid "" and the header fields'
                self.problem(1, "the catalog has no header", mend)
            return Message(""), self.messages
        return header, [message for message in self.messages if message is not header]

    def check_plurals(self, header: Message, messages: list[Message]) -> None:
        wanted = plural_count(header_fields(header))
        for message in messages:
            if message.plural is not None and wanted and not message.obsolete:
                got = len(message.msgstrs)
                if got != wanted:
                    what = f"{got} plural forms stand here, and the header says {wanted}"
                    mend = f"write msgstr[0] to msgstr[{wanted - 1}]"
                    self.problem(message.line or 1, what, mend)
