"""What is made once a run for all tests that only read it, however many processes run them."""

import fcntl
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest


class RunFolder:
    """The folder that all processes of a run share; outside of pytest, one of this process."""

    folder: Path | None = None

    @classmethod
    def set(cls, factory: pytest.TempPathFactory, *, is_worker: bool) -> None:
        """Take the folder that pytest gives the run; a worker has one of its own below it."""
        base = factory.getbasetemp()
        cls.folder = base.parent if is_worker else base

    @classmethod
    def get(cls) -> Path:
        """Return the folder."""
        if cls.folder is None:
            cls.folder = Path(tempfile.mkdtemp(prefix="leaflets-"))
        return cls.folder


@cache
def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of that name, which `make` fills when the first process asks for it.

    Others wait meanwhile. Where `make` fails, the next one who asks tries again.
    """
    folder = RunFolder.get() / "shared" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = folder.with_name(f"{name}.done")
    with _locked(folder.with_name(f"{name}.lock")):
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # the end of this process, however it ends, unlocks it
        yield
