"""What stands on paper from left to right, told by the places of the glyphs alone.

The order of a PDF's own text is not asked: it may be right where the page is wrong.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from leafletpress.language import Language
from leafletpress.page.pieces import PHONE_NUMBER, runs_from_right
from leafletpress.quantities import find_runs, read_quantities, see
from tests.support.pdf_painting import RAISED
from tests.support.pdf_reader import Reader
from tests.support.printing import page, write

STYLE = "@page { size: 4000mm 4000mm; margin: 5mm } p { margin: 0; white-space: nowrap }"
"""So wide that each text stands on one line, so high that hundreds stand on a page."""

SPACE = 1.5
"""How far apart, in points, the advances of two glyphs are where a space is between them."""

FRACTIONS = {
    sign: "".join(sorted(unicodedata.normalize("NFKC", sign).replace("\u2044", "/")))
    for sign in "½¼¾⅓⅔⅛"
}
"""A fraction is one glyph and three characters at one place."""

ALIKE = str.maketrans(
    {
        **dict.fromkeys("٫٬,’'", "."),
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys(")>]<[", "("),
        "٪": "%",
        **FRACTIONS,
    }
)
"""Signs that share a glyph in some font, or that PDFium mirrors."""

Glyph = tuple[float, float, str]
"""Where the advance of a glyph begins and ends, and what it says."""


def lines_of(paragraphs: Sequence[str], language: Language) -> list[str]:
    """Print paragraphs of HTML; return what an eye sees on each, from left to right."""
    body = "".join(f"<p>{text or '-'}</p>" for text in paragraphs)
    found: list[list[Glyph]] = []
    reader = Reader(write(page(body, language, STYLE), language))
    for number in range(reader.page_count):
        last = float("inf")
        for letter in sorted(reader.painted(number), key=lambda letter: -letter.baseline):
            if last - letter.baseline > RAISED:
                found.append([])
            found[-1].append((letter.left, letter.right, letter.text))
            last = letter.baseline
    assert len(found) == len(paragraphs)
    return [_line(sorted(line)) for line in found]


def _line(glyphs: Sequence[Glyph]) -> str:
    found = glyphs[0][2]
    for (_, end, _), (start, _, character) in pairwise(glyphs):
        found += f" {character}" if start - end > SPACE else character
    return spelled(found)


def spelled(text: str) -> str:
    """Return a text with its digits as ASCII, alike signs as one, and no sign that is not seen."""
    plain = see(text).text.translate(ALIKE)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in plain)


def misprinted(text: str, line: str, language: Language) -> list[str]:
    """Return the numbers that the checks read in a text and that do not stand on its line.

    So do digits that stand there and are no number of the text.
    """
    left, missing = line, []
    for number in sorted(numbers_of(text, language), key=len, reverse=True):
        left, times = re.subn(rf"(?<!\d){re.escape(number)}(?!\d)", "#", left, count=1)
        missing += [] if times else [number]
    squeezed = re.sub(r"\s", "", line)
    missing += [run for run in runs_of(text, language) if run not in squeezed]
    return missing + re.findall(r"\d+", left)


def numbers_of(text: str, language: Language) -> list[str]:
    """Return the numbers of a text as they must stand on paper, without sign and unit."""
    quantities = read_quantities(text, language)
    heads = (_head(see(text[slice(*quantity.number)]).text) for quantity in quantities)
    return [re.sub(r"\s", " ", spelled(re.sub(r"^\W+|[\W\s]+$", "", head))) for head in heads]


def runs_of(text: str, language: Language) -> list[str]:
    """Return what must stand on paper just as it is written: doses, ranges and phone numbers.

    Arabic digits are another class of characters: their ranges and units run from right to left.
    """
    runs = [text[run[0].whole[0] : run[-1].whole[1]] for run in find_runs(text, language)]
    own = [run for run in runs if not re.search("[٠-٩]", run) and _head(run) == run]
    phones = [found[0] for found in PHONE_NUMBER.finditer(see(text).text)]
    return [re.sub(r"\s", "", spelled(run)) for run in own + phones]


def digits_of(line: str) -> list[str]:
    """Return the digits of a line, those together that no other sign parts."""
    return re.findall(r"\d+", line)


def _head(text: str) -> str:
    """Return a text up to its first letter that runs from right to left."""
    stop = next((i for i, sign in enumerate(text) if runs_from_right(sign)), len(text))
    return text[:stop]
