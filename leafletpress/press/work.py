"""Doing the jobs: in parallel processes, each file written whole or not at all."""

from __future__ import annotations

import hashlib
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from leafletpress.clinic import Clinic
from leafletpress.files import write_whole
from leafletpress.fonts import ensure_faces
from leafletpress.glyphs import check_glyphs, check_page_glyphs
from leafletpress.page import make_page
from leafletpress.pdf import Printed, start, write_pdf
from leafletpress.press.job import Job
from leafletpress.press.manifest import Row
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project


@dataclass(frozen=True, slots=True)
class Cost:
    """What a job cost: seconds in all, seconds inside WeasyPrint, the worker's peak bytes."""

    seconds: float
    weasyprint_seconds: float
    peak_memory: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the row of its PDF, or the problems that kept it from being made."""

    job: Job
    row: Row | None
    problems: tuple[Problem, ...] = ()
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """What every job needs beside its edition."""

    project: Project
    clinic: Clinic
    cache_folder: Path


def do_jobs(jobs: Sequence[Job], bench: Bench, processes: int) -> Iterator[Outcome]:
    """Do jobs in `processes` processes; yield each outcome as soon as it is there.

    A job that fails costs only itself. A process that dies (out of memory, killed) costs the jobs
    that were not done yet.

    Raises:
        LeafletError: the font cache cannot be written.
    """
    languages = {job.edition.language.tag: job.edition.language for job in jobs}
    font_problems = ensure_faces(languages.values(), bench.cache_folder)
    ready = []
    for job in jobs:
        if problems := font_problems[job.edition.language.tag]:
            yield Outcome(job, None, tuple(problems))
        else:
            ready.append(job)
    if not ready:
        return
    # Processes are spawned, not forked: Pango and fontconfig keep state that must not be shared.
    context = multiprocessing.get_context("spawn")
    workers = max(1, min(processes, len(ready)))
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        futures = {pool.submit(do_job, job, bench): job for job in ready}
        for future in as_completed(futures):
            yield _outcome(future, futures[future])


def do_job(job: Job, bench: Bench) -> Outcome:
    """Make one PDF in this process and write it."""
    begin = time.perf_counter()
    try:
        printed, spent = _print(job, bench)
        write_whole(job.path, printed.data)
    except LeafletError as error:
        return Outcome(job, None, error.problems)
    fields = job.edition.leaflet.front_matter
    row = Row(
        locale=job.edition.language.folder,
        leaflet=job.edition.leaflet.name,
        format=job.format,
        path=job.name,
        state=str(job.edition.state),
        version=fields.version,
        pages=printed.pages,
        sha256=hashlib.sha256(printed.data).hexdigest(),
        digests=job.digests,
    )
    cost = Cost(time.perf_counter() - begin, spent, _peak_memory())
    return Outcome(job, row, cost=cost)


def _print(job: Job, bench: Bench) -> tuple[Printed, float]:
    edition = job.edition
    problems = list(check_glyphs(edition, bench.cache_folder))
    if problems:
        raise LeafletError(problems)
    page = make_page(edition, job.format, bench.clinic, bench.project)
    if problems := list(check_page_glyphs(page, edition, bench.cache_folder)):
        raise LeafletError(problems)
    start(bench.cache_folder)
    begin = time.perf_counter()
    printed = write_pdf(page, Location(edition.leaflet.path), edition.language.families)
    return printed, time.perf_counter() - begin


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    place = Location(job.edition.leaflet.path)
    try:
        return future.result()
    except BrokenProcessPool:
        what = f"the process that printed {job.name} died"
        problem = Problem(place, what, "free some memory, or run with --jobs 1")
    except Exception as error:  # a defect of ours must not take the other jobs with it
        what = f"printing {job.name} failed ({type(error).__name__}: {error})"
        problem = Problem(place, what, "this is a defect of the program; please report it")
    return Outcome(job, None, (problem,))


def _peak_memory() -> int:
    """Return the most memory this process has held, in bytes; 0 where the system cannot tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
