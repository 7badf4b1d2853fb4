from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from leafletpress.cli.main import cli
from leafletpress.project import Project
from tests.support.small_project import printed as printed
from tests.support.small_project import printed_master as printed_master
from tests.support.small_project import small as small
from tests.support.small_project import small_master as small_master

Say = Callable[..., Result]


@pytest.fixture
def say(small: Project, monkeypatch: pytest.MonkeyPatch) -> Say:
    """Run a command line on the small project, standing in its folder."""
    monkeypatch.chdir(small.root)

    def run(*arguments: str) -> Result:
        command = ["--project", str(small.root), *arguments]
        return CliRunner(catch_exceptions=False).invoke(cli, command, prog_name="build.py")

    return run
