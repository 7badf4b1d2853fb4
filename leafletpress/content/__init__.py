"""Leaflets: Markdown and front matter in, segments and HTML out."""

from leafletpress.content.front_matter import FrontMatter, Source
from leafletpress.content.inline import (
    citations,
    marks,
    placeholders,
    plain_text,
    raw_html,
    without_references,
)
from leafletpress.content.leaflet import (
    FRONT_SECTION,
    Key,
    Leaflet,
    Rendering,
    Segment,
    read_leaflet,
    read_leaflets,
)

__all__ = [
    "FRONT_SECTION",
    "FrontMatter",
    "Key",
    "Leaflet",
    "Rendering",
    "Segment",
    "Source",
    "citations",
    "marks",
    "placeholders",
    "plain_text",
    "raw_html",
    "read_leaflet",
    "read_leaflets",
    "without_references",
]
