"""The shipped leaflets: each text is found again at the line that it is said to stand on."""

import re
from pathlib import Path

import pytest

from leafletpress.content import Leaflet, read_leaflet
from leafletpress.project import Project

ROOT = Path(__file__).parent.parent
NAMES = Project(ROOT).leaflet_names()


def shipped(name: str) -> Leaflet:
    return read_leaflet(Project(ROOT).leaflet(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_segment_stands_where_it_says(name: str) -> None:
    for segment in shipped(name).segments:
        lines = segment.location.path.read_text("utf-8").split("\n")
        words = re.findall(r"\w+", segment.text)
        assert segment.location.line is not None
        head = re.findall(r"\w+", " ".join(lines[segment.location.line - 1 :][:2]))
        assert any(words[:3] == head[n : n + len(words[:3])] for n in range(len(head)))


@pytest.mark.parametrize("name", NAMES)
def test_places_in_a_leaflet_only_move_forward(name: str) -> None:
    places = [segment.location for segment in shipped(name).segments]
    for path in {location.path for location in places}:  # the leaflet's own, and its passages'
        lines = [location.line or 0 for location in places if location.path == path]
        assert lines == sorted(lines)
