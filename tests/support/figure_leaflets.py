"""Two leaflets that hold every kind of figure, printed in every format, in English and from right
to left.

    python -m tests.support.figure_leaflets FOLDER

writes their PDFs there, for `make conformance`.
"""

import datetime
import itertools
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import msgspec

from leafletpress.clinic import read_clinic
from leafletpress.edition import Collection, read_collection
from leafletpress.format import format_names, read_format
from leafletpress.language import source_language
from leafletpress.press import Context, print_job
from leafletpress.press.job import Job, Mode, plan
from leafletpress.project import Project
from tests.support import pseudo_catalogs
from tests.support.figure_blocks import CALENDAR, COMPARE, ICONS, RISK, SCALE, STEPS
from tests.support.made_once import made_once
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, ROOT, faces_problems
from tests.support.small_project import CLINIC
from tests.support.tiny_leaflet import CITED, FRONT

TODAY = datetime.date(2026, 11, 22)

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
    made = Project(Path(tempfile.mkdtemp(prefix="figured-")))
    shutil.copytree(ROOT / "templates", made.templates.own)
    (made.root / "leaflets").mkdir()
    made.locales.mkdir()
    made.clinic.write_text(CLINIC, "utf-8")
    for number, (name, blocks) in enumerate(LEAFLETS.items(), start=1):
        front = FRONT.replace("T-1", f"T-{number}")
        made.leaflet(name).write_text(front + "".join(blocks) + CITED, "utf-8")
    pseudo_catalogs.translate_all(made, collection(made))
    return made


def collection(of: Project) -> Collection:
    """Return the leaflets of the project, which are right."""
    found, problems = read_collection(of, of.leaflet_names(), read_clinic(of.clinic))
    assert problems == [], problems
    return found


def jobs(tag: str, format_name: str, *, same_size: bool) -> list[Job]:
    """Return the jobs of printing every leaflet in a language and a format, where it fits."""
    here = project()
    language = (
        pseudo_catalogs.LANGUAGE if tag == pseudo_catalogs.LANGUAGE.tag else source_language()
    )
    editions, problems = collection(here).editions(language, TODAY)
    assert problems == [], problems
    layout = read_format(here, format_name)
    if same_size:
        size = round(layout.body / language.type_scale, 3)
        layout = msgspec.structs.replace(layout, body=size)
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
