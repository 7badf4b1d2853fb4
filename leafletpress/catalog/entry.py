"""An entry of a catalog while its lines come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from leafletpress.catalog.message import FUZZY, Message
from leafletpress.problems import Fault

LONGEST_TEXT = 10_000
"""The characters of the longest text that is read. Those of leaflets have 4,000 at most, and the
longest of a software book in seven languages has 4,671."""

Texts = dict[str, list[str]]
"""The texts of an entry by their keyword, each in the pieces that its lines hold."""


@dataclass(slots=True)
class Entry:
    """What the lines of one entry have said so far."""

    texts: Texts = field(default_factory=dict)
    previous: Texts = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    obsolete: bool = False
    line: int = 0
    """Where its msgid stands, or whatever else it began with."""
    msgstr_line: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is lost when the entry is left out: comments alone say nothing."""
        return not (self.texts or self.previous or self.flags)

    @property
    def has_msgstr(self) -> bool:
        """Whether a translation has come, so that the next comment belongs to the next entry."""
        return bool(self.msgstr_line)

    def add_keyword(self, keyword: str, line: int) -> None:
        """Note the line of a keyword that a text of this entry begins with."""
        if keyword == "msgid" or not self.line:
            self.line = line
        if keyword.startswith("msgstr") and not self.msgstr_line:
            self.msgstr_line = line

    def faults(self) -> Iterator[Fault]:
        """Yield what keeps the entry from being a message."""
        forms = [name for name in self.texts if name.startswith("msgstr")]
        if "msgid" not in self.texts:
            yield Fault("no-msgid", "an entry has no msgid", "add it, or remove the entry")
        elif not forms:
            yield Fault("no-msgstr", "an entry has no msgstr", 'add msgstr ""')
        elif "msgid_plural" not in self.texts and forms != ["msgstr"]:
            yield Fault(
                "plural-forms",
                f"{forms[-1]} stands in an entry without msgid_plural",
                "write one msgstr",
            )
        elif "msgid_plural" in self.texts and forms != [f"msgstr[{n}]" for n in range(len(forms))]:
            yield Fault(
                "plural-forms",
                "the plural forms are not in their order",
                "count msgstr[0], msgstr[1], …",
            )
        for name, pieces in (*self.texts.items(), *self.previous.items()):
            if (length := sum(map(len, pieces))) > LONGEST_TEXT:
                what = f"the {name} has {length} characters, more than {LONGEST_TEXT}"
                yield Fault("too-large", what, "take out what does not belong there")

    def message(self) -> Message:
        """Return the message of an entry without faults."""
        texts = {name: "".join(pieces) for name, pieces in self.texts.items()}
        previous = {name: "".join(pieces) for name, pieces in self.previous.items()}
        return Message(
            msgid=texts["msgid"],
            msgstrs=tuple(text for name, text in texts.items() if name.startswith("msgstr")),
            context=texts.get("msgctxt"),
            plural=texts.get("msgid_plural"),
            flags=tuple(sorted(dict.fromkeys(self.flags), key=lambda flag: flag != FUZZY)),
            comments=tuple(self.comments),
            extracted=tuple(self.extracted),
            references=tuple(dict.fromkeys(self.references)),
            previous_context=previous.get("msgctxt"),
            previous_msgid=previous.get("msgid"),
            previous_plural=previous.get("msgid_plural"),
            obsolete=self.obsolete,
            line=self.msgstr_line,
        )
