"""What keeps its own order in right-to-left text: quantities, and words of other scripts.

In right-to-left text the Unicode bidirectional algorithm (UAX 9) prints ``5–10 mg/kg`` as
``mg/kg 10–5``; only an isolate with a direction of its own keeps a dose as it was written. Where
the numbers stand is asked of the very reader that the checks use: what they read as one number is
never cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from leafletpress.language import Language
from leafletpress.quantities import INVISIBLE, Quantity, find_runs, see

SPACE = " \u00a0\u202f"
PHONE_NUMBER = re.compile(
    rf"(?<![\w.,٫٬])(?:\+\d{{1,3}}[{SPACE}]?\(0\)|\+\d|\([0۰٠]\d{{1,4}}\)|[0۰٠]\d)[\d{SPACE}/-]{{4,}}\d"
)

ARABIC = "٠-٩"
DIGIT = "0-9۰-۹"
"""Those of Arabic are another class: ranges of them, and their units, run from right to left."""

LETTER = (
    r"A-Za-zªº\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u052f\u1e00-\u1fff"
    r"\u2126°℃℉²³¹⁰-₉½¼¾"
)
"""Letters of the scripts that run from left to right, and signs that stand among them."""

INNER = rf"[{LETTER}{DIGIT}]*(?:(?:://?|[.,:/@_+\-–−‐‑'’&\#%=?~·٫٬])[{LETTER}{DIGIT}]+)*"
WORD = rf"[{LETTER}]{INNER}(?:\+|/(?![{LETTER}{DIGIT}]))?"
NUMBER = rf"""
    (?: (?<!\w)[+\-−±$£€]{{1,2}} | [~≈≤≥<>=±][{SPACE}]? | [%٪] )?   # -5  ≥ 38  %70
    [{DIGIT}]{INNER}                                                # 2.5  5–10  120/80  12:30
    (?: [{SPACE}][{DIGIT}]{{3}}(?!\d) )*                             # 10 000
    (?: [{SPACE}]?[%٪] )?                                           # 70 %
"""
QUANTITY = rf"{NUMBER} (?: [{SPACE}]{WORD} )?"
OWN_ORDER = re.compile(
    rf"""
    (?P<placeholder>\{{\w+\}})                                  # filled later
    | {PHONE_NUMBER.pattern}
    | {QUANTITY} (?: [{SPACE}]?[–−\-/×·][{SPACE}]? {QUANTITY} )* (?: [{SPACE}]{WORD} )*
    | {WORD} (?: [{SPACE}]{WORD} )*
    | [{ARABIC}]+(?:[.,:/٫٬][{ARABIC}]+)*                         # ٢٫٥  ١٢٠/٨٠
    """,
    re.VERBOSE,
)
"""What has an order of its own beside the numbers: phone numbers, comparisons, foreign words.

A number is never joined to a word before it: after ``500 mg``, the 2 of ``2 times`` would come to
stand beside the wrong word.
"""

ARABIC_NUMBER = re.compile(rf"[-\u2212]?([{ARABIC}]+(?:[.,:/\u00a0\u202f٫٬][{ARABIC}]+)*)")
"""What the algorithm itself keeps in order (UAX 9, W4 and I1), a minus at the right."""

MARK = "\u200e"
EDGE_OF_ARABIC = re.compile(
    rf"(?<=[{ARABIC}])(?=[^{ARABIC}{MARK}])|(?<=[^{ARABIC}{MARK}])(?=[{ARABIC}])"
)

ENDS = f"{SPACE}\u2009/-\u2010\u2011"
"""What stands between a number and a word of another direction."""

Span = tuple[int, int]


def part(text: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it has an order of its own."""
    end = 0
    for start, stop, isolate in _places(text, language):
        if start > end:
            yield text[end:start], False
        piece = text[start:stop]
        yield keep_order(piece) if isolate else piece, isolate
        end = stop
    if end < len(text):
        yield text[end:], False


def keep_order(text: str) -> str:
    """Return a text whose groups of Arabic digits follow one another from left to right.

    Within text that runs from left to right as well, the Unicode algorithm turns round ``٠٢٠-٧٩``.
    """
    return text if ARABIC_NUMBER.fullmatch(text) else EDGE_OF_ARABIC.sub(MARK, text)


def runs_from_right(character: str) -> bool:
    """Tell whether a character is a letter that runs from right to left."""
    turns = unicodedata.bidirectional(character) in ("R", "AL")
    return turns and not INVISIBLE.match(character)


def _places(text: str, language: Language) -> list[tuple[int, int, bool]]:
    seen = see(text)
    words: list[Span] = []
    placeholders: list[Span] = []
    for found in OWN_ORDER.finditer(seen.text):
        (placeholders if found["placeholder"] else words).append(seen.place(*found.span()))
    numbers = [place for place in _numbers(text, language) if not _meets(place, placeholders)]
    pieces = [(*place, True) for place in _joined([*words, *numbers])]
    return sorted([*pieces, *((*place, False) for place in placeholders)])


def _numbers(text: str, language: Language) -> Iterator[Span]:
    """Yield where numbers stand: with a unit that runs from left to right, and ranges as one.

    A number of Arabic digits stands alone, as its unit and ranges of it run from right to left.
    """
    for run in find_runs(text, language):
        if all(ARABIC_NUMBER.fullmatch(_digits(text, quantity)) for quantity in run):
            for start, end in (quantity.number for quantity in run):
                yield start + (not text[start].isdecimal()), _end(text, start, end)
            continue
        places = [_place(text, quantity) for quantity in run]
        yield from places
        for one, other in pairwise(places):
            if not any(map(runs_from_right, text[one[1] : other[0]])):
                yield one[0], other[1]


def _place(text: str, quantity: Quantity) -> Span:
    """Return where a number stands, with the unit if that runs from left to right as well."""
    (first, last), start = quantity.whole, quantity.number[0]
    turns = (i for i in range(start - 1, first - 1, -1) if runs_from_right(text[i]))
    begin = next(turns, first - 1) + 1
    while begin < start and text[begin] in ENDS:
        begin += 1
    return begin, _end(text, start, last)


def _digits(text: str, quantity: Quantity) -> str:
    """Return what a reader sees of a number without its unit, or a word such as "million"."""
    start, end = quantity.number
    return see(text[start : _end(text, start, end)]).text


def _end(text: str, start: int, end: int) -> int:
    """Return where a part of a text ends before its first letter that runs from right to left."""
    stop = next((i for i in range(start, end) if runs_from_right(text[i])), end)
    while text[stop - 1] in ENDS or INVISIBLE.match(text[stop - 1]):
        stop -= 1
    return stop


def _joined(places: Iterable[Span]) -> list[Span]:
    """Return places in order, those that overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _meets(place: Span, others: Iterable[Span]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)
