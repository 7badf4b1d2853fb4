"""Editions: one leaflet in one language, with its texts and its state. The centre of the house."""

from leafletpress.edition.collection import Collection, project_languages, read_collection
from leafletpress.edition.edition import (
    METHOD_FIELD,
    Edition,
    Passages,
    State,
    approve_template_messages,
    machine_made,
    make_edition,
    required_roles,
    signed_content,
)
from leafletpress.edition.status import (
    Sentence,
    Shifted,
    Signature,
    Status,
    status_of,
    status_of_template_messages,
)
from leafletpress.edition.text import Standing, Text, make_texts

__all__ = [
    "METHOD_FIELD",
    "Collection",
    "Edition",
    "Passages",
    "Sentence",
    "Shifted",
    "Signature",
    "Standing",
    "State",
    "Status",
    "Text",
    "approve_template_messages",
    "machine_made",
    "make_edition",
    "make_texts",
    "project_languages",
    "read_collection",
    "required_roles",
    "signed_content",
    "status_of",
    "status_of_template_messages",
]
