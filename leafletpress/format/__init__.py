"""Formats: paper, type, style sheets and inks of a page, one TOML file each."""

from leafletpress.format.colour_profile import read_cmyk_profile
from leafletpress.format.format import (
    Format,
    Imposition,
    format_names,
    is_format_name,
    read_all_formats,
    read_format,
    read_formats,
    review_templates,
)
from leafletpress.format.unread import unread_templates

__all__ = [
    "Format",
    "Imposition",
    "format_names",
    "is_format_name",
    "read_all_formats",
    "read_cmyk_profile",
    "read_format",
    "read_formats",
    "review_templates",
    "unread_templates",
]
