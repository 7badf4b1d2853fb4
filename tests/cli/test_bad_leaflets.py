"""Whatever is in a leaflet stops no other leaflet, in every command that reads leaflets."""

import re

import pytest

from leafletpress.content.bounds import DEEPEST, LONGEST_TEXT
from leafletpress.project import Project
from tests.cli.conftest import Say
from tests.support.small_project import add_signer, edit
from tests.support.tiny_leaflet import CITED, FRONT

pytestmark = pytest.mark.slow

BAD = {
    "alias": (FRONT.replace("T-1", "&a T-1"), CITED),
    "big-number": (FRONT.replace('"1"', "1" * 5000), CITED),
    "binary": (FRONT.replace("T-1", "!!binary aGk="), CITED),
    "deep-lists": (FRONT, "- " * (DEEPEST + 1) + "a" + CITED),
    "deep-yaml": (FRONT.replace("T-1", "[" * (DEEPEST + 1)), CITED),
    "empty-front": ("---\n---\n", CITED),
    "half-sign": (FRONT.replace("A tiny leaflet", r'"\ud83d"'), CITED),
    "long-text": (FRONT, "a " * LONGEST_TEXT + CITED),
    "merge": (FRONT.replace("id: T-1", "<<: 3"), CITED),
    "no-field": (FRONT.replace("id: T-1", "? [a, b]\n: c"), CITED),
    "not-there": (FRONT, f"/// include | {'x' * 300}\n///\n{CITED}"),
    "nul-sign": (FRONT, "A\0B.\n" + CITED),
    "nul-name": (FRONT, f"/// include | a\0b\n///\n{CITED}"),
    "nothing": ("", ""),
    "option": (FRONT, f"/// steps | A\n    duration: &a [*a, *a]\n    &b: x\n\n1. a\n///\n{CITED}"),
    "outside": (FRONT, f"/// include | ../rest\n///\n{CITED}"),
    "scalar": ("---\njust a text\n---\n", CITED),
}

COMMANDS = [
    ["check", "--lang=en"],
    ["check", "--lang=tr"],
    ["status"],
    ["update"],
    ["update", "--editorial", "--name=Ada Hill", "--reason=a reader saw it"],
    ["--lang=en"],
]


@pytest.fixture
def bad(small: Project) -> Project:
    for number, (name, (front, body)) in enumerate(BAD.items(), start=10):
        text = front.replace("T-1", f"T-{number}") + body
        small.leaflet(name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return small


def test_each_bad_leaflet_is_told_in_one_line_and_the_good_are_read(bad: Project, say: Say) -> None:
    for command in COMMANDS:
        done = say(*command)
        assert done.exit_code == 1
        lines = [line for line in done.stderr.splitlines() if ": warning: " not in line]
        assert {line.split(":")[0] for line in lines} == {f"leaflets/{n}.md" for n in BAD}, command
        for line in lines:
            assert re.match(r"leaflets/\S+?:\d+: \S.*: \S", line), line
        assert not [line for line in lines if "cannot be read" in line]
    assert {path.name for path in (bad.root / "out/en").iterdir()} == {"rest.pdf", "walk.pdf"}


def test_a_good_leaflet_is_signed_beside_a_bad_one(bad: Project, say: Say) -> None:
    add_signer(bad, "Ada Hill")
    for name, exit_code, said in (("rest", 0, ""), ("alias", 1, "leaflets/alias.md:2: ")):
        leaflet = f"--leaflet={name}"
        done = say("approve", "--lang=en", leaflet, "--role=clinician", "--name=Ada Hill")
        assert (done.exit_code, said in done.stderr) == (exit_code, True)


def test_a_translation_that_no_check_can_read_costs_only_its_edition(
    small: Project, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.checks import additions

    def fail(text: str) -> None:
        raise RecursionError(text)

    monkeypatch.setattr(additions, "addresses", fail)
    line = edit(small.catalog("tr", "walk"), "3 hafta yürüyün.", "3 hafta yavaşça yürüyün.")
    done = say("check", "--lang=tr", "--leaflet=walk")
    assert (
        f"walk.po:{line}: [unreadable] this file cannot be read (something in it is nested"
    ) in done.stderr
