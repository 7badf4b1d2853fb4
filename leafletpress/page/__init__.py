"""The page: edition + format + clinic + templates → HTML, and the words of the templates."""

from leafletpress.page.render import make_page
from leafletpress.page.style import place_in_style
from leafletpress.page.words import read_words

__all__ = ["make_page", "place_in_style", "read_words"]
