"""Small rules of setting text: numbers kept whole, and kept in their own order.

"Number and unit are never parted" is a rule of the European Medicines Agency's QRD templates. In
right-to-left text the Unicode bidirectional algorithm (UAX 9) prints ``5–10 mg/kg`` as
``mg/kg 10–5``; only an isolate with a direction of its own keeps a dose as it was written.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup, escape

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"

NUMBER_AND_WORD = re.compile(r"(\d[%٪]?) (?=[^\W\d_]|[°℃℉%٪‰])")
UNIT_AND_UNIT = re.compile(r"(\d[ \u00a0]?[^\W\d_]{1,5}/)(?=[^\W\d_])")
WORD_AND_LAST_NUMBER = re.compile(r"(?<=\w) (?=\d+[%٪]?(?:[.,;:!?)]|$))")
ORDINAL_AND_WORD = re.compile(r"(\d\.) (?=([^\W\d_]))")
DASH_IN_RANGE = re.compile(r"(?<=\d)–(?=\d)")

HAN = "\u3400-\u9fff\u3040-\u30ff"
CJK_UNITS = (
    "毫克", "微克", "千克", "公斤", "毫升", "公升", "毫米", "厘米", "公分", "小时", "小時", "分钟",
    "分鐘", "星期", "个月", "個月", "公里", "ミリグラム", "グラム", "ミリリットル", "時間", "週間",
    "か月", "ヶ月", "日間", "年間", "センチ", "パーセント",
)  # fmt: skip
NUMBER_AND_CJK_UNIT = re.compile(rf"(?<=\d)(?:{'|'.join(CJK_UNITS)}|[{HAN}])")
"""Chinese and Japanese write no space before a unit, and break lines between any two signs."""

SPACE = " \u00a0\u202f"
PHONE_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\+\d{{1,3}}[{SPACE}]?\(0\)|\+\d|\([0۰]\d{{1,4}}\)|[0۰]\d)[\d{SPACE}/-]{{4,}}\d"
)

HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
GLUED = r"[^\s\u200b\u2060]"
INSIDE_KOREAN_WORD = re.compile(rf"(?<=[{HANGUL}])(?={GLUED})|(?<={GLUED})(?=[{HANGUL}])")
"""Korean is read more easily where lines break between words; UAX 14 lets them break in words."""

DIGIT = "0-9۰-۹"
"""Those of Arabic (٠-٩) are left out: the Unicode algorithm sets them, and ranges of them, as
Arabic does, from right to left."""

LETTER = (
    r"A-Za-zªº\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u052f\u1e00-\u1fff"
    r"\u2126°℃℉²³¹⁰-₉½¼¾"
)
"""Letters of the scripts that run from left to right, and signs that stand among them."""

INNER = rf"[{LETTER}{DIGIT}]*(?:(?:://?|[.,:/@_+\-–−‐‑'’&\#%=?~·٫٬])\u2060?[{LETTER}{DIGIT}]+)*"
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
    | {QUANTITY} (?: [{SPACE}]?[–−\-/×·]\u2060?[{SPACE}]? {QUANTITY} )* (?: [{SPACE}]{WORD} )*
    | {WORD} (?: [{SPACE}]{WORD} )*
    """,
    re.VERBOSE,
)
"""What has an order of its own in right-to-left text: quantities, and words of other scripts.

A number is never joined to a word before it: after ``500 mg``, the 2 of ``2 times`` would come to
stand beside the wrong word.
"""

HYPHEN_AT_END = re.compile(r"(?<=\w[-‐־])$")
"""Hebrew and Arabic bind a short word to a number by a hyphen, at which no line may break."""


def keep_numbers_whole(text: str) -> str:
    """Return the text with no-break spaces between numbers and the words they belong to.

    Phone numbers and Korean words are kept whole, too.
    """
    text = PHONE_NUMBER.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)
    text = NUMBER_AND_WORD.sub(rf"\1{NO_BREAK_SPACE}", text)
    text = WORD_AND_LAST_NUMBER.sub(NO_BREAK_SPACE, text)  # "step 1." at the end
    text = ORDINAL_AND_WORD.sub(_ordinal, text)
    text = DASH_IN_RANGE.sub(f"–{WORD_JOINER}", text)
    text = UNIT_AND_UNIT.sub(rf"\1{WORD_JOINER}", text)  # mg/kg
    text = NUMBER_AND_CJK_UNIT.sub(_joined, text)
    return INSIDE_KOREAN_WORD.sub(WORD_JOINER, text)


