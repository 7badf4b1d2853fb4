"""Signs and numbers that files hold by accident: pasted, typed, or put there by a program."""

from hypothesis import strategies as st

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0020"
)
BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What some libraries take for the end of a line."""

BROKEN = "\x00\x01\x1b\x7f\x9f\ufffd\ufffe\ud800\udfff"
"""Controls, what stands for a lost sign, no character at all, halves of surrogate pairs."""

SPACES = "\u00a0\u2003\u2007\u202f\u3000\t"
MARKED = "e\u0301a\u0308İıſßﬁ½⁵Ⅻ①Å𝟙😀👩\u200d⚕️"
signs = st.sampled_from([*INVISIBLE, *BREAKS, *BROKEN, *SPACES, *MARKED])

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Any number: in digits of some script, perhaps with a part, a range, or a sign in it."""
    digits = draw(st.sampled_from(DIGITS))
    whole = draw(st.sampled_from(["0", "2", "15", "20", "007", "1000", "99999", "9" * 21]))
    part = draw(st.sampled_from(["", "", ".5", ",5", "٫5", " 000", "–30", "-30", "/7", "e9", "."]))
    number = (whole + part).translate(str.maketrans(DIGITS[0], digits))
    cut = draw(st.integers(0, len(number)))
    return number[:cut] + draw(st.just("") | st.just("") | signs) + number[cut:]


long_numbers = st.sampled_from(
    ["9" * 5000, "-" + "1" * 4301, "0x" + "f" * 4000, "1e9999", "0" * 700]
)
"""More digits than Python reads as a number, or only just as many."""
