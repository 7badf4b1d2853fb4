"""One picture: is it what its name says, whole, and not too large?

A picture that is cut off, or is something else under its name, would print as nothing or stop
every leaflet; one that is very large makes every leaflet slow.
"""

from __future__ import annotations

import base64
import binascii
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from leafletpress.pictures.fault import NoPictureError
from leafletpress.pictures.svg import check_drawing
from leafletpress.problems import Fault

MOST_BYTES = 2_000_000
"""The largest picture: each PDF carries it."""

MOST_PIXELS = 10_000_000
"""The most pixels of a picture: 300 to the inch on a whole page of A4 are fewer."""

BEGINNINGS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8"}

DATA = {
    "png": ("data:image/png;base64,",),
    "jpeg": ("data:image/jpeg;base64,", "data:image/jpg;base64,"),
}
"""How an address begins that holds a picture; programs write ``jpg``, too."""


@lru_cache(maxsize=4)  # every command asks, a preview at each save
def check_picture(data: bytes, kind: str) -> None:
    """Make sure that data is a picture of a kind, ``png``, ``jpeg`` or ``svg``, fit to be printed.

    Raises:
        NoPictureError: it is not.
    """
    if kind == "svg":
        check_drawing(data, _is_picture)
    else:
        _check_pixels(data, kind)


def _is_picture(address: str) -> bool:
    """Tell whether an address holds a picture itself, one that may be printed."""
    for kind, beginnings in DATA.items():
        if address.startswith(beginnings):
            try:
                _check_pixels(base64.b64decode(address.partition(",")[2]), kind)
            except (NoPictureError, binascii.Error):
                return False
            return True
    return False


def _check_pixels(data: bytes, kind: str) -> None:
    width, height = _open(data, kind)
    if width * height > MOST_PIXELS:
        what = f"it has {width} × {height} pixels, more than {MOST_PIXELS // 1_000_000} million"
        raise NoPictureError(Fault("large-picture", what, "make it smaller"))


def _open(data: bytes, kind: str) -> tuple[int, int]:
    """Return width and height of a picture, having read all of it unless it has too many pixels."""
    from PIL import Image  # costs time, and few clinics have a logo

    try:
        with warnings.catch_warnings(), _to_the_end():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind]) as picture:
                if picture.width * picture.height <= MOST_PIXELS:
                    picture.load()
                return picture.size
    except Image.DecompressionBombError as error:
        fault = Fault("large-picture", "it has too many pixels", "make it smaller")
        raise NoPictureError(fault) from error
    except Exception as error:  # Pillow raises whatever its decoders raise
        is_picture = data.startswith(BEGINNINGS[kind])
        reason = "it is cut off or damaged" if is_picture else "it is something else by this name"
        what = f"it is no {kind.upper()} that can be opened: {reason}"
        mend = f"save it as {kind.upper()} anew, with a program for pictures"
        raise NoPictureError(Fault("damaged-picture", what, mend)) from error


@contextmanager
def _to_the_end() -> Iterator[None]:
    """Let Pillow refuse what is cut off, whatever another library has told it meanwhile."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
