"""Strict reading of ``.po`` files: what is malformed is an error with its line, never text.

The grammar is that of the GNU gettext manual, section "The Format of PO Files".
"""

from __future__ import annotations

import re
from pathlib import Path

from leafletpress.catalog.entry import Entry, Texts
from leafletpress.catalog.header import header_fields, plural_count
from leafletpress.catalog.message import FUZZY, Catalog, Message
from leafletpress.catalog.quoting import unquote
from leafletpress.content import MessageKey
from leafletpress.files import MOST_TEXT, read_bytes, reading
from leafletpress.language import Language, names_another
from leafletpress.problems import (
    MOST_PROBLEMS,
    Fault,
    LeafletError,
    Location,
    Problem,
    more_problems,
)

KEYWORD = re.compile(
    r"(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]+\])?)(?![\w\[])[ \t]*(.*)", re.S
)
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: |$)")
JUNK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
CHARSET = re.compile(rb"Content-Type:[^\\]{0,200}?charset=([\w.:-]{1,40})")
CHARSETS = ("UTF-8", "UTF8", "CHARSET", "ASCII", "US-ASCII")
"""What a header may declare: UTF-8, a part of it, or (in a pot) nothing yet."""

MEND_KEYWORD = "write msgctxt, msgid, msgid_plural or msgstr, and a text in quotes"


def read_catalog(path: Path, language: Language | None = None) -> Catalog:
    """Read a pot, or the catalog of a `language`.

    A BOM and CRLF are read correctly.

    Raises:
        LeafletError: with every place that is malformed: conflict markers, an unterminated
            string, a duplicate message, a wrong number of plural forms, a charset other than
            the one declared, control characters, a text too long for any leaflet, anything that
            is no line of a catalog; or the header names another language.
    """
    return parse_catalog(_decode(read_bytes(path, MOST_TEXT), path), path, language)


def parse_catalog(text: str, path: Path, language: Language | None = None) -> Catalog:
    """Read a catalog from its text; `path` only names it in errors. Raises LeafletError."""
    with reading(path):
        catalog = _Reader(path).read(text)
        named = header_fields(catalog.header).get("Language", "")
        if language and names_another(named, language):
            line = _field_line(text, "Language")
            what = f'the catalog says that its language is "{named}"'
            mend = f"put the catalog of {language.english_name} here, or write {language.folder}"
            raise LeafletError([Problem("wrong-language", Location(path, line), what, mend)])
        return catalog


