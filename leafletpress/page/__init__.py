"""The page: edition + format + clinic + templates → HTML."""

from leafletpress.page.render import make_page
from leafletpress.page.style import location_in_style

__all__ = ["location_in_style", "make_page"]
