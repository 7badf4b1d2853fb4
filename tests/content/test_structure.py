"""The structure: what stands in what, so that a signature can cover it."""

import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from leafletpress.content import Leaflet, parse_structure, read_leaflet
from leafletpress.content.walk import Block, walk
from leafletpress.project import Project
from tests.support.any_leaflet import Part, leaflets, write_body
from tests.support.tiny_leaflet import CITED, FRONT

BODY = """\
## Do this

| In | Out |
|----|-----|
| a  | b   |
| c  |     |

/// warning | Never stop

Do not stop.
///

4. Call.
5. Wait.

- One
- Two

Take care. [@smith2020]
{: .critical }

### More

/// risk | Deaths
    events: 1
    people: 100
    source: smith2020

It was 1, or 2, of 100 people.
///
"""

Read = Callable[..., Leaflet]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("structure") / "any.md"

    def read_body(body: str, front: str = FRONT) -> Leaflet:
        path.write_bytes((front + body).encode())
        return read_leaflet(path)

    return read_body


def test_the_structure_says_what_stands_in_what(read: Read) -> None:
    assert " ".join(read(BODY).structure) == (
        "title= summary= h2= table .tr ..th= ..th= .tr ..td= ..td= .tr ..td= ..td "
        "/warning .p.title= .p= ol{start=4} .li= .li= ul .li= .li= p!= h3= "
        "/risk{events=1,people=100,source=smith2020} .p.title= .p="
    )


CHANGES = {
    "a text moves to another column": ("| c  |     |", "|    | c   |"),
    "a text moves to the row below": ("| a  | b   |\n| c  |     |", "| a  |     |\n| b  | c   |"),
    "a block is closed below its title": ("\n\nDo not stop.\n///", "\n///\n\nDo not stop."),
    "another kind of block": ("/// warning", "/// call"),
    "a list begins at another number": ("4. Call.\n5. Wait.", "1. Call.\n2. Wait."),
    "numbers become bullets": ("4. Call.\n5. Wait.", "- Call.\n\n- Wait."),
    "items become paragraphs": ("- One\n- Two", "One\n\nTwo"),
    "an item moves into the one above": ("- One\n- Two", "- One\n    - Two"),
    "a mark is taken off": ("\n{: .critical }", ""),
    "a mark is set": ("Do this", "Do this {: .critical }"),
    "a heading of another level": ("### More", "## More"),
    "a heading becomes a paragraph": ("### More", "More"),
    "a number of a figure": ("events: 1", "events: 2"),
    "cells are set to the other side": ("|----|-----|", "|----|----:|"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_the_meaning_of_a_page_changes_its_structure(name: str, read: Read) -> None:
    old, new = CHANGES[name]
    assert BODY.count(old) == 1
    now, before = read(BODY.replace(old, new)), read(BODY)
    assert texts(now) == texts(before)
    assert now.structure != before.structure


def texts(leaflet: Leaflet) -> list[str]:
    return [segment.text for segment in leaflet.segments]


SAME = {
    "empty lines between items": ("- One\n- Two", "- One\n\n- Two"),
    "empty lines between blocks": ("## Do this\n", "\n\n## Do this\n\n\n"),
    "another sign for a bullet": ("- One\n- Two", "* One\n* Two"),
    "the id of a heading": ("### More", "### More {: #other }"),
    "a note for translators": ("Do not stop.", 'Do not stop.\n{: note="no word for it" }'),
    "how a table is drawn": ("|----|-----|\n| a  | b   |", "|---|---|\n|a|b|"),
    "how a line is broken": ("It was 1, or 2", "It was 1,\nor 2"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_changes_nothing_on_paper_changes_no_structure(name: str, read: Read) -> None:
    old, new = SAME[name]
    assert BODY.count(old) == 1
    assert read(BODY.replace(old, new)).structure == read(BODY).structure


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/// write-in | Names\n    lines: 2\n\n- Nurse\n///", "    lines: 5"),
        ("/// checklist | Bring\n    lines: 2\n\n- Card\n///", "    tear-off: own sheet"),
    ],
)
def test_how_much_paper_a_block_gets_is_no_matter_of_a_signature(
    before: str, after: str, read: Read
) -> None:
    old = before.replace("    lines: 2\n", "" if "tear" in after else "    lines: 2\n")
    new = before.replace("    lines: 2", after)
    assert read(old + CITED).structure == read(new + CITED).structure


@given(leaflets())
def test_structure_and_texts_are_the_whole_tree(read: Read, groups: list[list[Part]]) -> None:
    """The tree that is built from both holds the same texts in the same elements."""
    leaflet = read(write_body(groups, 60)[0])
    rest = iter(texts(leaflet))
    stack: list[list[object]] = [[]]
    for part in parse_structure(leaflet.structure):
        node: list[object] = [part.kind, part.critical, next(rest) if part.holds_text else ""]
        del stack[part.depth + 1 :]
        stack[-1].append(node)
        stack.append(node)
    assert next(rest, None) is None
    found: dict[int, str] = {}
    tree = walk(leaflet.body, lambda block: keep(found, block))
    assert stack[0][2:] == [built(element, found) for element in tree]


def keep(found: dict[int, str], block: Block) -> None:
    found[id(block.element)] = block.text


def built(element: etree.Element, found: dict[int, str]) -> list[object]:
    """An element as the law's own tree has it; items are given their first paragraph's text."""
    classes = element.get("class", "").split()
    kind = ".".join([element.tag, *(name for name in classes if name != "critical")])
    kind = f"/{classes[0]}" if element.tag == "section" else kind
    inner = [
        child for one in element for child in (one if one.tag in ("thead", "tbody") else [one])
    ]
    text = found.get(id(element), "")
    critical = "critical" in classes
    if element.tag == "li" and not text and inner and inner[0].tag == "p":
        first, *inner = inner
        text, critical = found[id(first)], "critical" in first.get("class", "").split()
    return [kind, critical, text, *(built(child, found) for child in inner)]


@pytest.mark.slow
@given(leaflets())
def test_rewrapping_a_leaflet_changes_no_structure(read: Read, groups: list[list[Part]]) -> None:
    wide, narrow = (read(write_body(groups, width)[0]) for width in (10_000, 12))
    assert wide.structure == narrow.structure


def test_every_text_of_the_shipped_leaflets_has_its_place(project: Project) -> None:
    for path in sorted(project.leaflets.glob("*.md")):
        leaflet = read_leaflet(Path(path))
        parts = parse_structure(leaflet.structure)
        assert sum(part.holds_text for part in parts) == len(leaflet.segments)


def test_a_word_that_somebody_wrote_by_hand_is_taken_as_it_is() -> None:
    [part] = parse_structure(["{what"])
    assert (part.kind, part.holds_text) == ("{what", False)
