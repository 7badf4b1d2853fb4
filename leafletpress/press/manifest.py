"""The manifest: one row for each PDF in the output folder, and what it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import msgspec

from leafletpress.files import read_bytes, reading, write_whole
from leafletpress.press.job import Job
from leafletpress.problems import LeafletError

NAME = "manifest.json"

PdfKey = tuple[str, str, str]
"""Which PDF a row is about: locale, leaflet, format."""


class ManifestRow(msgspec.Struct, frozen=True, kw_only=True):
    """One PDF: which edition it is, in which state, and the digests of what it was made from."""

    locale: str
    leaflet: str
    format: str
    path: str
    state: str
    version: str
    pages: int
    sha256: str
    digests: dict[str, str]

    @property
    def key(self) -> PdfKey:
        """What tells the row from the others."""
        return self.locale, self.leaflet, self.format


class Manifest:
    """The rows of an output folder, by locale, leaflet and format."""

    def __init__(self, out: Path, rows: Iterable[ManifestRow] = ()) -> None:
        self.out = out
        self.rows = {row.key: row for row in rows}

    def is_done(self, job: Job) -> bool:
        """Tell whether the job's PDF is there, unchanged, and made from the same inputs."""
        row = self.rows.get(job_key(job))
        return row is not None and row.digests == job.digests and self.is_ours(row)

    def is_ours(self, row: ManifestRow) -> bool:
        """Tell whether the row's file is there, byte for byte as it was written."""
        try:
            data = read_bytes(self.out / row.path)
        except LeafletError:  # it is gone, or something else stands there
            return False
        return hashlib.sha256(data).hexdigest() == row.sha256

    def withdraw(self, key: PdfKey) -> bool:
        """Remove a row and its PDF, so that nobody prints it by mistake.

        A file that somebody changed, or holds open, is left.

        Returns:
            Whether a file was removed.
        """
        row = self.rows.get(key)
        if row is None or not self.is_ours(row):
            self.rows.pop(key, None)
            return False
        try:
            (self.out / row.path).unlink()
        except OSError:
            return False
        del self.rows[key]
        return True

    def write(self) -> None:
        """Write the manifest, whole or not at all. Raises LeafletError where that fails."""
        rows = [msgspec.to_builtins(self.rows[key]) for key in sorted(self.rows)]
        text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
        write_whole(self.out / NAME, text.encode())


def open_manifest(out: Path) -> Manifest:
    """Return the manifest of an output folder; a missing or damaged one is begun anew.

    An empty manifest only costs time: every PDF is then made anew.

    Raises:
        LeafletError: the output folder cannot be written.
    """
    path = out / NAME
    try:
        with reading(path):
            rows = msgspec.json.decode(read_bytes(path), type=list[ManifestRow])
        manifest = Manifest(out, (row for row in rows if _is_inside(row.path)))
    except LeafletError:
        manifest = Manifest(out)
    manifest.write()
    return manifest


def _is_inside(path: str) -> bool:
    """Tell whether a row's path stays below the output folder: its file may be removed one day."""
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts


def job_key(job: Job) -> PdfKey:
    """Return the key of the row that a job makes."""
    return job.edition.language.folder, job.edition.leaflet.name, job.format
