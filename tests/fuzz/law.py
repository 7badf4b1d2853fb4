"""What holds for every reader and every file: it is read, or told to be wrong, and soon."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from unicodedata import category

from leafletpress.problems import LeafletError, Problem
from leafletpress.project import Project
from tests.fuzz.readers import READERS

ROOT = Path(__file__).parents[2]
CODE = ROOT / "leafletpress"

SECONDS = 2.0
SIZE = 100_000
"""A file of so many bytes is read or refused in so many seconds of the processor."""

AGAIN = 0.05

UNSHOWN = ("Cc", "Cs", "Zl", "Zp")
"""Controls, halves of surrogate pairs, ends of lines: what breaks a line, or cannot be written."""


class BrokenLawError(AssertionError):
    """A reader did with a file what none may do. `place` is where in the code, as far as known."""

    def __init__(self, what: str, place: str = "") -> None:
        super().__init__(what)
        self.place = place


class _TooSlowError(BaseException):
    """Raised in the middle of a reader. No net around it may catch this."""


def check_law(name: str, data: bytes, project: Project, patience: float = 1) -> None:
    """Let a reader read a file that holds `data`.

    `patience` lengthens the time allowed: code that is watched while it runs takes longer.

    Raises:
        BrokenLawError: the reader raised anything but a `LeafletError` that tells, each on one
            line, at least one problem at a line of the file; or it took too long.
    """
    reader = READERS[name]
    path = project.root / reader.file
    path.write_bytes(data)
    seconds = SECONDS * patience * max(1, len(data) / SIZE)
    begin = time.process_time()
    try:
        with _stopped_after(seconds):
            reader.read(project)
    except LeafletError as error:
        _check_problems(error.problems, path, data)
    except _TooSlowError as error:
        what = f"not read within {seconds:.0f} s of the processor"
        raise BrokenLawError(what, _place(error)) from None
    except Exception as error:
        raise BrokenLawError(_said(error), _place(error)) from error
    finally:
        path.unlink()
    if time.process_time() - begin > seconds:
        raise BrokenLawError(f"read only after {seconds:.0f} s of the processor")


def _check_problems(problems: tuple[Problem, ...], path: Path, data: bytes) -> None:
    if not problems:
        raise BrokenLawError("refused, and nothing is reported")
    last = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        shown = problem.show()
        if len(shown.splitlines()) != 1 or any(category(sign) in UNSHOWN for sign in shown):
            raise BrokenLawError(f"a problem is no line that can be shown: {shown[:300]!r}")
        if not (problem.id and problem.what and problem.mend):
            raise BrokenLawError(f"a problem says nothing: {shown[:300]!r}")
        line = problem.location.line
        if problem.location.path == path and line is not None and not 1 <= line <= last:
            raise BrokenLawError(f"there is no line {line} of {last}: {shown[:300]!r}")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:200]}"


def _place(error: BaseException) -> str:
    """Return file and line of our own code, or else of other code, that an error came out of."""
    frames = [
        (Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)
    ]
    ours = [(path, line) for path, line in frames if path.is_relative_to(CODE)]
    path, line = (ours or frames)[-1]
    return f"{path.relative_to(ROOT).as_posix() if ours else path.name}:{line}"


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Stop what runs after so much time of the processor, where the system can."""
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not can:
        yield
        return

    def stop(*_: object) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    # And again: one that is raised in a callback of the garbage collector comes to nothing.
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
