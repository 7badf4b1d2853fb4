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
from leafletpress.content.number_rules import CUT_MEND, TOUCHED_MEND
from leafletpress.content.positions import Position
from leafletpress.content.seams import find_cut_numbers, find_touched_values
from leafletpress.content.segment import FRONT_SECTION, MessageKey, Rendering, Segment
from leafletpress.content.structure import Part, parse_structure, read_structure
from leafletpress.content.template_messages import read_template_messages

__all__ = [
    "CUT_MEND",
    "FRONT_SECTION",
    "SHARED_FOLDER",
    "TOUCHED_MEND",
    "TRACE",
    "Axis",
    "FrontMatter",
    "Leaflet",
    "MessageKey",
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
    "find_cut_numbers",
    "find_touched_values",
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
    "read_template_messages",
    "without_references",
]
