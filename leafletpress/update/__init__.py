"""Updating: pots and catalogs follow leaflets and templates; a typo costs no translation."""

from leafletpress.update.amend import amend
from leafletpress.update.catalogs import update
from leafletpress.update.clean import clean
from leafletpress.update.typo_record import Author

__all__ = [
    "Author",
    "amend",
    "clean",
    "update",
]
