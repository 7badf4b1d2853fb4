"""What must not stand in a text is reported with its line; what only looks like it passes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet
from leafletpress.problems import LeafletError
from tests.support.tiny_leaflet import BODY_LINE, CITED

Write = Callable[..., Path]

HTML = "is HTML: use Markdown, or write the character itself"
WHOLE = "put the whole number into the mark; where it is two numbers, put a space between"
CLOSE = "close the mark, or write \\ before a sign that is meant"


def problems_of(path: Path) -> list[str]:
    """Every problem of a leaflet as it is reported, lines counted from where the body begins."""
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    return [
        f"{(p.location.line or 0) - BODY_LINE + 1}: [{p.id}] {p.what}: {p.mend}"
        for p in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A <b>bold</b> word", [f"[html] <b> {HTML}", f"[html] </b> {HTML}"]),
        ("A <!-- hidden --> word", [f"[html] <!-- hidden --> {HTML}"]),
        ("Half <br", [f"[html] <br {HTML}"]),
        ("One&nbsp;two &#8209;", [f"[html] &nbsp; {HTML}", f"[html] &#8209; {HTML}"]),
        ("See ![a cell](cell.png)",
         ["[picture-in-text] a picture stands in the text: leave it out; pages hold no pictures"]),
        ("A **half mark", [f'[stray-marks] "**" would be printed as it is: {CLOSE}']),
        ("A `half mark", [f'[stray-marks] "`" would be printed as it is: {CLOSE}']),
        ("A half](link", [f'[stray-marks] "](" would be printed as it is: {CLOSE}']),
        ("So it is. [@Smith2020]", ['[stray-marks] "[@Smith2020]" would be printed as it is: '
                                    "write a key of sources, in small letters: [@smith2020]"]),
        ("So it is. [@smith2021]",
         ['[unknown-source] no source has the key "smith2021": '
          'add it to sources in the front matter; did you mean "smith2020"?']),
        ("Call {Team_Phone}.", ['[not-a-placeholder] "{Team_Phone}" is no placeholder: '
                                "write a placeholder in small letters, such as {team_phone}"]),
        ("Call {team_phone.", ['[not-a-placeholder] "{team_phone." is no placeholder: '
                               "write a placeholder in small letters, such as {team_phone}"]),
        ("Call. {: .big }", ['[unknown-mark] unknown mark ".big" in {: … }: known is .critical']),
        ("Call. {: critical }", ['[unknown-mark] unknown mark "critical" in {: … }: did you mean '
                                 '".critical"?']),
        ('Call. {: style="color: red" }',
         ['[unknown-mark] unknown mark "style" in {: … }: known are #id, .critical, note']),
        ("Call. {: note= }", ['[empty-mark] the mark "note" says nothing: write note="…"']),
        ('Call. {: note="half }', ['[empty-mark] the mark "note" says nothing: write note="…"']),
        ("Call. {: .critical } Now.",
         ['[misplaced-marks] the marks "{: .critical }" are not read: '
          "write them on one line, at the end of their text"]),
        ("| a | b |\n| 1 | 2 |", ["[table-in-text] a table stands in the text as it is: "
                                  "put a line |---|---| below its first row"]),
        ("Take **1**5 mg.", [f'[cut-numbers] a mark begins or ends within the number "15": '
                             f'{WHOLE}']),
        ("Take *1*.5 mg in **5**-10 days.",
         [f'[cut-numbers] a mark begins or ends within the number "1.5": {WHOLE}',
          f'[cut-numbers] a mark begins or ends within the number "5-10": {WHOLE}']),
        ("Call {team_phone}5 times.", ['[cut-numbers] a value that the page fills in touches a '
                                       'number: "…5": '
                                       "put a space, or the missing word, between the two"]),
        ("```\ncode\n```", ["[code] a block of code stands in the text: write it as plain text"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text: str, said: list[str], write_leaflet: Write) -> None:
    assert problems_of(write_leaflet(f"First.\n\n{text}\n{CITED}")) == [f"3: {one}" for one in said]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("a web address", ["See https://a.example/b.", "See www.example.org.", "See nhs.uk now."]),
        ("an e-mail address", ["Write to a.b@example.org now."]),
        ("a phone number", [
            "Ring +90 212 123 45 67.", "Ring 0212 123 45 67.", "Ring (0212) 123-45-67.",
            "Ring 0800 1111.", "Ring 0044 20 7946 0000", "Ring 212-555-0134.", "Call 112 at once.",
            "Then phone us on 999!", "Dial 911",
        ]),
        ("a date", [
            "On 2026-11-22 it was.", "On 22 November 2026 it was.", "On 22 Nov. it was.",
            "On 1st March it was.", "The 3rd of May is it.", "On November 22 it was.",
            "On May 2, 2026 it was.", "On May 2nd, 2026 it was.", "It was on May 2.",
            "In May 2026 it was.", "On 22.11.2026 it was.", "On 11/22/2026 it was.",
        ]),
    ],
)  # fmt: skip
def test_what_belongs_into_a_placeholder_is_told(
    kind: str, texts: list[str], write_leaflet: Write
) -> None:
    for text in texts:
        [told] = problems_of(write_leaflet(text + CITED))
        assert told.startswith(f"1: [private-detail] {kind} stands in the text (")


@pytest.mark.parametrize(
    "text",
    [
        "May 2 people visit me at once?",
        "You may 2 times a day.",
        "It ran from 2005 to 2019.",
        "Since 2005, 1 in 330 people died.",
        "About 1 in 1,000 to 1 in 10,000.",
        "It takes 5-15 days, or 5 – 15 days.",
        "In 2019, 94 of 110 people (85%) were well.",
        "Between 0.5 and 10 mg, or 0,5 to 10 mg.",
        "Step 1. 2 hours later, step 2.",
        "A value of 007, or 00 7.",
        "Take 1000 2000 or 3000 units.",
        "Call us 24 hours a day, 7 days a week.",
        "Call 365 days a year.",
        "Call your team on day 100.",
        "EDSS <6.0 and age <45; 3 < 4 & 5 > 4",
        "R&D; Q&A",
        "Marching 3 km in march 3.",
        "The ratio 1:2:3 and 12/24.",
        "Version 1.2.3 of the plan, e.g.the new one.",
        "3 x 4 \\* 5, and a \\[@ sign",
        "**Step 4** – 3 weeks, **1,000**, B**12**, 5 **mg**, *1*, 5[@smith2020]",
        "*Stress*, **bold**, `code`, [a part](#part)",
        "Half of them (or so) are well. [@smith2020] [@smith2020]",
        "Call {team_phone}. {: .critical note=\"‘call’ means by phone\" #here }",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mistake_is_let_through(text: str, write_leaflet: Write) -> None:
    read_leaflet(write_leaflet(text + CITED))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("These are:\n- one\n- two\n",
         "2: [list-in-text] a list stands in the text as it is: put an empty line before it"),
        ("These\nare:\n1. one\n2. two\n",
         "3: [list-in-text] a list stands in the text as it is: put an empty line before it"),
        ("These are:\n| a | b |\n|---|---|\n| 1 | 2 |\n",
         "2: [table-in-text] a table stands in the text as it is: put an empty line before it"),
        ("## One\n\n## One\n",
         '3: [same-heading-id] two headings have the id "one": give one its own: {: #another-id }'),
        ("## One {: #x }\n\n## Two {: #x }\n",
         '3: [same-heading-id] two headings have the id "x": give one its own: {: #another-id }'),
        ("Stop.\n\n{: .critical }\n", "3: [misplaced-marks] the marks in {: … } belong to no text: "
                                      "write them right below their text, without an empty line"),
    ],
)  # fmt: skip
def test_what_would_read_as_something_else_is_told(
    body: str, said: str, write_leaflet: Write
) -> None:
    assert problems_of(write_leaflet(body + CITED)) == [said]


def test_a_line_may_begin_with_the_number_of_a_step(write_leaflet: Write) -> None:
    leaflet = read_leaflet(
        write_leaflet(f"Talk to your team before step\n4. Take your time.{CITED}")
    )
    assert leaflet.segments[2].text == "Talk to your team before step 4. Take your time."


def test_a_source_that_nobody_cites_is_told(write_leaflet: Write) -> None:
    path = write_leaflet("It is so.\n")
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    assert [problem.show(path.parent) for problem in caught.value.problems] == [
        'tiny.md:1: [uncited-source] the source "smith2020" is never cited: cite it as '
        "[@smith2020] or remove it"
    ]
