"""The body of a leaflet: its Markdown, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leafletpress.problems import Location


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of a leaflet, line by line, and where it stands in its file."""

    lines: Sequence[str]
    first_line: int
    path: Path

    def place(self, number: int) -> Location:
        """Return the place of a line of the body, counted from 0."""
        return Location(self.path, self.first_line + number)
