"""Sentences full of quantities, as people write them from right to left and from left to right."""

from functools import cache

from hypothesis import strategies as st

from leafletpress.language import parse_language
from leafletpress.page.pieces import runs_from_right
from leafletpress.quantities.units import unit_words

WORDS = {
    "ar": ["خذ", "مرة", "يوم", "وبعد"],
    "he": ["קחו", "פעם", "ביום", "ואז"],
    "fa": ["روزی", "بخورید", "سپس", "می‌شود"],
    "ur": ["روزانہ", "لیں", "پھر"],
    "ckb": ["ڕۆژانە", "بخۆ", "پاشان"],
    "ps": ["هره", "ورځ", "وخورئ"],
    "tr": ["günde", "kez", "alın"],
}
ZEROS = {
    "ar": "٠0", "he": "0", "fa": "۰0", "ur": "0۰", "ckb": "٠0۰", "ps": "۰0", "tr": "0",
}  # fmt: skip
"""The zero of each kind of digits that people write the language in."""

MIRRORED = ("ar", "he", "fa", "ur", "ckb", "ps")

UNITS = ("mg", "mg/kg", "ml", "°C", "g", "%", "٪", "mg/kg/day", "IU")
SPACES = (" ", "", "\u00a0", "\u202f")
DASHES = ("–", "-", " - ", " – ", "—", "~")

INVISIBLE = (
    "\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f",
    "\u202a", "\u202b", "\u202c", "\u2060", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069",
    "\ufe0f", "\ufeff", "\U000e0020",
)  # fmt: skip
"""Signs of each kind that nobody sees: of direction, joiners, spaces, selectors, fillers, tags."""


@st.composite
def sentences(draw: st.DrawFn, tag: str) -> str:
    """Some quantities with words around them, all in one kind of digits."""
    language = parse_language(tag)
    zero = draw(st.sampled_from(ZEROS[tag]))
    words = st.sampled_from(WORDS[tag])
    text = draw(words)
    for quantity in draw(st.lists(quantities(tag, zero), min_size=1, max_size=3)):
        # A phone number right behind a number would be a part of it to people as well.
        before = draw(st.sampled_from((f" {draw(words)} ", ", ", ". ", " (", " ")))
        text += f", {quantity}" if quantity[0] in f"{zero}+(" else before + quantity
    comma = "،" if language.direction == "rtl" else ";"
    return text + draw(st.sampled_from(("", ".", ")", f"{comma} {draw(words)}")))


@st.composite
def quantities(draw: st.DrawFn, tag: str, zero: str) -> str:
    """One quantity, range, share, ratio, date, time or phone number."""
    number = numbers(tag, zero)
    unit = st.sampled_from((*UNITS, *own_units(tag)))
    one, other, space = draw(number), draw(number), draw(st.sampled_from(SPACES))
    shape = draw(st.integers(0, 8))
    if shape == 0:
        return f"{one}{space}{draw(unit)}"
    if shape == 1:
        return f"{one}{draw(st.sampled_from(DASHES))}{other}{space}{draw(unit)}"
    if shape == 2:
        return draw(st.sampled_from("%٪")) + one.lstrip("+-±−")
    if shape == 3:
        return f"{one}{space}{draw(st.sampled_from('%٪'))}"
    if shape == 4:
        return f"{one} mg/{draw(st.sampled_from(own_units(tag)))}"
    if shape == 5:
        return f"{one} × {other} {draw(unit)}"
    if shape == 6:
        return draw(dates(zero))
    if shape == 7:
        return draw(phones(zero))
    return one


@cache
def numbers(tag: str, zero: str) -> st.SearchStrategy[str]:
    """A number with the signs that the language groups and parts it by."""
    language = parse_language(tag)
    group = st.sampled_from(language.grouping_signs)
    point = st.sampled_from(f"{language.decimal_signs}.,")
    few, three, one = of_digits(zero, 0, 999), of_digits(zero, 100, 999), of_digits(zero, 1, 9)
    return st.one_of(
        few,
        st.builds("{}{}{}".format, few, group, three),
        st.builds("{}{}{}".format, few, point, one),
        st.builds("{0}{1}{2}{1}{3}".format, one, group, three, three),
        st.builds("{}{}".format, one, st.sampled_from("½⁶")),
        st.builds("{}{}".format, st.sampled_from("-−+±"), few),
    )


@cache
def of_digits(zero: str, least: int, most: int) -> st.SearchStrategy[str]:
    """A number in one kind of digits, without any sign."""
    digits = {ord("0") + n: chr(ord(zero) + n) for n in range(10)}
    return st.integers(least, most).map(lambda number: str(number).translate(digits))


@cache
def dates(zero: str) -> st.SearchStrategy[str]:
    """A date, a time, or two numbers that belong together as those of blood pressure."""
    sign = st.sampled_from(":./-")
    two, four = of_digits(zero, 10, 99), of_digits(zero, 1000, 9999)
    # No nought at the head: it would make a phone number of some dates.
    return st.builds("{}{}{}".format, two, sign, two) | st.builds(
        "{0}{1}{2}{1}{3}".format, two, sign, two, four
    )


@cache
def phones(zero: str) -> st.SearchStrategy[str]:
    """A phone number."""
    sign = st.sampled_from(" -")
    code, first = of_digits(zero, 10, 99), of_digits(zero, 1000, 9999)
    shapes = st.sampled_from((zero + "{0}", f"({zero}{{0}})", "+{0} {0}"))
    return st.builds(
        lambda shape, *parts: (shape + "{1}{2}{1}{3}").format(*parts),
        shapes, code, sign, first, of_digits(zero, 100, 999),
    )  # fmt: skip


@cache
def own_units(tag: str) -> tuple[str, ...]:
    """Some units in the letters of the language; CLDR has none in Kurdish."""
    language = parse_language(tag)
    words = [w.word for w in unit_words(language) if not (w.before or w.word.isascii())]
    mirrored = language.direction == "rtl"
    own = [word for word in words if word.isalpha() and any(map(runs_from_right, word)) == mirrored]
    return tuple(own[:12]) or ("ملگم",)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> str:
    """A text with a few invisible signs put into it anywhere."""
    for sign in draw(st.lists(st.sampled_from(INVISIBLE), min_size=1, max_size=3)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + sign + text[place:]
    return text
