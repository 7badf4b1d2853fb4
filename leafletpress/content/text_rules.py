"""What the texts of a leaflet may not hold, because it would mislead or break in translation."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from leafletpress.content.addresses import find_email, find_web_address
from leafletpress.content.body import Body
from leafletpress.content.inline import (
    IMAGE,
    PLACEHOLDER,
    citations,
    marks,
    plain_text,
    raw_html,
)
from leafletpress.content.number_rules import check_numbers, check_seams
from leafletpress.content.walk import Block
from leafletpress.problems import Location, Problem, did_you_mean

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"""
      \b\d{{4}}-\d\d-\d\d\b
    | \b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}\b
    | \b{DAY}(?:\ of)?\ {MONTH}\b
    | \b{MONTH}\ (?:{DAY}(?=,?\ \d{{4}}|[.,;:)]|$) | \d{{4}}\b)
    | \b(?!May){MONTH}\ {DAY}\b  # "May 2 people visit me?" is no date
    """,
    re.X,
)
PHONE = re.compile(
    r"""
      (?<![\w.,])(?:\+|00?)\d[\d ()/-]{6,}\d\b
    | (?<![\w.,])\d{3}[-. ]\d{3}[-. ]\d{4}\b
    | \b(?:call|phone|ring|dial)(?:\ us)?(?:\ (?:on|at))?\ \d{3,}\b(?!\ (?:day|hour|people))
    """,
    re.X | re.I,
)
PRIVATE = (
    (find_email, "an e-mail address"),
    (find_web_address, "a web address"),
    (DATE.search, "a date"),
    (PHONE.search, "a phone number"),
)
"""What belongs into a placeholder: what finds it, and what it is called."""

BRACE = re.compile(r"\{:?[^{}]*\}?|\}")
HALF_MARK = re.compile(r"\*+|`+|\[@[^\]]*\]?|\]\(|[=~]{3,}")
BULLET = re.compile(r"[ \t]*[-*+][ \t]+\S")
NUMBERED = re.compile(r"[ \t]*\d+\.[ \t]+\S")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
KNOWN_MARKS = ("#id", ".critical", "note")


def check_texts(
    blocks: Iterable[tuple[Block, Location]], body: Body, tree: etree.Element, keys: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a body, and with their marks and citations.

    `keys` are those of the sources that the front matter names.
    """
    cited = {section.get("data-source", "") for section in tree.iter("section")}
    ids: set[str] = set()
    numbers = dict(_list_numbers(tree))
    lines = {location: line for line, location in reversed(list(body))} if numbers else {}
    for block, location in blocks:
        cited.update(citations(block.text))
        if (number := numbers.get(block.element)) is not None:
            yield from _check_number(number, lines[location], location)
        yield from _check_text(block.text, location)
        yield from _check_lists(block, location)
        yield from _check_marks(block, location)
        for key in citations(block.text):
            if key not in keys:
                yield unknown_source(key, keys, location)
        if block.kind == "heading":
            if block.section_id in ids:
                what = f'two headings have the id "{block.section_id}"'
                yield Problem(
                    "same-heading-id", location, what, "give one its own: {: #another-id }"
                )
            ids.add(block.section_id)
    for key in sorted(keys - cited):
        what = f'the source "{key}" is never cited'
        mend = f"cite it as [@{key}] or remove it"
        yield Problem("uncited-source", Location(body.path, 1), what, mend)


def check_plain_text(text: str, kind: str, location: Location) -> Iterator[Problem]:
    """Yield what is wrong with a text that is printed without marks: a title, a summary."""
    yield from _check_text(text, location)
    yield from check_numbers(text, location)
    for mark in sorted(marks(text)):
        yield Problem(
            "marks-in-plain-text", location, f"{mark} stands in the {kind}", "write it without"
        )


def unknown_source(key: str, keys: set[str], location: Location) -> Problem:
    """Return the problem of a source that the front matter does not name."""
    mend = f"add it to sources in the front matter; {did_you_mean(key, keys)}"
    return Problem("unknown-source", location, f'no source has the key "{key}"', mend)


