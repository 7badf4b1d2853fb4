"""What each reader is given to read: files that look right at first sight, and anything else."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.fuzz.strategies import binary, catalogs, markdown, markup, records, toml
from tests.fuzz.strategies.accidents import files, large_files

SKELETONS: dict[str, tuple[st.SearchStrategy[str], Sequence[str]]] = {
    "leaflet": (markdown.leaflets, (*markdown.FRAGMENTS, *markdown.YAML_LINES)),
    "passage": (markdown.passages, markdown.FRAGMENTS),
    "catalog": (catalogs.skeletons, catalogs.FRAGMENTS),
    "msgstr": (markdown.msgstrs, markdown.FRAGMENTS),
    **{name: (made, (*toml.FRAGMENTS, *records.WORDS)) for name, made in records.SKELETONS.items()},
    "drawing": (markup.drawings, markup.FRAGMENTS),
    "template": (markup.templates, markup.FRAGMENTS),
    "sheet": (markup.sheets, markup.FRAGMENTS),
}
"""For each reader of text, by its name: how right files look, and fragments of such files."""

BINARY = {"picture": binary.PICTURES, "profile": binary.PROFILES}
"""For each other reader: right files, the first of which is all right."""

FILES = {name: files(*parts) for name, parts in SKELETONS.items()} | {
    name: binary.files(right) for name, right in BINARY.items()
}
LARGE_FILES = {name: large_files(*parts) for name, parts in SKELETONS.items()} | {
    name: binary.large_files(right) for name, right in BINARY.items()
}


def fragments(name: str) -> list[bytes]:
    """Return what the files of a reader are made of, where that is text."""
    found = SKELETONS[name][1] if name in SKELETONS else ()
    return sorted({fragment.encode("utf-8", "surrogatepass") for fragment in found} - {b""})
