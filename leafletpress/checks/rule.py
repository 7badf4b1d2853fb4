"""What a check is: an id, a description, and one plain function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from leafletpress.glossary import Glossary
from leafletpress.language import Language
from leafletpress.problems import Location, Problem, Severity


class Finding(NamedTuple):
    """What a check found in one translation, and how to mend it.

    `numbers` are those that a named reviewer may acknowledge, because the other side may say them
    in words; every other finding has to be mended.
    """

    what: str
    mend: str
    numbers: tuple[str, ...] = ()


class Pair(NamedTuple):
    """A source text, its translation, the language that it is translated to, and its glossary."""

    source: str
    translation: str
    language: Language
    glossary: Glossary | None = None


class Use(NamedTuple):
    """A translation at one place of a catalog. `key` is the context and the text of its source."""

    key: tuple[str | None, str]
    translation: str
    location: Location


@dataclass(frozen=True, slots=True)
class Check:
    """One rule that every translation has to keep. `description` says what is found."""

    id: str
    description: str
    find: Callable[[Pair], Iterable[Finding]]
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class CatalogCheck:
    """One rule over all translations of a language."""

    id: str
    description: str
    find: Callable[[Iterable[Use]], Iterable[Problem]]
    severity: Severity = Severity.ERROR
