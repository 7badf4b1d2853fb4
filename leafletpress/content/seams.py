"""Seams: where a mark begins or ends in a text, and where the page fills in a value.

``**1**5`` prints 15, though each half is a number by itself; on a page that runs from right to left
the halves change places, and it says 51. ``{emergency_phone}5`` prints 1125.
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
BESIDE_VALUE = re.compile(rf"\d*{VALUE}+\d*")


def find_cut_numbers(text: str) -> Iterator[str]:
    """Yield each number of a text that a mark cuts, as it prints."""
    pieces = list(_pieces(parse_inline(text)))
    seams = set(accumulate(map(len, pieces)))
    for found in JOINED.finditer("".join(pieces)):
        if any(place in seams for place in range(found.start() + 1, found.end())):
            yield found[0]


def find_touched_values(text: str) -> Iterator[str]:
    """Yield where a value touches a number or another value; each value prints as ``…``."""
    for found in BESIDE_VALUE.finditer("".join(_pieces(parse_inline(text)))):
        if found[0] != VALUE:
            yield found[0].replace(VALUE, "…")


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
