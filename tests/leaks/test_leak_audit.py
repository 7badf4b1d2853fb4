"""Nothing reaches a page without being translated, and the audit that says so finds what does."""

import shutil
from pathlib import Path

import pytest

from leafletpress.content import read_template_messages
from leafletpress.leaks import find_leaks
from leafletpress.project import Project
from tests.support.leak_audit import audit, jobs
from tests.support.mirrored_leaflet import CLINIC, LEAFLET
from tests.support.printing import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", Project(ROOT).leaflet_names())
def test_every_word_of_a_shipped_leaflet_is_translated(name: str) -> None:
    project = Project(ROOT)
    [job] = [job for job in jobs(project, ["a4"]) if job.edition.leaflet.name == name]
    found = audit(job, project)
    assert found.leaks == []
    assert found.words > 500


@pytest.fixture
def tiny(tmp_path: Path) -> Project:
    """One leaflet with every kind of block, and templates to spoil."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "leaflets").mkdir()
    (tmp_path / "leaflets" / "tiny.md").write_text(LEAFLET, "utf-8")
    (tmp_path / "clinic.toml").write_text(CLINIC, "utf-8")
    return Project(tmp_path)


def test_a_leaflet_of_every_kind_of_block_leaks_nothing(tiny: Project) -> None:
    [job] = jobs(tiny, ["a4"])
    assert audit(job, tiny).leaks == []


ABOUT = '<section class="about">'


@pytest.mark.parametrize(
    ("template", "before", "after", "word", "where"),
    [
        ("parts/colophon.html", ABOUT, f"{ABOUT}<p>Telephone</p>", "Telephone", "said"),
        ("parts/colophon.html", ABOUT, f'{ABOUT}<p lang="en">Telephone</p>', "Telephone", "said"),
        ("parts/colophon.html", ABOUT, f'{ABOUT}<p><img alt="A logo"></p>', "logo", "said of pict"),
        ("parts/colophon.html", ABOUT, f"{ABOUT}<h2>Bookmarked</h2>", "Bookmarked", "/Title"),
        ("parts/furniture.html", '<span class="page"', 'page <span class="page"', "page",
         "printed"),
        ("parts/head.html", "<title>", "<title>Leaflet: ", "Leaflet", "metadata /Title"),
        ("parts/head.html", 'description" content="', 'description" content="On: ', "On",
         "metadata /S"),
        ("parts/figures.html", '_("A bar that stands for {people} people. The part for {events} '
         'of them is filled.") | fill(**said) | striptags', '"A bar"', "bar", "said of pictures"),
        ("parts/figures.html", '<p class="share">', '<p class="share">In all ', "all", "said of t"),
        ("figures/frame.svg", "</svg>", '<text y="3" font-size="3">Total</text></svg>', "Total",
         "printed"),
        ("styles/2-text.css", "h2 {", 'h2::before { content: "Part " } h2 {', "Part", "printed"),
        ("styles/1-page.css", "@top-center { content: element(head);",
         '@left-top { content: "Printed"; font-size: 6pt } @top-center { content: element(head);',
         "Printed", "printed"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_translated_is_found(
    template: str, before: str, after: str, word: str, where: str, tiny: Project
) -> None:
    [job] = jobs(tiny, ["a4"])
    path = tiny.templates.own / template
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    leaks = audit(job, tiny).leaks
    assert any(leak.word == word and leak.where.startswith(where) for leak in leaks), leaks
    # Whoever only checks is told before anything is printed.
    words = {segment.text for segment in read_template_messages(tiny.templates)}
    [told] = find_leaks(tiny.templates, words, ["review.html"])
    assert (told.location.path, word in told.what) == (path, True)
