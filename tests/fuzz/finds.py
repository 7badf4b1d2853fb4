"""What a fuzz run finds: each kind of fault once, made small, and kept among the tests."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from leafletpress.project import Project
from tests.fuzz.law import BrokenLawError, check_law
from tests.fuzz.readers import READERS

CORPUS = Path(__file__).parent / "corpus"
"""Files that a reader once did the wrong thing with, or might: one folder a reader."""

PATIENCE = 20
"""For so many seconds a file that was found is made smaller."""


def corpus_files(name: str) -> list[Path]:
    """Return the files of the corpus for a reader, sorted."""
    return sorted((CORPUS / name).glob("[!.]*"))


@dataclass
class Finds:
    """The faults that one reader has shown so far."""

    name: str
    project: Project
    patience: float = 1
    kinds: set[str] = field(default_factory=set)

    def look(self, data: bytes) -> str:
        """Let the reader read a file; return what there is to tell, empty for nothing new."""
        kind = self._kind(data)
        if not kind or kind in self.kinds:
            return ""
        self.kinds.add(kind)
        return f"{self.name}: {kind}: {self._keep(self._smaller(data, kind))}"

    def _kind(self, data: bytes) -> str:
        """Return which fault the file shows, empty for none: what is raised, and where."""
        try:
            check_law(self.name, data, self.project, self.patience)
        except BrokenLawError as fault:
            what = str(fault).split(":")[0]
            return f"{what} ({fault.place})" if fault.place else what
        return ""

    def _smaller(self, data: bytes, kind: str) -> bytes:
        """Return a small file that shows the same fault: pieces are taken out while it does."""
        end, size = time.monotonic() + PATIENCE, len(data) // 2
        while size and time.monotonic() < end:
            smaller = next((d for d in _without(data, size, end) if self._kind(d) == kind), None)
            data = data if smaller is None else smaller
            size = min(size // 2 if smaller is None else size, len(data) // 2)
        return data

    def _keep(self, data: bytes) -> str:
        """Write a file to the corpus; return how to have it read again."""
        name = f"found-{hashlib.sha256(data).hexdigest()[:8]}"
        path = CORPUS / self.name / f"{name}{Path(READERS[self.name].file).suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return f'make test args="tests/fuzz -k {name}"'


def _without(data: bytes, size: int, end: float) -> Iterator[bytes]:
    """Yield the data without each piece of that size, for as long as there is time."""
    for begin in range(0, len(data), size):
        if time.monotonic() < end:
            yield data[:begin] + data[begin + size :]
