"""What a person signs, and the digests that bind a signature to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SignedText = tuple[str | None, str, str]
"""One text of an edition: msgctxt, msgid, msgstr."""

SIGNED_BY_ALL = ("texts", "structure")
"""The parts that every role signs."""

SHORT = 8
"""So many hexadecimal digits tell the sentences of a leaflet apart."""


@dataclass(frozen=True, slots=True)
class SignedContent:
    """What lies before people to sign: a leaflet in a language, or the template messages.

    `leaflet` is its name. `negations` are the critical texts whose negations a reviser ticks;
    `facts` is what else stands on the page, for which a clinician answers; `structure` is what
    stands in what (see `content.read_structure`), empty where the texts are single words. `phones`
    are the clinic's numbers among the texts, ``team_phone: 112``: they are told, and not signed.
    """

    leaflet: str
    texts: tuple[SignedText, ...]
    negations: tuple[SignedText, ...] = ()
    facts: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def parts(self) -> Mapping[str, str]:
        """The digest of each part, by its name, whoever signs it."""
        return {
            "texts": text_digest(self.texts),
            "structure": _digest(self.structure),
            "negations": text_digest(self.negations),
            "facts": _digest(self.facts),
        }

    @property
    def digest(self) -> str:
        """The digest of texts and structure, which every sign-off carries."""
        parts = self.parts
        return _digest([parts[name] for name in SIGNED_BY_ALL])


def text_digest(texts: Iterable[SignedText]) -> str:
    """Return the SHA-256 of texts: every msgctxt, msgid and msgstr in order."""
    return _digest(list(texts))


def short_digest(part: SignedText | str) -> str:
    """Return the first digits of a text's or a fact's SHA-256, to know it again by.

    It tells what changed; what holds a signature is the digest of the whole text.
    """
    return _hash(part)[:SHORT]


def _digest(value: object) -> str:
    return f"sha256:{_hash(value)}"


def _hash(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
