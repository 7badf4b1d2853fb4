"""The outline names the line in which a thing stands, and looks at each character once."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leafletpress.toml import TomlText
from leafletpress.toml.outline import DEEPEST, LONGEST_NUMBER, Outline, Steps

ROOT = Path(__file__).parents[2]

REAL = [
    *ROOT.glob("*.toml"),
    *ROOT.glob("locales/*/*.toml"),
    *ROOT.glob("templates/formats/*.toml"),
]
"""Every TOML file of this project."""

TEXT = '''\
name = "a # [b"
"odd name".'x y' = """
name = 2
[phones]
team = 3 \\""" [["""  # [phones]
list = [
  "x = 1", # no ]
  { role = "a", deep = [ 1,
    { end = 2 } ] },
]
[phones]
team = "x"
more.night = "y"
[[signoff]]
role = "a"
[[signoff]]
note = \'\'\'
[[signoff]]
role = "no" \'\'\'
role = "b"
[signoff.by]
name = "z"
[[signoff.seen]]
day = 1
[[signoff.seen]]
day = 2026-11-22 07:32:00
"\\u0131s" = -1.5e3
'''

PLACES: dict[Steps, int] = {
    (): 1,
    ("name",): 1,
    ("odd name",): 2,
    ("odd name", "x y"): 2,
    ("list",): 6,
    ("list", 0): 7,
    ("list", 1): 8,
    ("list", 1, "role"): 8,
    ("list", 1, "deep", 1, "end"): 9,
    ("phones",): 11,
    ("phones", "team"): 12,
    ("phones", "more", "night"): 13,
    ("signoff",): 14,
    ("signoff", 0, "role"): 15,
    ("signoff", 1): 16,
    ("signoff", 1, "note"): 17,
    ("signoff", 1, "role"): 20,
    ("signoff", 1, "by", "name"): 22,
    ("signoff", 1, "seen", 0, "day"): 24,
    ("signoff", 1, "seen", 1, "day"): 26,
    ("signoff", 1, "seen", 1, "ıs"): 27,
}


def ways(data: Any, base: Steps = ()) -> Iterator[Steps]:
    """The ways to everything that a text holds."""
    yield base
    if isinstance(data, dict | list):
        for step, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from ways(part, (*base, step))


def is_toml(text: str) -> bool:
    try:
        return bool(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return False


@pytest.mark.parametrize("steps", PLACES)
def test_a_thing_is_found_where_it_stands(steps: Steps) -> None:
    tomllib.loads(TEXT)
    assert TomlText(TEXT, Path("some.toml")).location(*steps).line == PLACES[steps]


def test_what_is_missing_is_told_where_it_would_stand() -> None:
    assert TomlText(TEXT, Path("some.toml")).location("signoff", 1, "colour").line == 16
    assert TomlText(TEXT, Path("some.toml")).location("phones", "ward", "x").line == 11
    assert TomlText(TEXT, Path("some.toml")).location("nothing").line is None


@pytest.mark.parametrize("path", REAL, ids=lambda path: str(path.relative_to(ROOT)))
def test_everything_in_a_real_file_has_its_line(path: Path) -> None:
    text = path.read_text("utf-8")
    outline = Outline(text)
    lines = text.split("\n")
    assert outline.fault is None
    for steps in ways(tomllib.loads(text)):
        line = outline.lines.get(steps) if steps else 1
        assert line, steps
        if steps and isinstance(steps[-1], str):
            assert steps[-1] in lines[line - 1]


@given(text=st.text(st.sampled_from("ab=.,[]{}\"'#\\\n 1"), max_size=60))
def test_a_malformed_text_is_taken_as_far_as_it_goes(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in Outline(text).lines.values())


PLAIN = ["1", "-2.5e3", "true", "2026-11-22 07:32:00", '"x\\"y [1]"', "'# a = 1'", "[ ]", "{ }"]
LONG = ['"""\n[a]\nb = 1 \\""" """', "'''\n''[[a]]'''", "[ # [\n 1,\n]"]

values = st.recursive(
    st.sampled_from(PLAIN + LONG),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"[{' , '.join(parts)}]")
        | st.tuples(inner, inner).map(lambda two: f"{{ a = {two[0]}, 'b.c'.d = {two[1]} }}")
    ),
    max_leaves=5,
)


@st.composite
def toml(draw: st.DrawFn) -> str:
    """A TOML text of any form; nearly always a right one, because each key has its number."""
    lines = []
    for number in range(draw(st.integers(1, 8))):
        heads = ["", "", f"[t{number}]", "[[a]]", "[[a.b]]", f'[a."s {number}"]', f"[t{number}.x]"]
        key = draw(st.sampled_from([f"k{number}", f'"k {number}" . l', f"k{number}.l.m"]))
        lines += [draw(st.sampled_from(heads)), f"{key} = {draw(values)} # a = ["]
    return "\n".join(lines)


@given(text=toml())
def test_what_tomllib_reads_the_outline_knows(text: str) -> None:
    assume(is_toml(text))
    assert {*ways(tomllib.loads(text))} - {()} == {*Outline(text).lines}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = " + "[" * (DEEPEST + 1), f"more than {DEEPEST} brackets one inside the other"),
        ("a = " + "{a=" * (DEEPEST + 1), f"more than {DEEPEST} brackets one inside the other"),
        ("a" + ".a" * DEEPEST + " = 1", f"more than {DEEPEST} names joined by dots"),
        ("[a" + ".a" * DEEPEST + "]", f"more than {DEEPEST} names joined by dots"),
        ("a = " + "1" * 101, "a value of 101 characters without quotes"),
        ("a = [0x" + "f" * 99 + "]", "a value of 101 characters without quotes"),
    ],
)
def test_what_no_reader_should_try_is_told_with_its_line(text: str, what: str) -> None:
    assert Outline(f"# one\nb = 1\n{text}\n").fault == (3, what)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * DEEPEST + "]" * DEEPEST,
        "a" + ".a" * (DEEPEST - 1) + " = 1",
        "a = " + "1" * LONGEST_NUMBER,
        f'a = "{"1" * 5000}{"[" * 50}"',
        "#" + "[" * 50,
        f"{'k' * 200} = 1",
        "\n".join(f"[[a]]\nb = [[1], [2]]\nc.d = {n}" for n in range(50)),
    ],
)
def test_what_a_person_may_write_is_let_through(text: str) -> None:
    tomllib.loads(text)
    assert Outline(text).fault is None
