"""Formats that cannot hold an edition refuse it, and only it."""

import datetime

from leafletpress.clinic import read_clinic
from leafletpress.edition import read_collection
from leafletpress.format import read_formats
from leafletpress.language import parse_language
from leafletpress.press import Mode, plan
from leafletpress.project import Project

TODAY = datetime.date(2026, 11, 22)


def test_the_bilingual_sheet_needs_a_translation(project: Project) -> None:
    clinic = read_clinic(project.clinic)
    collection, _ = read_collection(project, ["hsct-steps"])
    editions = [
        edition
        for tag in ("en", "tr")
        for edition in collection.editions(parse_language(tag), TODAY)[0]
    ]
    formats, _ = read_formats(project, ["a4", "bilingual"])
    for mode in (Mode.NORMAL, Mode.DRAFT):
        jobs, problems = plan(editions, formats, mode, project, clinic, project.root / "out")
        assert [job.name for job in jobs] == [
            "en/hsct-steps.pdf",
            "tr/hsct-steps.pdf",
            "tr/hsct-steps.bilingual.pdf",
        ]
        assert [problem.show(project.root) for problem in problems] == [
            "leaflets/hsct-steps.md: [needs-translation] bilingual needs a translation, and "
            "English is the source: "
            "name another language, for example --lang tr, or another format"
        ]
