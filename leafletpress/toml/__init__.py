"""TOML files: read strictly, with the line of everything in them, and added to."""

from leafletpress.toml.append import append_tables
from leafletpress.toml.outline import Step
from leafletpress.toml.reader import TomlText, read_struct, read_toml

__all__ = [
    "Step",
    "TomlText",
    "append_tables",
    "read_struct",
    "read_toml",
]
