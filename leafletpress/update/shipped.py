"""The program's own translations of its template messages, for a project that lacks them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from leafletpress.catalog import FUZZY, Catalog, Message, read_catalog
from leafletpress.files import is_there
from leafletpress.language import Language
from leafletpress.program import program_folder
from leafletpress.project import PAGE_DOMAIN, Project


def with_shipped(
    old: Catalog | None, pot: Catalog, language: Language, path: Path
) -> Catalog | None:
    """Return the page catalog at `path`, with the program's translations of what it lacks.

    Where there is none, the program's is the beginning, with its header, which says whether a
    computer made it. In one that is there, each comes as fuzzy: somebody may have emptied the
    translation because it is wrong, and those who signed have not seen it.

    Raises:
        LeafletError: the program's catalog cannot be read.
    """
    source = Project(program_folder()).catalog(language.folder, PAGE_DOMAIN)
    if source == path or not is_there(source):
        return old
    wanted = {message.key for message in pot.messages}
    shipped = read_catalog(source, language)
    usable = [m for m in shipped.active if m.key in wanted and m.is_translated]
    return _filled(old, usable) if old else replace(shipped, messages=tuple(usable))


def _filled(old: Catalog, shipped: Iterable[Message]) -> Catalog:
    there = old.by_key()
    doubtful = {
        message.key: replace(message, flags=(FUZZY,))
        for message in shipped
        if message.key not in there or not any(text.strip() for text in there[message.key].msgstrs)
    }
    kept = (m for m in old.messages if m.obsolete or m.key not in doubtful)
    return replace(old, messages=(*kept, *doubtful.values()))