def _field_line(text: str, name: str) -> int:
    """Return the line of a field of the header."""
    found = re.search(rf'^(?:msgstr[ \t]+)?"{name}[ \t]*:', text, re.M)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _decode(data: bytes, path: Path) -> str:
    declared = CHARSET.search(data)
    name = declared[1].decode() if declared else "UTF-8"
    if declared and name.upper() not in CHARSETS:
        line = data.count(b"\n", 0, declared.start()) + 1
        what = f"the catalog is declared to be {name}"
        mend = "save it as UTF-8 and write charset=UTF-8 in its header"
        raise LeafletError([Problem("not-utf8", Location(path, line), what, mend)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8, which the header declares"
        mend = "save the catalog as UTF-8"
        raise LeafletError([Problem("not-utf8", Location(path, line), what, mend)]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Reader:
    """Reads line by line; every problem is noted, and reading goes on behind it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.messages: list[Message] = []
        self.lines: dict[MessageKey, int] = {}
        self.entry = Entry()
        self.open: Texts | None = None
        """Where the last text stands that a line beginning with a quote goes on with."""

    def read(self, text: str) -> Catalog:
        number = 0
        for number, line in enumerate(text.split("\n"), start=1):
            self.read_line(line.lstrip(" \t"), number)
        self.finish(number)
        header, messages = self.part_header()
        self.check_plurals(header, messages, _field_line(text, "Plural-Forms"))
        if self.problems:
            raise LeafletError(
                sorted(self.problems, key=lambda problem: problem.location.line or 0)
            )
        return Catalog(header, tuple(messages), self.path)

    def note(self, line: int, fault: Fault) -> None:
        location = Location(self.path, line)
        if len(self.problems) == MOST_PROBLEMS:
            raise LeafletError([*self.problems, more_problems(location)])
        self.problems.append(fault.at(location))

    def read_line(self, line: str, number: int) -> None:
        if junk := JUNK.search(line):
            what = f"a control character U+{ord(junk[0]):04X} stands here"
            self.note(number, Fault("control-character", what, "remove it"))
        if CONFLICT.match(line):
            what = f'"{line[:7]}" is the mark of a merge conflict'
            mend = "choose one of the two versions and remove the marks"
            self.note(number, Fault("merge-conflict", what, mend))
        elif not line:
            self.open = None
            if self.entry.texts:
                self.finish(number)
        elif line.startswith("#~"):
            self.read_obsolete(line[2:].lstrip(" \t"), number)
        elif line.startswith("#|"):
            self.read_previous(line[2:], number)
        elif line.startswith("#"):
            self.begin_entry(number)
            self.read_comment(line)
        else:
            self.read_text(line, number, obsolete=False)

    def begin_entry(self, number: int) -> None:
        """A comment behind a msgstr belongs to the next entry."""
        if self.entry.has_msgstr:
            self.finish(number)
        self.open = None

    def read_comment(self, line: str) -> None:
        mark, rest = line[1:2], line[2:]
        if mark == ".":
            self.entry.extracted.append(rest.removeprefix(" "))
        elif mark == ":":
            self.entry.references += rest.split()
        elif mark in (",", "="):
            # "#=" is the mark of sticky flags in newer gettext; fuzzy is fuzzy in both.
            flags = (flag.strip() for flag in rest.split(","))
            self.entry.flags += [FUZZY if f.lower() == FUZZY else f for f in flags if f]
        else:
            self.entry.comments.append(line[1:].removeprefix(" "))

    def read_obsolete(self, rest: str, number: int) -> None:
        if rest.startswith("|"):
            self.read_previous(rest[1:], number)
        elif rest:
            self.read_text(rest, number, obsolete=True)

    def read_previous(self, line: str, number: int) -> None:
        if self.entry.has_msgstr:
            self.finish(number)
        if keyword := self.read_string(line, number, self.entry.previous):
            self.begin_text(self.entry.previous, *keyword, number)

    def read_text(self, line: str, number: int, *, obsolete: bool) -> None:
        mixed = bool(self.entry.texts) and self.entry.obsolete != obsolete
        goes_on = line.startswith('"') and self.open is self.entry.texts
        keyword = self.read_string(line, number, self.entry.texts)
        name = keyword[0] if keyword else ""
        if name == "msgctxt" or (name == "msgid" and name in self.entry.texts):
            if self.entry.texts:
                self.finish(number)
        elif mixed and (keyword or goes_on):
            mend = "begin all its lines with #~, or none"
            fault = Fault("half-obsolete", "only a part of the entry is obsolete", mend)
            self.note(number, fault)
        if keyword:
            self.entry.obsolete = self.entry.obsolete or obsolete
            self.entry.add_keyword(name, number)
            self.begin_text(self.entry.texts, *keyword, number)

    def read_string(self, line: str, number: int, texts: Texts) -> tuple[str, str] | None:
        """Return keyword and quoted text of a line; one without a keyword goes on with a text."""
        line = line.strip()
        if line.startswith('"'):
            if self.open is not texts:
                what = "a text stands here without a keyword"
                self.note(number, Fault("no-keyword", what, MEND_KEYWORD))
            else:
                texts[next(reversed(texts))].append(self.unquote(line, number))
        elif found := KEYWORD.fullmatch(line):
            return found[1], found[2]
        else:
            what = f'this is no line of a catalog ("{line[:30]}")'
            self.note(number, Fault("not-a-catalog-line", what, MEND_KEYWORD))
        return None

    def begin_text(self, texts: Texts, keyword: str, quoted: str, number: int) -> None:
        if keyword in texts:
            what = f"{keyword} stands twice in one entry"
            self.note(number, Fault("stands-twice", what, "remove one of the two"))
            del texts[keyword]
        texts[keyword] = [self.unquote(quoted, number)]
        self.open = texts

    def unquote(self, quoted: str, number: int) -> str:
        text, faults = unquote(quoted)
        for fault in faults:
            self.note(number, fault)
        return text

    def finish(self, number: int) -> None:
        """Turn the lines gathered so far into a message."""
        entry, self.entry, self.open = self.entry, Entry(), None
        if entry.is_empty:
            return
        faults = list(entry.faults())
        for fault in faults:
            self.note(entry.line or number, fault)
        if not faults:
            self.add(entry.message(), entry.line)

    def add(self, message: Message, line: int) -> None:
        if not message.obsolete:
            if message.key in self.lines:
                what = f"this message stands already in line {self.lines[message.key]}"
                self.note(line, Fault("same-message", what, "keep one of the two"))
            self.lines.setdefault(message.key, line)
        self.messages.append(message)

    def part_header(self) -> tuple[Message, list[Message]]:
        header = next((m for m in self.messages if m.key == (None, "")), None)
        if header is None:
            if not self.problems:
                mend = 'begin the file with msgid "" and the header fields'
                self.note(1, Fault("no-header", "the catalog has no header", mend))
            return Message(""), self.messages
        return header, [message for message in self.messages if message is not header]

    def check_plurals(self, header: Message, messages: list[Message], line: int) -> None:
        try:
            wanted = plural_count(header_fields(header))
        except ValueError as error:
            what = f"the header says {error} plural forms, more than any language has"
            mend = "write those of the language, such as nplurals=2"
            self.note(line, Fault("plural-forms", what, mend))
            return
        for message in messages:
            if message.plural is not None and wanted and not message.obsolete:
                got = len(message.msgstrs)
                if got != wanted:
                    what = f"plural forms: {got} stand here, and the header says {wanted}"
                    mend = f"write msgstr[0] to msgstr[{wanted - 1}]"
                    self.note(message.line or 1, Fault("plural-forms", what, mend))