def _check_text(text: str, location: Location) -> Iterator[Problem]:
    for tag in raw_html(text):
        mend = "use Markdown, or write the character itself"
        yield Problem("html", location, f"{tag} is HTML", mend)
    if IMAGE.search(text):
        mend = "leave it out; pages hold no pictures"
        yield Problem("picture-in-text", location, "a picture stands in the text", mend)
    elif half := HALF_MARK.search(plain_text(re.sub(r"\\.", "", text))):
        mend = "close the mark, or write \\ before a sign that is meant"
        if half[0].startswith("[@"):
            mend = "write a key of sources, in small letters: [@smith2020]"
        yield Problem("stray-marks", location, f'"{half[0]}" would be printed as it is', mend)
    if "```" in text:
        what = "a block of code stands in the text"
        yield Problem("code", location, what, "write it as plain text")
    if text.startswith("|"):
        mend = "put a line |---|---| below its first row"
        yield Problem("table-in-text", location, "a table stands in the text as it is", mend)
    for brace in BRACE.findall(re.sub(PLACEHOLDER, "", text)):
        if brace.startswith("{:"):
            mend = "write them on one line, at the end of their text"
            yield Problem(
                "misplaced-marks", location, f'the marks "{brace[:30]}" are not read', mend
            )
        else:
            mend = "write a placeholder in small letters, such as {team_phone}"
            yield Problem("not-a-placeholder", location, f'"{brace[:30]}" is no placeholder', mend)
    yield from check_seams(text, location)
    for find, name in PRIVATE:
        if found := find(text):
            mend = "use a placeholder such as {team_phone}, filled from clinic.toml or front matter"
            what = f'{name} stands in the text ("{found[0]}")'
            yield Problem("private-detail", location, what, mend)
            break


def _check_lists(block: Block, location: Location) -> Iterator[Problem]:
    """Find a list or a table that begins right below a line of text, and so is taken for text."""
    lines = block.raw.split("\n")[1:]
    numbered = [number for number, line in enumerate(lines, 1) if NUMBERED.match(line)]
    bullets = [number for number, line in enumerate(lines, 1) if BULLET.match(line)]
    # "… before step" and "1. If you …" on the next line is no list.
    found = bullets or (numbered if len(numbered) > 1 else [])
    if found:
        below = Location(location.path, (location.line or 0) + found[0])
        what = "a list stands in the text as it is"
        yield Problem("list-in-text", below, what, "put an empty line before it")
    rows = [number for number, line in enumerate(lines, 1) if ROW.match(line)]
    if rows and not block.text.startswith("|"):
        below = Location(location.path, (location.line or 0) + rows[0])
        what = "a table stands in the text as it is"
        yield Problem("table-in-text", below, what, "put an empty line before it")


def _list_numbers(tree: etree.Element) -> Iterator[tuple[etree.Element, int]]:
    """Yield the item, or its first paragraph, with the number that it is printed with."""
    for numbered in tree.iter("ol"):
        for number, item in enumerate(numbered, start=int(numbered.get("start", "1"))):
            yield from (
                (element, number) for element in (item, item.find("p")) if element is not None
            )


def _check_number(number: int, line: str, location: Location) -> Iterator[Problem]:
    """Find an item that would be printed with another number than its author wrote."""
    written = re.match(r"\s*(\d+)\.", line)
    if written and int(written[1]) != number:
        what = f'the item "{written[0].strip()}" would be printed as {number}'
        mend = "count on by one; if it is no item, join it to the line above"
        yield Problem("item-number", location, what, mend)


def _check_marks(block: Block, location: Location) -> Iterator[Problem]:
    if not block.text:
        mend = "write them right below their text, without an empty line"
        yield Problem("misplaced-marks", location, "the marks in {: … } belong to no text", mend)
    for key, value in block.marks:
        if key == "." and value != "critical":
            what = f'unknown mark ".{value}" in {{: … }}'
            yield Problem("unknown-mark", location, what, "known is .critical")
        elif key not in (".", "id", "note"):
            what = f'unknown mark "{key}" in {{: … }}'
            yield Problem("unknown-mark", location, what, did_you_mean(key, KNOWN_MARKS))
        elif not value or value.startswith('"'):
            what = f'the mark "{key}" says nothing'
            yield Problem("empty-mark", location, what, f'write {key}="…"')
