"""Stems are found however a language inflects, prefixes, joins or types its words."""

import pytest

from leafletpress.glossary import contains
from leafletpress.language import parse_language


@pytest.mark.parametrize(
    ("tag", "text", "stem"),
    [
        ("tr", "Kısırlığı önleyemez.", "kısırlık"),
        ("tr", "KISIRLIK", "kısırlık"),
        ("tr", "İLAÇ", "ilaç"),
        ("tr", "ilacınız", "ilaç"),
        ("tr", "kemik iliğinizden", "kemik ilik"),
        ("tr", "MS'in", "MS."),
        ("tr", "IVF", "IVF"),
        ("tr", "i\u0307laç", "ilaç"),
        ("ar", "\ufe8d\ufedf\ufea8\ufefc\ufef3\ufe8e", "خلايا"),
        ("tr", "bağışıklık sisteminizi", "bağışıklık sistem"),
        ("fa", "سلول‌های بنیادی", "سلول بنیادی"),
        ("fa", "سلول های بنیادی", "سلول بنیادی"),
        ("fa", "سلولهای بنيادی", "سلول بنیادی"),
        ("fa", "کمک می‌کند", "میکند"),
        ("ar", "والخلايا الجذعية", "خلايا جذعية"),
        ("ar", "للخَلايا الجِذعيّة", "خلايا جذعية"),
        ("ar", "بالعلاج الكيميائي", "علاج كيميائي"),
        ("ar", "الأدوية", "ادويه"),
        ("he", "ובתאי הגזע", "תאי גזע"),
        ("de", "zwei Schübe", "Schub"),
        ("de", "Blutstammzellen", "-stammzell"),
        ("de", "Knochenmarktransplantation", "Knochenmark"),
        ("de", "Knochen\u00admark", "Knochenmark"),
        ("zh-Hans", "造血干细胞移植", "干细胞"),
        ("ja", "造血幹細胞移植", "幹細胞"),
        ("th", "ปลูกถ่ายเซลล์ต้นกำเนิด", "เซลล์ต้นกำเนิด"),
        ("hi", "स्टेम सेलों", "स्टेम सेल"),
        ("hi", "हफ़्ते", "हफ्ते"),
        ("bn", "স্টেম সেলের", "স্টেম সেল"),
        ("en", "disease-modifying therapies", "disease modifying therap"),
        ("en", "**stem** cells", "stem cell"),
        ("fr", "l’greffe", "greffe"),
    ],
)
def test_a_stem_is_found(tag: str, text: str, stem: str) -> None:
    assert contains(text, stem, parse_language(tag))


@pytest.mark.parametrize(
    ("tag", "text", "stem"),
    [
        ("tr", "adetler", "adet."),
        ("tr", "senli", "sen."),
        ("tr", "kemik, sonra ilik", "kemik ilik"),
        ("tr", "sılaç", "ilaç"),
        ("tr", "Iraz", "iraz"),
        ("de", "Aufschub", "Schub"),
        ("de", "Schulden", "Schub"),
        ("en", "MSc", "MS."),
        ("ar", "خلايا", "خلايا جذعية"),
        ("hi", "सेल", "स्टेम सेल"),
        ("tr", "", "atak"),
    ],
)
def test_another_word_is_not_the_stem(tag: str, text: str, stem: str) -> None:
    assert not contains(text, stem, parse_language(tag))
