"""Formats: paper, type, style sheets and inks of a page, one TOML file each."""

from leafletpress.format.colour_profile import read_cmyk_profile
from leafletpress.format.format import (
    Format,
    Imposition,
    format_names,
    is_format_name,
    read_format,
    read_formats,
    review_templates,
)

__all__ = [
    "Format",
    "Imposition",
    "format_names",
    "is_format_name",
    "read_cmyk_profile",
    "read_format",
    "read_formats",
    "review_templates",
]
