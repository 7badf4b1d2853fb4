"""Two leaflets that hold every kind of figure, printed in every format, in English and from right
to left.

    python -m tests.support.figure_leaflets FOLDER

writes their PDFs there, for `make conformance`.
"""

import itertools
import sys
from functools import cache
from pathlib import Path

from leafletpress.clinic import read_clinic
from leafletpress.format import format_names, read_format
from leafletpress.press import Context
from leafletpress.press.job import Job, Mode, plan
from leafletpress.press.run import print_job
from leafletpress.project import Project
from tests.support import pseudo_catalogs
from tests.support.figure_blocks import CALENDAR, COMPARE, ICONS, RISK, SCALE, STEPS
from tests.support.made_once import made_once
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, ROOT, faces_problems
from tests.support.pseudo_project import in_same_size, pseudo_project, right_editions
from tests.support.small_project import CLINIC
from tests.support.tiny_leaflet import CITED, FRONT

HUNDRED = (
    ICONS.replace("people: 1000", "people: 100").replace("1,000", "100"),
    COMPARE,
    RISK.replace("people: 43", "people: 100").replace("43 women, 30 (70%)", "100 women, 30 (30%)"),
)
"""What counts among 100 people: each of them is drawn as a person."""

THOUSAND = (ICONS, COMPARE.replace("100", "1000"))
"""What counts among 1,000 people: each of them is a disc."""

LEAFLETS = {"hundred": HUNDRED, "thousand": (*THOUSAND, SCALE, STEPS, CALENDAR)}
"""The figures of each leaflet: all that count people in one leaflet count among as many."""

FORMATS = format_names(Project(ROOT))


@cache
def project() -> Project:
    """Return a project with these leaflets alone, and their catalogs in the pseudo language."""
    texts = {
        name: FRONT.replace("T-1", f"T-{number}") + "".join(blocks) + CITED
        for number, (name, blocks) in enumerate(LEAFLETS.items(), start=1)
    }
    return pseudo_project(texts, CLINIC)


def jobs(tag: str, format_name: str, *, same_size: bool) -> list[Job]:
    """Return the jobs of printing every leaflet in a language and a format, where it fits."""
    here = project()
    editions = right_editions(here, tag)
    layout = read_format(here, format_name)
    if same_size:
        layout = in_same_size(layout, editions[0].language)
    clinic, out = read_clinic(here.clinic), here.root / "out"
    found, refused = plan(
        editions, {format_name: layout}, Mode.NORMAL, here, clinic, out, named=False
    )
    assert refused == [], refused
    return found


@cache
def printed(tag: str, format_name: str, *, same_size: bool = False) -> dict[str, Reader]:
    """Return every leaflet in a language and a format, by its name.

    Where they are of the `same_size`, letters are as large in every language.
    """

    def make(folder: Path) -> None:
        assert not faces_problems(tag)
        context = Context(project(), read_clinic(project().clinic), CACHE)
        for job in jobs(tag, format_name, same_size=same_size):
            result = print_job(job, context)
            assert result.printed is not None, result.problems
            (folder / f"{job.edition.leaflet.name}.pdf").write_bytes(result.printed.data)

    folder = made_once(f"figures-{tag}-{format_name}{'-same-size' * same_size}", make)
    return {path.stem: Reader(path) for path in sorted(folder.iterdir())}


def main(folder: Path) -> None:
    """Write every PDF into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for tag, format_name in itertools.product(("en", pseudo_catalogs.LANGUAGE.tag), FORMATS):
        for name, reader in printed(tag, format_name).items():
            (folder / f"{tag}.{name}.{format_name}.pdf").write_bytes(reader.data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
