"""The text layer is the text: what a screen reader says and a copy holds is what was written."""

import re

import pytest

from leafletpress.language import parse_language
from tests.support.pdf_reader import Element, Reader
from tests.support.printing import faces_problems, page, write
from tests.support.sentences import SENTENCES

pytestmark = pytest.mark.slow

NARROW = "@page { size: 90mm 500mm; margin: 10mm }"
"""A page on which every sentence takes several lines."""


def read(body: str, tag: str, style: str = NARROW) -> Reader:
    language = parse_language(tag)
    return Reader(write(page(body, language, style), language, in_place=False))


def paragraphs(reader: Reader) -> list[Element]:
    return [element for element in reader.tree.walk() if element.kind in ("P", "H1", "LI")]


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("tag", SENTENCES)
def test_the_structure_says_every_word_of_the_page(tag: str) -> None:
    if problems := faces_problems(tag):
        pytest.skip(f"{tag}: {problems[0]}")
    text = SENTENCES[tag]
    first, space, rest = text.partition(" ")
    bold, *last = re.split("(?= )", rest, maxsplit=1)
    mixed = f"<p>{first}{space}<b>{bold}</b>{''.join(last)}</p>"
    reader = read(f"<h1>{text}</h1><p>{text}</p>{mixed}", tag)
    found = paragraphs(reader)
    assert [words(element.said) for element in found] == [words(text)] * 3
    # Nothing is printed that the structure does not stand for, and no line is without glyphs.
    described = {(e.page, mark) for e in reader.tree.walk() for mark in e.marks if e.text}
    assert {(glyph.page, glyph.mark) for glyph in reader.glyphs} == described


@pytest.mark.parametrize("tag", SENTENCES)
def test_the_set_holds_enough_words_to_lose_some(tag: str) -> None:
    assert len(SENTENCES[tag]) >= 50


def test_a_line_that_breaks_at_a_space_keeps_it() -> None:
    reader = read("<p>one <b>two</b> three <i>four </i>five</p>", "en", "p { width: 9mm }")
    assert paragraphs(reader)[0].said == "one two three four five"


def test_a_line_that_breaks_without_a_space_gets_none() -> None:
    reader = read("<p>haematopoietic/haematopoietic-haematopoietic</p>", "en", "p { width: 9mm }")
    (paragraph,) = paragraphs(reader)
    assert len(paragraph.kids) > 1
    assert paragraph.said == "haematopoietic/haematopoietic-haematopoietic"


def test_what_only_keeps_a_line_whole_is_no_part_of_the_words() -> None:
    reader = read("<p>5–\u206010\u00a0mg/kg, hae\u00admato</p>", "en")
    assert paragraphs(reader)[0].said == "5–10 mg/kg, haemato"


def test_a_link_says_its_words_once_whatever_is_in_it() -> None:
    link = '<a href="https://www.example.org/">Read <b>all</b> of it</a>'
    reader = read(f"<p>See. {link} Please.</p>", "en")
    (found,) = (element for element in reader.tree.walk() if element.kind == "Link")
    assert found.said == "Read all of it"
    assert paragraphs(reader)[0].said == "See. Read all of it Please."
    assert all(element.text for element in found.walk() if element.marks)


def test_a_link_with_bold_words_in_it_is_one_link() -> None:
    link = '<a href="https://www.example.org/">Read <b>all <i>of</i></b> it</a>'
    reader = read(f"<p>{link}</p><p>{link}</p>", "en")
    annotations = [entry.get_object() for entry in reader.pdf.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert len(annotations) == 2
    numbers = reader.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    kinds = [owners[entry["/StructParent"]].get_object()["/S"] for entry in annotations]
    assert kinds == ["/Link", "/Link"]


def test_the_language_is_written_where_it_changes_and_nowhere_else() -> None:
    reader = read(
        '<h1>Tedavi</h1><p lang="en">The treatment of MS</p>'
        '<p>Bu ilaç <i lang="la">natalizumab</i> adlıdır, <a lang="de" href="https://a.org">hier'
        "</a>.</p>",
        "tr",
    )
    assert reader.catalog["/Lang"] == "tr"
    langs = {element.text: element.lang for element in reader.tree.walk() if element.text}
    assert langs == {
        "Tedavi": None,
        "The treatment of MS": "en",
        "Bu ilaç ": None,
        "natalizumab": "la",
        " adlıdır, ": None,
        "hier": "de",
        ".": None,
    }


def test_what_stands_on_every_page_is_no_part_of_the_structure() -> None:
    style = NARROW + "@page { @top-left { content: element(head) } } .h { position: running(head) }"
    reader = read('<p class="h">Running head</p><p>Text</p>', "en", style)
    assert reader.tree.said == "Text"
    assert "".join(glyph.text for glyph in reader.furniture(0)) == "Runninghead"
    assert b"/Artifact" in reader.content(0)
    owners = reader.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    assert [type(owner.get_object()).__name__ == "NullObject" for owner in owners] == [False, True]
