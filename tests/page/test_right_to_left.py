"""Right-to-left pages, measured: where each thing stands in the PDF, and in which order."""

import re

import pytest

from leafletpress.language import parse_language
from leafletpress.page.typography import set_plain
from tests.support.mirrored_leaflet import printed as leaflet
from tests.support.pdf_painting import Box, as_printed, bounds, lines
from tests.support.pdf_reader import Reader, from_start
from tests.support.printing import faces_problems, page, write
from tests.support.pseudo_catalogs import pseudo

pytestmark = pytest.mark.slow

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
    return re.sub(r"\s", "", text).translate(str.maketrans(")>]", "(<["))


@pytest.mark.parametrize("tag", AROUND)
def test_every_quantity_prints_from_left_to_right_as_written(tag: str) -> None:
    language = parse_language(tag)
    assert not faces_problems("ar")  # Hebrew's own faces lack the digits of Arabic
    sentences = [
        (quantity, sentence.replace("{}", quantity))
        for quantity in QUANTITIES
        for sentence in AROUND[tag]
    ]
    body = "".join(f"<p>{set_plain(sentence, language)}</p>" for _, sentence in sentences)
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
    body = f"<p>{set_plain('من ٢٫٥–٥ ملغ، ٧٠٪', language)}</p>"
    reader = Reader(write(page(body, language), language))
    assert re.findall(r"[\d–٫٪]+", as_printed(reader.glyphs)) == ["٪٧٠", "٥–٢٫٥"]


def test_a_sign_or_bracket_in_a_quantity_faces_as_written() -> None:
    language = parse_language("he")
    texts = ["קחו <5 ביום", "קחו >5 ביום", "התקשרו (020) 7946 0000"]
    body = "".join(f"<p>{set_plain(text, language)}</p>" for text in texts)
    reader = Reader(write(page(body, language), language))
    signs = [glyph for line in lines(reader.glyphs) for glyph in line if glyph.text in "<>()"]
    assert [reader.points_left(glyph) for glyph in signs] == [True, False, True, False]


def test_the_comma_between_two_quantities_keeps_them_apart() -> None:
    language = parse_language("he")
    body = f"<p>{set_plain('500 mg, 2 פעמים, עד 3 ימים', language)}</p>"
    reader = Reader(write(page(body, language), language))
    assert as_printed(reader.glyphs) == "םימי3דע,םימעפ2,500mg"


@pytest.mark.parametrize("text", ["HSCT – 3 שבועות", "Tysabri 300 mg פעם", "קחו 500 mg 2 פעמים"])
def test_a_number_stands_beside_the_word_that_it_counts(text: str) -> None:
    language = parse_language("he")
    body = f"<p>{set_plain(text, language)}</p>"
    reader = Reader(write(page(body, language), language))
    number, word = re.search(r"(\d+)(?: mg)? ([\u05d0-\u05ea]+)", text).groups()  # type: ignore[union-attr]
    unit = "mg" if "mg" in text.split(word)[0][-4:] else ""
    assert f"{word[::-1]}{number}{unit}" in as_printed(reader.glyphs)


def test_no_line_breaks_between_a_prefix_and_its_number() -> None:
    language = parse_language("he")
    body = f"<p>{set_plain('עד ה-HSCT ועד ל-500 mg', language)}</p>"
    style = "@page { size: 60mm 90mm; margin: 5mm } p { width: 1mm }"
    reader = Reader(write(page(body, language, style), language, in_place=False))
    assert as_printed(reader.glyphs).split() == ["דע", "HSCT-ה", "דעו", "500mg-ל"]


AT_THE_START = [
    "A tiny leaflet",
    "This leaflet tells you nothing.",
    "Draft: no clinician has approved this text yet. Talk to your team before you act on it.",
    "Most important",
    "Ask before you start.",
    "A heading",
    "one bullet",
    "two bullets",
    "Drug",
    "alpha",
    "Warning",
    "Danger ahead",
    "Stop at once.",
    "Bring these",
    "your card",
    "The way",
    "About 3 weeks.",
    "Come.",
    "Go.",
    "When to call",
    "Your team:",
    "In an emergency:",
    "Harm",
    "Of those asked",
    "may I drive",
    "Notes",
    "name",
    "Your nurse",
    "Phone",
    "Sources",
    "About this leaflet",
    "Leaflet",
    "Tell us what you think",
]
"""What begins a line where its block begins: whole paragraphs, or their first words."""

