"""A preview that runs, and a browser that looks at it: one of each for all tests of a module."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from leafletpress.edition import read_collection
from leafletpress.project import Project
from tests.support.browser import Browser, BrowserDoesNotStartError, find_browser
from tests.support.pseudo_catalogs import translate_all
from tests.support.small_project import command
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

ADDRESS = re.compile(r"rest in \w+: (http://127\.0\.0\.1:(\d+)/\?lang=\S+)\n")
HINT = "Open this in a browser. It shows every file you save; Ctrl-C ends it.\n"


@dataclass
class Preview:
    """A preview in a process of its own, as a person starts it."""

    project: Project
    process: subprocess.Popen[str]
    address: str
    port: int

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was said last."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        return self.process.returncode, said


def start_preview(project: Project, *arguments: str, port: int = 0) -> Preview:
    """Start a preview and wait until it says where it is."""
    line = command(project, "preview", "--leaflet=rest", f"--port={port}", *arguments)
    process = subprocess.Popen(
        line,
        cwd=project.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout
    said = process.stdout.readline()
    found = ADDRESS.fullmatch(said)
    assert found, said + process.communicate()[0]
    assert process.stdout.readline() == HINT
    return Preview(project, process, found[1], int(found[2]))


@pytest.fixture(scope="module")
def preview_project(small_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project with a right-to-left language besides, shared by a module."""
    root = tmp_path_factory.mktemp("desk") / "small"
    shutil.copytree(small_master, root)
    project = Project(root)
    collection, _ = read_collection(project, project.leaflet_names())
    translate_all(project, collection)
    return project


@pytest.fixture(scope="module")
def preview(preview_project: Project) -> Iterator[Preview]:
    """A preview of the Turkish leaflet, which ends as it should."""
    running = start_preview(preview_project, "--lang=tr")
    yield running
    assert running.end() == (0, "The preview has ended.\n")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A real browser; without one, the tests that need it are skipped."""
    program = find_browser()
    if not program:
        pytest.skip("no Chromium or Chrome is installed (Debian: the package chromium)")
    try:
        window = Browser(program, tmp_path_factory.mktemp("profile"))
    except BrowserDoesNotStartError as error:
        pytest.skip(f"{program} does not start on this machine: {error}")
    yield window
    window.close()
