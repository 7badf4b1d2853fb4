"""What prints as a phone number is one, or a line to write it on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.clinic.phones import BY_HAND, LONGEST, phone_fault, plain_phone


@pytest.mark.parametrize("text", ["by hand", "By Hand", " BY HAND ", "by  hand", "by\u00a0hand\n"])
def test_by_hand_is_by_hand_however_it_is_typed(text: str) -> None:
    assert plain_phone(text) == BY_HAND


@pytest.mark.parametrize(
    "number",
    [
        "1", "112", "+90 (312) 555 00 00", "0 312 555 0000", "0800-123 456", "0800/1234567",
        "+44 20 7946 0000", "(0421) 555-0", "0312 555 00 00 / 0312 555 00 01", "112, 155",
        "0312\u00a0555\u201100\u201100", "٠٣١٢ ٥٥٥", "+49–421–555", "0312 555 00 00 #12", "*100#",
        "0312 555 00 00 ext. 12", "0312 555 00 00 (ext. 12)", "0312 555 00 00 x12", "555 X 12",
        "0312 555 00 00 dahili 4", "0312 555 00 00, Dahili: 4", "0312 555 00 00 DAHİLİ 4",
        "0421 555-0, Durchwahl 12", "01 23 45 poste 12", "555 תחנה 1".replace("תחנה", "שלוחה"),
        "010-69156114转8001", "（010）69156114", "03（3815）5411", "＋81－3－3815", "02-555 내선 1",
        "210 7777777 (εσωτ. 12)", "02 419 7000 ต่อ 12", "08-517 700 00 ankn. 12", "4711 bleep 1",
        "٠١٢٣ تحويلة ٤", "\u200e+90 312",  # what is invisible is reported by another check
    ],
)  # fmt: skip
def test_a_number_as_clinics_write_it_is_let_through(number: str) -> None:
    assert phone_fault(plain_phone(number)) == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("TODO ask", "holds no digit"),
        ("xxx", "holds no digit"),
        ("tbd", "holds no digit"),
        ("by-hand", "holds no digit"),
        ("by hand!", "holds no digit"),
        ("…", "holds no digit"),
        ("?", "holds no digit"),
        ("+", "holds no digit"),
        ("ext. 12", 'holds letters ("ext")'),
        ("TODO 0312", 'holds letters ("TODO")'),
        ("0312 555 xx xx", 'holds letters ("xx")'),
        ("0312 555 00 0O", 'holds letters ("O")'),
        ("0312 555 00 00 ext. ?", 'holds letters ("ext")'),
        ("0312 555 00 00 (Mrs Smith)", 'holds letters ("Mrs")'),
        ("0312 转", 'holds letters ("转")'),
        ("0312 (ankn.)", 'holds letters ("ankn")'),
        ("0800 FLOWERS", 'holds letters ("FLOWERS")'),
        ("+90 312 5?? ?? ??", 'holds a "?"'),
        ("0312 555 00 00 → 4", 'holds a "→"'),
        ("{team_phone} 1", 'holds letters ("team")'),
        ("<b>112</b>", 'holds letters ("b")'),
        ("0312 ...", 'is not filled in ("...")'),
        ("0312 --- ----", 'is not filled in ("---")'),
        ("0312 ***", 'is not filled in ("***")'),
        ("112\u2028", 'holds a "\u2028"'),
        ("1" * (LONGEST + 1), f"is longer than {LONGEST} characters"),
        ("9" * 5000, f"is longer than {LONGEST} characters"),
    ],
)
def test_what_is_no_number_is_told(text: str, fault: str) -> None:
    assert phone_fault(text) == fault


@given(text=st.text(max_size=70))
def test_what_is_let_through_has_a_digit_and_no_word(text: str) -> None:
    if not phone_fault(text):
        assert any(map(str.isdecimal, text))
        assert len(text) <= LONGEST
