"""A colour profile: the inks of a print shop, opened before anything is printed with them."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from leafletpress.files import read_bytes
from leafletpress.problems import Fault, LeafletError, Location

MOST_BYTES = 10_000_000
"""The largest profile: those of print shops have 3 MB and less, and each PDF carries it."""

HEAD = 128
"""The bytes of a profile's head (ICC.1, section 7.2)."""

ASK = "ask the print shop for its ICC profile"


def read_cmyk_profile(path: Path) -> bytes:
    """Return the bytes of an ICC profile for CMYK.

    Raises:
        LeafletError: the file is missing, no ICC profile, cut off or damaged, or one for other
            colours or for another purpose than print.
    """
    data = read_bytes(path, MOST_BYTES)
    if fault := _fault(data):
        raise LeafletError([fault.at(Location(path))])
    return data


@lru_cache(maxsize=4)  # every page of a format asks
def _fault(data: bytes) -> Fault | None:
    """Return what is wrong with a profile, and how to mend it."""
    if len(data) < HEAD or data[36:40] != b"acsp":
        return Fault("colour-profile", "this is no ICC profile", ASK)
    colours = _word(data[16:20])
    if colours != "CMYK":
        what = f"this ICC profile is for {colours}, not for CMYK"
        return Fault("colour-profile", what, "ask the print shop for one for CMYK")
    if _word(data[12:16]) != "prtr":
        return Fault("colour-profile", "this ICC profile is not that of a printer", ASK)
    if int.from_bytes(data[:4]) != len(data) or not _can_be_used(data):
        what = "this ICC profile is cut off or damaged"
        return Fault("colour-profile", what, "copy it from the print shop anew")
    return None


def _word(data: bytes) -> str:
    """Return a signature of four letters; those of junk can be any bytes."""
    return data.decode("latin-1").strip()


def _can_be_used(data: bytes) -> bool:
    """Tell whether Little CMS can turn the profile's colours into those of a screen."""
    from PIL import ImageCms  # costs time, and few formats have a profile

    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "CMYK", "RGB")
    except Exception:  # an OSError, or what Pillow makes of it
        return False
    return True
