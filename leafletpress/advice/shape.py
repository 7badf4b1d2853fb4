"""The shape that every leaflet of the collection has."""

from __future__ import annotations

from collections.abc import Iterator

from leafletpress.advice.rule import Advice, Remark
from leafletpress.content import FRONT_SECTION, Leaflet, Segment
from leafletpress.problems import Location

SECTIONS = {
    "about": "What this is about",
    "unknown": "What we do not know",
    "call": "What to do, and when to call",
    "questions": "Questions to ask",
}
"""Sections by the id of their heading, in order; what is not known is asked for by DISCERN 8 and
item 11 of the CDC Clear Communication Index."""


def _find_shape(leaflet: Leaflet) -> Iterator[Remark]:
    body = [s for s in leaflet.segments if s.section_id != FRONT_SECTION]
    top = Location(leaflet.path, 1)
    if not body or not body[0].kind.startswith("key"):
        mend = "begin with a block /// key that says the one thing to remember"
        yield Remark(body[0].location if body else top, "the key message does not come first", mend)
    present = list(dict.fromkeys(s.section_id for s in body if s.section_id in SECTIONS))
    for section_id, heading in SECTIONS.items():
        if section_id not in present:
            what = f'there is no section "{heading}"'
            yield Remark(top, what, f"write it: ## {heading} {{: #{section_id} }}")
    if present != [section_id for section_id in SECTIONS if section_id in present]:
        order = ", ".join(SECTIONS)
        yield Remark(top, "the sections stand in another order", f"put them so: {order}")
    if not any(s.kind.startswith("call") for s in body):
        yield Remark(_section(body, "call") or top, "nothing says when to call", "add /// call")


def _section(segments: list[Segment], section_id: str) -> Location | None:
    return next((s.location for s in segments if s.section_id == section_id), None)


SHAPE = Advice(
    "shape",
    "the parts of a leaflet, in their order, the key message first",
    _find_shape,
)
