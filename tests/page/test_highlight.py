"""Highlighting marks numbers and negations, and changes nothing else."""

import xml.etree.ElementTree as etree
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.language import parse_language
from leafletpress.page.highlight import NEGATION, NUMBER, highlight, negations_in
from leafletpress.quantities import find_quantities


def marked(html: str, tag: str) -> tuple[etree.Element, list[str], list[str]]:
    """The tree, its marked numbers and its marked negations."""
    root = etree.fromstring(f"<div>{html}</div>")
    highlight(root, parse_language(tag))
    spans = list(root.iter("span"))
    numbers = ["".join(s.itertext()) for s in spans if s.get("class") == NUMBER]
    return root, numbers, [s.text or "" for s in spans if s.get("class") == NEGATION]


@pytest.mark.parametrize(
    ("tag", "html", "numbers", "negations"),
    [
        ("en", "Do not take 20\u00a0mg for 5 to 15 days.", "20\u00a0mg|5|15 days", "not"),
        ("tr", "%70’i 15 gün <b>almasın</b>", "%70|15 gün", "almasın"),
        ("ar", "لا تأخذ <bdi>٢٠ mg</bdi> بدون ماء", "٢٠ mg", "لا|بدون"),
        ("en", 'As told <span class="citation">[1]</span>', "", ""),
        ("en", "5–\u206010 mg", "5|10 mg", ""),
        ("sw", "Usitumie 20 mg", "20 mg", ""),
        ("en", "no <b>5</b> no", "5", "no|no"),
    ],
)
def test_numbers_and_negations_are_marked(
    tag: str, html: str, numbers: str, negations: str
) -> None:
    root, found, negating = marked(html, tag)
    assert found == numbers.split("|" if numbers else None)
    assert negating == negations.split("|" if negations else None)
    assert list(negations_in(root)) == negating


@given(st.text("ab5 .,%-–\u00a0mgnotİılא5لا", max_size=40))
def test_marks_change_no_letter(text: str) -> None:
    for tag in ("en", "tr", "he", "ar"):
        root = etree.Element("p")
        root.text = text
        bold = etree.SubElement(root, "b")
        bold.text, bold.tail = text, text
        highlight(root, parse_language(tag))
        assert "".join(root.itertext()).replace("\u00a0", " ") == (text * 3).replace("\u00a0", " ")


@given(st.text("5 .,%-–\u2060\u00a0mgdays", max_size=30))
def test_places_of_numbers_hold_each_digit_once(text: str) -> None:
    places = find_quantities(text, parse_language("en"))
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    within = [i for start, end in places for i in range(start, end)]
    assert all(i in within for i, character in enumerate(text) if character == "5")
