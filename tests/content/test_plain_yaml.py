"""A front matter is fields, lists, texts and dates; a trick of YAML is reported with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet
from leafletpress.content.bounds import DEEPEST, MOST_DIGITS, MOST_IN_FRONT
from leafletpress.problems import LeafletError
from tests.support.tiny_leaflet import CITED, FRONT

Write = Callable[..., Path]

QUOTES = 'put the value in quotes: "…"'
KEY = "[not-yaml] the name of a field is no text: write name: value"
TAGS = [
    "!!python/object:os.system x", "!!binary aGk=", "!!set {a, b}", "!!omap [a: b]", "!!int 3",
    "!!timestamp junk", "!!null x", "!!map [a]", "!local x", "!<tag:example.org,2000:x> y",
]  # fmt: skip


def told(path: Path) -> list[str]:
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    return [problem.show(path.parent).removeprefix("tiny.md:") for problem in caught.value.problems]


@pytest.mark.parametrize("value", TAGS)
def test_no_value_says_how_it_is_read(value: str, write_leaflet: Write) -> None:
    [said] = told(write_leaflet(CITED, FRONT.replace("A tiny leaflet", value)))
    assert said.startswith('3: [yaml-trick] "')
    assert said.endswith('" says how to read a value: remove it')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("extra: &a x", '2: [yaml-trick] "&a" is a name for another value: ' + QUOTES),
        ("extra: &a [x]\nmore: *a", '2: [yaml-trick] "&a" is a name for another value: ' + QUOTES),
        ("extra: *a", '2: [yaml-trick] "*a" is a name for another value: ' + QUOTES),
        ("<<: *a", f"2: {KEY}"),
        ("<<: x", f"2: {KEY}"),
        ("<<: {id: y}", f"2: {KEY}"),
        ("null: x", f"2: {KEY}"),
        ("~: x", f"2: {KEY}"),
        ("1: x", f"2: {KEY}"),
        ("2026-11-22: x", f"2: {KEY}"),
        ("[a]: x", f"2: {KEY}"),
        ("? {a: b}\n: x", f"2: {KEY}"),
        ("? a\n: *a", '3: [yaml-trick] "*a" is a name for another value: ' + QUOTES),
        ("extra: " + "1" * 5000, f"2: [too-large] a number has 5000 digits: {QUOTES}"),
        ("extra: 0x" + "f" * 60, f"2: [too-large] a number has 62 digits: {QUOTES}"),
        ("extra: ." + "1" * 60, f"2: [too-large] a number has 61 digits: {QUOTES}"),
        (r'extra: "\ud83d"', "2: [control-character] an invisible or broken character U+D83D "
                             "stands here: remove it"),
        (r'extra: "a\x00b"', "2: [control-character] an invisible or broken character U+0000 "
                             "stands here: remove it"),
        (r'extra: "a\eb"', "2: [control-character] an invisible or broken character U+001B stands "
                           "here: remove it"),
        ("extra: a\u202eb", "2: [control-character] an invisible or broken character U+202E "
                            "stands here: remove it"),
        (r'"\udc00": x', "2: [control-character] an invisible or broken character U+DC00 stands "
                         "here: remove it"),
        ("extra: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
         "2: [too-large] lists or fields stand more than 20 deep in one another: write them in "
         "fewer levels"),
        ("extra:\n  " + "- " * DEEPEST + "a",
         "3: [too-large] lists or fields stand more than 20 deep in one another: write them in "
         "fewer levels"),
        ("--- a\n--- b", "3: [not-yaml] the front matter is not YAML (but found another document): "
                         "put the value in quotes, or mend its indentation"),
        ("\textra: x", "2: [not-yaml] the front matter is not YAML (found character '\\t' that "
                       "cannot start "
                       "any token): put the value in quotes, or mend its indentation"),
    ],
)  # fmt: skip
def test_a_trick_is_told_with_its_line(line: str, said: str, write_leaflet: Write) -> None:
    [only] = told(write_leaflet(CITED, FRONT.replace("---\n", f"---\n{line}\n", 1)))
    assert only == said


def test_a_line_that_says_how_to_read_the_others_is_told(write_leaflet: Write) -> None:
    front = FRONT.replace("---\nid: T-1\n", "---\n%YAML 1.1\n--- {id: T-1}\n...\n", 1)
    assert told(write_leaflet(CITED, front))[0].endswith(
        "[yaml-trick] a line that begins with % says how to read the others: remove it"
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"&a & !!b <<: [x]: %d"', "&a & !!b <<: [x]: %d"),
        ("Rest & walk, 50% !more", "Rest & walk, 50% !more"),
        ("'12345678901234567890123456789012345678901234567890123456789'", "1234567890" * 5),
        (r'"Caf\u00e9 \U0001F600"', "Café \U0001f600"),
        ("|\n  One\n  two", "One two"),
        (">\n  One\n  two", "One two"),
        ("One\n  two", "One two"),
        ("One # comment", "One"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_trick_is_text(
    written: str, title: str, write_leaflet: Write
) -> None:
    front = FRONT.replace("A tiny leaflet", written)
    found = read_leaflet(write_leaflet(CITED, front)).segments[0].text
    assert found.startswith(title)


def test_the_longest_number_is_read(write_leaflet: Write) -> None:
    front = FRONT.replace('version: "1"', "version: " + "1" * MOST_DIGITS)
    assert told(write_leaflet(CITED, front)) == [
        '5: [wrong-value] "version" is a number, not text: put the value in quotes'
    ]


def test_a_front_matter_is_bounded(write_leaflet: Write) -> None:
    source = '  - key: k{}\n    text: "Somebody, 2020. ' + "x" * 200 + '"\n'
    lines = [source.format(n) for n in range(MOST_IN_FRONT // len(source) + 2)]
    for number, is_told in ((len(lines) - 5, False), (len(lines), True)):
        front = FRONT.removesuffix("---\n") + "".join(lines[:number]) + "---\n"
        said = told(write_leaflet(CITED, front))
        assert (said[0].startswith("1: [too-large] the front matter has ")) == is_told
