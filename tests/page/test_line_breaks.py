"""Where lines break: between words, never between a number and its unit, never off the page."""

import re
from typing import Any

import pytest

from leafletpress.format import read_format
from leafletpress.language import Language, parse_language
from leafletpress.page.style import make_style
from leafletpress.page.typography import set_plain
from leafletpress.pdf import start
from leafletpress.project import Project
from leafletpress.quantities import read_quantities
from tests.support.printing import CACHE, ROOT, faces_problems
from tests.support.sentences import SENTENCES

pytestmark = pytest.mark.slow

PROJECT = Project(ROOT)
READ = re.compile("[\\s\u200c]")
"""What a quantity that was read may have lost."""

WIDTHS = range(8, 90, 5)
"""In millimetres: from less than a word to more than a line."""


def broken(text: str, language: Language, width: int) -> list[str]:
    """Return the lines of a paragraph of that width, as WeasyPrint breaks them."""
    faces_problems(language.tag)  # where a font is missing, lines break as they would with it
    start(CACHE)
    import weasyprint
    from weasyprint.formatting_structure.boxes import LineBox

    style = make_style(PROJECT, language, read_format(PROJECT, "a4"))
    html = (
        f'<html lang="{language.tag}" dir="{language.direction}"><style>{style}</style>'
        f'<p style="width: {width}mm">{set_plain(text, language)}</p>'
    )
    root = weasyprint.HTML(string=html).render().pages[0]._page_box
    lines = (box for box in root.descendants() if isinstance(box, LineBox))
    return ["".join(_texts(line)).replace("\u2060", "").strip() for line in lines]


def _texts(box: Any) -> list[str]:
    return [part.text for part in box.descendants() if hasattr(part, "pango_layout")]


def is_made_of(line: str, words: list[str]) -> bool:
    """Tell whether a line is one or more of the words, in their order."""
    rest = line
    for word in words:
        if rest.startswith(word):
            rest = rest[len(word) :].lstrip(" \u200b")
    return not rest


@pytest.mark.parametrize(
    ("tag", "text", "whole"),
    [
        ("en", "Take 500 mg or 1,000 mg for 3 weeks, call 0800 123 456 now", "500 mg"),
        ("en", "Take 500 mg or 1,000 mg for 3 weeks, call 0800 123 456 now", "1,000 mg"),
        ("en", "Take 500 mg or 1,000 mg for 3 weeks, call 0800 123 456 now", "3 weeks"),
        ("en", "Take 500 mg or 1,000 mg for 3 weeks, call 0800 123 456 now", "0800 123 456"),
        ("en", "It may take 5–10 mg/kg of it", "5–10 mg/kg"),
        ("tr", "Bu 1. adımda 500 mg alın", "1. adımda"),
        ("fr", "Si la fièvre est de 38 °C ou plus", "38 °C"),
        ("ru", "Принимайте 500 мг утром", "500 мг"),
        ("hi", "सुबह 500 mg की गोली लें", "500 mg"),
        ("he", "קחו בבוקר 500 mg עם מים", "500 mg"),
        ("ar", "تناول 500 mg صباحًا", "500 mg"),
        ("fa", "یک قرص ۵۰۰ میلی‌گرمی بخورید", "۵۰۰ میلی‌گرمی"),
        ("ko", "아침에 500 mg 알약을 드십시오", "500 mg"),
        ("th", "รับประทานยาเม็ด 500 mg พร้อมน้ำ", "500 mg"),
    ],
)
def test_a_number_is_never_parted_from_its_unit(tag: str, text: str, whole: str) -> None:
    language = parse_language(tag)
    for width in WIDTHS:
        lines = [line.replace("\u00a0", " ") for line in broken(text, language, width)]
        assert any(whole in line for line in lines), (width, lines)


