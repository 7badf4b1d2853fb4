"""Paper for reviewers: printed from any state, and never among what patients get."""

import json
from pathlib import Path

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.format import read_format
from leafletpress.press import Mode, plan
from leafletpress.project import Project
from tests.support.pdf_pages import page_texts
from tests.support.small_project import build, edit, editions

pytestmark = pytest.mark.slow

RESTING = 'msgstr "15 gün dinlenin. [@smith2020] Su için."'
SHEET = "out/for-review/tr/rest.review.pdf"


def spoil(project: Project) -> None:
    """Make one edition incomplete, with a wrong number and a character that no face shows."""
    wrong = 'msgstr "51 gün dinlenin ≤ 水. [@smith2020]"'
    edit(project.catalog("tr", "rest"), RESTING, wrong)


def test_a_sheet_is_printed_from_any_state_and_says_whom_it_is_not_for(small: Project) -> None:
    spoil(small)
    run = build(small, "--lang=tr", "--leaflet=rest", "--format=review")
    assert (run.stdout.split(": ")[0], run.returncode) == (SHEET, 0)
    assert "[numbers]" in run.stderr, "what is wrong is reported as well"
    texts = page_texts(small.root / SHEET)
    for page in texts:
        assert "hastalara verilmez · Reviewer’s sheet: not for patients" in page
        assert "INCOMPLETE" in page
    assert "[U+6C34]" in " ".join(texts)


def test_a_sheet_never_stands_where_the_leaflets_of_patients_stand(small: Project) -> None:
    formats = ("--format=review", "--format=a4")
    assert build(small, "--lang=tr", *formats).returncode == 0
    leaflets = {path.name for path in (small.root / "out/tr").iterdir()}
    assert leaflets == {"rest.pdf", "walk.pdf"}
    sheets = {path.name for path in (small.root / "out/for-review/tr").iterdir()}
    assert sheets == {"rest.review.pdf", "walk.review.pdf"}
    spoil(small)
    run = build(small, "--lang=tr", *formats)
    assert run.returncode == 1, "the leaflet itself is refused"
    assert not (small.root / "out/tr/rest.pdf").exists()
    assert (small.root / SHEET).exists()
    rows = json.loads((small.root / "out/manifest.json").read_text("utf-8"))
    paths = {row["path"]: row["format"] for row in rows}
    assert paths == {
        "tr/walk.pdf": "a4",
        "for-review/tr/rest.review.pdf": "review",
        "for-review/tr/walk.review.pdf": "review",
    }


def digests(project: Project) -> list[dict[str, str]]:
    """What the sheets of the Turkish editions are made from."""
    layout = {"review": read_format(project, "review")}
    clinic = read_clinic(project.clinic)
    found = editions(project, "tr")
    jobs, _ = plan(found, layout, Mode.NORMAL, project, clinic, project.root / "out")
    return [job.digests for job in jobs]


def test_a_sheet_is_printed_anew_when_only_a_doubtful_text_changed(small: Project) -> None:
    catalog, doubt = small.catalog("tr", "rest"), '#, fuzzy\nmsgid "Sleep well."'
    first = digests(small)
    assert digests(small) == first
    edit(catalog, 'msgid "Sleep well."', doubt)
    second = digests(small)
    assert second != first
    edit(catalog, 'msgstr "İyi uyuyun."', 'msgstr "Bol bol uyuyun."')
    assert digests(small) != second, "what is not printed for patients stands on the sheet"


def test_a_sheet_is_nothing_to_release(small: Project) -> None:
    run = build(small, "--lang=tr", "--leaflet=rest", "--format=review", "--release")
    assert run.returncode == 1
    assert "a sheet for reviewers is not for patients" in run.stderr
    assert not (small.root / SHEET).exists()


def test_the_source_has_a_sheet_as_well(small: Project) -> None:
    run = build(small, "--lang=en", "--leaflet=rest", "--format=review")
    assert run.returncode == 0
    texts = page_texts(Path(small.root / "out/for-review/en/rest.review.pdf"))
    assert "Clinician" in " ".join(texts)
