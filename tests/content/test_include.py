"""Shared passages: written once, included where they are needed, translated once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet, read_passages
from leafletpress.problems import LeafletError
from leafletpress.project import SHARED_DOMAIN, Project
from tests.support.small_project import append, build, edit, editions, fill_catalogs

INCLUDE = "Before.\n\n/// include | who-to-call\n///\n\nBehind. [@smith2020]\n"
PASSAGE = "## When to call\n\nCall {team_phone}\nat once.\n\n- a fever"
Write = Callable[..., Path]


def write_passage(folder: Path, text: str, name: str = "who-to-call") -> Path:
    path = folder / "shared" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def texts(path: Path) -> list[tuple[str, str, int | None, bool]]:
    return [
        (segment.text, segment.location.path.name, segment.location.line, segment.shared)
        for segment in read_leaflet(path).segments[2:]
    ]


def problems_of(path: Path) -> list[str]:
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    return [problem.show(path.parent) for problem in caught.value.problems]


def test_a_passage_stands_where_it_is_included_and_knows_its_own_file(
    write_leaflet: Write, tmp_path: Path
) -> None:
    write_passage(tmp_path, PASSAGE)
    path = write_leaflet(INCLUDE)
    lines = path.read_text("utf-8").split("\n")
    assert texts(path) == [
        ("Before.", "tiny.md", lines.index("Before.") + 1, False),
        ("When to call", "who-to-call.md", 1, True),
        ("Call {team_phone} at once.", "who-to-call.md", 3, True),
        ("a fever", "who-to-call.md", 6, True),
        ("Behind. [@smith2020]", "tiny.md", lines.index("Behind. [@smith2020]") + 1, False),
    ]


def test_what_a_pdf_carries_as_its_source_is_whole(write_leaflet: Write, tmp_path: Path) -> None:
    write_passage(tmp_path, PASSAGE)
    source = read_leaflet(write_leaflet(INCLUDE)).source
    assert source.startswith("---\n")
    assert ("Call {team_phone}\nat once." in source, "include" in source) == (True, False)
    assert (source.count("Before."), source.count("Behind.")) == (1, 1)


def test_the_short_text_of_a_passage_has_no_context_in_any_leaflet(
    write_leaflet: Write, tmp_path: Path
) -> None:
    write_passage(
        tmp_path, "/// call | When to call\n\nCall.\n///\n\n/// call | Again\n\nCall.\n///"
    )
    write_leaflet(f"## Here\n\nCall.\n\n## There\n\nCall.\n\n{INCLUDE}")
    found = [s for s in read_leaflet(tmp_path / "tiny.md").segments if s.text == "Call."]
    assert [(s.context, s.shared) for s in found] == [
        ("here", False), ("there", False), (None, True), (None, True)
    ]  # fmt: skip
    passages, _ = read_passages(tmp_path / "shared")
    assert {s.key for s in found if s.shared} <= {s.key for s in passages}


@pytest.mark.parametrize(
    ("body", "passage", "problem"),
    [
        ("/// include | who-to-cal\n///\n", PASSAGE,
         'tiny.md:{line}: [unknown-passage] there is no shared passage "who-to-cal": '
         'write /// include | name; did you mean "who-to-call"?'),
        ("/// include\n///\n", PASSAGE,
         "tiny.md:{line}: [unknown-passage] no passage is named: write /// include | name; known "
         "are who-to-call"),
        ("/// include | who-to-call\n\nText.\n", PASSAGE,
         "tiny.md:{line+2}: [text-in-include] a text stands in the block include: "
         "close it with /// on the next line; the text stands in leaflets/shared"),
        ("/// include | who-to-call\n", PASSAGE,
         'tiny.md:{line}: [unclosed-block] the block "include" never ends: close it with a line '
         '///'),
        ("/// include | who-to-call\n///\n", "/// include | who-to-call\n///\n",
         "shared/who-to-call.md:1: [nested-include] a shared passage includes another: "
         "include both in the leaflet"),
        ("/// include | who-to-call\n///\n", "---\nid: X\n---\n",
         "shared/who-to-call.md:1: [front-matter-in-passage] a shared passage has front matter: "
         "remove it; the leaflets that include this have their own"),
        ("/// include | who-to-call\n///\n", "So. [@nobody]\n\n/// warn | Text\n\nText.\n///",
         'shared/who-to-call.md:3: [unknown-block] there is no block "warn": did you mean '
         '"warning"?'),
        ("/// includ | who-to-call\n///\n", PASSAGE,
         'tiny.md:{line}: [unknown-block] there is no block "includ": did you mean "include"?'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_the_line_where_it_was_written(
    body: str, passage: str, problem: str, write_leaflet: Write, tmp_path: Path
) -> None:
    write_passage(tmp_path, passage)
    path = write_leaflet(f"First. [@smith2020]\n\n{body}")
    lines = path.read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("///"))
    wanted = problem.replace("{line}", str(line)).replace("{line+2}", str(line + 2))
    assert wanted in problems_of(path)


def test_a_source_of_a_passage_must_be_known_to_the_leaflet_that_includes_it(
    write_leaflet: Write, tmp_path: Path
) -> None:
    write_passage(tmp_path, "So it is. [@nobody]\n")
    (problem,) = problems_of(write_leaflet(INCLUDE))
    assert problem.startswith(
        'shared/who-to-call.md:1: [unknown-source] no source has the key "nobody"'
    )


@pytest.fixture
def sharing(small: Project) -> Project:
    """Two leaflets that include one passage, whose translation stands in one catalog."""
    write_passage(small.leaflets, "## More help\n\nTake 20 mg of rest.\n")
    for name in ("rest", "walk"):
        append(small.leaflet(name), "\n/// include | who-to-call\n///\n")
    words = {"More help": "Daha fazla yardım", "Take 20 mg of rest.": "20 mg dinlenin."}
    fill_catalogs(small, "tr", words)
    return small


def test_a_passage_is_translated_once_for_all_leaflets(sharing: Project) -> None:
    catalogs = {p.stem: p.read_text("utf-8") for p in sharing.catalog("tr", "x").parent.iterdir()}
    holding = [name for name, text in catalogs.items() if "20 mg dinlenin." in text]
    assert holding == [SHARED_DOMAIN]
    assert "#: leaflets/shared/who-to-call.md" in catalogs[SHARED_DOMAIN]
    for edition in editions(sharing, "tr"):
        assert "20 mg dinlenin." in [text.translation for text in edition.texts]
        assert [c.path.stem for c in edition.catalogs] == [edition.leaflet.name, SHARED_DOMAIN]


@pytest.mark.slow
def test_a_wrong_number_in_a_passage_stops_every_leaflet_that_includes_it(sharing: Project) -> None:
    line = edit(sharing.catalog("tr", SHARED_DOMAIN), "20 mg dinlenin.", "200 mg dinlenin.")
    done = build(sharing, "--lang", "tr")
    assert done.returncode == 1
    assert f"shared.po:{line}: [numbers]" in done.stderr
    assert not list((sharing.root / "out").glob("tr/*.pdf"))


def test_a_changed_passage_changes_the_digest_of_every_leaflet_that_includes_it(
    sharing: Project,
) -> None:
    before = [edition.digest for edition in editions(sharing, "tr")]
    edit(sharing.catalog("tr", SHARED_DOMAIN), "20 mg dinlenin.", "20 mg iyi dinlenin.")
    after = [edition.digest for edition in editions(sharing, "tr")]
    assert [a != b for a, b in zip(before, after, strict=True)] == [True, True]


@pytest.mark.slow
def test_a_leaflet_may_not_take_the_name_of_the_shared_catalog(sharing: Project) -> None:
    sharing.leaflet("rest").rename(sharing.leaflet("shared"))
    done = build(sharing)
    wanted = 'leaflets/shared.md: [misnamed] "shared" is the name of another catalog: rename it to'
    assert (done.returncode, wanted in done.stderr) == (1, True)
