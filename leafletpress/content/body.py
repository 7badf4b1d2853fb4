"""The body of a leaflet: its Markdown, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafletpress.problems import Location


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of a leaflet, line by line, and where each line was written.

    `path` is the leaflet's; a line of a shared passage has its place in another file.
    """

    lines: Sequence[str]
    locations: Sequence[Location]
    path: Path

    @classmethod
    def of(cls, lines: Sequence[str], first_line: int, path: Path) -> Body:
        """Return a body whose lines follow one another in one file."""
        locations = [Location(path, number) for number, _ in enumerate(lines, start=first_line)]
        return cls(lines, locations, path)

    @classmethod
    def placed(cls, lines: Sequence[tuple[str, Location]], path: Path) -> Body:
        """Return a body of lines that know their places."""
        return cls([line for line, _ in lines], [location for _, location in lines], path)

    def __iter__(self) -> Iterator[tuple[str, Location]]:
        return zip(self.lines, self.locations, strict=True)

    @property
    def text(self) -> str:
        """The whole Markdown."""
        return "\n".join(self.lines)

    def location(self, number: int) -> Location:
        """Return the place of a line of the body, counted from 0."""
        return self.locations[number]
