"""The tree of a template, as Jinja reads it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from leafletpress.files import read_text, reading
from leafletpress.problems import LeafletError, Location, Problem

ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True)
"""Reads templates as they are read for the page."""


def parse_template(path: Path) -> nodes.Template:
    """Return the tree of a template: the same one for the same text. Nobody changes it.

    Raises:
        LeafletError: the template is malformed.
    """
    with reading(path):
        try:
            return _parse(read_text(path))
        except TemplateSyntaxError as error:
            what = f"the template is malformed ({error.message})"
            location = Location(path, error.lineno)
            raise LeafletError(
                [Problem("malformed-template", location, what, "close what was opened")]
            ) from error
        except RecursionError:
            what = "the template has too many things inside one another to be read"
            mend = "take some of them out"
            raise LeafletError([Problem("too-large", Location(path), what, mend)]) from None


@lru_cache(maxsize=128)
def _parse(text: str) -> nodes.Template:
    """Return the tree of a text, which is parsed once."""
    return ENVIRONMENT.parse(text)