@pytest.mark.parametrize("tag", SENTENCES)
def test_no_language_of_the_set_parts_a_number_from_its_unit(tag: str) -> None:
    language, text = parse_language(tag), SENTENCES[tag]
    wholes = [found.text for found in read_quantities(text, language) if found.units]
    assert len(wholes) >= 2
    for width in (20, 27, 35, 50):  # less holds no quantity: Tamil then breaks it
        lines = [READ.sub("", line) for line in broken(text, language, width)]
        for whole in wholes:
            assert any(READ.sub("", whole) in line for line in lines), (width, whole, lines)


@pytest.mark.parametrize(
    "text",
    [
        "조혈모세포이식은 세포를 모으는 치료입니다. HSCT를 받기 전에 의사에게 물어보십시오.",
        "의사(또는 간호사)에게 3주 동안 연락하십시오.",
    ],
)
def test_korean_words_are_kept_whole(text: str) -> None:
    for width in WIDTHS:
        lines = broken(text, parse_language("ko"), width)
        assert " ".join(lines).replace("\u00a0", " ") == text, width
    assert len(broken(text, parse_language("ko"), 8)) == len(text.split())


THAI = ["รับประทาน", "ยา", "เม็ด", "พร้อม", "น้ำ", "ใน", "ตอน", "เช้า", "ทุก", "วัน"]


def test_thai_breaks_between_words() -> None:
    for width in WIDTHS:
        lines = broken("".join(THAI), parse_language("th"), width)
        assert "".join(lines) == "".join(THAI)
        assert all(is_made_of(line, THAI) for line in lines), lines
    assert len(broken("".join(THAI), parse_language("th"), 8)) > 5


KHMER = ["សូម", "ទូរស័ព្ទ", "ទៅ", "គ្រូពេទ្យ", "របស់", "អ្នក"]


def test_khmer_breaks_where_its_words_are_parted() -> None:
    language = parse_language("km")
    for width in range(25, 90, 5):
        lines = broken("\u200b".join(KHMER), language, width)
        assert all(is_made_of(line.strip("\u200b"), KHMER) for line in lines), lines
    assert len(broken("\u200b".join(KHMER), language, 25)) > 2


@pytest.mark.parametrize(
    ("tag", "word"),
    [("ta", "எடுத்துக்கொள்ளவேண்டியவர்களுக்காகவும்"), ("km", "".join(KHMER))],
)
def test_a_word_longer_than_its_line_is_broken_and_not_cut_off(tag: str, word: str) -> None:
    lines = broken(word, parse_language(tag), 25)
    assert len(lines) > 1
    assert "".join(lines) == word


def test_a_tamil_word_that_fits_is_kept_whole() -> None:
    text = "மாத்திரை ஒன்றைத் தண்ணீருடன் எடுத்துக்கொள்ளுங்கள்"
    for width in range(60, 120, 10):
        assert " ".join(broken(text, parse_language("ta"), width)) == text


def test_japanese_lines_do_not_begin_with_what_ends_a_phrase() -> None:
    text = (
        "38度以上の熱が出たら、すぐに「クリニック」に電話してください。薬は、やめないでください。"
    )
    for width in WIDTHS:
        lines = broken(text, parse_language("ja"), width)
        assert "".join(lines).replace("\u00a0", "") == text
        assert not any(line[0] in "、。」ーっッゃャ" for line in lines), lines
        assert not any(line.endswith("「") for line in lines), lines


@pytest.mark.parametrize("tag", ["ar", "km", "my", "th"])
def test_lines_of_scripts_with_tall_letters_are_further_apart_everywhere(tag: str) -> None:
    layout = read_format(PROJECT, "a4")
    usual = make_style(PROJECT, parse_language("en"), layout)
    spread = make_style(PROJECT, parse_language(tag), layout)
    factor = parse_language(tag).line_height / 1.35

    def heights(sheet: str) -> list[float]:
        sheet = "\n".join(line for line in sheet.splitlines() if ".in-source" not in line)
        parts = sheet.split("line-height: ")[1:]
        return [float(part.split(";")[0]) for part in parts if part.split(";")[0][-1] != "m"]

    assert heights(spread) == pytest.approx([h * factor for h in heights(usual)], rel=0.01)
