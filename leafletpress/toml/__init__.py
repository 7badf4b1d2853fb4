"""TOML files: read strictly, with the line of everything in them, and added to."""

from leafletpress.toml.append import append_tables
from leafletpress.toml.outline import Step
from leafletpress.toml.reader import parse_toml, read_struct, read_toml, toml_line

__all__ = [
    "Step",
    "append_tables",
    "parse_toml",
    "read_struct",
    "read_toml",
    "toml_line",
]
