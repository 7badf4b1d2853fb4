"""A space at the end of a text hangs over the edge, and nothing is broken because of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.unpatched import ready, without

pytestmark = pytest.mark.slow

TEXT = "These words fill a line but for one space "

MEASURED = {
    "a cell": "<table><tr><td>{}</td><td>next</td></table>",
    "a float": '<p style="float: left">{}</p>',
    "a flex item": '<div style="display: flex"><p>{}</p></div>',
    "a positioned box": '<div style="position: absolute">{}</div>',
}
"""Boxes that are as wide as their text was measured."""


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    ready()


def boxes(html: str) -> Iterator[Any]:
    """Every box that WeasyPrint lays out on one large page."""
    from weasyprint import HTML

    style = "@page { size: 2000px 500px } td { padding: 0 } * { font: 16px 'Noto Sans' }"
    document = HTML(string=f"<style>{style}</style>{html}").render()
    yield from document.pages[0]._page_box.descendants(placeholders=True)


def lines(html: str) -> Iterator[tuple[str, float]]:
    """The text and the width, in pixels, of each line that WeasyPrint lays out."""
    from weasyprint.formatting_structure.boxes import LineBox

    for box in boxes(html):
        if isinstance(box, LineBox):
            yield text_of(box), sum(child.width for child in box.children)


def text_of(box: Any) -> str:
    if hasattr(box, "text"):
        return str(box.text)
    return "".join(map(text_of, getattr(box, "children", ())))


def texts(html: str) -> list[str]:
    return [text.strip() for text, _ in lines(html) if text.strip()]


def width_of(text: str) -> float:
    [(_, width)] = lines(f"<p>{text}</p>")
    return width


def test_without_the_patch_a_line_breaks_after_its_first_word() -> None:
    from leafletpress.pdf.weasyprint_patches import line_breaks

    html = f'<p style="width: {width_of(TEXT.strip()) + 2}px">{TEXT}<b>b</b></p>'
    assert texts(html) == [TEXT.strip(), "b"]
    with without(line_breaks.PATCH):
        assert texts(html)[0] == "These"


@pytest.mark.parametrize("kind", MEASURED)
def test_without_the_patch_a_box_is_too_narrow_for_the_text_it_was_measured_for(kind: str) -> None:
    from leafletpress.pdf.weasyprint_patches import line_breaks

    html = MEASURED[kind].format("take 500 mg ")
    assert texts(html)[0] == "take 500 mg"
    with without(line_breaks.PATCH):
        assert texts(html)[:2] == ["take", "500 mg"]


WORDS = st.lists(st.sampled_from(["a", "of", "500 mg", "words", "hae\u00admato"]), min_size=1)
RUNS = st.tuples(WORDS.map(" ".join), st.sampled_from(["{}", "{} ", "<b>{}</b>", " <b>{} </b>"]))


@given(st.lists(RUNS, min_size=1, max_size=4), st.sampled_from(sorted(MEASURED)))
def test_a_box_is_as_wide_as_its_text_needs(runs: list[tuple[str, str]], kind: str) -> None:
    inside = "".join(shape.format(words) for words, shape in runs)
    found = [text for text in texts(MEASURED[kind].format(inside)) if text != "next"]
    assert len(found) == 1, found


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("inline", ["<b>bold words</b> follow.", "<span>a span</span>"])
def test_a_space_before_an_inline_element_may_hang_over_the_edge(part: float, inline: str) -> None:
    width = width_of(TEXT.strip()) + part * width_of("&nbsp;")
    first, *rest = texts(f'<p style="width: {width}px">{TEXT}{inline}</p>')
    assert first == TEXT.strip()
    assert len(rest) == 1


def test_a_text_that_is_really_too_long_is_still_broken() -> None:
    width = width_of(TEXT.strip()) - 1
    found = texts(f'<p style="width: {width}px">{TEXT}<b>b</b></p>')
    assert [line.split()[-1] for line in found] == ["one", "b"]


@pytest.mark.parametrize("text", ["\u2060 ", "\u200b ", "&shy; "])
def test_the_narrowest_column_is_no_wider_for_a_space_that_hangs(text: str) -> None:
    """It is measured by breaking at a width of 0, where nothing is mended."""
    from leafletpress.pdf.weasyprint_patches import line_breaks

    def cell() -> float:
        html = f"<table style='width: 1px'><tr><td>{text}</td><td>next</td></table>"
        return next(float(box.width) for box in boxes(html) if box.element_tag == "td")

    patched = cell()
    with without(line_breaks.PATCH):
        assert patched == cell()
