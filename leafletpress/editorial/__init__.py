"""Editorial changes: typos mended in the source that need no new translation."""

from leafletpress.editorial.pairs import Pairing, Refusal, known_words, pair_texts
from leafletpress.editorial.record import Author, Edit, add_edits, read_edits
from leafletpress.editorial.typo import why_not_a_typo

__all__ = [
    "Author",
    "Edit",
    "Pairing",
    "Refusal",
    "add_edits",
    "known_words",
    "pair_texts",
    "read_edits",
    "why_not_a_typo",
]
