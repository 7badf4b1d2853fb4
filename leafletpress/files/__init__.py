"""Files: how they are named, read and written, and the net below every reader."""

from leafletpress.files.disk import MOST_TEXT, decode, is_there, read_bytes, read_text, write_whole
from leafletpress.files.names import check_names, check_strays, markdown_files
from leafletpress.files.reading import reading

__all__ = [
    "MOST_TEXT",
    "check_names",
    "check_strays",
    "decode",
    "is_there",
    "markdown_files",
    "read_bytes",
    "read_text",
    "reading",
    "write_whole",
]
