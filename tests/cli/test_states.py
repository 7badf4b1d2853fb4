"""What build.py does with editions in each state: end to end, on real pages."""

import re
from pathlib import Path

import pytest

from leafletpress.edition import State
from leafletpress.page import make_page
from leafletpress.press import Mode, plan
from leafletpress.project import Project
from tests.support.pdf_pages import page_texts
from tests.support.small_project import a4, build, context, edit, editions, sign_all

pytestmark = pytest.mark.slow

RESTING = 'msgstr "15 gün dinlenin. [@smith2020] Su için."'
PAST = "2021-01-01"


def catalog(project: Project, name: str = "rest") -> Path:
    return project.catalog("tr", name)


def sign(project: Project) -> None:
    """Have every edition signed by everyone who must."""
    for tag in ("en", "tr"):
        sign_all(project, tag)


def let_expire(project: Project) -> None:
    for path in project.leaflets.glob("*.md"):
        edit(path, "review_by: 2099-11-22", f"review_by: {PAST}")


def test_a_draft_is_marked_on_every_page_in_both_languages(printed: Project) -> None:
    for name in ("rest", "walk"):
        for page in page_texts(printed.root / f"out/tr/{name}.pdf"):
            assert "TASLAK · DRAFT" in page
        for page in page_texts(printed.root / f"out/en/{name}.pdf"):
            assert "DRAFT" in page


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ('msgstr ""', '[untranslated] "Rest for 15 days.'),
        ('msgstr "16 gün dinlenin. [@smith2020] Su için."', "[numbers] "),
    ],
)
def test_a_line_that_is_missing_or_wrong_costs_only_its_leaflet(
    small: Project, new: str, said: str
) -> None:
    line = edit(catalog(small), RESTING, new)
    run = build(small, "--lang", "tr")
    assert f"locales/tr/LC_MESSAGES/rest.po:{line}: " in run.stderr
    assert said in run.stderr
    assert run.returncode == 1
    assert (small.root / "out/tr/walk.pdf").exists()
    assert not (small.root / "out/tr/rest.pdf").exists()


def test_draft_prints_an_incomplete_edition_and_says_so_everywhere(small: Project) -> None:
    line = edit(catalog(small), RESTING, 'msgstr ""')
    run = build(small, "--lang", "tr", "--leaflet", "rest", "--draft")
    assert run.returncode == 0
    assert f"rest.po:{line}: " in run.stderr
    pages = page_texts(small.root / "out/tr/rest.pdf")
    assert [page for page in pages if "EKSİK · INCOMPLETE" not in page] == []
    assert "English Rest for 15 days." in " ".join(pages)
    assert "Broşürü hastalara vermeyin" not in " ".join(pages)


def test_a_passage_that_stands_in_is_in_its_own_language(small: Project) -> None:
    edit(catalog(small), RESTING, 'msgstr ""')
    [edition] = [edition for edition in editions(small, "tr") if edition.leaflet.name == "rest"]
    page = make_page(edition, a4(small)["a4"], context(small).clinic, small)
    [passage] = re.findall(r"<p( [^>]*)>[^/]*English</span> Rest for", page)
    assert ' lang="en"' in passage


def test_release_refuses_drafts_and_says_who_has_to_sign(small: Project) -> None:
    run = build(small, "--release")
    assert run.returncode == 1
    assert list((small.root / "out").rglob("*.pdf")) == []
    for name in ("rest", "walk"):
        assert f"{name} in English is a draft: have it signed by clinician" in run.stderr
        wanted = f"{name} in Turkish is a draft: have it signed by translator, reviser, clinician"
        assert f"locales/tr/signoff.toml: [unsigned] {wanted}" in run.stderr


def test_an_approved_edition_carries_no_mark_and_may_be_released(small: Project) -> None:
    sign(small)
    run = build(small, "--release")
    assert (run.stderr, run.returncode) == ("", 0)
    for path in (small.root / "out").rglob("*.pdf"):
        text = " ".join(page_texts(path))
        assert not any(mark in text for mark in ("DRAFT", "TASLAK", "INCOMPLETE", "OUT OF DATE"))
        assert "The clinician" in text
    assert "0 made, 4 unchanged" in build(small).stdout


def test_a_sign_off_of_another_text_approves_nothing(small: Project) -> None:
    sign(small)
    edit(catalog(small), "İyi uyuyun.", "Çok iyi uyuyun.")
    states = {edition.leaflet.name: edition.state for edition in editions(small, "tr")}
    assert states == {"rest": State.DRAFT, "walk": State.APPROVED}


def test_an_expired_edition_is_out_of_date_on_every_page(small: Project) -> None:
    sign(small)
    let_expire(small)
    assert build(small, "--lang", "tr").returncode == 0
    for name in ("rest", "walk"):
        for page in page_texts(small.root / f"out/tr/{name}.pdf"):
            assert "GÜNCEL DEĞİL · OUT OF DATE" in page
    run = build(small, "--release")
    assert run.returncode == 1
    assert f"leaflets/rest.md: [review-due] review was due by {PAST}" in run.stderr


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("state", [State.DRAFT, State.INCOMPLETE, State.EXPIRED])
def test_no_mode_prints_a_page_without_the_mark_of_its_state(
    small: Project, mode: Mode, state: State
) -> None:
    if state is State.INCOMPLETE:
        edit(catalog(small, "page"), 'msgstr "Kaynaklar"', 'msgstr ""')  # a word of every page
    if state is State.EXPIRED:
        let_expire(small)
    found = list(editions(small, "tr"))
    assert {edition.state for edition in found} == {state}
    jobs, _ = plan(found, a4(small), mode, small, context(small).clinic, small.root / "out")
    word = {"draft": "DRAFT", "incomplete": "INCOMPLETE", "expired": "OUT OF DATE"}[state]
    for job in jobs:
        page = make_page(job.edition, job.layout, context(small).clinic, small)
        heads = page.count('class="running head')
        assert page.count(f'<span lang="en">{word}</span></span>') == heads > 0
    assert (jobs == []) == (mode is Mode.RELEASE or (state, mode) == ("incomplete", "normal"))
