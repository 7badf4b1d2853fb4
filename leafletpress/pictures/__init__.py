"""Pictures that pages hold: opened and measured before any page is made of them."""

from leafletpress.pictures.fault import NoPictureError
from leafletpress.pictures.picture import MOST_BYTES, check_picture

__all__ = [
    "MOST_BYTES",
    "NoPictureError",
    "check_picture",
]
