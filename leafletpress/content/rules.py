"""How the blocks of a leaflet must be written, so that nothing vanishes or misleads."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import deque
from collections.abc import Iterator

from leafletpress.content.blocks import KINDS
from leafletpress.content.body import Body
from leafletpress.content.include import CLOSING, NAME
from leafletpress.content.line_numbers import Search
from leafletpress.content.number_rules import check_numbers
from leafletpress.content.options import option_lines, read_option
from leafletpress.content.table_rules import check_tables
from leafletpress.problems import Fault, Location, Problem, did_you_mean

OPENING = re.compile(r" {0,3}/{3,} *([\w-]+) *(?:\|(.*))?$")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufffd]")
MOST_LINES = 40
"""So many lines to write on fill a page."""

ALLOWED_TAGS = {
    "div", "section", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "h2", "h3", "h4", "code",
}  # fmt: skip
"""What may stand in a body; ``code`` stands in a ``pre`` as long as no inline marks are parsed."""

NOT_TEXT = {
    "pre": (r"\t| {4}", Fault("code", "a line is indented by 4 spaces and would print as code",
                              "remove the indentation")),
    "h1": (r" *# *[^#]", Fault("heading-level", "a heading of level 1 stands in the body",
                               "write ##; the title is in the front matter")),
    "h5": (r" *#{5}[^#]", Fault("heading-level", "a heading of level 5 stands in the body",
                                "write ##, ### or ####")),
    "h6": (r" *#{6}", Fault("heading-level", "a heading of level 6 stands in the body",
                            "write ##, ### or ####")),
    "hr": (r" *([-*_])( *\1){2,} *$", Fault("ruled-line", "a rule of dashes stands in the body",
                                            "remove it; headings part the text")),
    "blockquote": (r" *>", Fault("quotation", "a quotation stands in the body",
                                 "use a block such as /// key or /// warning")),
}  # fmt: skip
"""Elements that are no text: how their first line begins, and what is wrong."""


def check_blocks(body: Body, tree: etree.Element) -> Iterator[Problem]:
    """Yield what is wrong with the blocks of a body: unknown, unclosed, wrongly filled."""
    for number, line in enumerate(body.lines):
        if found := CONTROL.search(line):
            what = f"an invisible or broken character U+{ord(found[0]):04X} stands here"
            yield Problem("control-character", body.location(number), what, "remove it")
        yield from check_numbers(line, body.location(number))
    fences = list(_check_fences(body))
    yield from fences
    if not fences:
        yield from _check_slashes(body, tree)
    yield from _check_tags(body, tree)
    yield from check_tables(body)
    yield from _check_lists(body, tree)
    for section, number in opening_lines(body, tree):
        yield from _check_section(section, body.location(number))


def _check_fences(body: Body) -> Iterator[Problem]:
    opened: tuple[int, str] | None = None
    for number, line in enumerate(body.lines):
        if CLOSING.match(line):
            if opened is None:
                what = "a block ends here that never began"
                yield Problem("never-began", body.location(number), what, "remove the line")
            opened = None
        elif found := OPENING.match(line):
            if opened:
                yield _unclosed(opened, body)
            opened = number, found[1]
            yield from _check_opening(found, body, number)
    if opened:
        yield _unclosed(opened, body)


def _unclosed(opened: tuple[int, str], body: Body) -> Problem:
    number, name = opened
    mend = "close it with a line ///"
    what = f'the block "{name}" never ends'
    return Problem("unclosed-block", body.location(number), what, mend)


def _check_opening(found: re.Match[str], body: Body, number: int) -> Iterator[Problem]:
    name, title = found[1], (found[2] or "").strip(" ")
    location = body.location(number)
    kind = KINDS.get(name)
    if kind is None:
        mend = did_you_mean(name, (*KINDS, NAME))
        yield Problem("unknown-block", location, f'there is no block "{name}"', mend)
        return
    if kind.ARGUMENT is True and not title:
        what = f'the block "{name}" has no title'
        yield Problem("no-title", location, what, f"write /// {name} | Title")
    if title and kind.ARGUMENT is False:
        what = f'the block "{name}" takes no title'
        yield Problem("unwanted-title", location, what, f"write /// {name}")
    seen = set()
    for below, option, value in options(body, number):
        location = body.location(below)
        if option not in kind.OPTIONS:
            what = f'the block "{name}" has no option "{option}"'
            yield Problem("unknown-option", location, what, did_you_mean(option, kind.OPTIONS))
        elif value is None:
            what = f"the quotes around the option {option} do not close"
            mend = 'write "…" around all of it, or no quotes'
            yield Problem("unclosed-quotes", location, what, mend)
        elif option in seen:
            what = f"the option {option} stands twice"
            yield Problem("stands-twice", location, what, "keep one of them")
        seen.add(option)


def options(body: Body, number: int) -> Iterator[tuple[int, str, str | None]]:
    """Yield line, name and value of the options below the first line of a block."""
    below = (body.lines[n] for n in range(number + 1, len(body.lines)))
    for option, line in enumerate(option_lines(below), start=number + 1):
        yield option, *read_option(line)


def _check_slashes(body: Body, tree: etree.Element) -> Iterator[Problem]:
    """Find lines of slashes that Markdown takes for text, because of what stands around them."""
    texts = "\n".join(element.text or "" for element in tree.iter())
    search = Search(body.lines)
    for slashes in texts.split("\n"):
        if "///" in slashes and not CLOSING.match(slashes):
            number = search.forward(slashes.strip())
            mend = "put an empty line before it, and check how its options are written"
            what = "a block stands in the text as it is"
            yield Problem("block-in-text", body.location(number), what, mend)


def _check_tags(body: Body, tree: etree.Element) -> Iterator[Problem]:
    searches: dict[str, Search] = {}
    for element in tree.iter():
        if element.tag in ALLOWED_TAGS:
            continue
        begins, fault = NOT_TEXT.get(element.tag) or ("", _unknown_element(element.tag))
        inner = _first_line(element)
        search = searches.setdefault(element.tag, Search(body.lines))
        number = search.forward(inner, begins)
        yield fault.at(body.location(number))


def _unknown_element(tag: str) -> Fault:
    return Fault("unknown-element", f"a <{tag}> stands in the body", "write it as plain text")


def _check_lists(body: Body, tree: etree.Element) -> Iterator[Problem]:
    """Find blocks within a list, where no other rule would look for them."""
    search = Search(body.lines)
    inside = {section for item in tree.iter("li") for section in item.iter("section")}
    for section in tree.iter("section"):
        if section in inside:
            number = search.forward("///", rf"[ \t>*+\d.-]*/{{3,}} *{section.get('class')}\b")
            mend = "begin its lines at the margin, behind the list"
            what = "a block stands within a list"
            yield Problem("block-in-list", body.location(number), what, mend)


def _first_line(element: etree.Element) -> str:
    """Return the first line of an element's text, of whatever it holds."""
    text = ""
    for part in element.itertext():
        text = (text + part).lstrip()
        if "\n" in text:
            break
    return text.strip().split("\n")[0]


