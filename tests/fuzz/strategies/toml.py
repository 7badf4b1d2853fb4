"""TOML files of a given shape, with values of every type where others are wanted."""

import json
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from tests.fuzz.strategies.signs import long_numbers, signs

Fields = Mapping[str, st.SearchStrategy[str]]
"""The fields of a table, each with right values as TOML writes them."""

Shape = Sequence[tuple[str, Fields]]
"""The tables of a file: their first lines, ``""`` for the fields before any, and their fields."""

DEPTH = 40
"""As deep as anything is nested: deeper than anybody nests, and no danger to a library."""

FRAGMENTS = (
    "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", '"', "'", '"""', "'''", "\\", "\\u0000",
    "\\ud800", "\\U00110000", "\\n", "\n", " = ", "[x]\n", "[[x]]\n", "x = 1\n", 'a.b.c = ""\n',
    '"" = 1\n', "x = [\n", "x = {", "[x.y]\n", "\r", "\x00", "\u2028", "1979-05-27T07:32:00Z",
)  # fmt: skip
"""What TOML is made of, and what it cannot hold."""

texts = st.text(signs | st.sampled_from("ab 1.\"'\\#=[]\n"), max_size=12)


def quoted(text: str) -> str:
    """Return a text in the quotes of TOML, whether or not TOML can hold it."""
    return json.dumps(text, ensure_ascii=False)


def word_of(*words: str) -> st.SearchStrategy[str]:
    """Right values: one of some words, in quotes."""
    return st.sampled_from([quoted(word) for word in words])


strings = st.one_of(
    texts.map(quoted),
    texts.map(lambda text: f"'{text}'"),
    texts.map(lambda text: f'"""\n{text}"""'),
    texts.map(lambda text: f"'''{text}'''"),
)
SCALARS = (
    "0", "-1", "1_000", "0o17", "0b1", "1.5", "-0.0", "1e400", "nan", "-inf", "true", "false",
    "2026-11-22", "2026-02-30", "0001-01-01", "9999-12-31", "07:32:00", "2026-11-22T07:32:00",
    "1979-05-27T07:32:00-07:00", '""', '" "', "[]", "{}", "", "null", "yes",
)  # fmt: skip
scalars = st.one_of(strings, st.sampled_from(SCALARS), long_numbers)


def _nested(depth: int, begin: str, end: str) -> str:
    return begin * depth + "1" + end * depth


nested = st.builds(
    lambda depth, ends: _nested(depth, *ends),
    st.integers(2, DEPTH),
    st.sampled_from([("[", "]"), ("{a = ", "}"), ("[{a = ", "}]")]),
)
lists = st.lists(scalars, max_size=3).map(lambda some: f"[{', '.join(some)}]")
tables = st.lists(scalars, max_size=3).map(
    lambda some: "{" + ", ".join(f"k{n} = {value}" for n, value in enumerate(some)) + "}"
)
values = st.one_of(scalars, scalars, lists, tables, nested)
KEYS = ("x", '""', '"a\\nb"', "'a b'", "a.b", '"\u202e"', "1", "-", "ü", "")


@st.composite
def toml_files(draw: st.DrawFn, shape: Shape) -> str:
    """A file of that shape: as it should be, or with slips in some of its fields."""
    slips = draw(st.booleans())
    written = []
    for head, fields in shape:
        times = draw(st.integers(0, 3)) if head.startswith("[[") else 1
        written += [draw(_table(head, fields, slips=slips)) for _ in range(times)]
    if slips and not draw(st.integers(0, 4)):
        written = draw(st.permutations(written))
    return "\n".join(written)


@st.composite
def _table(draw: st.DrawFn, head: str, fields: Fields, *, slips: bool) -> str:
    lines = [head] if head else []
    for name, right in fields.items():
        slip = draw(st.integers(1, 6)) if slips else 6
        value = draw(values if slip in (1, 2) else right)
        key = draw(st.sampled_from(KEYS)) if slip == 3 else name
        lines += [f"{key} = {value}"] * {4: 0, 5: 2}.get(slip, 1)
    if not draw(st.integers(0, 3)):
        lines.insert(draw(st.integers(0, len(lines))), f"# {draw(st.text(signs, max_size=2))}")
    return "".join(f"{line}\n" for line in lines)
