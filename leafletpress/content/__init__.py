"""Leaflets: Markdown and front matter in, segments and HTML out."""

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
    FRONT_SECTION,
    SHARED_FOLDER,
    TRACE,
    Key,
    Leaflet,
    Rendering,
    Segment,
    read_leaflet,
    read_leaflets,
    read_passages,
)
from leafletpress.content.positions import Position

__all__ = [
    "FRONT_SECTION",
    "SHARED_FOLDER",
    "TRACE",
    "Axis",
    "FrontMatter",
    "Key",
    "Leaflet",
    "Position",
    "Rendering",
    "Segment",
    "Share",
    "Source",
    "Squares",
    "citations",
    "marked_texts",
    "marks",
    "parse_inline",
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
    "without_references",
]
