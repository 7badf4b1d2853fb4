"""Whether memory stays flat: many jobs in one worker, and many rebuilds of one preview."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from itertools import cycle, islice
from pathlib import Path

import polib

from leafletpress.clinic import read_clinic
from leafletpress.edition import project_languages
from leafletpress.format import read_format
from leafletpress.press import Context, Worker
from leafletpress.press.job import DEFAULT_FORMAT
from leafletpress.press.run import Print, print_job
from leafletpress.project import Project
from tests.bench.costs import plan_jobs
from tests.bench.report import line
from tests.support.printing import CACHE, faces_problems
from tests.support.small_project import command

TIMES = 300

SHOWN = (20, 100, 200, 300)
"""After so many times memory is shown; the first is when everything is warm."""

MEGABYTE = 1_000_000


def print_endurance(project: Project) -> None:
    """Tell how memory grows in a worker that prints, and in a preview that is kept open."""
    language = next(each for each in project_languages(project)[0] if not each.is_source)
    assert not faces_problems(language.tag)
    layout = {DEFAULT_FORMAT: read_format(project, DEFAULT_FORMAT)}
    bench = Context(project, read_clinic(project.clinic), CACHE)
    jobs = plan_jobs(project, language, layout)
    worker = Worker(print_job, bench)
    assert worker.process.pid
    print(f"{TIMES} jobs in one worker")
    memory = Memory(worker.process.pid)
    for number, job in enumerate(islice(cycle(jobs), TIMES), start=1):
        worker.give(job)
        printed = worker.take()
        assert isinstance(printed, Print), printed
        assert printed.printed, printed.problems
        memory.show(number)
    worker.end()
    print_preview(project, language.folder, jobs[0].edition.leaflet.name)


def print_preview(project: Project, folder: str, leaflet: str) -> None:
    """Tell how the memory of a preview grows while somebody translates and saves."""
    save = _saver(project.catalog(folder, leaflet))
    print(f"{TIMES} rebuilds of one preview")
    with _preview(project, folder, leaflet) as (process, wait_for_sheet):
        wait_for_sheet()
        printing = Memory(_child_of(process.pid), "the process that prints")
        serving = Memory(process.pid, "the process that serves")
        for number in range(1, TIMES + 1):
            save(number)
            wait_for_sheet()
            printing.show(number)
            serving.show(number)


class Memory:
    """The memory that a process holds, shown from time to time."""

    def __init__(self, pid: int, name: str = "memory") -> None:
        self.pid = pid
        self.name = name
        self.warm = 0.0

    def show(self, times: int) -> None:
        """Show it, where this is one of the times to."""
        if times not in SHOWN:
            return
        held = resident(self.pid) / MEGABYTE
        self.warm = self.warm or held
        line(f"{self.name}, after {times}", f"{held:.0f} MB, {held / self.warm - 1:+.1%}")


def resident(pid: int) -> int:
    """Return the bytes of memory that a process holds."""
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, encoding="ascii", check=True
    )
    return int(shown.stdout) * 1024


def _child_of(pid: int) -> int:
    """Return the child of a process that holds the most memory."""
    shown = subprocess.run(
        ["ps", "-A", "-o", "ppid=,rss=,pid="], capture_output=True, encoding="ascii", check=True
    )
    rows = [list(map(int, row.split())) for row in shown.stdout.splitlines()]
    return max(row[1:] for row in rows if row[0] == pid)[1]


def _saver(path: Path) -> Callable[[int], None]:
    """Return what saves a catalog with one more word in one translation, each time another."""
    catalog = polib.pofile(str(path), wrapwidth=0)
    entry = next(entry for entry in catalog if " " in entry.msgstr and not entry.fuzzy)
    before = entry.msgstr

    def save(number: int) -> None:
        word = "".join("abcdefghij"[int(digit)] for digit in str(number))
        entry.msgstr = f"{before} {word}"
        catalog.save()

    return save


@contextmanager
def _preview(
    project: Project, folder: str, leaflet: str
) -> Iterator[tuple[subprocess.Popen[str], Callable[[], None]]]:
    """Run a preview; give its process, and what waits until pages have been made anew."""
    options = ["preview", f"--lang={folder}", f"--leaflet={leaflet}", "--port=0"]
    process = subprocess.Popen(command(project, *options), stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout
        address = process.stdout.readline().split(": ")[1].strip()
        with urllib.request.urlopen(address.replace("/?", "/events?")) as events:
            yield process, lambda: _wait_for_sheet(events)
    finally:
        process.kill()
        process.wait()


def _wait_for_sheet(events: HTTPResponse) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        said = events.readline()
        if said == b"event: sheet\n":
            return
        if not said:
            sys.exit("the preview has ended")
    sys.exit("the preview makes no page")
