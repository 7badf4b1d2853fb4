"""Files that atheris makes, guided by which code each of them reaches. One reader a process.

    python -m tests.fuzz.guided catalog 60 /tmp/folder

It keeps what it has made in the folder, and goes on from there the next time. libFuzzer, which
does the work, tells of it on the standard error; what is found is reported on the standard output.
"""

import sys
import tempfile
from pathlib import Path

import atheris

# Only what is imported in here is watched.
with atheris.instrument_imports(
    include=["leafletpress", "markdown", "pymdownx", "ruamel", "tomllib"]
):
    from tests.fuzz.finds import CORPUS, Finds
    from tests.fuzz.inputs import fragments
    from tests.fuzz.readers import set_up

LONGEST = 20_000
"""Bytes of the longest file. What longer ones bring to light is slowness: see `LARGE_FILES`."""

PATIENCE = 20
"""Code that is watched takes so many times as long, at the most."""

HOPELESS = 300
"""After so many seconds with one file libFuzzer itself gives up, and its process ends."""


def main() -> None:
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    made = folder / name
    made.mkdir(parents=True, exist_ok=True)
    words = folder / f"{name}.dict"
    words.write_text(dictionary(name), "ascii")
    with tempfile.TemporaryDirectory() as project:
        finds = Finds(name, set_up(Path(project)), PATIENCE)

        def look(data: bytes) -> None:
            if found := finds.look(data):
                print(found, flush=True)

        options = [
            f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={HOPELESS}",
            f"-dict={words}", f"-artifact_prefix={folder}/{name}-",
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *options, str(made), str(CORPUS / name)], look)
        atheris.Fuzz()


def dictionary(name: str) -> str:
    """Return the fragments of a reader's files as libFuzzer reads a dictionary."""
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in fragments(name))
    return "".join(f'"{word}"\n' for word in escaped)


if __name__ == "__main__":
    main()
