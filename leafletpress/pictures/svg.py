"""Drawings in SVG: read strictly, and measured before anybody draws them.

What a drawing may hold is SVG 1.1 without what loads, runs, moves or repeats without an end. Its
XML is looked at as it comes in, so that no entity is ever put in its place (see "XML security" in
Python's documentation of its XML modules).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.parsers import expat

from leafletpress.pictures.fault import NoPictureError
from leafletpress.pictures.repeats import (
    EndlessError,
    Reference,
    Shape,
    StyleReferences,
    count_drawn,
    declared,
    references_in,
)
from leafletpress.problems import Fault

SVG = "http://www.w3.org/2000/svg"

MOST_ELEMENTS = 10_000
"""So many elements may be drawn, each as often as others repeat it: coats of arms have hundreds."""

DEEPEST = 50
"""So many elements may stand one in the other."""

FORBIDDEN = {
    "script": "a program",
    "foreignObject": "a piece of another page",
    "animate": "something that moves",
    "animateMotion": "something that moves",
    "animateTransform": "something that moves",
    "set": "something that moves",
}
"""Elements of SVG that no paper has, in plain words."""

MOST_PICTURES = 3
"""So many pictures of pixels may be put into a drawing."""

GRADIENTS = ("linearGradient", "radialGradient")
"""They colour what refers to them, and draw nothing of their own."""

NUMBER = re.compile(
    r"\s*\+?(\d{1,6}(?:\.\d{1,20})?|\.\d{1,20})\s*(?:px|pt|pc|mm|cm|in|q)?\s*", re.I
)
LONGEST_NUMBER = 30
FONT = re.compile(r"data:(?:font/|application/(?:x-)?font)", re.I)
GAP = re.compile(r"[\s,]+")

PLAIN = 'save it as "plain SVG", with a program for drawings'
PATHS = "turn its text into paths, with a program for drawings"

STYLESHEET = "xml-stylesheet"
"""The instruction that loads a style sheet; others, around metadata, are for drawing programs."""


def check_drawing(data: bytes, is_picture: Callable[[str], bool]) -> None:
    """Make sure that data is a drawing to print; `is_picture` tells whether an address holds a
    picture itself.

    Raises:
        NoPictureError: it is not.
    """
    reader = _Reader(is_picture)
    try:
        reader.parser.Parse(data, True)
        reader.measure()
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "not well-formed")
        raise NoPictureError(
            Fault("damaged-picture", f"its line {error.lineno} is no XML ({what})", PLAIN)
        ) from error
    except NoPictureError:
        raise
    except (ValueError, LookupError) as error:
        raise NoPictureError(Fault("damaged-picture", "its encoding is unknown", PLAIN)) from error


class _Element:
    """An element that is open, and what had come before it began."""

    def __init__(self, tag: str, attributes: dict[str, str], elements: int, points: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.elements = elements
        self.points = points


class _Reader:
    """Looks at each element as it begins, and counts."""

    def __init__(self, is_picture: Callable[[str], bool]) -> None:
        self.is_picture = is_picture
        self.sheet = StyleReferences()
        self.shapes: list[Shape] = []
        self.sizes: dict[str, int] = {}
        self.elements = self.points = self.pictures = 0
        self.open: list[_Element] = []
        self.style: list[str] = []
        """What the style sheet that is open has said so far."""
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype
        parser.ProcessingInstructionHandler = self.instruction
        parser.SkippedEntityHandler = self.entity

    def measure(self) -> None:
        try:
            drawn = count_drawn(self.shapes, self.sizes, self.sheet)
        except EndlessError as error:
            raise NoPictureError(
                Fault("endless-picture", "it repeats itself without an end", PLAIN)
            ) from error
        if drawn > MOST_ELEMENTS:
            raise _too_many()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self.open:
            _check_root(space, tag, attributes)
        if space == SVG and tag in FORBIDDEN:
            raise NoPictureError(
                Fault("active-picture", f"it holds {FORBIDDEN[tag]} (<{tag}>)", PLAIN)
            )
        if len(self.open) == DEEPEST:
            what = f"more than {DEEPEST} of its elements stand one in the other"
            raise NoPictureError(Fault("large-picture", what, PLAIN))
        if self.elements == MOST_ELEMENTS:
            raise _too_many()
        self.open.append(_Element(tag, attributes, self.elements, self.points))
        self.elements += 1
        self.points += len(attributes.get("d", attributes.get("points", ""))) // 2

    def end(self, _: str) -> None:
        owners = tuple(one.attributes["id"] for one in self.open if "id" in one.attributes)
        element = self.open.pop()
        if element.tag == "style":
            self.read_style("".join(self.style))
            self.style = []
        classes = dict.fromkeys(element.attributes.get("class", "").split())
        shape = Shape(
            owners,
            (element.tag, *(f".{name}" for name in classes)),
            tuple(self.references(element)),
            self.elements - element.elements,
            self.points - element.points,
        )
        self.shapes.append(shape)
        if element.tag not in GRADIENTS and "id" in element.attributes:
            self.sizes.setdefault(element.attributes["id"], shape.size)

    def references(self, element: _Element) -> Iterator[Reference]:
        """Yield what an element refers to. Raises NoPictureError where that is elsewhere."""
        for key, value in element.attributes.items():
            name = key.rpartition(" ")[2]
            if name.lower().startswith("on"):
                raise NoPictureError(Fault("active-picture", f"it holds a program ({name})", PLAIN))
            if name in ("href", "src") and element.tag != "a":
                found = [Reference(name, value.strip())]
            else:
                found = [*(declared(value) if name == "style" else references_in(name, value))]
            self.check(found, value)
            yield from found

    def read_style(self, text: str) -> None:
        """Read a style sheet."""
        self.check(references_in("", text), text)
        self.sheet.add(text)

    def check(self, found: Iterator[Reference] | list[Reference], text: str) -> None:
        for _, address in found:
            if address.startswith("#"):
                continue
            if FONT.match(address):
                raise NoPictureError(Fault("font-in-picture", "it brings a font of its own", PATHS))
            if not self.is_picture(address):
                what = f'it refers to something that it does not hold ("{address[:60]}")'
                raise NoPictureError(Fault("picture-loads", what, PLAIN))
            self.pictures += 1
            if self.pictures > MOST_PICTURES:
                what = f"more than {MOST_PICTURES} pictures of pixels stand in it"
                raise NoPictureError(Fault("large-picture", what, "save it as PNG"))
        if "@import" in text.lower():
            raise NoPictureError(
                Fault("picture-loads", "it loads a style sheet from elsewhere", PLAIN)
            )

    def text(self, text: str) -> None:
        if self.open and self.open[-1].tag == "style":
            self.style.append(text)

    def doctype(
        self, _name: str, _system: str | None, _public: str | None, has_internal_subset: bool
    ) -> None:
        if has_internal_subset:
            raise NoPictureError(Fault("entity-in-picture", "it declares entities", PLAIN))

    def entity(self, name: str, _is_parameter: bool) -> None:
        raise NoPictureError(
            Fault(
                "entity-in-picture", f"it uses an entity that it does not declare (&{name};)", PLAIN
            )
        )

    def instruction(self, target: str, _: str) -> None:
        if target.lower() == STYLESHEET:
            raise NoPictureError(
                Fault("picture-loads", "it loads a style sheet from elsewhere", PLAIN)
            )


def _check_root(space: str, tag: str, attributes: dict[str, str]) -> None:
    if (space, tag) != (SVG, "svg"):
        mend = f'save the logo as SVG; its first element is <svg xmlns="{SVG}">'
        raise NoPictureError(
            Fault("damaged-picture", f"it is no SVG: it begins with <{tag}>", mend)
        )
    box = GAP.split(attributes.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [attributes.get(n, "") for n in ("width", "height")]
    for side in sides:
        found = NUMBER.fullmatch(side[:LONGEST_NUMBER])
        if not found or not float(found[1]):
            raise NoPictureError(
                Fault(
                    "picture-size", "it does not say its size", "give it a viewBox of four numbers"
                )
            )


def _too_many() -> NoPictureError:
    what = f"more than {MOST_ELEMENTS} shapes are drawn in it"
    return NoPictureError(Fault("large-picture", what, "simplify it, or save it as PNG"))
