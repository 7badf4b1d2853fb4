"""What holds for every leaflet and every translation of it."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.content import Leaflet, MessageKey, Rendering, Segment, read_leaflet
from leafletpress.problems import LeafletError
from tests.support.any_leaflet import Part, leaflets, write_body
from tests.support.spoilt_files import spoilt
from tests.support.tiny_leaflet import BODY_LINE, FRONT

INLINE = {"strong", "em", "code", "a", "br", "span"}
Read = Callable[..., Leaflet]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("laws") / "any.md"

    def read_body(body: str, front: str = FRONT) -> Leaflet:
        path.write_bytes((front + body).encode())
        return read_leaflet(path)

    return read_body


def meaning(segment: Segment) -> tuple[object, ...]:
    """What a segment says, without where it stands."""
    return segment.key, segment.kind, segment.section, segment.critical, segment.note


def render(leaflet: Leaflet, translate: Callable[[str], str]) -> tuple[str, list[str]]:
    """The HTML of a leaflet, and the tags of its blocks in order."""
    tags: list[str] = []

    def look_up(key: MessageKey) -> Rendering:
        return Rendering(translate(key[1]))

    def finish(root: etree.Element) -> None:
        tags.extend(element.tag for element in root.iter() if element.tag not in INLINE)

    return leaflet.render(look_up, finish, "en"), tags


@given(leaflets(), st.integers(1, 60))
def test_rewrapping_a_leaflet_changes_no_segment(
    read: Read, groups: list[list[Part]], width: int
) -> None:
    wide = read(write_body(groups, 10_000)[0])
    narrow = read(write_body(groups, width)[0])
    assert [*map(meaning, narrow.segments)] == [*map(meaning, wide.segments)]


@given(leaflets(), st.integers(1, 60))
def test_a_segment_stands_where_it_says(read: Read, groups: list[list[Part]], width: int) -> None:
    body, lines = write_body(groups, width)
    found = [segment.location.line for segment in read(body).segments[2:]]
    assert found == [BODY_LINE + line for line in lines]


@given(leaflets())
def test_what_is_looked_up_is_what_was_extracted(read: Read, groups: list[list[Part]]) -> None:
    leaflet = read(write_body(groups, 60)[0])
    asked: list[str] = []

    def look_up(text: str) -> str:
        asked.append(text)
        return text

    render(leaflet, look_up)
    assert asked == [segment.text for segment in leaflet.segments[2:]]


BLOCK_MARKS = [
    "20. ", "1. ", "- ", "* ", "+ ", "# ", "## ", "> ", "    ", "\t", "/// ", "///\n", "---\n",
    "/// warning | x\n", "***\n", "| a | b |\n|---|---|\n", "```\n", "<b>", "<script>", "&nbsp;",
    "[x]: y\n", "{: .critical }\n", "\n\n", "\n    ", "\n- ", "\n\n1. ", "===\n", "<!--", "![](b)",
]  # fmt: skip


@given(leaflets(), st.lists(st.sampled_from(BLOCK_MARKS), min_size=1, max_size=3).map("".join))
def test_a_translation_never_becomes_a_block(
    read: Read, groups: list[list[Part]], mark: str
) -> None:
    leaflet = read(write_body(groups, 60)[0])
    _, tags = render(leaflet, str)
    html, translated = render(leaflet, lambda text: f"{mark}{text}\n{mark}")
    assert translated == tags
    assert not re.search(r"<(b|script|img|hr|pre|!--)\b", html)


@pytest.mark.parametrize("name", ["hsct-steps", "pregnancy-breastfeeding", "treatments"])
@pytest.mark.parametrize("mark", BLOCK_MARKS)
def test_no_translation_of_a_shipped_leaflet_becomes_a_block(mark: str, name: str) -> None:
    leaflet = read_leaflet(Path(__file__).parents[2] / "leaflets" / f"{name}.md")
    _, tags = render(leaflet, str)
    assert render(leaflet, lambda text: f"{mark}{text}")[1] == tags


SHIPPED = (Path(__file__).parents[2] / "leaflets" / "pregnancy-breastfeeding.md").read_text("utf-8")
FRAGMENTS = [
    "/// ", "///", "/// risk | x", "/// key", "    events: 3", "    source:", "- ", "4. ", "    ",
    "# ", "> ", "|", "|---|", "{: .critical }", "{: #x }", "{:", "}", "[@x]", "**", "`", "<b>",
    "&lt;", "---", "***", "\t", "\x00", "\x0b", "\u2028", "\r", "{team_phone}", "![", "](", "&a",
    "sources:", "  - key: a", "updated: 2026-02-30", "id: 3", "\\", "10⁶", "½", "%", ": ",
    "!!python/object:os.system", "%YAML 1.1", "[1, 2", "{a: b",
]  # fmt: skip


@given(spoilt(SHIPPED, FRAGMENTS))
def test_whatever_a_file_holds_it_is_read_or_its_lines_are_told(read: Read, text: str) -> None:
    lines = len(re.split("\r\n|\r|\n", text))
    try:
        leaflet = read(text, "")
    except LeafletError as error:
        places = [problem.location.line for problem in error.problems]
        assert places
    else:
        render(leaflet, str)
        places = [segment.location.line for segment in leaflet.segments]
    assert all(line and 1 <= line <= lines for line in places)
