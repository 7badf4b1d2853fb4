"""A bilingual sheet as it is laid out: its rows, and where their cells stand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leafletpress.clinic import read_clinic
from leafletpress.edition import Edition, read_collection
from leafletpress.fonts import ensure_faces
from leafletpress.format import read_format
from leafletpress.language import parse_language
from leafletpress.page import make_page
from leafletpress.pdf import start
from leafletpress.project import Project

CACHE = Path(__file__).parent.parent.parent / ".cache"
TODAY = datetime.date(2026, 11, 25)
MM = 96 / 25.4  # WeasyPrint's boxes are measured in CSS pixels

PRINTED_ONLY = re.compile(r"\[\d+\]|\b112\b|[\s\u2060]")
"""What the page adds to a text, or sets otherwise: citations, the phone number, spaces."""


@dataclass
class Cell:
    """One cell: its text, and for every page it stands on its first baseline and its lines."""

    text: str
    lang: str
    direction: str
    baselines: dict[int, float]
    left: float
    right: float
    line_edges: list[tuple[float, float]]


@dataclass
class Row:
    """A source cell and the cell of its translation; `block` tells the call-outs apart."""

    source: Cell
    translation: Cell
    is_heading: bool
    block: int | None


def squeeze(text: str) -> str:
    """Return a text as it can be compared with what is printed."""
    return PRINTED_ONLY.sub("", text)


def read_edition(project: Project, tag: str, name: str) -> Edition:
    """Return an edition of a project."""
    collection, _ = read_collection(project, [name])
    (edition,), _ = collection.editions(parse_language(tag), TODAY)
    return edition


def make_html(project: Project, edition: Edition) -> str:
    """Return the page of an edition's bilingual sheet; this process is then ready to print it."""
    ensure_faces([edition.language], CACHE)
    start(CACHE)
    layout = read_format(project, "bilingual")
    return make_page(edition, layout, read_clinic(project.clinic), project)


def lay_out(html: str) -> list[Row]:
    """Return the rows of a sheet in their order, without the names of the columns."""
    import weasyprint

    source = weasyprint.HTML(string=html)
    boxes = _cell_boxes(source.render())
    blocks = {
        row: number
        for number, section in enumerate(source.etree_element.iter("section"))
        for row in section.iter("div")
    }
    rows = []
    for row in source.etree_element.iter("div"):
        names = row.get("class", "").split()
        if "row" in names and "names" not in names:
            cells = [cell for cell in row[0] if cell.tag == "div"]
            left, right = (_cell(cell, boxes) for cell in cells)
            rows.append(Row(left, right, bool({"h2", "h3", "h4"} & {*names}), blocks.get(row)))
    return rows


def _cell_boxes(document: Any) -> dict[Any, list[tuple[int, Any]]]:
    found: dict[Any, list[tuple[int, Any]]] = {}
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants():
            if type(box).__name__ == "TableCellBox":
                found.setdefault(box.element, []).append((number, box))
    return found


def _cell(element: Any, boxes: dict[Any, list[tuple[int, Any]]]) -> Cell:
    baselines = {}
    edges = []
    for number, box in boxes[element]:
        lines = list(_lines(box))
        if lines:
            baselines[number] = lines[0].position_y + lines[0].baseline
        edges += [(line.position_x, line.position_x + line.width) for line in lines]
    box = boxes[element][0][1]
    return Cell(
        text="".join(element.itertext()),
        lang=element.get("lang"),
        direction=box.style["direction"],
        baselines=baselines,
        left=box.content_box_x(),
        right=box.content_box_x() + box.width,
        line_edges=edges,
    )


def _lines(box: Any) -> Iterator[Any]:
    """The lines of a cell's own text; what stands beside it (a step's number) is left out."""
    for child in box.descendants():
        if type(child).__name__ == "LineBox" and "".join(_texts(child)).strip():
            yield child


def _texts(line: Any) -> Iterator[str]:
    for child in line.descendants():
        if type(child).__name__ == "TextBox":
            yield child.text
