"""The page: edition + format + clinic + templates → HTML, and the words of the templates."""

from leafletpress.page.render import format_names, make_page
from leafletpress.page.words import read_words

__all__ = ["format_names", "make_page", "read_words"]
