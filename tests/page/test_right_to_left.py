"""Right-to-left pages, measured: where each thing stands in the PDF, and in which order."""

import re

import pytest

from leafletpress.languages import parse_language
from leafletpress.page.typography import set_plain
from tests.printing import page, write
from tests.reading import Reader, as_printed, lines

QUANTITIES = [
    "500 mg",
    "5–10 mg/kg",
    "70%",
    "+44 20 7946 0000",
    "6.8",
    "10–5",
    "2.5–5 mg",
    "1,000",
    "112",
    "www.example.org",
    "https://www.example.org/a-b?x=1",
    "info@example.org",
    "(020) 7946 0000",
    "0800 123 456",
    "10 000 IU",
    "38.5 °C",
    "> 38 °C",
    "<5",
    "-5 °C",
    "2 × 500 mg",
    "3 / 1000",
    "120/80 mmHg",
    "5 mg – 10 mg",
    "12:30",
    "1/2",
    "10⁹/l",
    "B12",
    "HbA1c",
    "COVID-19",
    "MS-04",
    "٥٠٠",
    "٢٫٥",
    "۰۲۱ ۱۲۳ ۴۵۶۷",
    "۵۰۰",
    "۲٫۵–۵",
]

AROUND = {
    "he": ["קחו {} פעם ביום.", "לא יותר מ-{} בלבד", "{} בבוקר ({} בערב)", "התקשרו אל {}"],
    "ar": ["خذ {} مرة في اليوم.", "لا تتجاوز {}، ثم", "{} صباحًا ({} مساءً)", "اتصل بـ {}"],
    "fa": ["روزی {} بخورید.", "بیش از {}، نه", "{} صبح ({} شب)", "با {} تماس بگیرید"],
    "ur": ["روزانہ {} لیں۔", "{} سے زیادہ نہیں", "{} صبح ({} شام)", "فون کریں {}"],
}


def printed(text: str) -> str:
    """Return a text without spaces, its brackets all alike (see `Glyph`)."""
    return re.sub(r"\s", "", text).translate(str.maketrans(")>", "(<"))


@pytest.mark.parametrize("tag", AROUND)
def test_every_quantity_prints_from_left_to_right_as_written(tag: str) -> None:
    language = parse_language(tag)
    sentences = [
        (quantity, sentence.replace("{}", quantity))
        for quantity in QUANTITIES
        for sentence in AROUND[tag]
    ]
    body = "".join(f"<p>{set_plain(sentence, 'rtl')}</p>" for _, sentence in sentences)
    reader = Reader(write(page(body, language, "@page { size: A4 }"), language))
    elements = [element for element in reader.tree.walk() if element.kind == "P"]
    found = [printed(as_printed(reader.glyphs_of(element))) for element in elements]
    wrong = [
        (sentence, line)
        for (quantity, sentence), line in zip(sentences, found, strict=True)
        if line.count(printed(quantity)) < sentence.count(quantity)
    ]
    assert wrong == []


def test_ranges_and_shares_in_arabic_digits_run_as_arabic_does() -> None:
    language = parse_language("ar")
    body = f"<p>{set_plain('من ٢٫٥–٥ ملغ، ٧٠٪', 'rtl')}</p>"
    reader = Reader(write(page(body, language), language))
    assert re.findall(r"[\d–٫٪]+", as_printed(reader.glyphs)) == ["٪٧٠", "٥–٢٫٥"]


def test_a_sign_or_bracket_in_a_quantity_faces_as_written() -> None:
    language = parse_language("he")
    texts = ["קחו <5 ביום", "קחו >5 ביום", "התקשרו (020) 7946 0000"]
    body = "".join(f"<p>{set_plain(text, 'rtl')}</p>" for text in texts)
    reader = Reader(write(page(body, language), language))
    signs = [glyph for line in lines(reader.glyphs) for glyph in line if glyph.text in "<>()"]
    assert [reader.points_left(glyph) for glyph in signs] == [True, False, True, False]


def test_the_comma_between_two_quantities_keeps_them_apart() -> None:
    language = parse_language("he")
    body = f"<p>{set_plain('500 mg, 2 פעמים, עד 3 ימים', 'rtl')}</p>"
    reader = Reader(write(page(body, language), language))
    assert as_printed(reader.glyphs) == "םימי3דע,םימעפ2,500mg"


@pytest.mark.parametrize("text", ["HSCT – 3 שבועות", "Tysabri 300 mg פעם", "קחו 500 mg 2 פעמים"])
def test_a_number_stands_beside_the_word_that_it_counts(text: str) -> None:
    language = parse_language("he")
    body = f"<p>{set_plain(text, 'rtl')}</p>"
    reader = Reader(write(page(body, language), language))
    number, word = re.search(r"(\d+)(?: mg)? ([\u05d0-\u05ea]+)", text).groups()  # type: ignore[union-attr]
    unit = "mg" if "mg" in text.split(word)[0][-4:] else ""
    assert f"{word[::-1]}{number}{unit}" in as_printed(reader.glyphs)


def test_no_line_breaks_between_a_prefix_and_its_number() -> None:
    language = parse_language("he")
    body = f"<p>{set_plain('עד ה-HSCT ועד ל-500 mg', 'rtl')}</p>"
    style = "@page { size: 60mm 90mm; margin: 5mm } p { width: 1mm }"
    reader = Reader(write(page(body, language, style), language))
    assert as_printed(reader.glyphs).split() == ["דע", "HSCT-ה", "דעו", "500mg-ל"]
