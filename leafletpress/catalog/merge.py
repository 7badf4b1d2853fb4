"""Merging: a catalog brought in line with its pot, without losing or inventing a translation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from leafletpress.catalog.changes import describe_change
from leafletpress.catalog.header import header_fields, with_fields
from leafletpress.catalog.message import FUZZY, Catalog, Message
from leafletpress.catalog.pot import CREATED, differ
from leafletpress.content import MessageKey
from leafletpress.diff import Pattern
from leafletpress.language import Language

FEWEST_WORDS = 4
"""A shorter text is never matched to a similar one: too little says what it means."""

LIKENESS = 0.6
"""The share of words that two texts must have in common, in order."""

MOST_WORK = 5_000_000
"""So many words are compared for one catalog: 500 new texts with 500 that are gone, of 20 words.
Beyond that nobody mended a leaflet; it is another one."""

CHANGED = "changed: "


def merge(old: Catalog | None, pot: Catalog, language: Language, path: Path) -> Catalog:
    """Return the catalog of `language` for `pot`, with what `old` has translated.

    - The same text keeps its translation, also when it moved or its context changed.
    - A changed text keeps the translation of the most similar text that is gone, as fuzzy, with
      the previous text and a note of what changed.
    - An obsolete text that comes back is fuzzy.
    - What is translated but no longer used becomes obsolete; what is not translated is dropped.
    """
    finder = _Finder(old.messages if old else (), pot.messages)
    merged = tuple(finder.find(message) for message in pot.messages)
    header = _header(old, pot, language, changed=not old or differ(merged, old.active))
    return Catalog(header, (*merged, *finder.left_over()), path)


def renamed(catalog: Catalog, texts: Mapping[str, str]) -> Catalog:
    """Return the catalog with other msgids for some texts, by what they are now.

    Their translations stay, and so does a doubt that there was already.
    """
    messages = (
        m if m.obsolete else replace(m, msgid=texts.get(m.msgid, m.msgid)) for m in catalog.messages
    )
    return replace(catalog, messages=tuple(messages))


def _header(old: Catalog | None, pot: Catalog, language: Language, *, changed: bool) -> Message:
    fields = header_fields(pot.header)
    base = old.header if old else pot.header
    changes = {"Language": language.folder, "Content-Type": fields["Content-Type"]}
    changes |= {"Content-Transfer-Encoding": fields["Content-Transfer-Encoding"]}
    if changed or CREATED not in header_fields(base):
        changes[CREATED] = fields[CREATED]
    if "Plural-Forms" not in header_fields(base):
        changes["Plural-Forms"] = language.plural_forms
    header = with_fields(base, changes)
    return replace(header, msgid="", extracted=(), references=())


class _Finder:
    """Finds the old translation of each message; none is used for two different texts."""

    def __init__(self, old: tuple[Message, ...], new: tuple[Message, ...]) -> None:
        self.active = {message.key: message for message in old if not message.obsolete}
        self.obsolete = {message.key: message for message in old if message.obsolete}
        self.wanted = {message.key for message in new}
        wanted_texts = {message.msgid for message in new}
        self.by_text: dict[str, list[Message]] = {}
        for message in self.active.values():
            self.by_text.setdefault(message.msgid, []).append(message)
        self.gone = [
            (message, words)
            for message in self.active.values()
            if message.msgid not in wanted_texts and any(text.strip() for text in message.msgstrs)
            if len(words := _words(message.msgid)) >= FEWEST_WORDS
        ]
        self.used: set[MessageKey] = set()
        self.work = 0

    def find(self, new: Message) -> Message:
        """Return the message of the pot with the best translation there is."""
        if same := self.active.get(new.key):
            self.used.add(same.key)
            return _carry(same, new)
        if moved := self.moved(new):
            return moved
        if revived := self.obsolete.get(new.key):
            self.used.add(revived.key)
            return _carry(replace(revived, flags=_with_fuzzy(revived.flags)), new)
        if similar := self.similar(new):
            self.used.add(similar.key)
            return _carry(_as_previous(similar), new)
        return new

    def moved(self, new: Message) -> Message | None:
        """The same text in another context: kept, but fuzzy where it had two translations."""
        same_text = self.by_text.get(new.msgid, [])
        translated = [m for m in same_text if m.is_translated] or same_text
        if not translated:
            return None
        first = translated[0]
        self.used.update(m.key for m in same_text if m.msgstrs == first.msgstrs)
        if len({message.msgstrs for message in translated}) > 1:
            first = replace(first, flags=_with_fuzzy(first.flags))
        return _carry(first, new)

    def similar(self, new: Message) -> Message | None:
        words = _words(new.msgid)
        if len(words) < FEWEST_WORDS:
            return None
        pattern = Pattern(words)
        best: tuple[float, Message] | None = None
        for candidate, its_words in self.gone:
            if candidate.key in self.used or pattern.most_likeness(its_words) < LIKENESS:
                continue
            self.work += len(its_words) + FEWEST_WORDS
            if self.work > MOST_WORK:
                return None
            likeness = pattern.likeness(its_words)
            if likeness >= LIKENESS and (best is None or likeness > best[0]):
                best = likeness, candidate
        return best[1] if best else None

    def left_over(self) -> list[Message]:
        """Return the obsolete messages, those that became so now last."""
        retired = [
            replace(m, obsolete=True, extracted=(), references=(), previous_context=None,
                    previous_msgid=None, previous_plural=None)
            for m in self.active.values()
            if m.key not in self.used and any(text.strip() for text in m.msgstrs)
        ]  # fmt: skip
        kept = {m.key: m for m in (*self.obsolete.values(), *retired)}
        # gettext takes an obsolete message for a duplicate of the active one with the same text.
        taken = self.used | self.wanted
        return [message for key, message in kept.items() if key not in taken]


def _carry(old: Message, new: Message) -> Message:
    """Return the new message with the old one's translation, flags and comments."""
    fuzzy = old.is_fuzzy and any(text.strip() for text in old.msgstrs)
    merged = replace(
        new,
        msgstrs=old.msgstrs[: len(new.msgstrs)],
        flags=(FUZZY,) if fuzzy else (),
        comments=old.comments,
        line=old.line,
    )
    if not fuzzy or old.previous_msgid is None:
        return merged
    note = describe_change(old.previous_msgid, new.msgid)
    return replace(
        merged,
        previous_context=old.previous_context,
        previous_msgid=old.previous_msgid,
        previous_plural=old.previous_plural,
        extracted=(*new.extracted, *([CHANGED + note] if note else [])),
    )


def _as_previous(old: Message) -> Message:
    """Return an old message as fuzzy, its text as the previous one.

    A text that was fuzzy already keeps the older previous text: that is what was translated.
    """
    if old.is_fuzzy and old.previous_msgid is not None:
        return old
    return replace(
        old,
        flags=_with_fuzzy(old.flags),
        previous_context=old.context,
        previous_msgid=old.msgid,
        previous_plural=old.plural,
    )


def _with_fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((FUZZY, *flags)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
