"""What is seen while leaflets are printed: a bar on a terminal, plain lines elsewhere."""

import os
import subprocess
import sys

import pytest

from leafletpress.project import Project
from tests.support.small_project import build_apart, command
from tests.support.terminal import run_on_terminal

pytestmark = pytest.mark.slow


def test_where_there_is_no_terminal_each_pdf_is_a_plain_line(small: Project) -> None:
    run = build_apart(small, "--lang=en", "--leaflet=walk")
    assert run.stdout == ("out/en/walk.pdf: 1 page, draft\n1 PDF in out: 1 made, 0 unchanged\n")
    assert run.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_on_a_terminal_a_bar_shows_how_far_it_is(small: Project) -> None:
    line = command(small, "--lang=en", "--leaflet=walk")
    code, shown = run_on_terminal(line, small.root)
    assert code == 0
    assert "printing  [" in shown
    assert "100%" in shown
    assert "out/en/walk.pdf: 1 page, draft\r\n" in shown
    assert shown.endswith("1 PDF in out: 1 made, 0 unchanged\r\n")


def test_a_reader_that_goes_away_causes_no_traceback(printed: Project) -> None:
    read, write = os.pipe()
    os.close(read)
    line = command(printed)
    run = subprocess.run(line, stdout=write, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    os.close(write)
    assert run.stderr == ""
    assert run.returncode == 1


def test_a_terminal_that_lacks_letters_causes_no_traceback(small: Project) -> None:
    run = build_apart(small, "languages", "add", "ar", PYTHONIOENCODING="ascii")
    assert (run.stderr, run.returncode) == ("", 0)
    assert "(Arabic): translate the catalogs in locales/ar/LC_MESSAGES" in run.stdout
