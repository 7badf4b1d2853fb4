"""Where the texts of a page came to stand on its sheets.

A page says what stands where by a trace of itself: the same tree, in which classes name the texts.
It is laid alongside the tree that was printed, so that naming the texts changes nothing in print.
Where a text stands is known from the boxes of its lines: WeasyPrint's boxes remember the element
that they come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leafletpress.pdf.completeness import squeeze

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels."""

Run = tuple[Any, str]
"""A text right in an element, and the element of the trace that names it, or None."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The HTML of a page with its texts named, each by a class that begins with `prefix`.

    The class stands on an element of the page, or alone on a ``span`` around words in it.
    """

    html: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Area:
    """Where a text stands, as shares of the paper's width and height; pages count from 0.

    `name` is the class of the text. A text that goes on overleaf, or is printed twice, has an area
    for each.
    """

    name: str
    page: int
    left: float
    top: float
    width: float
    height: float


def find_areas(html: Any, document: Any, trace: Trace) -> Iterator[Area]:
    """Yield the areas of all texts that a trace names, page by page.

    `html` is the `weasyprint.HTML` that was rendered; `document` is what came of it, its pages
    put on sheets where they are to be folded.
    """
    from weasyprint import HTML

    traced = HTML(string=trace.html).etree_element
    runs = dict(_Pairing(trace.prefix).pair(html.etree_element, traced, None))
    for number, page in enumerate(document.pages):
        bleed = page.bleed
        width = page.width + bleed["left"] + bleed["right"]
        height = page.height + bleed["top"] + bleed["bottom"]
        for box, x in _leaves(page):
            for owner, (left, top, right, bottom) in _edges(box, runs).items():
                yield Area(
                    name=next(n for n in _classes(owner) if n.startswith(trace.prefix)),
                    page=number,
                    left=(left + x + bleed["left"]) / width,
                    top=(top + bleed["top"]) / height,
                    width=(right - left) / width,
                    height=(bottom - top) / height,
                )


class _Pairing:
    """Lays the tree of a trace alongside the tree that was printed."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def pair(self, plain: Any, traced: Any, owner: Any) -> Iterator[tuple[Any, list[Run]]]:
        """Yield every element below `plain` with its texts and their names, in order.

        Where the trees differ, everything belongs to the text around it.
        """
        runs, children = self.open(traced, traced if self.is_named(traced) else owner)
        yield plain, runs
        own = [child for child in plain if isinstance(child.tag, str)]
        if [child.tag for child in own] == [child.tag for child, _ in children]:
            for child, (other, name) in zip(own, children, strict=True):
                yield from self.pair(child, other, name)
        else:
            around = traced if self.is_named(traced) else owner
            for child in own:
                yield from ((element, [(around, "")]) for element in child.iter())

    def open(self, element: Any, owner: Any) -> tuple[list[Run], list[tuple[Any, Any]]]:
        """Return the texts and the children of an element, as if words were not wrapped."""
        runs: list[Run] = [(owner, element.text or "")]
        children: list[tuple[Any, Any]] = []
        for child in element:
            if self.is_wrapping(child):
                more, inner = self.open(child, child)
                runs += more
                children += inner
            elif isinstance(child.tag, str):  # else a comment
                children.append((child, owner))
            runs.append((owner, child.tail or ""))
        return runs, children

    def is_named(self, element: Any) -> bool:
        return any(name.startswith(self.prefix) for name in _classes(element))

    def is_wrapping(self, element: Any) -> bool:
        return element.tag == "span" and self.is_named(element) and len(_classes(element)) == 1


def _classes(element: Any) -> list[str]:
    names: list[str] = element.get("class", "").split()
    return names


def _leaves(page: Any) -> Iterator[tuple[Any, float]]:
    """Yield the box of a page, or of each page on a sheet, and how far from the left it begins."""
    if not hasattr(page, "halves"):
        yield page._page_box, 0
        return
    for half in page.halves:
        if half.page:
            yield half.page._page_box, half.x


def _edges(page_box: Any, runs: dict[Any, list[Run]]) -> dict[Any, Edges]:
    """Return how far the lines of each named text reach; bullets and the like left out."""
    found: dict[Any, Edges] = {}
    for box in page_box.descendants(placeholders=True):
        if getattr(box, "text", "").strip() and "::" not in box.element_tag:
            for owner, edges in _shares(box, runs.get(box.element, ())):
                found[owner] = _around(found[owner], edges) if owner in found else edges
    return found


def _shares(box: Any, runs: Sequence[Run]) -> Iterator[tuple[Any, Edges]]:
    """Yield to whom the letters of a piece of a line belong, and where those stand.

    Where several texts share it, each gets as much of its width as it has of its letters.
    """
    owners = {owner for owner, text in runs if squeeze(text)} or {owner for owner, _ in runs}
    said = squeeze(box.text)
    if len(owners) == 1 or not said:
        yield from ((owner, _part(box, 0, 1)) for owner in owners if owner is not None)
        return
    start = max(squeeze("".join(text for _, text in runs)).find(said), 0)
    end = 0
    for owner, text in runs:
        begin, end = end, end + len(squeeze(text))
        first, last = max(begin, start) - start, min(end, start + len(said)) - start
        if owner is not None and first < last:
            yield owner, _part(box, first / len(said), last / len(said))


def _part(box: Any, start: float, end: float) -> Edges:
    """Return the edges of a part of a piece of a line, in shares of its width."""
    if box.style["direction"] == "rtl":
        start, end = 1 - end, 1 - start
    x, y = box.position_x, box.position_y
    return x + start * box.width, y, x + end * box.width, y + box.height


def _around(one: Edges, other: Edges) -> Edges:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
