"""What PDFs cost beside one another, in one process that has printed before.

Seconds are those of the processor, which other work on the machine changes less than those of the
clock; and rows take turns, so that what changes meanwhile changes them all. A ratio is the median
of those of the rounds; beside it stands that of the least times, which a busy machine disturbs
least.
"""

import datetime
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leafletpress.clinic import read_clinic
from leafletpress.edition import read_collection
from leafletpress.format import Format
from leafletpress.language import Language
from leafletpress.press import Context, Job, Mode, plan
from leafletpress.press.run import print_job
from leafletpress.project import Project

ROUNDS = 7


@dataclass
class CostRow:
    """Some PDFs that are measured together, and what each round found."""

    name: str
    jobs: Sequence[Job]
    bench: Context
    pages: int = 0
    seconds: list[float] = field(default_factory=list)
    outside: list[float] = field(default_factory=list)
    """The share of each round that was not spent inside WeasyPrint."""

    def run(self) -> None:
        """Print the PDFs once more."""
        begin = time.process_time()
        results = [print_job(job, self.bench) for job in self.jobs]
        self.seconds.append(time.process_time() - begin)
        costs = [result.cost for result in results if result.cost]
        inside = sum(cost.weasyprint_seconds for cost in costs)
        self.outside.append(1 - inside / sum(cost.seconds for cost in costs))
        self.pages = sum(result.printed.pages for result in results if result.printed)

    def ratio(self, base: "CostRow") -> float:
        """How many times as long as another row the PDFs take."""
        return statistics.median(a / b for a, b in zip(self.seconds, base.seconds, strict=True))

    def least_ratio(self, base: "CostRow") -> float:
        """How many times as long the quickest round took as that of another row."""
        return min(self.seconds) / min(base.seconds)


def plan_jobs(project: Project, language: Language, formats: Mapping[str, Format]) -> list[Job]:
    """Return the jobs of printing every leaflet in a language."""
    clinic, out = read_clinic(project.clinic), project.root / "out"
    collection, problems = read_collection(project, project.leaflet_names())
    editions, more = collection.editions(language, datetime.date.today())
    jobs, refused = plan(editions, formats, Mode.NORMAL, project, clinic, out)
    assert not [*problems, *more, *refused], [*problems, *more, *refused]
    return jobs


def print_costs(title: str, rows: Sequence[CostRow]) -> None:
    """Measure rows in turns, and tell what each costs beside the first."""
    for row in rows:
        row.run()
    for row in rows:  # the first PDF of a script loads its fonts
        row.seconds.clear()
        row.outside.clear()
    for _ in range(ROUNDS):
        for row in rows:
            row.run()
    print(f"{title}, {ROUNDS} rounds")
    heads = f"{'pages':>6}{'seconds':>10}{'ratio':>8}{'of least':>10}{'outside WeasyPrint':>22}"
    print(f"  {'':<28}{heads}")
    for row in rows:
        seconds, outside = statistics.median(row.seconds), statistics.median(row.outside)
        figures = f"{row.pages:>6}{seconds:>10.3f}{row.ratio(rows[0]):>8.2f}"
        figures += f"{row.least_ratio(rows[0]):>10.2f}{outside:>22.0%}"
        print(f"  {row.name:<28}{figures}")
