"""What keeps data from being a picture to print."""

from __future__ import annotations


class NoPictureError(ValueError):
    """Data that is no picture to print: what it is, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}: {mend}")