def opening_lines(body: Body, tree: etree.Element) -> Iterator[tuple[etree.Element, int]]:
    """Yield each block of the tree with its first line in the body."""
    openings: dict[str, deque[int]] = {}
    for number, line in enumerate(body.lines):
        if found := OPENING.match(line):
            openings.setdefault(found[1], deque()).append(number)
    last = -1
    for section in tree.iter("section"):
        left = openings.get(section.get("class", ""), deque())
        while left and left[0] <= last:
            left.popleft()
        if left:
            last = left.popleft()
            yield section, last


def _check_section(section: etree.Element, location: Location) -> Iterator[Problem]:
    name = section.get("class", "")
    wanted = KINDS[name].LIST
    if wanted and section.find(wanted) is None:
        kind = "numbered list" if wanted == "ol" else "list"
        what = f'the block "{name}" holds no {kind}'
        yield Problem("no-list", location, what, "write one item a line in it")
    lines = section.get("data-lines", "")
    if lines and not is_whole(lines):
        what = f'lines is "{lines}", no whole number'
        yield Problem("lines", location, what, "write lines: 5")
    elif lines and int(lines) > MOST_LINES:
        what = f"a page has no room for {lines} lines"
        yield Problem("lines", location, what, "write lines: 5")
    if section.get("data-tear-off", "") not in ("", "own sheet"):
        what = f'tear-off is "{section.get("data-tear-off")}"'
        mend = "write tear-off: own sheet, or leave it out"
        yield Problem("tear-off", location, what, mend)


def is_whole(value: str) -> bool:
    """Tell whether an option is a whole number."""
    return value.isascii() and value.isdigit()
