"""What a piece of advice to an author is: an id, a description, and one plain function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from leafletpress.content import Leaflet
from leafletpress.problems import Location


class Remark(NamedTuple):
    """What could be plainer in a leaflet, where, and how."""

    location: Location
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One habit of good leaflets. It never stops an edition."""

    id: str
    description: str
    find: Callable[[Leaflet], Iterable[Remark]]
