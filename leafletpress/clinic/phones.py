"""Phone numbers of a clinic: what can be printed as one, and what was left to be asked."""

from __future__ import annotations

import re
import unicodedata

BY_HAND = "by hand"
"""The value of a phone number that prints as a line to write on."""

LONGEST = 60
"""Characters of the longest number: two of 15 digits (ITU-T E.164) with an extension each."""

EXTENSIONS = (
    "ext", "extn", "extension", "x", "dahili", "dâhili", "durchwahl", "dw", "apparat", "poste",
    "interno", "int", "anexo", "ramal", "interior", "wew", "klapka", "linka", "mellék", "toestel",
    "anknytning", "ankn", "lokal", "bleep", "εσωτερικό", "εσωτ", "доб", "внутр", "שלוחה", "تحويلة",
    "داخلي", "داخلی", "ต่อ", "内線", "內線", "分机", "分機", "转", "轉", "내선",
)  # fmt: skip
"""What stands before the number of an extension, in the languages of clinics."""

EXTENSION = re.compile(
    rf"(?<=[\d)）])[\s,;/(（]*(?:{'|'.join(EXTENSIONS)})(?![^\W\d_])[\s.:]*(?=\d)", re.I
)

SIGNS = frozenset("+-()/.,;#*‐‑–−（）＋－／")
"""What groups the digits of a number, or parts two numbers, beside spaces."""

LEFT_OPEN = re.compile(r"[.\-*#]{3,}|\.\.|__|\*\*|##")
"""What stands for digits that somebody was to fill in."""


def plain_phone(value: str) -> str:
    """Return a number, or BY_HAND, without the spaces and capitals that do not matter."""
    words = " ".join(value.split())
    return BY_HAND if words.casefold() == BY_HAND else words


def phone_fault(value: str) -> str:
    """Return what keeps a text from being printed as a phone number, empty where nothing does."""
    if len(value) > LONGEST:
        return f"is longer than {LONGEST} characters"
    bare = EXTENSION.sub(" ", value)
    if not any(map(str.isdecimal, bare)):
        return "holds no digit"
    if letters := re.search(r"[^\W\d_]+", bare):
        return f'holds letters ("{letters[0]}")'
    if left := LEFT_OPEN.search(bare):
        return f'is not filled in ("{left[0]}")'
    for sign in bare:
        if not (sign.isdecimal() or sign in SIGNS or unicodedata.category(sign) in ("Zs", "Cf")):
            return f'holds a "{sign}"'
    return ""