def set_plain(text: str, direction: str) -> Markup:
    """Return plain text as markup, its numbers whole and in their own order."""
    whole = keep_numbers_whole(text)
    if direction == "ltr":
        return escape(whole)
    pieces = (
        Markup('<bdi dir="ltr">{}</bdi>').format(piece) if isolate else escape(piece)
        for piece, isolate in _pieces(whole)
    )
    return Markup("").join(pieces)


def keep_tree_whole(root: etree.Element) -> None:
    """Keep the numbers of every text in a tree whole, in place."""
    for element in root.iter():
        if element.text:
            element.text = keep_numbers_whole(element.text)
        if element.tail:
            element.tail = keep_numbers_whole(element.tail)
        before = element.text or ""
        for child in element:
            if child.text and INSIDE_KOREAN_WORD.search(before[-1:] + child.text[:1]):
                child.text = WORD_JOINER + child.text
            before = "".join(child.itertext())
            if child.tail and INSIDE_KOREAN_WORD.search(before[-1:] + child.tail[:1]):
                child.tail = WORD_JOINER + child.tail
            before = child.tail or before


def isolate_tree(root: etree.Element) -> None:
    """Keep the numbers of every text in a right-to-left tree in their own order, in place."""
    for element in list(root.iter()):
        _isolate_in(element)


def replace_texts(
    element: etree.Element, part: Callable[[str], Iterable[tuple[str, etree.Element | None]]]
) -> None:
    """Part the texts directly below an element into pieces, in place.

    `part` yields the pieces of a text, each with a new element to stand in, or None for none.
    """
    children = list(element)
    if element.text:
        _put(element, None, part(element.text))
    for child in children:
        if child.tail:
            _put(element, child, part(child.tail))


def has_right_to_left(text: str) -> bool:
    """Tell whether a text has letters that run from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _ordinal(found: re.Match[str]) -> str:
    """ "1. adım" (step 1) is kept whole; the end of a sentence, before a capital, is not."""
    return f"{found[1]}{NO_BREAK_SPACE}" if found[2].islower() else found[0]


def _joined(found: re.Match[str]) -> str:
    return WORD_JOINER + WORD_JOINER.join(found[0])


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it has an order of its own."""
    end = 0
    for found in OWN_ORDER.finditer(text):
        if found.start() > end:
            yield HYPHEN_AT_END.sub(WORD_JOINER, text[end : found.start()]), False
        yield found[0], not found["placeholder"]
        end = found.end()
    if end < len(text):
        yield text[end:], False


def _isolate_in(element: etree.Element) -> None:
    """Wrap what has an order of its own in the texts directly below an element."""
    if element.get("class") == "citation":
        element.set("dir", "ltr")
    if element.get("dir") == "ltr":
        return
    replace_texts(element, _isolates)


def _isolates(text: str) -> Iterator[tuple[str, etree.Element | None]]:
    for piece, isolate in _pieces(text):
        yield piece, etree.Element("bdi", {"dir": "ltr"}) if isolate else None


def _put(
    parent: etree.Element,
    before: etree.Element | None,
    pieces: Iterable[tuple[str, etree.Element | None]],
) -> None:
    """Put the pieces of a text below `parent`, behind its child `before`."""
    pieces = list(pieces)
    position = 0 if before is None else list(parent).index(before) + 1
    plain = ""
    for piece, holder in pieces:
        if holder is None:
            plain += piece
            continue
        _set_text(parent, before, plain)
        holder.text, before, plain = piece, holder, ""
        parent.insert(position, holder)
        position += 1
    _set_text(parent, before, plain)


def _set_text(parent: etree.Element, before: etree.Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text
