"""Doing the jobs: printed in parallel processes, written here, each file whole or not at all."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafletpress.content import TRACE
from leafletpress.edition import Edition
from leafletpress.files import write_whole
from leafletpress.fonts import ensure_faces
from leafletpress.format import Format, Imposition
from leafletpress.page import location_in_style, make_page
from leafletpress.pdf import Attachment, Printed, Trace, start, write_pdf
from leafletpress.press.attachments import attachments
from leafletpress.press.context import Context
from leafletpress.press.job import Job
from leafletpress.press.manifest import ManifestRow
from leafletpress.press.pool import Failure, in_processes
from leafletpress.press.preflight import make_shown_page
from leafletpress.problems import Fault, LeafletError, Location, Problem


@dataclass(frozen=True, slots=True)
class Cost:
    """What a job cost in its process, in seconds and bytes.

    `seconds` is the job in all, `weasyprint_seconds` the part of it inside WeasyPrint.
    `start_seconds` is what the process had spent on starting and importing when it was ready for
    its first job; 0 for the jobs that follow. `peak_memory` is the most it has held so far.
    """

    seconds: float
    weasyprint_seconds: float
    start_seconds: float
    peak_memory: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the row of its PDF, or the problems that kept it from being made.

    A job that was done may bring warnings.
    """

    job: Job
    row: ManifestRow | None
    problems: tuple[Problem, ...] = ()
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Print:
    """A job as its process hands it over: printed, not written yet."""

    printed: Printed | None
    problems: tuple[Problem, ...]
    cost: Cost | None = None


def do_jobs(
    jobs: Sequence[Job], context: Context, processes: int
) -> Generator[Outcome, None, None]:
    """Do jobs in `processes` processes; yield each outcome as soon as its PDF is written.

    A job that fails does not stop the others, even where its process dies of it. Closing the
    iterator, or an exception such as Ctrl-C, stops the processes at once.

    Raises:
        LeafletError: the font cache cannot be written.
    """
    languages = {job.edition.language.tag: job.edition.language for job in jobs}
    font_problems = ensure_faces(languages.values(), context.cache_folder, context.project.fonts)
    ready = []
    for job in jobs:
        if problems := font_problems[job.edition.language.tag]:
            yield Outcome(job, None, tuple(problems))
        else:
            ready.append(job)
    for job, result in in_processes(print_job, ready, context, processes):
        match result:
            case Print():
                yield _write(job, result)
            case None:
                what = f"the process that printed {job.name} died"
                mend = "free some memory, or run with --jobs 1"
                yield _failed(job, Fault("process-died", what, mend))
            case Failure(text):  # a defect of ours must not take the other jobs with it
                what = f"printing {job.name} failed ({text})"
                mend = "this is a defect of the program; please report it"
                yield _failed(job, Fault("defect", what, mend))


def print_job(job: Job, context: Context) -> Print:
    """Print one job in this process, without writing anything."""
    try:
        warnings, start_seconds = _start(context.cache_folder)
        begin = time.perf_counter()
        printed, spent = _print(job, context)
    except LeafletError as error:
        return Print(None, error.problems)
    seconds = time.perf_counter() - begin
    return Print(printed, warnings, Cost(seconds, spent, start_seconds, _peak_memory()))


_is_started = False


def _start(cache_folder: Path) -> tuple[tuple[Problem, ...], float]:
    """Make this process ready; return what slows it down, and the seconds spent since it began."""
    global _is_started
    warnings = start(cache_folder)
    seconds = 0.0 if _is_started else time.process_time()
    _is_started = True
    return warnings, seconds


def _print(job: Job, context: Context) -> tuple[Printed, float]:
    return print_edition(job.edition, job.layout, context, attachments(job))


def print_edition(
    edition: Edition,
    layout: Format,
    context: Context,
    attached: Sequence[Attachment] = (),
    *,
    traced: bool = False,
) -> tuple[Printed, float]:
    """Print an edition in a format; return the PDF, and the seconds spent inside WeasyPrint.

    The faces of its language must have been cut, and `pdf.start` have run in this process. With
    `traced`, it is told where its texts came to stand, each under its class (`content.TRACE`).

    Raises:
        LeafletError: it cannot be printed: see `make_shown_page` and `write_pdf`.
    """
    page = make_shown_page(edition, layout, context)

    def location_of(line: int | None) -> Location:
        project, language = context.project, edition.language
        location = location_in_style(project, language, layout, line) if line else None
        return location or Location(edition.leaflet.path)

    begin = time.perf_counter()
    date = edition.leaflet.front_matter.updated
    trace = None
    if traced:
        traced_page = make_page(edition, layout, context.clinic, context.project, traced=True)
        trace = Trace(traced_page, TRACE)
    printed = write_pdf(
        page,
        location_of,
        edition.language,
        date,
        attached,
        booklet=layout.impose is Imposition.BOOKLET,
        cmyk=bool(layout.icc),
        clearance=layout.clearance,
        trace=trace,
    )
    return printed, time.perf_counter() - begin


def _write(job: Job, result: Print) -> Outcome:
    if result.printed is None:
        return Outcome(job, None, result.problems)
    try:
        write_whole(job.path, result.printed.data)
    except LeafletError as error:
        return Outcome(job, None, (*result.problems, *error.problems))
    return Outcome(job, _row(job, result.printed), result.problems, result.cost)


def _row(job: Job, printed: Printed) -> ManifestRow:
    return ManifestRow(
        locale=job.edition.language.folder,
        leaflet=job.edition.leaflet.name,
        format=job.format,
        path=job.name,
        state=str(job.edition.state),
        version=job.edition.leaflet.front_matter.version,
        pages=printed.pages,
        sha256=hashlib.sha256(printed.data).hexdigest(),
        digests=job.digests,
    )


def _failed(job: Job, fault: Fault) -> Outcome:
    return Outcome(job, None, (fault.at(Location(job.edition.leaflet.path)),))


def _peak_memory() -> int:
    """Return the most memory this process has held, in bytes; 0 where the system cannot tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
