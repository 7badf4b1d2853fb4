"""Whole builds of the project: with nothing there yet, with nothing changed, after an edit."""

import datetime
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import polib

from leafletpress.clinic import read_clinic
from leafletpress.edition import project_languages, read_collection
from leafletpress.press import Context, Cost, Job, Mode, do_jobs, open_manifest, plan
from leafletpress.project import Project
from tests.bench.report import line
from tests.support.small_project import ROOT, a4

PROCESSES = 2
RUNS = 7
MEGABYTE = 1_000_000


def print_builds(project: Project) -> None:
    """Tell what the builds of a copy of the project cost; it is changed on the way."""
    cold = time_command(project)
    print_cold(project, cold)
    print_unchanged(project, cold)
    print_edited(project, cold)


def build(project: Project, *python: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *python, str(ROOT / "build.py"), "--project", str(project.root)]
    command += ["--draft", "--jobs", str(PROCESSES)]
    return subprocess.run(
        command, cwd=project.root, capture_output=True, encoding="utf-8", check=False
    )


def time_command(project: Project) -> float:
    begin = time.perf_counter()
    build(project)
    return time.perf_counter() - begin


def print_cold(project: Project, seconds: float) -> None:
    """Tell what the first build cost, and what its workers spent their time on."""
    rows = open_manifest(project.root / "out").rows.values()
    pages = sum(row.pages for row in rows)
    print(f"Every edition, nothing there yet, {PROCESSES} processes")
    line("PDFs, pages", f"{len(rows)}, {pages}")
    line("wall", f"{seconds:.2f} s")
    line("PDFs a second", f"{len(rows) / seconds:.1f}")
    costs = print_again(project)
    inside = sum(cost.weasyprint_seconds for cost in costs)
    working = sum(cost.seconds for cost in costs)
    line("share of the workers' time inside WeasyPrint", f"{inside / working:.0%}")
    line("a PDF in a worker", f"{working / len(costs):.2f} s")
    starts = [cost.start_seconds for cost in costs if cost.start_seconds]
    line("a worker's start and imports", f"{statistics.mean(starts):.2f} s")
    line("most memory of a worker", f"{max(c.peak_memory for c in costs) / MEGABYTE:.0f} MB")


def print_again(project: Project) -> Sequence[Cost]:
    """Print every edition once more, without the command, and return what each PDF cost."""
    clinic = read_clinic(project.clinic)
    bench = Context(project, clinic, project.root / ".cache")
    outcomes = do_jobs(jobs_of(project, project.root / "again"), bench, PROCESSES)
    return [outcome.cost for outcome in outcomes if outcome.cost]


def jobs_of(project: Project, out: Path) -> list[Job]:
    clinic = read_clinic(project.clinic)
    collection, _ = read_collection(project, project.leaflet_names())
    languages, _ = project_languages(project)
    today = datetime.date.today()
    found = [edition for each in languages for edition in collection.editions(each, today)[0]]
    return plan(found, a4(project), Mode.DRAFT, project, clinic, out)[0]


def print_unchanged(project: Project, cold: float) -> None:
    """Tell what a build costs that has nothing to do."""
    runs = [time_command(project) for _ in range(RUNS)]
    middle = statistics.median(runs)
    bare = statistics.median(time_bare_python() for _ in range(RUNS))
    imported = re.search(r"\| +weasyprint$", build(project, "-X", "importtime").stderr, re.M)
    print(f"Nothing changed, {RUNS} runs")
    line("wall, median (least to most)", f"{middle:.2f} s ({min(runs):.2f} to {max(runs):.2f})")
    line("of a cold build", f"{middle / cold:.0%}")
    line("a bare start of Python", f"{bare:.3f} s, {middle / bare:.0f} times less")
    line("WeasyPrint was imported", "yes" if imported else "no")


def time_bare_python() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begin


def print_edited(project: Project, cold: float) -> None:
    """Tell what it costs to mend one line of one translation."""
    language = next(each for each in project_languages(project)[0] if not each.is_source)
    path = project.catalog(language.folder, project.leaflet_names()[0])
    catalog = polib.pofile(str(path), wrapwidth=0)
    entry = next(entry for entry in catalog if entry.msgstr.isalpha() or " " in entry.msgstr)
    entry.msgstr += "."
    catalog.save()
    begin = time.perf_counter()
    run = build(project)
    seconds = time.perf_counter() - begin
    print(f"One line of {path.relative_to(project.root).as_posix()} edited")
    made = [text.partition(":")[0] for text in run.stdout.splitlines() if text.count(":") == 1]
    line("made again", ", ".join(made[:-1]))
    line("wall", f"{seconds:.2f} s, {seconds / cold:.0%} of a cold build")
