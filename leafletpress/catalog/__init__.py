"""Catalogs: strict reading, merging and stable writing of ``.po`` files."""

from leafletpress.catalog.changes import describe_change
from leafletpress.catalog.cutting import Cut, Span, cut_out
from leafletpress.catalog.header import header_fields, with_fields
from leafletpress.catalog.merge import merge, renamed
from leafletpress.catalog.message import FUZZY, Catalog, Message
from leafletpress.catalog.pot import format_date, make_pot, with_date
from leafletpress.catalog.pseudo import pseudo_catalog
from leafletpress.catalog.reader import parse_catalog, read_catalog
from leafletpress.catalog.writer import format_catalog, write_catalog

__all__ = [
    "FUZZY",
    "Catalog",
    "Cut",
    "Message",
    "Span",
    "cut_out",
    "describe_change",
    "format_catalog",
    "format_date",
    "header_fields",
    "make_pot",
    "merge",
    "parse_catalog",
    "pseudo_catalog",
    "read_catalog",
    "renamed",
    "with_date",
    "with_fields",
    "write_catalog",
]
