"""The facts of a leaflet: what a patient sees that is no translated text."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from leafletpress.content.blocks import POSITION, TEAR_OFF
from leafletpress.content.figures import option_text
from leafletpress.content.front_matter import FrontMatter

FIELDS = ("id", "version", "updated", "review_by", "written_by")
"""The fields of the front matter that are printed as they stand, beside the sources."""

LAYOUT = (f"data-{TEAR_OFF}", "data-lines")
"""Data of blocks that only says how much paper they get."""


def read_facts(fields: FrontMatter, root: etree.Element) -> Iterator[str]:
    """Yield each fact in words: dates, sources, and every block with the numbers it is drawn from.

    They are told from those of another version of the leaflet by these words, so a change of the
    words takes every clinician's approval away.
    """
    for name in FIELDS:
        yield f"{name}: {_one_line(getattr(fields, name))}"
    for source in fields.sources:
        yield f"source {source.key}: {_one_line(source.text)} {source.url}".rstrip()
    for section in root.iter("section"):
        yield _block(section)


def _block(section: etree.Element) -> str:
    data = [
        f"{name.removeprefix('data-')} {value}"
        for name, value in sorted(section.attrib.items())
        if name.startswith("data-") and value and name not in LAYOUT
    ]
    places = [position for item in section.findall("ul/li") if (position := item.get(POSITION))]
    if places:
        data.append(f"at {' / '.join(places)}")
    title = _one_line(option_text(section, "title"))
    name = section.get("class", "") + (f' "{title}"' if title else "")
    return f"{name}: {', '.join(data)}" if data else name


def _one_line(value: object) -> str:
    return " ".join(str(value).split())
