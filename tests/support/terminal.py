"""A program at a terminal: what it shows there, and what a person types."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path


def run_on_terminal(line: Sequence[str], cwd: Path, answers: str | None = None) -> tuple[int, str]:
    """Run a command at a pseudo terminal; return its exit code and what stood on the screen.

    Without `answers` nobody sits there: only what it shows goes to the terminal.
    """
    ours, theirs = os.openpty()
    stdin = None if answers is None else theirs
    with subprocess.Popen(line, cwd=cwd, stdin=stdin, stdout=theirs, stderr=theirs) as started:
        os.close(theirs)
        if answers is not None:
            os.write(ours, answers.encode())
        seen = b""
        try:
            while data := os.read(ours, 4096):
                seen += data
        except OSError:  # Linux says so when the other end is closed
            pass
    os.close(ours)
    return started.returncode, seen.decode()
