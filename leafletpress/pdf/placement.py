"""Whether every text stands where it can be read: on its paper, in its box, and on nothing else.

WeasyPrint lets a text run out of its box, off the paper and over another text without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from leafletpress.problems import Fault

MM = 96 / 25.4
"""CSS pixels of a millimetre."""

TOLERANCE = 0.75
"""So many pixels may a text stand out: what rounding makes of lengths."""

SHIFT = 2.5
"""So many mm WeasyPrint 70 moves some lines that run from right to left: by the space at their end,
which it takes away and counts all the same."""

RISE, DROP = 0.8, 0.25
"""How far letters reach above and below their baseline, in sizes of the type: what the metrics of a
font say holds the tallest letter of any language that it has, and more."""

CORE = 0.5
"""How far above its baseline a line holds ink all along; two lines whose cores meet cannot be read,
and two whose tails meet are set close."""

LEAST_CONTRAST = 1.5
"""A text is seen on its ground from this ratio on (WCAG 2.2, relative luminance); what is readable
is for the style sheets to say."""

MEND_ROOM = "say it in fewer words, or give it more room in the style sheet"

LONGEST = 40
"""So many characters of a text are shown."""

Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a page, in CSS pixels from its upper left."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Rectangle) -> bool:
        """Tell whether another part lies inside, but for what rounding makes."""
        return (
            self.left - TOLERANCE <= other.left
            and self.top - TOLERANCE <= other.top
            and other.right <= self.right + TOLERANCE
            and other.bottom <= self.bottom + TOLERANCE
        )

    def covers(self, other: Rectangle) -> bool:
        """Tell whether two parts share more than a line at their edges."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOLERANCE
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE
        )

    def wider(self, by: float) -> Rectangle:
        """Return this part with as much around it."""
        return Rectangle(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def around(self, other: Rectangle) -> Rectangle:
        """Return the smallest part that holds both."""
        return Rectangle(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line: its words, how far its letters reach, where there is ink all along, and
    the boxes around it."""

    text: str
    reach: Rectangle
    core: Rectangle
    box: Any
    around: Sequence[Any]


def misplaced_texts(document: Any, clearance: float) -> Iterator[Fault]:
    """Yield what is wrong with where the texts of a laid-out document stand.

    Args:
        document: the ``weasyprint.Document``, its pages not yet put on sheets.
        clearance: the least distance of every text from the edge of its page, in mm.
    """
    for number, page in enumerate(document.pages, start=1):
        pieces = list(_pieces(page._page_box, ()))
        paper = _inner(page._page_box, clearance * MM)
        for piece in pieces:
            yield from _check_piece(piece, paper, number)
        yield from _check_overlaps(pieces, number)


def _pieces(box: Any, around: Sequence[Any]) -> Iterator[_Piece]:
    """Yield the pieces of the lines in a box."""
    text = getattr(box, "text", "")
    if text.strip():
        reach, core = _strip(box, RISE, DROP), _strip(box, CORE, 0)
        yield _Piece(" ".join(text.split()), reach, core, box, around)
    for child in getattr(box, "children", ()):
        yield from _pieces(getattr(child, "_box", child), (*around, box))


def _strip(box: Any, above: float, below: float) -> Rectangle:
    """Return a strip around the baseline of a piece of a line, in sizes of its type."""
    size, x, baseline = box.style["font_size"], box.position_x, box.position_y + box.baseline
    return Rectangle(x, baseline - above * size, x + box.width, baseline + below * size)


def _inner(page_box: Any, clearance: float) -> Rectangle:
    width, height = page_box.margin_width(), page_box.margin_height()
    return Rectangle(clearance, clearance, width - clearance, height - clearance)


def _check_piece(piece: _Piece, paper: Rectangle, number: int) -> Iterator[Fault]:
    said = f'"{_short(piece.text)}"'
    reach = _with_frame(piece)
    if not paper.holds(reach):
        what = f"{said} stands off the paper on page {number}, by {_beyond(reach, paper)}"
        yield Fault("off-the-paper", what, MEND_ROOM)
    elif tight := next((box for box in _boxes(piece) if not box.holds(piece.core)), None):
        what = f"{said} stands out of its box on page {number}: {_needs(piece.core, tight)}"
        yield Fault("out-of-its-box", what, MEND_ROOM)
    elif _contrast(_colour(piece.box.style, "color"), _ground(piece.around)) < LEAST_CONTRAST:
        what = f"{said} has the colour of its ground on page {number}"
        yield Fault("unseen-text", what, "give it another colour in the style sheet")


def _with_frame(piece: _Piece) -> Rectangle:
    """Return how far a text reaches, with the frame around it where it stands in a margin."""
    framed = [box for box in piece.around if hasattr(box, "border_top_width")]
    frames = [_border_box(box) for box in framed[1:] if box.border_top_width]
    if not _is_in_margin(piece) or not frames:
        return piece.reach
    return frames[0].around(piece.reach)


def _is_in_margin(piece: _Piece) -> bool:
    return len(piece.around) > 1 and isinstance(piece.around[1], _kinds().MarginBox)


def _boxes(piece: _Piece) -> Iterator[Rectangle]:
    """Yield the boxes in which a text has to stand, from the inside out.

    One that is seen, as a frame, a ground or a column, may not be left at all; one that nobody
    sees, and all in languages that run from right to left, by `SHIFT`.
    """
    outside = any(getattr(box, "is_outside_marker", False) for box in piece.around)
    lifted = False
    for box in reversed(piece.around[1:]):
        lifted = lifted and box.style["position"] == "static"
        if outside:  # the sign of a list item stands beside it
            outside = not (box.element_tag == "li" and not box.is_outside_marker)
        elif lifted:  # what is out of the flow stands where a box further out says
            continue
        elif isinstance(box, _kinds().BlockContainerBox):
            strict = _is_seen(box) and piece.box.style["direction"] == "ltr"
            yield _border_box(box).wider(0 if strict else SHIFT * MM)
            lifted = box.is_absolutely_positioned()
    if not _is_in_margin(piece):
        yield _content_box(piece.around[0]).wider(SHIFT * MM)


def _is_seen(box: Any) -> bool:
    return (
        isinstance(box, _kinds().TableCellBox)
        or _colour(box.style, "background_color") is not None
        or any(getattr(box, f"border_{side}_width") for side in ("top", "left", "right"))
    )


def _border_box(box: Any) -> Rectangle:
    left, top = box.border_box_x(), box.border_box_y()
    return Rectangle(left, top, left + box.border_width(), top + box.border_height())


def _content_box(box: Any) -> Rectangle:
    left, top = box.content_box_x(), box.content_box_y()
    return Rectangle(left, top, left + box.width, top + box.height)


@cache
def _kinds() -> Any:
    """Return the module of the kinds of boxes: WeasyPrint is imported as late as can be."""
    from weasyprint.formatting_structure import boxes

    return boxes


def _check_overlaps(pieces: Sequence[_Piece], number: int) -> Iterator[Fault]:
    """Yield each text that stands on another one."""
    in_order = sorted(pieces, key=lambda piece: piece.core.top)
    open_ones: list[_Piece] = []
    for piece in in_order:
        open_ones = [one for one in open_ones if one.core.bottom > piece.core.top]
        for one in open_ones:
            if one.core.covers(piece.core):
                first, second = sorted((one, piece), key=lambda each: pieces.index(each))
                what = f'"{_short(first.text)}" and "{_short(second.text)}" stand on each other'
                yield Fault("text-over-text", f"{what} on page {number}", MEND_ROOM)
                break
        open_ones.append(piece)


def _beyond(area: Rectangle, frame: Rectangle) -> str:
    """Return how far a part stands out, at the side where that is most."""
    out = max(
        frame.left - area.left,
        frame.top - area.top,
        area.right - frame.right,
        area.bottom - frame.bottom,
    )
    return f"{max(out / MM, 0.1):.1f} mm"


def _needs(area: Rectangle, frame: Rectangle) -> str:
    needed, there = area.right - area.left, frame.right - frame.left
    if needed > there:
        return f"it needs {needed / MM:.0f} mm, and the box has {there / MM:.0f}"
    return f"by {_beyond(area, frame)}"


def _ground(around: Sequence[Any]) -> Colour:
    """Return the colour on which the texts in some boxes stand; paper is white."""
    for box in reversed(around):
        colour = _colour(box.style, "background_color")
        if colour is not None:
            return colour
    return (1.0, 1.0, 1.0)


def _colour(style: Any, name: str) -> Colour | None:
    """Return red, green and blue of a colour, from 0 to 1; None where it is transparent."""
    from weasyprint.draw.color import get_color

    colour = get_color(style, name)
    if not colour.alpha:
        return None
    if colour.space == "device-cmyk":
        *inks, black = colour.coordinates
        red, green, blue = ((1 - ink) * (1 - black) for ink in inks)
    else:
        red, green, blue = colour.to("srgb").coordinates
    return red, green, blue


def _contrast(one: Colour | None, other: Colour | None) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    lights = sorted(_luminance(colour or (1.0, 1.0, 1.0)) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
