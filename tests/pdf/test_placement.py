"""A text that stands where nobody can read it stops its PDF: off the paper, out of its box, on
another text, or in the colour of its ground."""

import re

import pytest

from leafletpress.language import parse_language
from leafletpress.problems import LeafletError
from tests.support.printing import page, write

pytestmark = pytest.mark.slow

WORD = "Knochenmarktransplantationsvorbereitungsuntersuchung" * 2
PAGE = "@page { size: 148mm 210mm; margin: 15mm }"
HEAD = (
    PAGE + "@page { @top-center { content: element(head); width: 100%; vertical-align: bottom } }"
    ".head { position: running(head); font-size: 14pt; line-height: 1.3 }"
)

MISPLACED = {
    "a table whose columns go off the paper": (
        f"<table><tr><td>{WORD}<td>once a day</table>", PAGE,
        "[off-the-paper]", 1,
    ),
    "a column that is narrower than its word": (
        f'<div class="row"><p>{WORD[:30]}<p>&nbsp;</div>',
        PAGE + ".row { display: table; table-layout: fixed; width: 50mm }"
        ".row p { display: table-cell; width: 25mm }",
        "[out-of-its-box]", 1,
    ),
    "a title that is longer than its band": (
        f'<h1>{"Transplantation" * 3}</h1>',
        PAGE + "h1 { background: #0b4a5e; color: white; width: 90mm; font-size: 12pt }",
        "[out-of-its-box]", 1,
    ),
    "a running head of too many lines": (
        f'<div class="head">{"A title of many words " * 12}</div><p>Rest.', HEAD,
        "[off-the-paper]", 1,
    ),
    "the frame of a mark in the margin": (
        '<div class="head"><b style="border: 2pt solid; padding: 12mm">DRAFT</b></div><p>Rest.',
        HEAD,
        "[off-the-paper]", 1,
    ),
    "two texts in one place": (
        '<p>14 of 1,000 people<p style="margin-top: -1.4em">21 of 1,000 people',
        PAGE + "p { margin: 0 }",
        "[text-over-text]", 1,
    ),
    "two lines that are set into each other": (
        "<p>Call your team<br>about any fever", PAGE + "p { line-height: 0.3 }",
        "[text-over-text]", 1,
    ),
    "a text in the colour of the paper": (
        '<p>Rest.<p style="color: #fdfdfd">Call 112.', PAGE,
        "[unseen-text]", 1,
    ),
    "a text in the colour of its panel": (
        '<div style="background: #123"><p style="color: #124">Call 112.</div>', PAGE,
        "[unseen-text]", 1,
    ),
    "a text on a page that follows": (
        f'<p style="break-after: page">Rest.<p style="margin-left: 110mm">{WORD[:40]}', PAGE,
        "[off-the-paper]", 2,
    ),
}  # fmt: skip
"""What stands where it cannot be read: the body, its style, the id of the problem, the page."""


@pytest.mark.parametrize("name", MISPLACED)
def test_a_text_that_cannot_be_read_is_told_with_its_page(name: str) -> None:
    body, style, kind, number = MISPLACED[name]
    english = parse_language("en")
    with pytest.raises(LeafletError) as caught:
        write(page(body, english, style), english)
    said = [str(problem) for problem in caught.value.problems]
    assert all(kind in each for each in said), said
    assert re.search(rf" on page {number}\b", said[0])


def test_how_much_room_a_word_needs_is_told() -> None:
    body, style, _, _ = MISPLACED["a column that is narrower than its word"]
    with pytest.raises(LeafletError, match=r"it needs \d+ mm, and the box has 25: say it in fewer"):
        write(page(body, parse_language("en"), style), parse_language("en"))


FINE = {
    "a list with its signs": "<ul><li>one<li>two</ul><ol start=9><li>nine<li>ten</ol>",
    "a raised number": "<p>So it is.<sup style='line-height: 1'>[12]</sup> And more.",
    "lines that are set close": "<h1 style='line-height: 1'>Call your team<br>jogging Ägypten</h1>",
    "a text over a picture of its own": "<div style='background: #123; padding: 5mm'>"
    "<p style='color: white; position: relative; top: 2mm'>Call</div>",
    "a label that stands at the side": "<p style='position: relative; padding-left: 3em'>"
    "<b style='position: absolute; left: 0'>6</b>walks with a stick",
    "a text out of the flow": "<main><p style='position: absolute'>One</p><p>&nbsp;</main>",
    "two columns": "<div style='display: flex'><p>Rest well<p style='margin-left: 5mm'>Drink</div>",
    "a text right at the edge of its page": "<p style='margin-left: -14mm'>Rest.",
}


@pytest.mark.parametrize("name", FINE)
def test_what_can_be_read_raises_no_alarm(name: str) -> None:
    english = parse_language("en")
    style = PAGE if name != "a text right at the edge of its page" else PAGE.replace("15", "0")
    body = FINE[name] if style == PAGE else FINE[name].replace("-14", "0")
    assert write(page(body, english, style), english)


@pytest.mark.parametrize("tag", ["ar", "he", "fa", "ur"])
def test_lines_from_right_to_left_raise_no_alarm(tag: str) -> None:
    language = parse_language(tag)
    words = {"he": "שלום לכולם", "ar": "الخلايا الجذعية", "fa": "سلول‌های بنیادی", "ur": "خلیے"}[tag]
    body = f"<p>{(words + ' <b>15</b> ') * 60}<p>{words} (HSCT) {words}."
    assert write(page(body, language, PAGE), language)
