"""What a person signs, and the digests that bind a signature to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

Text = tuple[str | None, str, str]
"""One text of an edition: msgctxt, msgid, msgstr."""

SHORT = 8
"""So many hexadecimal digits tell the sentences of a leaflet apart."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What lies before people to sign: a leaflet in a language, or the words of the page.

    `leaflet` is its name. `negations` are the critical texts whose negations a reviser ticks;
    `facts` is what else stands on the page, for which a clinician answers.
    """

    leaflet: str
    texts: tuple[Text, ...]
    negations: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The digest of the texts, which every sign-off carries."""
        return text_digest(self.texts)


def text_digest(texts: Iterable[Text]) -> str:
    """Return the SHA-256 of texts: every msgctxt, msgid and msgstr in order."""
    return f"sha256:{_hash(list(texts))}"


def short_digest(part: Text | str) -> str:
    """Return the first digits of a text's or a fact's SHA-256, to know it again by.

    It tells what changed; what holds a signature is the digest of the whole text.
    """
    return _hash(part)[:SHORT]


def _hash(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
