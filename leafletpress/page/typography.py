"""Small rules of setting text: numbers kept whole, and kept in their own order.

"Number and unit are never parted" is a rule of the European Medicines Agency's QRD templates. The
page sets a text as the checks read it: signs that turn text are left out, because the press itself
sets numbers and names in their own direction.
"""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from markupsafe import Markup, escape

from leafletpress.language import Language, long_date, source_language
from leafletpress.page.pieces import PHONE_NUMBER, keep_order, part, runs_from_right
from leafletpress.quantities import TURNING, read_quantities

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_SPACES = {0x20: NO_BREAK_SPACE, 0x2009: "\u202f"}
"""What stands for a space and a thin space where no line may break."""

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

HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
GLUED = r"[^\s\u200b\u2060]"
INSIDE_KOREAN_WORD = re.compile(rf"(?<=[{HANGUL}])(?={GLUED})|(?<={GLUED})(?=[{HANGUL}])")
"""Korean is read more easily where lines break between words; UAX 14 lets them break in words."""

HYPHEN_AT_END = re.compile(r"(?<=\w[-‐־])$")
"""Hebrew and Arabic bind a short word to a number by a hyphen, at which no line may break."""


def as_read(text: str, language: Language) -> str:
    """Return a text as the checks read it: no sign turns it, and no line breaks within a number."""
    text = TURNING.sub("", text)
    for start, end in (quantity.number for quantity in read_quantities(text, language)):
        number = text[start:end]
        if (bound := number.translate(NO_BREAK_SPACES)) != number:  # it is as long
            text = f"{text[:start]}{bound}{text[end:]}"
    return text


def keep_numbers_whole(text: str, language: Language) -> str:
    """Return the text with no-break spaces between numbers and the words they belong to.

    Phone numbers and Korean words are kept whole, too.
    """
    text = as_read(text, language)
    text = PHONE_NUMBER.sub(_phone_number, text)
    text = NUMBER_AND_WORD.sub(rf"\1{NO_BREAK_SPACE}", text)
    text = WORD_AND_LAST_NUMBER.sub(NO_BREAK_SPACE, text)  # "step 1." at the end
    text = ORDINAL_AND_WORD.sub(_ordinal, text)
    text = DASH_IN_RANGE.sub(f"–{WORD_JOINER}", text)
    text = UNIT_AND_UNIT.sub(rf"\1{WORD_JOINER}", text)  # mg/kg
    text = NUMBER_AND_CJK_UNIT.sub(_joined, text)
    return INSIDE_KOREAN_WORD.sub(WORD_JOINER, text)


def set_plain(text: str, language: Language) -> Markup:
    """Return plain text as markup, its numbers whole and in their own order."""
    whole = keep_numbers_whole(text, language)
    if language.direction == "ltr":
        return escape(whole)
    pieces = (
        Markup('<bdi dir="ltr">{}</bdi>').format(piece) if isolate else escape(piece)
        for piece, isolate in _pieces(whole, language)
    )
    return Markup("").join(pieces)


def whole_date(day: datetime.date, language: Language) -> str:
    """Return a date in words, at whose spaces no line may break."""
    return long_date(day, language).replace(" ", NO_BREAK_SPACE)


def set_date(day: datetime.date, language: Language) -> Markup:
    """Return a date as markup.

    One without words keeps its own order in text from right to left: 2026-11-22 would turn round.
    """
    text = whole_date(day, language)
    if language.direction == "ltr" or has_right_to_left(text):
        return escape(text)
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


def keep_tree_whole(root: etree.Element, language: Language) -> None:
    """Keep the numbers of every text in a tree whole, in place.

    What says that it is in the source language is read in that.
    """
    own = source_language() if root.get("lang") == source_language().tag else language
    if root.text:
        root.text = keep_numbers_whole(root.text, own)
    before = root.text or ""
    for child in root:
        keep_tree_whole(child, own)
        if child.tail:
            child.tail = keep_numbers_whole(child.tail, own)
        if child.text and INSIDE_KOREAN_WORD.search(before[-1:] + child.text[:1]):
            child.text = WORD_JOINER + child.text
        before = "".join(child.itertext())
        if child.tail and INSIDE_KOREAN_WORD.search(before[-1:] + child.tail[:1]):
            child.tail = WORD_JOINER + child.tail
        before = child.tail or before


def isolate_tree(root: etree.Element, language: Language) -> None:
    """Keep the numbers of every text in a right-to-left tree in their own order, in place."""
    for element in list(root.iter()):
        _isolate_in(element, language)


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
    return any(map(runs_from_right, text))


def _phone_number(found: re.Match[str]) -> str:
    return keep_order(found[0].replace(" ", NO_BREAK_SPACE))


def _ordinal(found: re.Match[str]) -> str:
    """ "1. adım" (step 1) is kept whole; the end of a sentence, before a capital, is not."""
    return f"{found[1]}{NO_BREAK_SPACE}" if found[2].islower() else found[0]


def _joined(found: re.Match[str]) -> str:
    return WORD_JOINER + WORD_JOINER.join(found[0])


def _pieces(text: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Yield the text in pieces, each with whether it has an order of its own."""
    pieces = list(part(text, language))
    for (piece, isolate), following in zip_longest(pieces, pieces[1:]):
        if following and not isolate:
            piece = HYPHEN_AT_END.sub(WORD_JOINER, piece)
        yield piece, isolate


def _isolate_in(element: etree.Element, language: Language) -> None:
    """Wrap what has an order of its own in the texts directly below an element."""
    if element.get("class") == "citation":
        element.set("dir", "ltr")
    if element.get("dir") == "ltr":
        return
    replace_texts(element, lambda text: _isolates(text, language))


def _isolates(text: str, language: Language) -> Iterator[tuple[str, etree.Element | None]]:
    for piece, isolate in _pieces(text, language):
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
