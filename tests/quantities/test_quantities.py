"""Numbers and units are read as each language writes them."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.language import parse_language
from leafletpress.quantities import INVISIBLE, UNITS, find_hidden_signs, read_quantities, see
from tests.support.call_count import calls_of


def read(text: str, tag: str) -> list[str]:
    """Each number with its unit, shortly: ``20 mg``."""
    found = read_quantities(text, parse_language(tag))
    return [" ".join([f"{q.value.normalize():f}", *sorted(q.units)]) for q in found]


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("en", "1,500 and 1.500 and 1,5", "1500 1.5 1.5"),
        ("tr", "1,500 and 1.500 and 1.5", "1.5 1500 1.5"),
        ("de", "1.234.567,89", "1234567.89"),
        ("en", "1,234,567.89", "1234567.89"),
        ("fr", "1 500 et 1\u202f500 et 1\u00a0500,5", "1500 1500 1500.5"),
        ("fr", "en 2019 110 personnes", "2019 110"),
        ("ru", "10 000", "10000"),
        ("en", "10\u202f000", "10000"),
        ("en", "10 000", "10 0"),
        ("hi", "1,00,000 और 100,000", "100000 100000"),
        ("en", "1,00,000", "1 0 0"),
        ("ar", "٢٠ و ١٬٥٠٠ و ٦٫٨", "20 1500 6.8"),
        ("fa", "۲۰ و ۱٬۵۰۰ و ۶٫۸ و 6.8", "20 1500 6.8 6.8"),
        ("hi", "२० और ६.८", "20 6.8"),
        ("bn", "২০ এবং ৬.৮", "20 6.8"),
        ("ja", "２０と６.８", "20 6.8"),
        ("en", "2½ and ½ and 1⅛", "2.5 0.5 1.125"),
        ("en", "2 × 10⁶ and 10⁻³", "2 10 6 10 3"),
        ("en", "22.11.2026, 22/11/2026, 2026-11-22", "22 11 2026 22 11 2026 2026 11 22"),
        ("en", "-5 and (−5) and 3 -5 and 3-5 and A-5", "-5 -5 3 5 3 5 5"),
        ("en", "5-15, 5–15, 5 – 15", "5 15 5 15 5 15"),
        ("zh-Hans", "在−196°C，5−15天", "-196 5 15"),
        ("tr", "1. adım, 1-3. adımlar", "1 1 3"),
        ("en", "1,\u200e5\u00ad00", "1500"),
        ("en", "2 million cells, 1.5 thousand, 3 m², CO₂", "2000000 1500 3"),
        ("en", "1st, 2nd, 3rd and 21st", "1 2 3 21"),
        ("fr", "1er, 2e, 1re", "1 2 1"),
        ("es", "1.º, 2.ª", "1 2"),
        ("ar", "١. و٢. واليوم ٣", "1 2 3"),
        ("zh-Hans", "第1天，第15天，10万人，1.5亿", "1 15 100000 150000000"),
        ("ja", "第1日、10万人", "1 100000"),
        ("tr", "10 bin, 5 bina, 2 milyondan", "10000 5 2000000"),
        ("de", "2 Millionen, 1 Million, 1.-3. Schritt", "2000000 1000000 1 3"),
        ("hi", "2 लाख, ५ हज़ार", "200000 5000"),
        ("fa", "۵ هزار", "5000"),
        ("bn", "২ লাখ, ১ম", "200000 1"),
        ("en", "In 2019, 30 of 43", "2019 30 43"),
    ],
)  # fmt: skip
def test_a_number_has_the_value_that_the_language_gives_it(
    tag: str, text: str, values: str
) -> None:
    found = read_quantities(text, parse_language(tag))
    assert [quantity.value for quantity in found] == [Decimal(one) for one in values.split()]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "20 mg, 20mg, 20 MG, 20\u00a0mg", ["20 mg"] * 4),
        ("en", "3-day course, 3 days, 1 day", ["3 day", "3 day", "1 day"]),
        ("en", "5 to 15 days", ["5 day", "15 day"]),
        ("en", "2.5 litres, 2 per cent, 5 mins", ["2.5 l", "2 %", "5 minute"]),
        ("en", "38 °C, 38°C, 38 ℃, 38 degrees", ["38 °C"] * 4),
        ("en", "20 mgs or 20 grams", ["20", "20 g"]),
        ("en", "5 mcg, 5 µg, 5 μg, 5 micrograms", ["5 mcg"] * 4),
        ("en", "1 in 330 people, step 3", ["1", "330", "3"]),
        ("tr", "%80'i, yüzde 80, 80%, %\u00a080", ["80 %", "80 %", "80 %", "80"]),
        ("tr", "6,8 ayda, 5 ila 15 gün, 20 mg'dan", ["6.8 month", "5 day", "15 day", "20 mg"]),
        ("tr", "24 SAAT, 1 Yıl", ["24 hour", "1 year"]),
        ("tr", "45 yaşından genç, 55 yaşın üstünde", ["45 year", "55 year"]),
        ("de", "3 Wochen, 6 Monaten, 15 Tagen, 1 Jahr, 24 Std.",
         ["3 week", "6 month", "15 day", "1 year", "24 hour"]),
        ("ar", "٢٠ ملغ، 15 يومًا، 15 يوماً، ٣ أسابيع، 70٪، ٧٠ في المائة",
         ["20 mg", "15 day", "15 day", "3 week", "70 %", "70 %"]),
        ("ar", "5 غرف، 5 غرامات، 5 ملايين", ["5", "5 g", "5000000"]),
        ("fa", "۲۰ میلی\u200cگرم، ۲۰ میلی گرم، ۱۵ روزه، ٪۷۰، ۳ هفته",
         ["20 mg", "20 mg", "15 day", "70 %", "3 week"]),
        ("hi", "२० मिलीग्राम, 20 मि॰ग्रा॰, ५ से १५ दिन, ३ हफ़्ते, ६ महीनों, १ साल",
         ["20 mg", "20 mg", "5 day", "15 day", "3 week", "6 month", "1 year"]),
        ("bn", "২০ মিলিগ্রাম, ১৫ দিনের, ৩ সপ্তাহ, ২৪ ঘণ্টা",
         ["20 mg", "15 day", "3 week", "24 hour"]),
        ("zh-Hans", "百分之70，5公斤，5千克，500米", ["70 %", "5 kg", "5 kg", "500 m"]),
        ("en", "100 metres, 5 cm, 2 mm, 30 seconds", ["100 m", "5 cm", "2 mm", "30 second"]),
        ("zh-Hans", "20毫克，每周6个月，15 天，3个星期，5到15天，70%",
         ["20 mg", "6 month", "15 day", "3 week", "5 day", "15 day", "70 %"]),
        ("ja", "20mgを6か月、6ヶ月、3週間、5〜15日間、70％",
         ["20 mg", "6 month", "6 month", "3 week", "5 day", "15 day", "70 %"]),
        ("fr", "20 mg, 6 mois, 3 semaines, de 5 à 15 jours, 1 an, 2 années, 70 %",
         ["20 mg", "6 month", "3 week", "5 day", "15 day", "1 year", "2 year", "70 %"]),
        ("ru", "20 мг, 1 неделю, 3 недель, 5 лет, 15 дням, 24 часа, 5 г",
         ["20 mg", "1 week", "3 week", "5 year", "15 day", "24 hour", "5 g year"]),
    ],
)  # fmt: skip
def test_a_number_has_the_unit_that_stands_beside_it(tag: str, text: str, found: list[str]) -> None:
    assert read(text, tag) == found


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("en", "10 mg/kg", "mg/kg"),
        ("en", "10 milligrams per kilogram", "mg/kg"),
        ("en", "10 mg / kg / day", "mg/kg/day"),
        ("en", "2 L/m²", "l/m²"),
        ("tr", "10 mg/kg'dan", "mg/kg"),
        ("tr", "kg başına 10 mg", "mg/kg"),
        ("tr", "10 mg/gün", "mg/day"),
        ("de", "10 mg pro Kilogramm", "mg/kg"),
        ("ar", "١٠ ملغ/كغم", "mg/kg"),
        ("ar", "١٠ ملغ لكل متر مربع", "mg/m²"),
        ("fa", "۱۰ میلی\u200cگرم در کیلوگرم", "mg/kg"),
        ("hi", "10 मिलीग्राम प्रति किलोग्राम", "mg/kg"),
        ("bn", "১০ মিলিগ্রাম/কেজি", "mg/kg"),
        ("zh-Hans", "每千克10毫克", "mg/kg"),
        ("ja", "10mg/kg", "mg/kg"),
    ],
)
def test_what_a_dose_is_counted_by_belongs_to_its_unit(tag: str, text: str, unit: str) -> None:
    assert read(text, tag) in ([f"10 {unit}"], [f"2 {unit}"])


def test_the_unit_of_a_range_may_stand_at_one_end() -> None:
    first, last = read_quantities("5 to 15 days", parse_language("en"))
    assert (first.in_range, last.in_range) == (True, False)
    assert read("5, 15 days", "en") == ["5", "15 day"]


def test_a_number_is_told_as_it_is_spelled() -> None:
    spelled = [q.text for q in read_quantities("%80'i 1.500 mg aldı", parse_language("tr"))]
    assert spelled == ["%80", "1.500 mg"]


@pytest.mark.parametrize(
    ("tag", "text", "found"), [("ps", "20 g", "20 g"), ("zh-Hant-HK", "5 m", "5 m")]
)
def test_the_sign_of_a_unit_is_no_million(tag: str, text: str, found: str) -> None:
    assert read(text, tag) == [found]


@pytest.mark.parametrize(
    ("tag", "text", "numbers", "wholes"),
    [
        ("ar", "خذ 1\u200f5 ملغ", "1\u200f5", "1\u200f5 ملغ"),
        ("fa", "۲۰ میلی\u200cگرم", "۲۰", "۲۰ میلی\u200cگرم"),
        ("tr", "%\u200e80'i", "80", "%\u200e80"),
        ("de", "bei -5 °C", "-5", "-5 °C"),
        ("en", "2 million people", "2 million", "2 million"),
        ("ko", "\u1112\u1161\u11ab 15 mg", "15", "15 mg"),
        ("vi", "mo\u0323\u0302t 15\u00a0mg", "15", "15\u00a0mg"),
    ],
)
def test_a_number_is_told_by_its_place_in_the_text_as_it_is_written(
    tag: str, text: str, numbers: str, wholes: str
) -> None:
    (quantity,) = read_quantities(text, parse_language(tag))
    assert (text[slice(*quantity.number)], text[slice(*quantity.whole)]) == (numbers, wholes)


@given(
    st.text(
        st.sampled_from("a1٥ e\u0301\u200f\u1100\u1161\u09c7\u09be가\u200c\u0323") | st.characters()
    )
)
def test_what_is_seen_is_the_text_in_form_c_without_invisible_signs(text: str) -> None:
    seen = see(text)
    assert seen.text == unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    assert all(start < end for start, end in zip(seen.starts, seen.ends, strict=True))


@pytest.mark.parametrize(
    "tag", ["en", "tr", "de", "ar", "fa", "hi", "bn", "zh", "ja", "fr", "ru", "es"]
)
def test_every_unit_has_a_word_in_every_language(tag: str) -> None:
    from leafletpress.quantities.units import unit_words

    assert {word.unit for word in unit_words(parse_language(tag))} == set(UNITS)


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("tr", "9 mg" + " " * 20 + "al", "9 mg"),
        ("tr", "9" + " " * 20 + "mg", "9 mg"),
        ("tr", "kilogram başına" + " " * 20 + "9 mg", "9 mg/kg"),
        ("zh-Hans", "100万毫克" + "，每天" * 50, "1000000 mg"),
        ("th", "วันละ" * 50 + "9 มก." + "ทุกวัน" * 50, "9 mg"),
    ],
)
def test_what_belongs_to_a_number_is_found_however_long_the_text_is(
    tag: str, text: str, said: str
) -> None:
    assert read(text, tag) == [said]


@pytest.mark.parametrize(
    ("tag", "text", "hidden"),
    [
        ("fa", "۱۵\u200cروزه و ۲۰ میلی\u200cگرم", ""),
        ("fa", "۱\u200c۵", "۱۵"),
        ("tr", "1\u200f\u200e5 mg", "15 mg 15 mg"),
        ("tr", "1\u200f5 \u2060mg ve 2\u00ad0", "15 mg 15 mg 20"),
        ("tr", "\u200f15 mg\u200f", ""),
        ("th", "15\u200bมก.", "15มก"),
    ],
)
def test_signs_that_nobody_sees_are_found_inside_quantities_only(
    tag: str, text: str, hidden: str
) -> None:
    found = find_hidden_signs(text, parse_language(tag))
    assert " ".join(sign.said for sign in found) == hidden
    assert [text[sign.place] for sign in found] == [sign.sign for sign in found]


@pytest.mark.parametrize(
    "part", ["۱\u200c", "1\u200f5 ", "1\u200f", "\u200f", "1毫克", "%1 ", "1 - "]
)
def test_twice_as_many_numbers_are_at_most_twice_the_work(part: str) -> None:
    """What is squared would be four times; three leaves room for what is only begun once."""

    def find(times: int) -> int:
        texts = [part * times, "۱" + part * times + "۱"]
        languages = [parse_language(tag) for tag in ("fa", "zh-Hans")]
        return calls_of(
            lambda: [find_hidden_signs(t, language) for t in texts for language in languages]
        )

    find(10)
    assert find(200) < 3 * find(100)
