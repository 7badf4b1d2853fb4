"""Seams: where a mark begins or ends in a text, and where the page fills in a value.

``**1**5`` prints 15, though each half is a number by itself; on a page that runs from right to left
the halves change places, and it says 51. There, ``10 mg**2**`` prints ``210 mg``.
``{emergency_phone}5`` prints 1125.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from itertools import accumulate

from leafletpress.content.inline import parse_inline
from leafletpress.quantities import INVISIBLE

VALUE = "\ufffc"
"""What stands for a value that the page fills in: Unicode's object replacement character."""

NUMERAL = r"[\d\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2150-\u215e]"
"""Digits, exponents and fractions."""

SIGN = r"[.,:/'’٫٬،·×⁄~～\-\u2010-\u2015\u2212]"
"""What stands within a number, a range, a time or a share, with no space around it."""

JOINED = re.compile(rf"(?:(?<![^\s(])[-\u2212])?{NUMERAL}(?:{SIGN}?{NUMERAL})*")
LETTERS = "[A-Za-z\u00b5\u00c0-\u024f\u0370-\u052f]+"
UNIT = rf"[ \u00a0\u202f]?(?:[%٪]|[°℃℉]?{LETTERS}(?:/{LETTERS})*|[℃℉])"
"""A unit that runs from left to right. One of Arabic letters keeps two numbers apart on paper, and
where words run together (``每**5天**2次``) no space does."""

QUANTITY_AT_END = re.compile(rf"{NUMERAL}+(?:{SIGN}{NUMERAL}+)*(?:{UNIT})?\Z")
NUMBER = re.compile(rf"[-\u2212%٪+±<>≤≥≈$£€]?{NUMERAL}+")
BEFORE_VALUE = re.compile(rf"\d+(?:{UNIT})?\Z")
VALUES = re.compile(rf"{VALUE}+\d*")
LONGEST = 60
"""So many characters before a seam or a value are looked at for a number and its unit."""


def find_cut_numbers(text: str) -> Iterator[str]:
    """Yield each number of a text that a mark cuts, as it prints, and each that touches the unit
    of another one there: ``10 mg2``."""
    pieces = list(_pieces(parse_inline(text)))
    seams = set(accumulate(map(len, pieces)))
    printed = "".join(pieces)
    for found in JOINED.finditer(printed):
        within = seams.intersection(range(found.start() + 1, found.end()))
        if within:
            yield found[0]
        seams -= within
    for seam in sorted(seams):
        number = NUMBER.match(printed, seam)
        before = number and QUANTITY_AT_END.search(printed[max(0, seam - LONGEST) : seam])
        if number and before:
            yield before[0] + number[0]


def find_touched_values(text: str) -> Iterator[str]:
    """Yield where a value touches a number or another value; each value prints as ``…``."""
    printed = "".join(_pieces(parse_inline(text)))
    end = 0
    for found in VALUES.finditer(printed):
        # Looked for from the value: from each digit, a row of digits would be read over and over.
        before = BEFORE_VALUE.search(printed[max(end, found.start() - LONGEST) : found.start()])
        touched = (before[0] if before else "") + found[0]
        if touched != VALUE:
            yield touched.replace(VALUE, "…")
        end = found.end()


def _pieces(element: etree.Element) -> Iterator[str]:
    """Yield the texts of an element as they print, parted at its seams."""
    if "data-name" in element.attrib:
        yield VALUE
    elif "data-key" in element.attrib:
        yield "[]"
    elif element.tag == "br":
        yield "\n"
    else:
        yield INVISIBLE.sub("", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield INVISIBLE.sub("", child.tail or "")
