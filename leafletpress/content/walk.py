"""The one walk over a leaflet's blocks, before their inline Markdown is parsed.

Python-Markdown parses blocks first and inline marks later. Between the two, every block's raw
inline Markdown stands in a tree. Extraction is this walk with a function that collects;
translation is the same walk with a function that looks up. So what is extracted and what is
replaced cannot drift apart, and a translation that begins with ``20. `` or ``- `` stays text.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import slugify

from leafletpress.content.blocks import TEXT_OPTIONS, LeafletBlocks, is_critical
from leafletpress.content.inline import InlineMarks, plain_text, to_markdown

REMOVED_BLOCKS = ("reference", "setextheader")
"""Block rules that would make text vanish or change its kind unseen."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
KIND_NAMES = {"p": "paragraph", "li": "list item", "th": "table heading", "td": "table cell"}
CLASS_NAMES = ("title", *TEXT_OPTIONS)

Marks = tuple[tuple[str, str | None], ...]
"""What an author wrote in ``{: … }``: ``(".", "critical")``, ``("note", "…")``, ``("id", "…")``."""


@dataclass(frozen=True, slots=True)
class Block:
    """One translatable block as the walk meets it."""

    text: str
    raw: str
    kind: str
    section: tuple[str, ...]
    section_id: str
    critical: bool
    marks: Marks
    element: etree.Element

    @property
    def note(self) -> str:
        """What the author tells translators about the text."""
        return next((value or "" for key, value in self.marks if key == "note"), "")


Visit = Callable[[Block], str | None]
"""What the walk does with a block: return the text to put in its place, or None to leave it."""


def walk(body: str, visit: Visit) -> etree.Element:
    """Visit every block of a body in document order; return the tree of its blocks."""
    return _walk(_parser(), body, visit)


def convert(body: str, visit: Visit, finish: Callable[[etree.Element], None]) -> str:
    """Return the HTML of a leaflet's body, every block replaced by what `visit` gives.

    `finish` gets the whole tree once, when all inline marks are parsed, and may change it.
    """
    md = _parser()
    root = _walk(md, body, visit)
    for name in ("inline", "unescape"):
        md.treeprocessors[name].run(root)
    finish(root)
    return "".join(md.serializer(element) for element in root)


def _parser() -> Markdown:
    md = Markdown(
        # Sane lists keep the number that a list begins with: steps 4 to 6 begin at 4.
        extensions=[LeafletBlocks(), TableExtension(), SaneListExtension(), InlineMarks()],
        output_format="xhtml",
    )
    md.preprocessors.deregister("html_block")
    for name in REMOVED_BLOCKS:
        md.parser.blockprocessors.deregister(name)
    return md


def _walk(md: Markdown, body: str, visit: Visit) -> etree.Element:
    lines = body.split("\n")
    for stage in md.preprocessors:
        lines = stage.run(lines)
    root = etree.Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    _Walk(visit).run(root)
    return root


def normalise(raw: str) -> str:
    """Return a block's text as catalogs hold it.

    Wrapped lines are joined with a space; a hard break (two spaces at a line's end) stays ``\\n``.
    """
    lines = raw.split("\n")
    joined = ""
    for number, line in enumerate(lines):
        joined += line.strip()
        if number < len(lines) - 1:
            joined += "\n" if line.endswith("  ") else " "
    return joined.strip()


def part_marks(raw: str) -> tuple[str, str | None]:
    """Part a text from what its author wrote in ``{: … }`` on its last line, None where nothing."""
    text = raw.removesuffix("\n").rstrip(" ")
    if not text.endswith("}"):
        return raw, None
    begin = max(text.rfind("}", 0, -1), text.rfind("\n"))
    begin = text.find("{:", begin + 1)
    if begin < 0:
        return raw, None
    return text[:begin].rstrip(" \n"), text[begin + 2 : -1].strip(" ")


class _Walk:
    """Visits the blocks in document order, knowing section, block and critical marks."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.section: list[tuple[int, str]] = []
        self.section_id = "start"

    def run(self, root: etree.Element) -> None:
        self.descend(root, None)

    def descend(self, parent: etree.Element, block: str | None) -> None:
        for element in parent:
            name = element.get("class") if element.tag == "section" else block
            if element.tag in KIND_NAMES or element.tag in HEADINGS:
                self.meet(element, name)
            self.descend(element, name)

    def meet(self, element: etree.Element, block: str | None) -> None:
        if not (element.text or "").strip():
            return
        raw = element.text or ""
        raw, marks = self.take_marks(element, raw)
        text = normalise(raw)
        if element.tag in HEADINGS:
            self.enter_section(element, text)
        found = Block(
            text=text,
            raw=raw,
            kind=kind_of(element, block),
            section=tuple(title for _, title in self.section),
            section_id=self.section_id,
            critical="critical" in element.get("class", "").split() or is_critical(block),
            marks=marks,
            element=element,
        )
        replacement = self.visit(found)
        element.text = to_markdown(text if replacement is None else replacement)

    def take_marks(self, element: etree.Element, raw: str) -> tuple[str, Marks]:
        """Part ``{: .critical #id note="…" }`` from the text; put class and id on the element."""
        text, written = part_marks(raw)
        if written is None:
            return raw, ()
        marks = tuple((key, value) for key, value in get_attrs_and_remainder(written)[0])
        for key, value in marks:
            if key == ".":
                element.set("class", f"{element.get('class', '')} {value}".strip())
            elif key == "id" and value:
                element.set("id", value)
        return text, marks

    def enter_section(self, element: etree.Element, text: str) -> None:
        level = int(element.tag[1])
        while self.section and self.section[-1][0] >= level:
            self.section.pop()
        self.section.append((level, plain_text(text)))
        self.section_id = element.get("id") or slugify(plain_text(text), "-")
        element.set("id", self.section_id)


def kind_of(element: etree.Element, block: str | None) -> str:
    """Return what a translator calls this block: ``heading``, ``warning, title``, ``list item``."""
    classes = element.get("class", "").split()
    own = next((name for name in classes if name in CLASS_NAMES), None)
    own = own or KIND_NAMES.get(element.tag, "heading")
    return f"{block}, {own}" if block else own
