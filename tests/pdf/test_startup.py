"""A process prints only with the WeasyPrint and pydyf that the patches are written for."""

import inspect
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from packaging.requirements import Requirement

from leafletpress.pdf import start, startup
from leafletpress.problems import LeafletError
from tests.support.printing import CACHE, ROOT
from tests.support.unpatched import ready

WEASYPRINT, PYDYF = (f"{name} {version}" for name, version in startup.PINNED.items())
WEASYPRINT_PIN, PYDYF_PIN = (f"{name.lower()}=={pin}" for name, pin in startup.PINNED.items())


@pytest.fixture(autouse=True)
def _ready() -> None:
    ready()


def test_all_parts_are_as_they_are_in_the_pinned_version() -> None:
    from leafletpress.pdf import weasyprint_patches

    assert weasyprint_patches.altered_parts() == ()


def change_arguments(part: Any) -> Any:
    def other(only: int) -> int:
        return only

    return other if callable(getattr(part.owner, part.name)) else "another value"


@pytest.mark.parametrize("number", range(9))
def test_a_part_that_takes_something_else_is_reported(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.pdf import weasyprint_patches

    patch = weasyprint_patches.PATCHES[number]
    assert not patch.part.is_as_pinned(change_arguments(patch.part))
    altered = (patch.part,)
    monkeypatch.setattr(weasyprint_patches, "altered_parts", lambda: altered)
    [said] = reported()
    assert said.startswith(
        f"build.py: [altered-weasyprint] WeasyPrint or pydyf is not as it was released "
        f"({patch.part})"
    )
    assert said.endswith(f"pip install --force-reinstall {WEASYPRINT_PIN} {PYDYF_PIN}")


def test_a_part_that_no_longer_holds_what_we_read_is_reported() -> None:
    from weasyprint.document import Page

    from leafletpress.pdf.weasyprint_patches import CALLED

    part = next(part for part in CALLED if part.owner is Page and part.name == "__init__")
    assert part.is_as_pinned(Page.__init__)

    def other(self: Any, page_box: Any) -> None:
        self.width = page_box

    other.__annotations__.clear()
    assert str(inspect.signature(other)) == part.form
    assert not part.is_as_pinned(other)
    assert not part.is_as_pinned(None)


def reported() -> list[str]:
    with pytest.raises(LeafletError) as caught:
        start(CACHE)
    return [p.show() for p in caught.value.problems]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str | None]]:
    """What is said to be installed; a test may say otherwise."""
    found: dict[str, str | None] = dict(startup.PINNED)
    monkeypatch.setattr(startup, "_found", found.__getitem__)
    startup._other_versions.cache_clear()
    yield found
    startup._other_versions.cache_clear()


@pytest.mark.parametrize("version", ["69.0", "68.1", "70.1", "70.0.post1", "71.0"])
def test_another_weasyprint_is_one_clear_error(
    version: str, installed: dict[str, str | None]
) -> None:
    installed["WeasyPrint"] = version
    assert reported() == [
        f"build.py: [other-weasyprint] this is WeasyPrint {version}, and PDFs are made with "
        f"{WEASYPRINT} only: "
        f'run "make leaflets", or install {WEASYPRINT_PIN}'
    ]


def test_another_pydyf_and_none_at_all_are_one_error_too(
    installed: dict[str, str | None],
) -> None:
    installed["pydyf"] = "0.12.1"
    [said] = reported()
    assert said.endswith(f'run "make leaflets", or install {PYDYF_PIN}')
    startup._other_versions.cache_clear()
    installed["WeasyPrint"] = None
    assert reported() == [
        "build.py: [other-weasyprint] this is WeasyPrint (none) and pydyf 0.12.1, and PDFs are "
        "made with "
        f'{WEASYPRINT} and {PYDYF} only: run "make leaflets", or install '
        f"{WEASYPRINT_PIN} {PYDYF_PIN}"
    ]


def test_the_pinned_versions_are_let_through(installed: dict[str, str | None]) -> None:
    assert installed == startup.PINNED
    assert start(CACHE) == ()


def test_the_versions_are_those_that_the_project_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = {r.name: str(r.specifier) for r in map(Requirement, project["dependencies"])}
    for name, version in startup.PINNED.items():
        assert pins[name.lower()] == f"=={version}"
