"""What two texts have in common, found in bounded time."""

from leafletpress.diff.alignment import Alignment
from leafletpress.diff.overlap import Pattern

__all__ = [
    "Alignment",
    "Pattern",
]
