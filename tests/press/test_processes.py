"""The worker processes: they end with the program, and one that dies takes no other job along."""

import dataclasses
import multiprocessing
import operator
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leafletpress.press import Job, Mode, do_jobs, plan
from leafletpress.press.pool import Failure, in_processes
from leafletpress.project import Project
from tests.support.long_leaflet import long_leaflet
from tests.support.pdf_reader import Reader
from tests.support.small_project import a4, build, command, context, edit, editions

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
ALL = ["en/rest.pdf", "en/walk.pdf", "tr/rest.pdf", "tr/walk.pdf"]


class Deadly(dict[str, str]):
    """Digests that end the process which unpacks them, as running out of memory would."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def jobs_of(project: Project, tag: str) -> list[Job]:
    out = project.root / "out"
    found = editions(project, tag)
    return plan(found, a4(project), Mode.NORMAL, project, context(project).clinic, out)[0]


def test_a_process_that_dies_costs_only_its_own_job(small: Project) -> None:
    killer, other = jobs_of(small, "en")
    killer = dataclasses.replace(killer, digests=Deadly())
    outcomes = {
        outcome.job.name: outcome for outcome in do_jobs([killer, other], context(small), 2)
    }
    assert outcomes["en/walk.pdf"].row is not None
    assert outcomes["en/rest.pdf"].row is None
    [problem] = outcomes["en/rest.pdf"].problems
    assert problem.what == "the process that printed en/rest.pdf died"


def test_a_defect_of_the_program_costs_only_its_own_job(small: Project) -> None:
    broken, other = jobs_of(small, "en")
    edition = dataclasses.replace(broken.edition, template_messages=())
    broken = dataclasses.replace(broken, edition=edition)
    outcomes = {
        outcome.job.name: outcome for outcome in do_jobs([broken, other], context(small), 1)
    }
    assert outcomes["en/walk.pdf"].row is not None
    [problem] = outcomes["en/rest.pdf"].problems
    assert problem.what.startswith("printing en/rest.pdf failed (KeyError: ")
    assert problem.mend == "this is a defect of the program; please report it"


def test_one_broken_leaflet_does_not_stop_the_others(small: Project) -> None:
    line = edit(small.leaflet("rest"), "/// call | When to call", "/// cal | When to call")
    run = build(small, "--lang=en")
    assert run.returncode == 1
    assert (
        f'leaflets/rest.md:{line}: [unknown-block] there is no block "cal": did you mean "call"?'
    ) in run.stderr
    assert "1 PDF in out: 1 made, 0 unchanged, 1 not made" in run.stdout


def processes(group: int) -> dict[int, str]:
    """The command lines of the processes of a group that are alive."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, pgrp = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(pgrp) == group and state != "Z":
                found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def wait_until_none_is_left(group: int) -> None:
    end = time.monotonic() + 10
    while left := processes(group):
        assert time.monotonic() < end, left
        time.sleep(0.05)


def start_build(project: Project, *arguments: str) -> subprocess.Popen[str]:
    """Start a build in a group of its own, as a terminal does, and wait for its first worker."""
    started = subprocess.Popen(
        command(project, "--jobs=2", *arguments),
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    while not workers(started) and started.poll() is None:
        time.sleep(0.01)
    return started


def workers(started: subprocess.Popen[str]) -> list[int]:
    return [pid for pid, line in processes(started.pid).items() if "spawn_main" in line]


def pdfs(project: Project) -> Iterator[str]:
    """The PDFs in the output folder; each must be whole."""
    out = project.root / "out"
    for path in sorted(out.rglob("*.pdf")):
        assert Reader(path).page_count >= 1
        yield path.relative_to(out).as_posix()


@pytest.fixture
def busy(small: Project) -> Project:
    """The small project with a leaflet more, which takes long to print and comes last."""
    small.leaflet("zzz").write_text(long_leaflet(), "utf-8")
    return small


def wait_for_a_pdf(project: Project) -> None:
    end = time.monotonic() + 60
    while not any((project.root / "out").rglob("*.pdf")):
        assert time.monotonic() < end
        time.sleep(0.01)


@linux
@pytest.mark.parametrize("moment", ["a worker starts", "a worker imports", "a PDF is written"])
def test_ctrl_c_ends_the_build_at_once_and_quietly(busy: Project, moment: str) -> None:
    started = start_build(busy, "--lang=en")
    if moment == "a worker imports":
        time.sleep(0.15)
    if moment == "a PDF is written":
        wait_for_a_pdf(busy)
    os.killpg(started.pid, signal.SIGINT)
    _, stderr = started.communicate(timeout=5)
    assert started.returncode == 1
    assert stderr.strip() == "Aborted!"
    wait_until_none_is_left(started.pid)
    assert set(pdfs(busy)) <= {"en/rest.pdf", "en/walk.pdf"}


@linux
def test_a_build_that_is_killed_leaves_no_half_pdf_and_no_process(busy: Project) -> None:
    started = start_build(busy, "--lang=en")
    wait_for_a_pdf(busy)
    started.kill()
    started.communicate()
    wait_until_none_is_left(started.pid)
    assert 1 <= len(list(pdfs(busy))) <= 2
    run = build(busy, "--lang=en")
    assert run.returncode == 0
    assert "3 PDFs in out: " in run.stdout


@linux
def test_a_worker_that_is_killed_is_told_of_and_the_others_are_done(small: Project) -> None:
    started = start_build(small)
    os.kill(workers(started)[0], signal.SIGKILL)
    stdout, stderr = started.communicate(timeout=60)
    assert started.returncode == 1
    assert re.fullmatch(
        r"leaflets/(rest|walk).md: \[process-died\] the process that printed (en|tr)/\1.pdf died: "
        r"free some memory, or run with --jobs 1\n",
        stderr,
    )
    assert "3 PDFs in out: 3 made, 0 unchanged, 1 not made" in stdout
    assert len(list(pdfs(small))) == 3


@pytest.mark.parametrize("processes", [0, 1, 3])
def test_every_item_is_done_once_however_many_processes_there_are(processes: int) -> None:
    found = dict(in_processes(operator.getitem, ["a", "bc", "", "def"], 0, processes))
    failure = Failure("IndexError: string index out of range")
    assert found == {"a": "a", "bc": "b", "": failure, "def": "d"}


def test_nothing_to_do_starts_nothing() -> None:
    assert list(in_processes(operator.getitem, [], 0, 2)) == []


CALLS: list[Callable[[float], object]] = [abs, time.sleep]


def test_a_reader_who_has_enough_ends_the_processes_in_the_middle_of_their_work() -> None:
    begin = time.monotonic()
    results = in_processes(operator.call, CALLS, 60, 2)
    assert next(results) == (abs, 60)
    results.close()
    assert time.monotonic() - begin < 30
    assert multiprocessing.active_children() == []
