"""``update``, killed at every step that it takes on a file.

    python -m tests.support.killed_updates PROJECT

Each time a process of its own begins with the old files and is killed, with no chance to tidy up.
It prints how often it was killed, and every file that was neither the old one nor the new one.
"""

import datetime
import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from leafletpress.edition import read_collection
from leafletpress.language import parse_language
from leafletpress.project import Project
from leafletpress.update import update

MOMENT = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
STEPS = {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir"}
"""What Python tells of a program that works on files (its audit events)."""

SIZES = (0, 1, 100, 1000, 2000, 4000)
"""After how many bytes of a file a process is killed in the middle of writing it."""

Files = dict[Path, bytes]


def main() -> None:
    project = Project(Path(sys.argv[1]))
    collection, _ = read_collection(project, project.leaflet_names())
    old = files(project)

    def work() -> None:
        update(collection, [parse_language("tr")], MOMENT)

    run(work)
    new = files(project)
    broken: set[Path] = set()
    kills = 0
    for prepare in ways():
        put_back(old, project)
        if run(work, prepare) == 0:
            break
        kills += 1
        there = files(project)
        broken |= {path for path in old | new if there.get(path) not in (old.get(path), new[path])}
        if run(work) != 0 or files(project) != new:
            print("a second update does not finish what was begun")
    print(kills, *sorted(broken))


def files(project: Project) -> Files:
    """The catalogs and pots; what a program left half written has a name of its own."""
    found = [*project.locales.rglob("*.po"), *project.locales.rglob("*.pot")]
    return {path: path.read_bytes() for path in found}


def put_back(old: Files, project: Project) -> None:
    for path in project.locales.rglob("*.*"):
        path.unlink()
    for path, data in old.items():
        path.write_bytes(data)


def run(work: Callable[[], None], prepare: Callable[[], None] = lambda: None) -> int:
    """Do the work in a process of its own; return 0 where it came to its end."""
    child = os.fork()
    if child == 0:
        prepare()
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]


def ways() -> Iterator[Callable[[], None]]:
    """Every way to be killed; the last ones, one after the other, at every step until the end."""
    yield from (in_the_middle_of_a_file(size) for size in SIZES)
    yield from (at_step(number) for number in itertools.count(1))


def in_the_middle_of_a_file(size: int) -> Callable[[], None]:
    def prepare() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return prepare


def at_step(number: int) -> Callable[[], None]:
    steps = itertools.count(1)

    def look(event: str, _: object) -> None:
        if event in STEPS and next(steps) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(look)


if __name__ == "__main__":
    main()
