"""One run over everything that may be wrong with figures, formats and profiles at once.

Each mistake is reported with its line and its mend; what is right is printed all the same.
"""

import re
import subprocess
from pathlib import Path

import pytest

from leafletpress.project import Project
from tests.support.figure_blocks import ICONS, SCALE
from tests.support.icc_profiles import rgb_profile
from tests.support.small_project import build, set_up
from tests.support.tiny_leaflet import BODY_LINE, CITED, FRONT

pytestmark = pytest.mark.slow

FIGURES = {
    "too-many": (ICONS, "events: 14", "events: 1400", 2, "[people] there are more events than pe"),
    "outside": (SCALE, "- 6:", "- 11:", 8, "[off-the-scale] 11 stands outside the scale"),
    "no-kind": (ICONS, "/// icons", "/// icns", 1, '[unknown-block] there is no block "icns"'),
    "unlike": (ICONS, "events: 14", "events: 13", 2, "[not-in-text] the icons says events: 13"),
}
"""A leaflet each: a figure, what is changed in it, the line of the block, what is said."""

GOOD = 'page = "A4"\nmargin = "18mm"\nbody = 12\n'

FORMATS = {
    "unknown-key": (GOOD + "bleeed = 3\n", 4, '[unknown-key] unknown field "bleeed": did'),
    "wrong-type": (GOOD.replace("12", '"12"'), 3, '[wrong-value] "body" is text, not a number: '),
    "no-paper": (GOOD.replace("A4", "A44"), 1, '[unknown-paper] there is no paper "A44": write'),
    "negative": (GOOD.replace("18mm", "-18mm"), 2, '[no-margin] "-18mm" is no margin: write '),
}
"""A format file each, the line of the mistake, what is said."""

PROFILES = {
    "rgb": (rgb_profile(), "colour-profile", "this ICC profile is for RGB, not for CMYK: ask the"),
    "text": (b"no profile", "colour-profile", "this is no ICC profile: ask the print shop"),
    "missing": (None, "no-such-file", "the file is missing: "),
}
"""An ICC profile each, the id of the problem, and what is said."""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A project with all of these in it, built in the bad formats and a good one."""
    project = set_up_bad(tmp_path_factory.mktemp("bad"))
    names = ["a4", *FORMATS, *(f"icc-{name}" for name in PROFILES)]
    formats = [f"--format={name}" for name in names]
    return project.root, build(project, "--lang=en", *formats)


def set_up_bad(root: Path) -> Project:
    project = set_up(root)
    for number, (name, (block, right, wrong, _, _)) in enumerate(FIGURES.items(), start=5):
        text = FRONT.replace("T-1", f"T-{number}") + block.replace(right, wrong) + CITED
        project.leaflet(name).write_text(text, "utf-8")
    formats = project.templates.own / "formats"
    for name, (text, _, _) in FORMATS.items():
        (formats / f"{name}.toml").write_text(text, "utf-8")
    for name, (data, _, _) in PROFILES.items():
        (formats / f"icc-{name}.toml").write_text(f'{GOOD}icc = "{name}.icc"\n', "utf-8")
        if data is not None:
            (root / f"{name}.icc").write_bytes(data)
    return project


Run = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("name", FIGURES)
def test_a_wrong_figure_is_told_with_its_line(run: Run, name: str) -> None:
    _, _, _, line, says = FIGURES[name]
    wanted = f"leaflets/{name}.md:{BODY_LINE + line}: {says}"
    assert any(text.startswith(wanted) for text in run[1].stderr.splitlines()), run[1].stderr


@pytest.mark.parametrize("name", FORMATS)
def test_a_wrong_format_is_told_with_its_line(run: Run, name: str) -> None:
    _, line, says = FORMATS[name]
    wanted = f"templates/formats/{name}.toml:{line}: {says}"
    assert any(text.startswith(wanted) for text in run[1].stderr.splitlines()), run[1].stderr


@pytest.mark.parametrize("name", PROFILES)
def test_a_wrong_profile_is_told(run: Run, name: str) -> None:
    _, kind, says = PROFILES[name]
    wanted = f'templates/formats/icc-{name}.toml:4: [{kind}] "{name}.icc": {says}'
    assert any(text.startswith(wanted) for text in run[1].stderr.splitlines()), run[1].stderr


def test_what_is_right_is_printed_and_the_run_says_that_something_was_wrong(run: Run) -> None:
    root, done = run
    assert done.returncode == 1
    printed = {path.name for path in (root / "out/en").glob("*.pdf")}
    assert printed == {"rest.pdf", "walk.pdf"}


def test_every_line_says_what_is_wrong_and_how_to_mend_it(run: Run) -> None:
    lines = run[1].stderr.splitlines()
    assert len(lines) >= len(FIGURES) + len(FORMATS) + len(PROFILES)
    for line in lines:
        assert re.match(r"\S+?(:\d+)?: \[[a-z0-9-]+\] .+: .+", line), line
