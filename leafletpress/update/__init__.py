"""Updating: pots and catalogs follow leaflets and templates; a typo costs no translation."""

from leafletpress.update.amend import amend
from leafletpress.update.catalogs import update
from leafletpress.update.clean import clean
from leafletpress.update.pairs import Pairing, Refusal, known_words, pair_texts
from leafletpress.update.typo import count_words, why_not_a_typo
from leafletpress.update.typo_record import Author, Edit, add_edits, read_edits

__all__ = [
    "Author",
    "Edit",
    "Pairing",
    "Refusal",
    "add_edits",
    "amend",
    "clean",
    "count_words",
    "known_words",
    "pair_texts",
    "read_edits",
    "update",
    "why_not_a_typo",
]
