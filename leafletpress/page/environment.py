"""The templates' surroundings: how Jinja finds and renders them, and where an error in one is."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path

from leafletpress.files import read_text
from leafletpress.format import Format
from leafletpress.page.translate import fill_in, join_numbers, trace_as
from leafletpress.problems import Location, Problem
from leafletpress.project import Project
from leafletpress.templates import Templates

SCREEN = {"accent": "#0b4a5e", "rule": "#8fb0ba"}
INK = {"accent": "device-cmyk(1 0.35 0.3 0.5)", "rule": "device-cmyk(0.4 0.1 0.12 0.12)"}
"""The colours of drawings, the same as in the style sheets: WeasyPrint gives SVG no variables."""


class _Compiled(BytecodeCache):
    """Templates as Jinja compiles them, kept for the next page: it takes a sixth of a PDF's time.

    A template that was edited has another checksum.
    """

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


class _Loader(BaseLoader):
    """Loads a template from the file that stands for its name: see `Templates`."""

    def __init__(self, templates: Templates) -> None:
        self.templates = templates

    def get_source(  # Jinja hands the environment over, too
        self, _: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        path = self.templates.find("/".join(split_template_path(template)))
        if not path.is_file():
            raise TemplateNotFound(template)
        return read_text(path), str(path), lambda: True  # an environment is for one page


MOST_TIMES = 10
"""A template that stands more often within itself does so without an end."""


def make_environment(project: Project, layout: Format) -> Environment:
    """Return the environment that the templates of a project are rendered in."""
    environment = Environment(
        loader=_Loader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    environment.filters |= {
        "fill": fill_in,
        "join_numbers": join_numbers,
        "host": _host,
        "trace_as": trace_as,
    }
    environment.globals |= INK if layout.icc else SCREEN
    return environment


def _host(url: str) -> str:
    """Return the part of an address that a reader can type: ``www.nice.org.uk``."""
    return urlsplit(url).netloc


def template_problem(error: Exception, project: Project) -> Problem | None:
    """Return where in the templates an error arose: Jinja maps its frames to template lines.

    An error that is not Jinja's own is a template's fault only where a template raised it.
    """
    frames = list(traceback.extract_tb(error.__traceback__))
    locations = [
        Location(Path(frame.filename), frame.lineno)
        for frame in (frames if isinstance(error, (TemplateError, RecursionError)) else frames[-1:])
        if project.templates.name_of(Path(frame.filename))
    ]
    if isinstance(error, RecursionError):
        return _endless(locations)
    location = locations[-1] if locations else None
    if isinstance(error, TemplateSyntaxError):
        location = Location(project.templates.find(error.name or ""), error.lineno)
    if isinstance(error, TemplateNotFound):
        location = location or Location(project.templates.own)
        return Problem("no-template", location, f"there is no template {error.name}", "put it back")
    if location is None and not isinstance(error, TemplateError):
        return None
    location = location or Location(project.templates.own)
    what = f"the template is wrong ({error})"
    return Problem("malformed-template", location, what, "mend it, or restore it")


def _endless(locations: list[Location]) -> Problem | None:
    """Return where a template includes itself, None where the error came from elsewhere."""
    for location, times in Counter(locations).most_common(1):
        if times > MOST_TIMES:
            what = "the template includes itself without an end"
            mend = "remove the include, or restore the template"
            return Problem("endless-template", location, what, mend)
    return None
