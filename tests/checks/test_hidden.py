"""An invisible sign inside a number is found, whatever sign it is; spelling and typing is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.quantities import INVISIBLE
from tests.support.dose_sentences import INVISIBLE as SIGNS
from tests.support.findings import errors, problems

EVERYWHERE = (*range(0xA0, 0x10000), *range(0x1BCA0, 0x1BCA4), *range(0xE0000, 0xE1000))
"""Code points among which all invisible signs are, but those of music."""

WITHIN = [
    ("ar", "15 mg", "1|5 ملغ"),
    ("ar", "15 mg", "15| ملغ"),
    ("ar", "15 mg", "١٥ |ملغ"),
    ("he", "6.5", "6|.5"),
    ("he", "6.5", "6.|5"),
    ("fa", "1,000", "۱٬|۰۰۰"),
    ("ur", "5 to 10 days", "5|–10 دن"),
    ("ckb", "5 to 10", "٥–|١٠"),
    ("tr", "80%", "%|80"),
    ("de", "70%", "70|\u00a0%"),
    ("de", "10 mg/kg", "10 mg|/kg"),
    ("de", "10 mg/kg", "10 mg/|kg"),
    ("de", "-5 °C", "-|5 °C"),
    ("tr", "20 mg", "20 m|g"),
    ("zh-Hans", "20 mg", "20|毫克"),
]
"""Language, source and translation; a sign may stand nowhere in it less than at the bar."""


@pytest.mark.parametrize(("tag", "source", "text"), WITHIN)
def test_every_sign_within_a_quantity_is_found(tag: str, source: str, text: str) -> None:
    assert errors(tag, source, text.replace("|", "")) == []
    missed = [
        sign for sign in SIGNS if "hidden-signs" not in errors(tag, source, text.replace("|", sign))
    ]
    assert missed == []


def test_the_signs_that_are_tried_are_of_every_kind() -> None:
    assert all(INVISIBLE.fullmatch(sign) for sign in SIGNS)


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("fa", "for 15 days", "۱۵‌روزه"),
        ("fa", "20 mg", "۲۰ میلی‌گرم"),
        ("fa", "20 mg for days", "قرص‌های ۲۰ میلی‌گرمی می‌خورید"),
        ("hi", "3 weeks", "3 हफ़्‍तों"),
        ("bn", "20 mg", "২০ মিলিগ্র্‌যাম"),
        ("tr", "20 mg", "\u200e20 mg\u200e"),
        ("ar", "20 mg", "خذ \u200f20 ملغ\u200f."),
        ("ar", "20 mg of HSCT", "20 ملغ من HSCT\u200f!"),
        ("he", "20 mg", "\u206720 mg\u2069"),
        ("de", "3 weeks in hospital", "3 Wochen im Kranken\u00adhaus"),
        ("fr", "1,500 people", "1\u202f500 personnes"),
        ("km", "20 %", "20% ក្នុង\u200bមនុស្ស"),
        ("ja", "1 month", "1か月\ufe00"),
        ("tr", "[@smith2019] 20 mg", "[@smith2019]\u200e 20 mg"),
    ],
)
def test_a_sign_beside_a_quantity_or_in_its_spelling_is_let_through(
    tag: str, source: str, text: str
) -> None:
    assert not {"hidden-signs", "mixed-digits"} & set(errors(tag, source, text))


def test_a_problem_names_the_sign_and_how_to_mend_it() -> None:
    assert [
        f"[{problem.id}] {problem.what}: {problem.mend}"
        for problem in problems("ar", "15", "1\u200f5")
    ] == [
        '[hidden-signs] an invisible sign, right-to-left mark (U+200F), stands in "15": '
        '"python build.py update --clean" takes it out'
    ]


def test_where_the_number_would_be_another_one_it_has_to_be_typed_anew() -> None:
    found = [p for p in problems("ar", "1 or 5", "1\u200b5") if p.id == "hidden-signs"]
    assert [problem.mend for problem in found] == ["delete the number and type it anew"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ar", "1٥ ملغ"),
        ("fa", "۱٥ میلی‌گرم"),
        ("ckb", "١۵ mg"),
        ("hi", "1५ मिलीग्राम"),
        ("zh-Hans", "1５毫克"),
    ],
)
def test_digits_of_two_kinds_in_one_number_are_found(tag: str, text: str) -> None:
    assert errors(tag, "15 mg", text) == ["mixed-digits"]


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("ar", "15 of 20", "15 من ٢٠"),
        ("fa", "1.5 × 10⁶", "۱٫۵ × 10⁶"),
        ("en-GB", "2 L/m²", "2 l/m²"),
        ("en-GB", "1½", "1½"),
    ],
)
def test_digits_of_two_kinds_in_two_numbers_are_let_through(
    tag: str, source: str, text: str
) -> None:
    assert "mixed-digits" not in errors(tag, source, text)


@given(
    number=st.integers(1000, 9999).map(str),
    place=st.integers(1, 3),
    sign=st.sampled_from([sign for sign in map(chr, EVERYWHERE) if INVISIBLE.match(sign)]),
    tag=st.sampled_from(["ar", "he", "fa", "tr", "de", "hi"]),
)
def test_no_invisible_sign_of_unicode_passes_inside_digits(
    number: str, place: int, sign: str, tag: str
) -> None:
    spoilt = number[:place] + sign + number[place:]
    assert "hidden-signs" in errors(tag, number, spoilt)
