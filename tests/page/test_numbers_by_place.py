"""The digits that stand on paper are those that the checks read, told by where the glyphs are."""

import re
import xml.etree.ElementTree as etree
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leafletpress.catalog import read_catalog
from leafletpress.content import parse_inline, without_references
from leafletpress.language import Language, parse_language
from leafletpress.page.body import Filling, finish_body
from leafletpress.page.drawing import Painter
from leafletpress.page.typography import set_plain
from leafletpress.project import Project
from tests.support.dose_sentences import MIRRORED, WORDS, sentences, spoiled
from tests.support.printed_lines import digits_of, lines_of, misprinted
from tests.support.printing import ROOT

pytestmark = pytest.mark.slow

PROJECT = Project(ROOT)
CITATION = re.compile(r"\[@[a-z0-9-]+\]")
PLACEHOLDER = re.compile(r"\{(\w+)\}")

few = settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
"""Each example is a PDF with many texts, so none is made smaller."""


def as_body(text: str, language: Language) -> str:
    """Return a message as the body of a leaflet prints it, its values as lines to write on."""
    values = dict.fromkeys(PLACEHOLDER.findall(text))
    painter = Painter(None, Path("figures.html"), language)
    root = etree.Element("div")
    root.append(parse_inline(text))
    finish_body(root, Filling(values, {}, {}, "English", painter))
    return "".join(etree.tostring(root[0], encoding="unicode").removeprefix("<p>").rsplit("</p>"))


def mirrored_languages() -> list[str]:
    languages = map(parse_language, PROJECT.locale_folders())
    return [language.tag for language in languages if language.direction == "rtl"]


def messages(tag: str) -> list[str]:
    """Every translation of a language that has digits, without citations."""
    folder = PROJECT.catalog(parse_language(tag).folder, "page").parent
    found = [m.msgstr for path in folder.glob("*.po") for m in read_catalog(path).active]
    bare = (CITATION.sub("", text) for text in dict.fromkeys(found))
    return sorted(text for text in bare if re.search(r"\d", without_references(text)))


def wrong(texts: list[str], paragraphs: list[str], language: Language) -> dict[str, list[str]]:
    lines = lines_of(paragraphs, language)
    found = {
        text: misprinted(text, line, language) for text, line in zip(texts, lines, strict=True)
    }
    return {text: numbers for text, numbers in found.items() if numbers}


def test_arabic_is_among_the_shipped_languages() -> None:
    assert "ar" in mirrored_languages()
    assert len(messages("ar")) > 50


@pytest.mark.parametrize("tag", mirrored_languages())
def test_every_shipped_message_prints_the_numbers_that_the_checks_read(tag: str) -> None:
    language = parse_language(tag)
    texts = [without_references(text) for text in messages(tag)]
    assert wrong(texts, [as_body(text, language) for text in messages(tag)], language) == {}


@pytest.mark.parametrize("tag", MIRRORED)
@few
@given(data=st.data())
def test_every_quantity_prints_the_number_that_the_checks_read(
    tag: str, data: st.DataObject
) -> None:
    language = parse_language(tag)
    texts = data.draw(st.lists(sentences(tag), min_size=30, max_size=40, unique=True))
    paragraphs = [str(set_plain(text, language)) for text in texts]
    assert wrong(texts, paragraphs, language) == {}


@pytest.mark.parametrize("tag", WORDS)
@few
@given(data=st.data())
def test_no_invisible_sign_changes_a_digit_on_paper(tag: str, data: st.DataObject) -> None:
    """Whether the check finds it or not."""
    language = parse_language(tag)
    bare = data.draw(st.lists(sentences(tag), min_size=20, max_size=30))
    texts = [data.draw(spoiled(text)) for text in bare]
    paragraphs = [str(set_plain(text, language)) for text in (*bare, *texts)]
    lines = lines_of(paragraphs, language)
    printed: dict[str, list[str]] = defaultdict(list)
    for text, line, other in zip(texts, lines, lines[len(bare) :], strict=False):
        if digits_of(line) != digits_of(other):
            printed[text] += [line, other]
    assert printed == {}


SPELLED = [
    ("ar", "خذ 1\u200f5 ملغ", "15"),
    ("ar", "خذ 6\u061c.5 ملغ", "6.5"),
    ("ar", "خذ 2\u200b0 ملغ", "20"),
    ("ar", "خذ 1\u200f5\u200f0 mg", "150 mg"),
    ("ar", "خذ ١\u2066٥\u2069 ملغ", "15"),
    ("ar", "في 1\u200f/3\u200f/2026", "1/3/2026"),  # as CLDR writes a date: see findings/
    ("fa", "روزی ۱٥ بار", "15"),
    ("ur", "روزانہ ۲،۵ لیں", "2،5"),
    ("he", "קחו 2⅓ ביום", "2/13"),
    ("he", "קחו 5—10 mg", "5-10 mg"),
    ("he", "קחו 5 mg / kg", "5 mg / kg"),
    ("he", "קחו 10\u2009000", "10 000"),
    ("he", "קחו ५० mg", "50 mg"),
    ("ar", "ضغط ١٢٠/٨٠", "120/80"),
    ("ar", "١٠⁶ خلية", "10⁶"),
    ("ar", "١\u2009٠٠٠ مرة", "1 000"),
    ("ar", "أيام ٣٠ ١٠.", "10 30"),
    ("ar", "اتصل ٠٢٠-٧٩٤٦-٠٠٠", "020-7946-000"),
    ("ckb", "پەیوەندی (٠٢٠) ٧٩٤٦ ٠٠٠", "(020( 7946 000"),
    ("de", "\u200f5–10 mg am Tag", "5-10 mg"),
    ("de", "Rufen Sie \u200f020 7946 0000 an", "020 7946 0000"),
]
"""Texts as they are typed, and what stands on the line from left to right, digits as ASCII."""


@pytest.mark.parametrize("tag", sorted({tag for tag, *_ in SPELLED}))
def test_digits_stand_as_they_are_read(tag: str) -> None:
    rows = [(text, whole) for language, text, whole in SPELLED if language == tag]
    language = parse_language(tag)
    lines = lines_of([str(set_plain(text, language)) for text, _ in rows], language)
    wrong = [
        (text, line) for (text, whole), line in zip(rows, lines, strict=True) if whole not in line
    ]
    assert wrong == []
