"""Finishing a body: what the page puts into the tree of a leaflet."""

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest

from leafletpress.language import parse_language
from leafletpress.page.body import Filling, Label, finish_body
from leafletpress.page.drawing import Painter
from leafletpress.page.typography import keep_numbers_whole

FILLING = Filling(
    values={"team_phone": None, "emergency_phone": "0800 112"},
    sources={"smith": 1, "jones": 2},
    labels={"key": Label("En önemlisi"), "warning": Label("Warning", "en")},
    source_name="English",
    painter=Painter(None, Path("figures.html"), parse_language("tr")),
)

SMITH = '<span class="citation" data-key="smith"/>'
JONES = '<span class="citation" data-key="jones"/>'


def show(text: str) -> str:
    """Make what is not seen visible: _ is a no-break space, ^ a word joiner."""
    return text.replace("\u00a0", "_").replace("\u2060", "^")


def finish(body: str) -> str:
    root = etree.fromstring(f"<div>{body}</div>")
    finish_body(root, FILLING)
    text = etree.tostring(root, encoding="unicode")
    return show(text.removeprefix("<div>").removesuffix("</div>"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Rest for 15 days.", "Rest for 15_days."),
        ("about 3 weeks in 2 steps", "about 3_weeks in 2_steps"),
        ("80% of people", "80%_of people"),
        ("1. adım biter", "1._adım biter"),
        ("It takes 3. Then rest.", "It takes_3. Then rest."),
        ("before step 1.", "before step_1."),
        ("5–10 mg/kg", "5–^10_mg/^kg"),
        ("no numbers here", "no numbers here"),
        ("112", "112"),
        ("٣ أيام", "٣_أيام"),
        ("3 हफ़्ते", "3_हफ़्ते"),
    ],
)
def test_a_number_and_its_word_are_kept_whole(text: str, whole: str) -> None:
    assert show(keep_numbers_whole(text, parse_language("tr"))) == whole


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("<p>wait 15 <b>days</b> or so</p>", "<p>wait 15<b>_days</b> or so</p>"),
        ("<p>wait <b>15</b> days</p>", "<p>wait <b>15</b>_days</p>"),
        ("<p>wait <b>15 days</b></p>", "<p>wait <b>15_days</b></p>"),
        ("<p>step 1 <b>2</b></p>", "<p>step 1 <b>2</b></p>"),
        ("<p>a <b>b</b> c</p>", "<p>a <b>b</b> c</p>"),
    ],
)
def test_a_number_and_its_word_are_kept_whole_across_emphasis(body: str, whole: str) -> None:
    assert finish(body) == whole


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"It is so. {SMITH} Go on.", "It is so.<_[1]> Go on."),
        (f"It is so {SMITH}. Go on.", "It is so<_[1]>. Go on."),
        (f"It is so. {SMITH} {JONES}", "It is so.<_[1]><_[2]>"),
        (f"It is so.{SMITH}{JONES}", "It is so.<_[1]><_[2]>"),
        (f"It is <b>so</b>. {SMITH}", "It is <b>so</b>.<_[1]>"),
        (f"It is <b>so</b> {SMITH}", "It is <b>so</b><_[1]>"),
        (f"<b>So {SMITH}</b> it is.", "<b>So<_[1]></b> it is."),
        (f"{SMITH} says so.", "<[1]> says so."),
    ],
)
def test_a_citation_is_numbered_and_bound_to_what_stands_before_it(before: str, after: str) -> None:
    found = finish(f"<p>{before}</p>").replace('<span class="citation">', "<")
    assert found.replace("]</span>", "]>") == f"<p>{after}</p>"


def test_a_placeholder_is_filled_or_becomes_a_line_to_write_on() -> None:
    body = '<p>Call <span class="placeholder" data-name="{}"/>.</p>'
    assert finish(body.format("emergency_phone")) == (
        '<p>Call <span class="placeholder" dir="ltr">0800_112</span>.</p>'
    )
    assert finish(body.format("team_phone")) == (
        '<p>Call <span class="placeholder line" dir="ltr">_</span>.</p>'
    )


def test_a_block_gets_its_label_in_the_language_that_the_label_is_in() -> None:
    assert finish('<section class="key"><p>Rest.</p></section>') == (
        '<section class="key"><p class="label">En önemlisi</p><p>Rest.</p></section>'
    )
    assert finish('<section class="warning"><p>Stop.</p></section>') == (
        '<section class="warning"><p class="label" lang="en">Warning</p><p>Stop.</p></section>'
    )


def test_what_is_not_translated_says_in_which_language_it_is() -> None:
    found = finish('<p class="untranslated" lang="en">Rest for <b>15</b> days.</p>')
    assert found == (
        '<p class="untranslated" lang="en" dir="ltr"><span class="language-mark">English</span> '
        "Rest for <b>15</b>_days.</p>"
    )


def test_steps_are_numbered_from_where_their_list_starts() -> None:
    found = finish('<section class="steps"><ol start="4"><li>A</li><li>B</li></ol></section>')
    assert '<li><span class="number">4</span>A</li><li><span class="number">5</span>B</li>' in found


def test_labels_to_write_beside_get_a_line_each_and_those_asked_for_below() -> None:
    item = "<li>My <b>MS</b> nurse</li>"
    found = finish(f'<section class="write-in" data-lines="2"><ul>{item}</ul></section>')
    # One element: a flex box would drop the spaces around the bold word.
    label = '<span class="asked">My <b>MS</b> nurse</span>'
    assert f'<li>{label}<span class="line">_</span></li>' in found
    assert found.count('<div class="ruled" />') == 2
    assert "data-" not in found


def risk(statement: str) -> str:
    data = 'data-events="3" data-people="200" data-source="jones"'
    return finish(
        f'<section class="risk" {data}><p class="title">Death</p><p>{statement}</p></section>'
    )
