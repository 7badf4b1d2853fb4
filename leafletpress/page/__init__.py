"""The page: edition + format + clinic + templates → HTML."""

from leafletpress.page.render import make_page
from leafletpress.page.style import place_in_style

__all__ = ["make_page", "place_in_style"]
