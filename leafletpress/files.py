"""Files, read strictly and written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from leafletpress.problems import LeafletError, Location, Problem

PART = ".part"
"""How the name of a file ends while it is being written: only a killed program leaves one."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        LeafletError: the file is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        problem = Problem(Location(path), "the file is missing", "put it back, or restore it")
        raise LeafletError([problem]) from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise LeafletError([Problem(Location(path), what, "check its permissions")]) from error


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without a BOM and with LF line ends.

    Raises:
        LeafletError: the file is missing, unreadable, or not UTF-8.
    """
    return decode(read_bytes(path), path)


def decode(data: bytes, path: Path) -> str:
    """Return the bytes of a UTF-8 file as `read_text` does; `path` only names it in errors.

    Raises:
        LeafletError: they are not UTF-8.
    """
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8"
        raise LeafletError([Problem(Location(path, line), what, "save it as UTF-8")]) from error


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file so that it is at any moment the old one or the new one, whole.

    Missing folders are made. A file that already holds `data` is not touched.

    Returns:
        Whether the file was written.

    Raises:
        LeafletError: the folder or the file cannot be written.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        what = f"the file cannot be written ({error.strerror})"
        mend = "close it where it is open, and check permissions and free space"
        raise LeafletError([Problem(Location(path), what, mend)]) from error
    return True


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(PART, prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes private files; a leaflet is for everyone who may read its folder.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