LEFT_TO_RIGHT = ["1", "2", "[1]", "+44 20 7946 0000", "112", "elm@example.org"]
"""What is the same in both."""

SIDE_BEARING = 2.0
"""How far apart, in points, edges may lie because letters have room around them."""


def first_line(reader: Reader, text: str) -> Box:
    begins = [e for e in reader.tree.walk() if e.said.strip() and text.startswith(e.said.strip())]
    element = max(begins, key=lambda e: len(e.said.strip()))
    return bounds(glyph.box for glyph in lines(reader.glyphs_of(element))[0])


def test_viewers_are_told_the_direction() -> None:
    assert leaflet("he").catalog["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert "/Direction" not in leaflet("en").catalog["/ViewerPreferences"]


@pytest.mark.parametrize("text", AT_THE_START)
def test_text_begins_as_far_from_its_side(text: str) -> None:
    english, mirrored = leaflet("en"), leaflet("he")
    there = from_start(english, first_line(english, text))[0]
    here = from_start(mirrored, first_line(mirrored, pseudo(text)))[0]
    assert here == pytest.approx(there, abs=SIDE_BEARING)


@pytest.mark.parametrize("text", ["1", "2", "•", "[1]"])
def test_numbers_bullets_and_source_numbers_stand_at_the_side_where_lines_begin(text: str) -> None:
    english, mirrored = leaflet("en"), leaflet("he")
    starts = []
    for reader in (english, mirrored):
        found = [e for e in reader.tree.walk() if e.said.strip() == text]
        boxes = [bounds(glyph.box for glyph in reader.glyphs_of(element)) for element in found]
        starts.append(min(from_start(reader, box)[0] for box in boxes))
    assert starts[1] == pytest.approx(starts[0], abs=SIDE_BEARING)


def test_columns_of_a_table_follow_one_another_from_the_right() -> None:
    for row in (["Drug", "Dose", "Way"], ["alpha", "5 mg", "mouth"]):
        ends = [leaflet("he").box_of(pseudo(cell)).right for cell in row]
        assert ends == sorted(ends, reverse=True)
        heads = [leaflet("he").box_of(pseudo(cell)).right for cell in ["Drug", "Dose", "Way"]]
        assert ends == pytest.approx(heads, abs=SIDE_BEARING)


def test_shapes_of_fixed_size_are_mirrored() -> None:
    """Boxes to tick, discs and the line that joins them, frames, panels."""
    english, mirrored = leaflet("en"), leaflet("he")

    def places(reader: Reader, sizes: set[float]) -> list[tuple[float, ...]]:
        spans = [from_start(reader, shape.box) for shape in reader.shapes]
        rounded = [(round(start), round(end - start, 1)) for start, end in spans]
        return sorted(span for span in rounded if span[1] in sizes)

    box, disc, join, panel, bar = 15.6, 28.2, 2.4, 504.6, 501.7
    found = places(english, {box, disc, join, panel, bar})
    assert {size for _, size in found} == {box, disc, join, panel, bar}
    assert places(mirrored, {box, disc, join, panel, bar}) == found


def test_the_bar_of_the_key_message_stands_where_lines_begin() -> None:
    for tag, text in (("en", "Most important"), ("he", pseudo("Most important"))):
        reader = leaflet(tag)
        label = reader.box_of(text)
        left, right = 45.4 + 4, reader.width() - 45.4 - 4
        start, end = (left, right) if tag == "en" else (right, left)
        accent, tint = (reader.colour(0, x, label.bottom) for x in (start, end))
        assert (sum(accent) < 300, sum(tint) > 600) == (True, True)


def test_a_phone_number_stands_behind_its_label_and_reads_from_left_to_right() -> None:
    for text, number in (("Your team:", "+44 20 7946 0000"), ("In an emergency:", "112")):
        reader = leaflet("he")
        assert reader.box_of(number).right < reader.box_of(pseudo(text)).left
        glyphs = reader.glyphs_of(reader.find(number))
        assert as_printed(glyphs) == number.replace(" ", "")


def test_a_citation_stands_behind_its_sentence_and_before_the_next() -> None:
    reader = leaflet("he")
    (sentence,) = (e for e in reader.tree.walk() if e.kind == "P" and "500" in e.said)
    line = as_printed(reader.glyphs_of(sentence))
    before, after = pseudo("so.")[::-1], pseudo("Take")[::-1]
    assert re.search(rf"{after}.1.{re.escape(before)}", line)


def test_lines_to_write_on_reach_from_their_label_to_the_other_side() -> None:
    for tag, text in (("en", "Your nurse"), ("he", pseudo("Your nurse"))):
        reader = leaflet(tag)
        label = reader.box_of(text)
        page_number = reader.glyphs_of(reader.find(text))[0].page
        line = next(
            shape.box
            for shape in reader.shapes
            if shape.page == page_number
            and abs(shape.box.bottom - label.bottom) < 8
            and 300 < shape.box.right - shape.box.left < 480
        )
        start, end = from_start(reader, line)
        assert 4 < start - from_start(reader, label)[1] < 12
        assert end == pytest.approx(reader.width() - 45.4, abs=1.5)


def test_heads_and_feet_are_mirrored() -> None:
    for number in range(2):
        words = []
        for tag in ("en", "he"):
            reader = leaflet(tag)
            head, foot = (lines(reader.furniture(number))[i] for i in (0, -1))
            words.append((head, foot))
            left, right = bounds(g.box for g in head).left, bounds(g.box for g in head).right
            assert (left, right) == pytest.approx((45.4, 549.9), abs=11)  # the mark has a frame
        (english_head, english_foot), (head, foot) = words
        assert as_printed(english_head).endswith("DRAFT")
        assert as_printed(head).startswith("DRAFT·" + pseudo("DRAFT")[::-1])
        name = "A tiny leaflet" if number else "Patient leaflet"
        assert pseudo(name).replace(" ", "")[::-1] in as_printed(head)
        assert as_printed(english_foot) == f"T-1·Version1·English{number + 1}/2"
        version = pseudo("Version")[::-1]
        assert as_printed(foot).startswith(f"{number + 1}/")
        assert as_printed(foot).endswith(f"·1{version}·T-1")


@pytest.mark.parametrize("text", LEFT_TO_RIGHT)
def test_what_has_its_own_order_keeps_it(text: str) -> None:
    reader = leaflet("he")
    assert printed(as_printed(reader.glyphs_of(reader.find(text)))) == printed(text)


def test_the_colophon_is_mirrored() -> None:
    english, mirrored = leaflet("en"), leaflet("he")
    for text in ("Sources", "Last changed", "Written by", "Approved by a clinician"):
        there = from_start(english, first_line(english, text))[0]
        here = from_start(mirrored, first_line(mirrored, pseudo(text)))[0]
        assert here == pytest.approx(there, abs=SIDE_BEARING), text
    label = mirrored.box_of(pseudo("Tell us what you think"))
    value = mirrored.box_of("elm@example.org")
    assert value.right < label.left
    there = from_start(english, english.box_of("elm@example.org"))[0]
    assert from_start(mirrored, value)[0] == pytest.approx(there, abs=SIDE_BEARING)


def test_the_structure_is_in_the_order_of_reading() -> None:
    blocks = ("P", "H1", "H2", "H3", "TH", "TD", "Lbl", "LBody")
    english, mirrored = (
        ["".join(e.said.split()) for e in leaflet(tag).tree.walk() if e.kind in blocks]
        for tag in ("en", "he")
    )
    same = [text for text in english if "".join(pseudo(text).split()) in mirrored]
    assert len(same) > 40
    place = 0
    for text in same:
        place = mirrored.index("".join(pseudo(text).split()), place) + 1


def test_source_text_in_a_draft_runs_from_left_to_right_and_says_its_language() -> None:
    reader = leaflet("he", untranslated="It is so.")
    (paragraph,) = (e for e in reader.tree.walk() if e.kind == "P" and "It is so." in e.said)
    assert as_printed(reader.glyphs_of(paragraph)) == "EnglishItisso.[1]Take500mgtwice."
    assert {e.lang for e in paragraph.walk() if e.text} == {"en"}
    assert bounds(g.box for g in reader.glyphs_of(paragraph)).left < 55
    translated = [e for e in reader.tree.walk() if e.text and pseudo("bullets") in e.text]
    assert [e.lang for e in translated] == [None]


def test_the_english_title_for_staff_says_its_language() -> None:
    reader = leaflet("he")
    title = next(e for e in reader.tree.walk() if e.text and "A tiny leaflet" in e.text)
    assert title.lang == "en"
    assert reader.catalog["/Lang"] == "he"
