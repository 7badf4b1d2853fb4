"""Leaflets: Markdown and front matter in, segments and HTML out."""

from leafletpress.content.addresses import addresses
from leafletpress.content.bounds import excess
from leafletpress.content.figures import (
    Axis,
    Share,
    Squares,
    read_calendar,
    read_items,
    read_scale,
    read_shares,
    read_squares,
)
from leafletpress.content.front_matter import FrontMatter, Source
from leafletpress.content.inline import (
    citations,
    marked_texts,
    marks,
    parse_inline,
    placeholders,
    plain_text,
    raw_html,
    without_references,
)
from leafletpress.content.leaflet import (
    SHARED_FOLDER,
    TRACE,
    Leaflet,
    read_leaflet,
    read_leaflets,
    read_passages,
)
from leafletpress.content.positions import Position
from leafletpress.content.segment import FRONT_SECTION, Key, Rendering, Segment
from leafletpress.content.structure import Part, parse_structure, read_structure

__all__ = [
    "FRONT_SECTION",
    "SHARED_FOLDER",
    "TRACE",
    "Axis",
    "FrontMatter",
    "Key",
    "Leaflet",
    "Part",
    "Position",
    "Rendering",
    "Segment",
    "Share",
    "Source",
    "Squares",
    "addresses",
    "citations",
    "excess",
    "marked_texts",
    "marks",
    "parse_inline",
    "parse_structure",
    "placeholders",
    "plain_text",
    "raw_html",
    "read_calendar",
    "read_items",
    "read_leaflet",
    "read_leaflets",
    "read_passages",
    "read_scale",
    "read_shares",
    "read_squares",
    "read_structure",
    "without_references",
]
