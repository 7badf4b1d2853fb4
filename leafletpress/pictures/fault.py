"""What keeps data from being a picture to print."""

from __future__ import annotations

from leafletpress.problems import FaultError


class NoPictureError(FaultError):
    """Data that is no picture to print."""
