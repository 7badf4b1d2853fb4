"""The page: edition + format + clinic + templates → HTML, and the words of the templates."""

from leafletpress.page.render import make_page
from leafletpress.page.style import format_names, place_in_style
from leafletpress.page.words import read_words

__all__ = ["format_names", "make_page", "place_in_style", "read_words"]
