"""What each reader is given to read: files that look right at first sight, and anything else."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.fuzz.strategies import catalogs, markdown, records, toml
from tests.fuzz.strategies.accidents import files, large_files

SKELETONS: dict[str, tuple[st.SearchStrategy[str], Sequence[str]]] = {
    "leaflet": (markdown.leaflets, (*markdown.FRAGMENTS, *markdown.YAML_LINES)),
    "passage": (markdown.passages, markdown.FRAGMENTS),
    "catalog": (catalogs.skeletons, catalogs.FRAGMENTS),
    "msgstr": (markdown.msgstrs, markdown.FRAGMENTS),
    **{name: (made, (*toml.FRAGMENTS, *records.WORDS)) for name, made in records.SKELETONS.items()},
}
"""For each reader, by its name: how right files of its kind look, and fragments of such files."""

FILES = {name: files(*parts) for name, parts in SKELETONS.items()}
LARGE_FILES = {name: large_files(*parts) for name, parts in SKELETONS.items()}
