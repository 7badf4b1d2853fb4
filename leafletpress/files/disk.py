"""Files, read strictly and written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
from pathlib import Path

from leafletpress.problems import Fault, LeafletError, Location, Problem

PART = ".part"
"""How the name of a file ends while it is being written: only a killed program leaves one."""

CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})(?=[ \n]|\Z)", re.M)
"""How the lines begin that git leaves around two versions. What stands between them, =======, may
be a part of a text."""

MOST_TEXT = 4_000_000
"""The bytes of the largest text that is read: a catalog of a whole book has a quarter of it."""


def is_there(path: Path) -> bool:
    """Tell whether anything has this name, also a folder, or a link that leads nowhere.

    What may be missing is asked for with this: so nothing that stands there is passed over, and
    reading it tells what is wrong with it.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):  # a name that is too long, or holds U+0000
        return True
    return True


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a file; `most` is how many it may hold.

    Raises:
        LeafletError: the file is missing, is no file or too large, or cannot be read.
    """
    try:
        # Opening a pipe would wait for somebody who writes into it.
        if not stat.S_ISREG(kind := path.stat().st_mode):
            what = "this is a folder" if stat.S_ISDIR(kind) else "this is a device or a pipe"
            raise _unread(path, Fault("no-file", f"{what}, no file", "put the file in its place"))
        with path.open("rb") as file:
            data = file.read(-1 if most is None else most + 1)
    except FileNotFoundError as error:
        if path.is_symlink():
            mend = "put the file there to which it leads, or the file itself here"
            fault = Fault("no-such-file", "this is a link that leads nowhere", mend)
            raise _unread(path, fault) from error
        fault = Fault("no-such-file", "the file is missing", "put it back, or restore it")
        raise _unread(path, fault) from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        fault = Fault("unreadable", what, "check its name and its permissions")
        raise _unread(path, fault) from error
    except ValueError as error:
        what = "the name of the file holds a character that no name can"
        raise _unread(path, Fault("misnamed", what, "give it another name")) from error
    if most is not None and len(data) > most:
        mend = "make it smaller, or see whether it is the right file"
        raise _unread(path, Fault("too-large", f"the file is larger than {most // 1000} kB", mend))
    return data


def _unread(path: Path, fault: Fault) -> LeafletError:
    return LeafletError([fault.at(Location(path))])


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without a BOM and with LF line ends.

    Raises:
        LeafletError: the file is missing, unreadable, larger than `MOST_TEXT`, or not UTF-8.
    """
    return decode(read_bytes(path, MOST_TEXT), path)


def decode(data: bytes, path: Path) -> str:
    """Return the bytes of a UTF-8 file as `read_text` does; `path` only names it in errors.

    Raises:
        LeafletError: they are not UTF-8, or hold the marks of a merge that was not finished.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        _refuse_conflict(text, path)
        return text
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8"
        location = Location(path, line)
        raise LeafletError([Problem("not-utf8", location, what, "save it as UTF-8")]) from error


def _refuse_conflict(text: str, path: Path) -> None:
    if found := CONFLICT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f'"{found[0]}" is the mark of a merge conflict'
        mend = "choose one of the two versions and remove the marks"
        raise LeafletError([Problem("merge-conflict", Location(path, line), what, mend)])


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
    except (OSError, ValueError) as error:
        what = f"the file cannot be written ({getattr(error, 'strerror', None) or error})"
        mend = "close it where it is open, and check permissions and free space"
        raise LeafletError([Problem("cannot-write", Location(path), what, mend)]) from error
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
