"""What a leaflet's segments are, and what they become on the page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import (
    Rendering,
    marks,
    plain_text,
    raw_html,
    read_leaflet,
    read_leaflets,
    without_references,
)
from leafletpress.problems import LeafletError
from tests.support.tiny_leaflet import BODY_LINE, CITED, FRONT

Write = Callable[..., Path]


def segments(path: Path) -> list[tuple[str, str, str | None]]:
    return [(s.kind, s.text, s.context) for s in read_leaflet(path).segments[2:-1]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One\ntwo\n  three.\n", [("paragraph", "One two three.")]),
        ("One  \ntwo\n", [("paragraph", "One\ntwo")]),
        ("- a\n- b\n  c\n", [("list item", "a"), ("list item", "b c")]),
        ("- a\n\n- b\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("1. a\n2. b\n", [("list item", "a"), ("list item", "b")]),
        ("## A *b* [@smith2020] {: #x }\n", [("heading", "A *b* [@smith2020]")]),
        ("| a | b |\n|---|:-:|\n| c |   |\n",
         [("table heading", "a"), ("table heading", "b"), ("table cell", "c")]),
        ("/// key\n\nRemember.\n///\n", [("key, paragraph", "Remember.")]),
        ("/// steps | Now\n    duration: 5\n     days\n\n4. a\n///\n", None),
        ("/// steps | Now\n    duration: 5 to 15 days\n\n4. a\n///\n",
         [("steps, title", "Now"), ("steps, duration", "5 to 15 days"),
          ("steps, list item", "a")]),
        ("/// risk | T\n    period: in 2019\n    events: 1\n    people: 10\n    group: men\n"
         "    source: smith2020\n\n1 of 10.\n///\n",
         [("risk, title", "T"), ("risk, group", "men"), ("risk, period", "in 2019"),
          ("risk, paragraph", "1 of 10.")]),
    ],
)  # fmt: skip
def test_each_block_of_text_is_a_segment(
    body: str, found: list[tuple[str, str]] | None, write_leaflet: Write
) -> None:
    path = write_leaflet(body + CITED)
    if found is None:  # an option goes over one line only
        with pytest.raises(LeafletError):
            read_leaflet(path)
    else:
        assert [(kind, text) for kind, text, _ in segments(path)] == found


def test_title_and_summary_come_first(write_leaflet: Write) -> None:
    first, second, *_ = read_leaflet(write_leaflet(CITED)).segments
    assert (first.kind, first.text) == ("title of the leaflet", "A tiny leaflet")
    assert (second.text, second.location.line) == ("This leaflet tells you nothing.", 4)


def test_a_title_that_is_also_a_heading_has_no_context(write_leaflet: Write) -> None:
    path = write_leaflet(f"## A tiny leaflet {{: #tiny }}\n\n{CITED}")
    found = [s.context for s in read_leaflet(path).segments if s.text == "A tiny leaflet"]
    assert found == [None, "tiny"]


@pytest.mark.parametrize(
    ("body", "contexts"),
    [
        ("## One\n\n- Stop it.\n\n## Two\n\n- Stop it.\n", {"Stop it.": ["one", "two"]}),
        ("## One\n\n- Stop it.\n\nStop it.\n", {"Stop it.": ["one", "one"]}),
        ("## One\n\n- Stop it.\n- Stop it.\n", {"Stop it.": [None, None]}),
        ("## One\n\n- Now stop it.\n\n## Two\n\n- Now stop it.\n",
         {"Now stop it.": ["one", "two"]}),
        ("## One\n\n- Now you stop it.\n\n## Two\n\n- Now you stop it.\n",
         {"Now you stop it.": [None, None]}),
        ("## A long heading here {: #x }\n\n### Two\n\n## A long heading here {: #y }\n",
         {"A long heading here": ["x", "y"], "Two": [None]}),
    ],
)  # fmt: skip
def test_only_a_short_text_that_may_mean_two_things_has_a_context(
    body: str, contexts: dict[str, list[str | None]], write_leaflet: Write
) -> None:
    found = segments(write_leaflet(body + CITED))
    for text, wanted in contexts.items():
        assert [context for _, one, context in found if one == text] == wanted


def test_critical_is_what_is_marked_and_what_warns(write_leaflet: Write) -> None:
    body = (
        'A.\n{: .critical }\n\nB. {: .critical note="n" }\n\nC.\n\n- D.\n  {: .critical }\n- E.\n\n'
        "/// warning | F\n\nG.\n\n- H.\n///\n\n/// call | I\n\nJ.\n///\n\n/// key\n\nK.\n///\n"
    )
    leaflet = read_leaflet(write_leaflet(body + CITED))
    assert "".join(s.text[0] for s in leaflet.segments[2:-1] if s.critical) == "ABDFGHIJ"
    assert [s.note for s in leaflet.segments if s.note] == ["n"]


def test_a_segment_knows_its_section(write_leaflet: Write) -> None:
    body = "A.\n\n## B {: #b }\n\nC.\n\n### D e\n\nF.\n\n## G\n\nH.\n"
    leaflet = read_leaflet(write_leaflet(body + CITED))
    assert {s.text: (s.section_id, s.section) for s in leaflet.segments[2:-1]} == {
        "A.": ("start", ()),
        "B": ("b", ("B",)),
        "C.": ("b", ("B",)),
        "D e": ("d-e", ("B", "D e")),
        "F.": ("d-e", ("B", "D e")),
        "G": ("g", ("G",)),
        "H.": ("g", ("G",)),
    }


def test_a_list_keeps_the_number_that_it_begins_with(write_leaflet: Write) -> None:
    leaflet = read_leaflet(write_leaflet(f"4. a\n5. b\n6. c\n{CITED}"))
    html = leaflet.render(lambda key: Rendering(key[1]), lambda _: None, "en")
    assert '<ol start="4">' in html


@pytest.mark.parametrize("numbers", [(1, 1), (4, 5, 7), (2, 1)])
def test_no_item_is_printed_with_another_number_than_was_written(
    numbers: tuple[int, ...], write_leaflet: Write
) -> None:
    items = "".join(f"{number}. item\n" for number in numbers)
    path = write_leaflet(items + CITED)
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    [problem] = caught.value.problems
    assert problem.location.line == BODY_LINE + len(numbers) - 1
    assert problem.what == (
        f'the item "{numbers[-1]}." would be printed as {numbers[0] + len(numbers) - 1}'
    )


def test_an_untranslated_block_carries_its_language(write_leaflet: Write) -> None:
    leaflet = read_leaflet(write_leaflet(f"A.\n{{: .critical }}\n{CITED}"))
    html = leaflet.render(lambda key: Rendering(key[1], key[1] == "A."), lambda _: None, "en")
    assert '<p class="critical untranslated" lang="en">A.</p>' in html
    assert html.count("lang=") == 1


def test_one_bad_leaflet_costs_only_itself_and_ids_differ(write_leaflet: Write) -> None:
    bad, good = write_leaflet("# no", name="bad"), write_leaflet(CITED, name="good")
    moved = FRONT.replace("id: T-1\n", "").replace("sources:", "id: T-1\nsources:")
    twin = write_leaflet(CITED, moved, name="twin")
    other = write_leaflet(CITED, FRONT.replace("T-1", "T-2"), name="other")
    leaflets, problems = read_leaflets([bad, good, twin, other])
    assert [leaflet.name for leaflet in leaflets] == ["good", "other"]
    assert [problem.location.path for problem in problems] == [bad, bad, twin]
    assert problems[-1].what == 'the id "T-1" is already that of good.md'
    assert problems[-1].location.line == 8


def test_the_marks_of_a_text_are_counted() -> None:
    text = "**a** *b* `c` [d](#e) {f} [@g] [@g]\nh \\*i\\*"
    assert marks(text) == {
        "strong": 1, "em": 1, "code": 1, "link to #e": 1, "placeholder {f}": 1,
        "citation [@g]": 2, "line break": 1,
    }  # fmt: skip
    assert plain_text(text).split() == ["a", "b", "c", "d", "h", "*i*"]


def test_digits_in_names_are_no_numbers() -> None:
    assert without_references("{phone2} 20 mg [@a2019] [x](#part-3)").split() == ["20", "mg", "[x]"]


def test_html_in_code_is_no_html() -> None:
    assert raw_html("`<b>` <i> &lt; &D; &nothing; a<b a < b <3") == ["<i>", "<b a < b <3", "&lt;"]
