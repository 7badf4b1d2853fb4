"""Figures as a grey printer prints them, and as pages from right to left show them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pytest
from PIL import Image, ImageStat

from tests.support import figure_leaflets
from tests.support.pdf_painting import Box, bounds
from tests.support.pdf_reader import Reader, from_start
from tests.support.printing import ROOT

pytestmark = pytest.mark.slow

SCALE = 8
"""Pixels a point: the thinnest line is several of them wide."""

ENOUGH = 3.0
"""The least contrast of what must be told apart (WCAG 2.2, success criterion 1.4.11)."""

LUMINANCE = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in
             (grey / 255 for grey in range(256))]  # fmt: skip
"""The relative luminance of each grey (WCAG 2.2)."""


@dataclass(frozen=True)
class Mark:
    """One stroke or closed shape of a drawing: a person, a square, a stripe, a bar, a point."""

    box: Box
    page: int
    is_filled: bool
    is_closed: bool


@dataclass(frozen=True)
class Drawing:
    """The shapes of a figure, as they stand on a page."""

    reader: Reader
    marks: Sequence[Mark]

    @property
    def box(self) -> Box:
        return bounds(mark.box for mark in self.marks)

    @property
    def shapes(self) -> list[Mark]:
        """The marks that are no lines or stripes."""
        return [mark for mark in self.marks if mark.is_closed]

    @cached_property
    def image(self) -> Image.Image:
        """The place of the drawing in grey."""
        box = self.box
        around = Box(box.left - 2, box.bottom - 2, box.right + 2, box.top + 2)
        return self.reader.picture(self.marks[0].page, around, SCALE)

    def luminance(self, mark: Mark) -> float:
        """Return the mean luminance of the middle of a shape."""
        wide, high = mark.box.right - mark.box.left, mark.box.top - mark.box.bottom
        middle = Box(
            mark.box.left + wide / 3, mark.box.bottom + high / 3,
            mark.box.right - wide / 3, mark.box.top - high / 3,
        )  # fmt: skip
        return float(ImageStat.Stat(self._light(middle)).mean[0]) / 255

    def darkest(self, mark: Mark) -> float:
        """Return the luminance of the darkest point of a shape and its outline."""
        return min(self._light(mark.box).tobytes()) / 255

    def _light(self, box: Box) -> Image.Image:
        left, top = (box.left - self.box.left + 2), (self.box.top + 2 - box.top)
        right, bottom = (box.right - self.box.left + 2), (self.box.top + 2 - box.bottom)
        left, top, right, bottom = (round(SCALE * v) for v in (left, top, right, bottom))
        part = self.image.crop((left, top, right, bottom))
        return part.point([round(255 * v) for v in LUMINANCE])


def contrast(one: float, other: float) -> float:
    """Return the contrast of two luminances (WCAG 2.2)."""
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def drawings(reader: Reader) -> list[Drawing]:
    """Return what is drawn for each figure, in the order of reading."""
    paths = _paths(reader)
    found = []
    for element in reader.tree.walk():
        if element.kind == "Figure":
            parts = [(part.page or 0, part.marks) for part in element.walk()]
            places = {(page, mark) for page, marks in parts for mark in marks}
            drawn = [mark for place in sorted(places) for mark in paths.get(place, [])]
            found.append(Drawing(reader, drawn))
    return found


def _paths(reader: Reader) -> dict[tuple[int, int], list[Mark]]:
    """Return the shapes of each marked content, by its page and number."""
    found: dict[tuple[int, int], list[Mark]] = {}
    for shape in reader.shapes:
        marks = found.setdefault((shape.page, shape.mark), [])
        marks += [Mark(p.box, shape.page, shape.is_filled, p.is_closed) for p in shape.parts]
    return found


@pytest.mark.parametrize("name", figure_leaflets.LEAFLETS)
def test_filled_and_not_filled_differ_in_grey(name: str) -> None:
    told = 0
    for drawing in drawings(figure_leaflets.printed("en", "a4")[name]):
        filled = [drawing.luminance(mark) for mark in drawing.shapes if mark.is_filled]
        others = [drawing.luminance(mark) for mark in drawing.shapes if not mark.is_filled]
        if filled and others:
            told += 1
            assert contrast(max(filled), min(others)) >= ENOUGH
    assert told >= 3


@pytest.mark.parametrize("name", figure_leaflets.LEAFLETS)
def test_every_shape_stands_out_from_the_paper_in_grey(name: str) -> None:
    for drawing in drawings(figure_leaflets.printed("en", "a4")[name]):
        assert drawing.shapes
        for mark in drawing.shapes:
            assert contrast(drawing.darkest(mark), 1) >= ENOUGH


def test_striped_squares_differ_from_filled_and_from_empty_ones_by_their_pattern() -> None:
    (squares,) = (
        drawing
        for drawing in drawings(figure_leaflets.printed("en", "a4")["thousand"])
        if sum(mark.is_filled for mark in drawing.shapes) == 5 and len(drawing.shapes) < 100
    )
    striped = [squares.luminance(mark) for mark in squares.shapes if not mark.is_filled]
    assert len(striped) == 10
    assert all(0.25 < light < 0.85 for light in striped), "neither filled nor empty"


def test_a_drawing_has_one_colour_and_the_style_sheets_give_its_parts_no_other() -> None:
    """What is filled, empty, striped or marked is so by its shape: see templates/figures."""
    templates = ROOT / "templates"
    for path in (templates / "figures").glob("*.svg"):
        colours = re.findall(r'(?:fill|stroke)="(.*?)"', path.read_text("utf-8"))
        assert set(colours) <= {"none", "{{ accent }}", "{{ rule }}"}, path.name
    for path in [*templates.glob("styles/*.css"), *templates.glob("formats/*.css")]:
        style = path.read_text("utf-8")
        assert not re.search(r"\.(filled|empty|striped|point|stretch)\b|\b(fill|stroke):", style)


@pytest.mark.parametrize("name", figure_leaflets.LEAFLETS)
def test_from_right_to_left_every_drawing_is_the_mirror_image(name: str) -> None:
    here, there = (
        drawings(figure_leaflets.printed(tag, "a4", same_size=True)[name]) for tag in ("en", "he")
    )
    assert len(here) == len(there) >= 6
    for english, mirrored in zip(here, there, strict=True):
        assert places(mirrored) == pytest.approx(places(english), abs=0.01)
        starts = [from_start(each.reader, each.box)[0] for each in (english, mirrored)]
        assert starts[1] == pytest.approx(starts[0], abs=2)


def places(drawing: Drawing) -> list[float]:
    """Return where each shape begins, from the side where lines begin, as a part of the width."""
    start, end = from_start(drawing.reader, drawing.box)
    found = [from_start(drawing.reader, mark.box) for mark in drawing.marks]
    return [(at - start) / (end - start) for span in found for at in span]
