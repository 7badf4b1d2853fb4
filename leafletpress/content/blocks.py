"""The blocks that a leaflet may hold: ``/// name | title``, options, content, ``///``.

The syntax and its parsing are pymdownx.blocks', but for the options (see `options`); here stand our
kinds and what each may hold.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any, ClassVar

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from leafletpress.content.options import split_header
from leafletpress.content.positions import take_position

POSITION = "data-at"
"""The attribute of a list item that says where it stands in its figure."""

TEAR_OFF = "tear-off"
"""The option of a block that is torn off: in a duplex format it has a sheet of its own."""


def _as_text(value: str) -> str:
    return " ".join(value.split())


class LeafletBlock(Block):  # type: ignore[misc]  # pymdownx carries no types
    """A block: a section with the block's name as its class, and perhaps a title."""

    TEXTS: ClassVar[tuple[str, ...]] = ()
    """Options that are text for the reader, in the order in which they are printed."""

    DATA: ClassVar[tuple[str, ...]] = ()
    """Options that are data; they stay on the element as ``data-…`` attributes."""

    CRITICAL: ClassVar[bool] = False
    LIST: ClassVar[str | None] = None
    """The list, ``ol`` or ``ul``, that the block cannot do without."""

    POSITIONED: ClassVar[bool] = False
    """Whether each item of the list begins with where it stands: ``- 6: You need a stick``."""

    def __init_subclass__(cls) -> None:
        cls.OPTIONS = dict.fromkeys((*cls.TEXTS, *cls.DATA), ("", _as_text))

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Build the section with its title and option texts, ready for the one walk."""
        section = etree.SubElement(parent, "section", {"class": self.NAME})
        for name in self.DATA:
            section.set(f"data-{name}", self.options[name])
        if self.argument:
            etree.SubElement(section, "p", {"class": "title"}).text = self.argument
        for name in self.TEXTS:
            if self.options[name]:
                etree.SubElement(section, "p", {"class": name}).text = self.options[name]
        return section

    def on_end(self, block: etree.Element) -> None:
        """Take the positions off the items of a list, before the walk meets their texts."""
        for item in block.findall("ul/li") if self.POSITIONED else ():
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            position, holder.text = take_position(holder.text or "")
            item.set(POSITION, position)


class KeyPoints(LeafletBlock):
    """The one message to remember; it has no title."""

    NAME = "key"
    ARGUMENT = False


class Steps(LeafletBlock):
    """One phase of a treatment: numbered steps, how long they take, and that `time` as data."""

    NAME = "steps"
    ARGUMENT = True
    TEXTS = ("duration",)
    DATA = ("time",)
    LIST = "ol"


class Harm(LeafletBlock):
    """What can do harm."""

    NAME = "warning"
    ARGUMENT = True
    CRITICAL = True


class Call(LeafletBlock):
    """When to call, and whom."""

    NAME = "call"
    ARGUMENT = True
    CRITICAL = True


class Risk(LeafletBlock):
    """A share as a bar: `events` in `people`, in which group and period, from which source."""

    NAME = "risk"
    ARGUMENT = True
    TEXTS = ("group", "period")
    DATA = ("events", "people", "source")


class Icons(LeafletBlock):
    """A share as people: `events` of `people` filled; `filled` and `empty` say what that means."""

    NAME = "icons"
    ARGUMENT = True
    TEXTS = ("group", "period", "filled", "empty")
    DATA = ("events", "people", "source")


class Compare(LeafletBlock):
    """The shares of two groups, `a` and `b`, side by side, each of as many people."""

    NAME = "compare"
    ARGUMENT = True
    TEXTS = ("group", "period", "a", "b", "filled", "empty")
    DATA = ("a-events", "b-events", "people", "source")


class Scale(LeafletBlock):
    """A scale `from` one whole number `to` another in steps, with points and stretches marked."""

    NAME = "scale"
    ARGUMENT = True
    DATA = ("from", "to", "step", "source")
    LIST = "ul"
    POSITIONED = True


class Calendar(LeafletBlock):
    """What is due when, on a line of so many `months`; `axis` says what they are counted from."""

    NAME = "calendar"
    ARGUMENT = True
    TEXTS = ("axis",)
    DATA = ("months", "source")
    LIST = "ul"
    POSITIONED = True


class Checklist(LeafletBlock):
    """Things to do, each with a box to tick; `tear-off: own sheet` gives it a sheet of its own."""

    NAME = "checklist"
    ARGUMENT = True
    DATA = (TEAR_OFF,)
    LIST = "ul"


class Questions(LeafletBlock):
    """Questions a patient may want to ask; `tear-off: own sheet` as for a checklist."""

    NAME = "questions"
    DATA = (TEAR_OFF,)
    ARGUMENT = None  # a heading above it may say the same
    LIST = "ul"


class WriteIn(LeafletBlock):
    """Labels, each with a line to write on, and `lines` more lines below them."""

    NAME = "write-in"
    ARGUMENT = True
    DATA = ("lines",)
    LIST = "ul"


KINDS: dict[str, type[LeafletBlock]] = {
    kind.NAME: kind
    for kind in (
        KeyPoints, Steps, Harm, Call, Checklist, Questions, WriteIn,
        Risk, Icons, Compare, Scale, Calendar,
    )
}  # fmt: skip
"""Every kind of block, by the name that an author writes."""

TEXT_OPTIONS = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.TEXTS))
"""Every option that is text for the reader, of whatever block."""


class LeafletBlocks(BlocksExtension):  # type: ignore[misc]
    """Registers every kind of block with a Markdown instance."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Register the kinds, and read their options as text; called by pymdownx."""
        del md
        block_mgr.split_header = split_header
        for kind in KINDS.values():
            block_mgr.register(kind, self.getConfigs())


def is_critical(name: str | None) -> bool:
    """Tell whether every line of a block with that name is critical."""
    return name in KINDS and KINDS[name].CRITICAL
