"""A catalog and its messages, in gettext's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from leafletpress.content import MessageKey

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a catalog.

    `line` is where its first msgstr stands (from 1; None for one that no file holds yet).
    It says where to look, not what the message is, so two messages may differ in it and be equal.
    """

    msgid: str
    msgstrs: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous_context: str | None = None
    previous_msgid: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    line: int | None = field(default=None, compare=False)

    @property
    def key(self) -> MessageKey:
        """What finds the message in its catalog."""
        return self.context, self.msgid

    @property
    def msgstr(self) -> str:
        """The translation; of a plural message the first form."""
        return self.msgstrs[0]

    @property
    def is_fuzzy(self) -> bool:
        """Whether a person still has to look at the translation."""
        return FUZZY in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether every form has a text and nobody has doubts; blanks are no text."""
        return not self.is_fuzzy and all(text.strip() for text in self.msgstrs)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one domain in one locale, or of a pot. The header is kept apart."""

    header: Message
    messages: tuple[Message, ...]
    path: Path

    @property
    def active(self) -> tuple[Message, ...]:
        """The messages that are not obsolete."""
        return tuple(message for message in self.messages if not message.obsolete)

    @property
    def obsolete(self) -> tuple[Message, ...]:
        """The messages that no leaflet uses any more."""
        return tuple(message for message in self.messages if message.obsolete)

    def by_key(self) -> dict[MessageKey, Message]:
        """Return the active messages by what finds them."""
        return {message.key: message for message in self.active}
