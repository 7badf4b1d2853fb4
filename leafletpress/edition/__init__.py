"""Editions: one leaflet in one language, with its texts and its state. The centre of the house."""

from leafletpress.edition.edition import (
    METHOD_FIELD,
    Edition,
    Passages,
    State,
    approve_words,
    machine_made,
    make_edition,
    matter_of,
    required_roles,
)
from leafletpress.edition.text import Text, make_texts

__all__ = [
    "METHOD_FIELD",
    "Edition",
    "Passages",
    "State",
    "Text",
    "approve_words",
    "machine_made",
    "make_edition",
    "make_texts",
    "matter_of",
    "required_roles",
]
