"""A block that is written wrongly is reported with its line, and never prints as something else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet
from leafletpress.content.blocks import KINDS
from leafletpress.content.walk import walk
from leafletpress.problems import LeafletError
from tests.support.tiny_leaflet import BODY_LINE, CITED

Write = Callable[..., Path]

SLASHES = (
    "[block-in-text] a block stands in the text as it is: "
    "put an empty line before it, and check how its options are written"
)
RISK = "/// risk | Some had it\n    events: {}\n    people: {}\n    source: {}\n\n{}\n///\n"


def risk(events: str, people: str, text: str, source: str = "smith2020") -> str:
    return RISK.format(events, people, source, text)


def problems_of(path: Path) -> list[str]:
    """Every problem of a leaflet as it is reported, lines counted from where the body begins."""
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    return [
        f"{(p.location.line or 0) - BODY_LINE + 1}: [{p.id}] {p.what}: {p.mend}"
        for p in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("A.\n\n/// warn | Hello\nfoo\n///\n",
         '3: [unknown-block] there is no block "warn": did you mean "warning"?'),
        ("/// warning\nfoo\n///\n",
         '1: [no-title] the block "warning" has no title: write /// warning | Title'),
        ("/// key | Title\nfoo\n///\n", '1: [unwanted-title] the block "key" takes no title: '
                                        'write /// key'),
        ("A.\n\n/// key\nfoo\n", '3: [unclosed-block] the block "key" never ends: close it with a '
                                 'line ///'),
        ("/// key\nfoo\n\n/// key\nfoo\n///\n",
         '1: [unclosed-block] the block "key" never ends: close it with a line ///'),
        ("A.\n\n///\n", "3: [never-began] a block ends here that never began: remove the line"),
        ("/// steps | T\n    durashun: 3 days\n\n1. a\n///\n",
         '2: [unknown-option] the block "steps" has no option "durashun": did you mean '
         '"duration"?'),
        ("/// steps | T\n\n- a\n///\n",
         '1: [no-list] the block "steps" holds no numbered list: write one item a line in it'),
        ("/// checklist | A\n\n- a\n///\n\n/// checklist | A\n\nfoo\n///\n",
         '6: [no-list] the block "checklist" holds no list: write one item a line in it'),
        ("A. /// key\nfoo\n", f"1: {SLASHES}"),
        ("/// steps | T\n    duration: \"3 days\n\n1. a\n///\n",
         '2: [unclosed-quotes] the quotes around the option duration do not close: '
         'write "…" around all of it, or no quotes'),
        ("/// steps | T\n    duration: 'it's 3 days'\n\n1. a\n///\n",
         '2: [unclosed-quotes] the quotes around the option duration do not close: '
         'write "…" around all of it, or no quotes'),
        ("/// steps | T\n    duration: 3 days\n    duration: 4 days\n\n1. a\n///\n",
         '3: [stands-twice] the option duration stands twice: keep one of them'),
        ("/// steps | T\n    duration: 3 days\n      or so\n\n1. a\n///\n",
         '3: [unknown-option] the block "steps" has no option "or so": known are duration, time'),
        ("/// steps | T\n    duration\n\n1. a\n///\n", f"1: {SLASHES}"),
        ("/// steps | T\n    attrs: {class: critical}\n\n1. a\n///\n",
         '2: [unknown-option] the block "steps" has no option "attrs": known are duration, time'),
        ("/// write-in | T\n    lines: some\n\n- a\n///\n",
         '1: [lines] lines is "some", no whole number: write lines: 5'),
        ("/// write-in | T\n    lines: 41\n\n- a\n///\n",
         "1: [lines] a page has no room for 41 lines: write lines: 5"),
        ("- a\n\n    /// key\n\n    b\n    ///\n",
         "3: [block-in-list] a block stands within a list: begin its lines at the margin, behind "
         "the list"),
        ("1. a\n\n    /// steps | T\n        time: 3 months\n\n    1. b\n    ///\n",
         "3: [block-in-list] a block stands within a list: begin its lines at the margin, behind "
         "the list"),
        (risk("7", "43", "Of 43 people, 8 had it."),
         "2: [not-in-text] the risk says events: 7, but its text does not: put the same number in "
         "the text"),
        (risk("7", "43", "Of 43 people, 7.5 had it."),
         "2: [not-in-text] the risk says events: 7, but its text does not: put the same number in "
         "the text"),
        (risk("7", "2020", "Of 43 people, 7 had it. [@smith2020]"),
         "3: [not-in-text] the risk says people: 2020, but its text does not: put the same number "
         "in the text"),
        (risk("50", "43", "Of 43 people, 50 had it."),
         "2: [people] there are more events than people: check both numbers"),
        (risk("0", "0", "Of 0 people, 0 had it."),
         "3: [people] the risk is one of 0 people: write how many were followed"),
        (risk("few", "43", "Of 43 people, few had it."),
         '2: [not-a-number] events is "few", no whole number: write events: 30'),
        (risk("0.5", "43", "Of 43 people, 0.5 had it."),
         '2: [not-a-number] events is "0.5", no whole number: write events: 30'),
        (risk("-1", "43", "Of 43 people, -1 had it."),
         '2: [not-a-number] events is "-1", no whole number: write events: 30'),
        (risk("7", "43", "Of 43 people, 7 had it.", ""),
         "4: [no-source] the risk names no source: write source: and the key of a source"),
        (risk("7", "43", "Of 43 people, 7 had it.", "smith"),
         '4: [unknown-source] no source has the key "smith": '
         'add it to sources in the front matter; did you mean "smith2020"?'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(body: str, said: str, write_leaflet: Write) -> None:
    assert said in problems_of(write_leaflet(body + CITED))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("A.\n\n# One\n", "3: [heading-level] a heading of level 1 stands in the body: "
                          "write ##; the title is in the front matter"),
        ("##### Five\n", "1: [heading-level] a heading of level 5 stands in the body: write ##, "
                         "### or ####"),
        ("A code.\n\n    code\n",
         "3: [code] a line is indented by 4 spaces and would print as code: remove the "
         "indentation"),
        ("A quote.\n\n> quote\n", "3: [quotation] a quotation stands in the body: "
                                  "use a block such as /// key or /// warning"),
        ("A.\n\n* * *\n", "3: [ruled-line] a rule of dashes stands in the body: "
                          "remove it; headings part the text"),
        ("A.\n\nB\x0cC\n", "3: [control-character] an invisible or broken character U+000C stands "
                           "here: remove it"),
        ("A\u202eB\n", "1: [control-character] an invisible or broken character U+202E stands "
                       "here: remove it"),
        ("A.\n\nTake 1\u00ad5 mg.\n", "3: [spoilt-number] an invisible sign, soft hyphen "
                                      "(U+00AD), stands in "
                                      '"15 mg": delete the number and type it anew'),
        ("- 5\u2060–10 days\n", "1: [spoilt-number] an invisible sign, word joiner (U+2060), "
                                "stands in "
                                '"5–10 days": delete the number and type it anew'),
        ("1\u0665 mg\n", '1: [spoilt-number] "1\u0665 mg" has digits of two kinds: '
                         "delete the number and type it anew"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_with_its_line(body: str, said: str, write_leaflet: Write) -> None:
    assert problems_of(write_leaflet(body + CITED)) == [said]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| 1 | 2 | 3 |", "3 cells"), ("| 1 |", "1 cell"), ("1 | 2 | 3", "3 cells"),
        ("behind it", "1 cell"), ("| | | 3 |", "3 cells"), ("| 1 \\| 2 |", "1 cell"),
        ("| `1 | 2` |", "1 cell"), ("| 1 || 2 |", "3 cells"),
    ],
)  # fmt: skip
def test_a_row_with_other_cells_than_its_table_is_told(
    row: str, cells: str, write_leaflet: Write
) -> None:
    for head in ("| a | b |\n|---|---|", "a | b\n---|---", "  | a | b |\n  |:--|--:|"):
        assert problems_of(write_leaflet(f"{head}\n| 1 | 2 |\n{row}\n{CITED}")) == [
            f"4: [row-length] this row has {cells}, the first row of its table 2: "
            "write as many, an empty one as | |; behind the table comes an empty line"
        ]


@pytest.mark.parametrize("row", ["| 1 | 2 |", "| 1 | |", "1 | 2", "| `1|1` | a \\| b |", "||2|"])
def test_a_row_with_the_cells_of_its_table_is_let_through(row: str, write_leaflet: Write) -> None:
    read_leaflet(write_leaflet(f"| a | b |\n|---|---|\n{row}\n{CITED}"))


def test_one_mistake_is_one_problem(write_leaflet: Write) -> None:
    for body in ("/// warn | Hello\nfoo\n///\n", "/// steps | T\n    durashun: 3\n\n1. a\n///\n"):
        assert len(problems_of(write_leaflet(body + CITED))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "/// key\n\nfoo\n///\n",
        "A.\n/// key\nfoo\n///\nB.\n",
        "/// questions\n\n- What?\n///\n",
        "/// questions | Ask\n\n- What?\n///\n",
        "/// steps | T\n    duration: 5 to 15 days\n\n4. a\n5. b\n///\n",
        "/// steps | T\n    duration: '1.50'\n\n1. a\n///\n",
        "/// write-in | T\n    lines: 5\n\n- a\n///\n",
        risk("30", "1043", "Of 1,043 people, 30 (3%) had it."),
        risk("0", "43", "Of 43 people, 0 had it."),
    ],
)
def test_what_is_right_is_let_through(body: str, write_leaflet: Write) -> None:
    read_leaflet(write_leaflet(body + CITED))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1.50", "1.50"), ("no", "no"), ("2026-01-02", "2026-01-02"), ("0x10", "0x10"),
        ("3 days # or so", "3 days # or so"), ("[3", "[3"), ("a: b", "a: b"), ("~", "~"),
        ("!!binary a", "!!binary a"), ("* a", "* a"), ("&a 3 days", "&a 3 days"),
        ("'1.50'", "1.50"), ('"it is 3"', "it is 3"), ("'it''s 3'", "it's 3"),
        (r'"a \"b\" \\ c"', r'a "b" \ c'), ("   3   days  ", "3 days"),
    ],
)  # fmt: skip
def test_an_option_is_the_text_that_stands_there(written: str, printed: str) -> None:
    """No YAML: there, 1.50 is 1.5, "no" is False, and ``&a`` a name."""
    body = f"/// steps | T\n    duration: {written}\n\n1. a\n///\n"
    tree = walk(body, lambda _: None)
    assert [p.text for p in tree.iter("p") if p.get("class") == "duration"] == [printed]


def test_the_example_of_every_block_in_the_manual_is_right(
    write_leaflet: Write, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/who-to-call.md").write_text("Call {team_phone}.\n", "utf-8")
    manual = Path(__file__).parents[2] / "docs" / "leaflets.md"
    examples = [part for part in manual.read_text("utf-8").split("```") if "\n/// " in part]
    shown = set()
    for example in examples:
        leaflet = read_leaflet(write_leaflet(example + CITED))
        shown |= {segment.kind.split(",")[0] for segment in leaflet.segments}
    assert set(KINDS) <= shown


def test_several_mistakes_are_told_at_once_in_the_order_of_the_lines(write_leaflet: Write) -> None:
    body = (
        "# One\n\n> quote\n\n<b>bold</b>\n\n/// warn\n///\n\nCall 112. {nobody}\n\n## A\n\n## A\n"
    )
    lines = [int(told.split(":")[0]) for told in problems_of(write_leaflet(body))]
    assert lines == sorted(lines)
    # The source that nobody cites belongs to the front matter.
    assert [line for line in lines if line > 0] == [1, 3, 5, 5, 7, 10, 14]
