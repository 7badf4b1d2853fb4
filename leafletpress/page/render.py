"""Rendering: edition + format + clinic + templates → HTML."""

from __future__ import annotations

import base64
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from leafletpress.clinic import BY_HAND, Clinic, logo_data
from leafletpress.edition import Edition, State
from leafletpress.format import Format
from leafletpress.languages import Language, source_language
from leafletpress.page.bilingual import Sheet, Side, render_sheet
from leafletpress.page.body import Filling, Label, finish_body
from leafletpress.page.pen import Pen, make_pen
from leafletpress.page.review import review_texts, review_words
from leafletpress.page.style import make_style
from leafletpress.page.typography import set_plain
from leafletpress.page.wording import (
    fill_in,
    in_source,
    make_in_both,
    make_translator,
    untranslated_mark,
)
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project
from leafletpress.signoff import Method, Role

SCREEN = {"accent": "#0b4a5e", "rule": "#8fb0ba"}
INK = {"accent": "device-cmyk(1 0.35 0.3 0.5)", "rule": "device-cmyk(0.4 0.1 0.12 0.12)"}
"""The colours of drawings, the same as in the style sheets: WeasyPrint gives SVG no variables."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a state puts on every page, in the edition's language and in the source language."""

    word: Markup
    sentence: Markup
    source_word: Markup
    source_sentence: Markup


def make_page(edition: Edition, layout: Format, clinic: Clinic, project: Project) -> str:
    """Return the HTML of an edition in a format.

    Raises:
        LeafletError: a template or style sheet is missing or malformed.
    """
    environment = _environment(project, layout)
    words = {key[1]: rendering for key, rendering in edition.word_renderings().items()}
    translate = make_translator(words, edition.language.direction)
    try:
        return environment.get_template(layout.template).render(
            _context(edition, clinic, project, environment, translate),
            _=translate,
            style=Markup(make_style(project, edition.language, layout)),
        )
    except Exception as error:
        if problem := _template_problem(error, project):
            raise LeafletError([problem]) from error
        raise


def _context(
    edition: Edition,
    clinic: Clinic,
    project: Project,
    environment: Environment,
    translate: Callable[..., Markup],
) -> dict[str, Any]:
    fields = edition.leaflet.front_matter
    texts = edition.renderings()
    title, summary = (texts[None, " ".join(t.split())] for t in (fields.title, fields.summary))
    logo = logo_data(clinic, project.root)
    pen = make_pen(environment, translate, edition.language)
    source_pen = make_pen(environment, in_source, source_language())
    return {
        "language": edition.language,
        "source": source_language(),
        "fields": fields,
        "plain_title": title.text,
        "title": set_plain(title.text, edition.language.direction),
        "title_lang": untranslated_mark(title),
        "plain_summary": summary.text,
        "summary": set_plain(summary.text, edition.language.direction),
        "summary_lang": untranslated_mark(summary),
        "updated": _date(fields.updated, edition.language),
        "review_by": _date(fields.review_by, edition.language),
        "clinic": clinic,
        "logo": _data_url(*logo) if logo else "",
        "mark": _mark(edition, environment, translate),
        "signoffs": {str(role): _signer(edition, role) for role in Role},
        "machine_made": edition.is_machine_made,
        "machine_first": edition.method is Method.MACHINE_THEN_HUMAN,
        "body": lambda labels: Markup(_body(edition, clinic, labels, pen)),
        "sheet": lambda *labels: Markup(_sheet(edition, clinic, (source_pen, pen), *labels)),
        "edition": edition,
        "state": str(edition.state),
        "digest": edition.digest.removeprefix("sha256:"),
        "by_hand": BY_HAND,
        "review_texts": lambda: review_texts(edition, *_sides(edition, clinic, (source_pen, pen))),
        "review_words": lambda: review_words(edition, *_sides(edition, clinic, (source_pen, pen))),
        "in_source": in_source,
        "in_both": make_in_both(translate),
    }


def _signer(edition: Edition, role: Role) -> dict[str, str] | None:
    """Return name and date of who signed in a role, as the page says them."""
    signoff = edition.signoffs.get(role)
    if not signoff:
        return None
    return {"name": signoff.name, "date": _date(signoff.date, edition.language)}


def _body(edition: Edition, clinic: Clinic, labels: Mapping[str, Markup], pen: Pen) -> str:
    filling = _filling(edition, clinic, labels, pen, edition.language)
    return edition.leaflet.render(
        edition.renderings().__getitem__,
        lambda root: finish_body(root, filling),
        source_language().tag,
    )


def _sheet(
    edition: Edition,
    clinic: Clinic,
    pens: tuple[Pen, Pen],
    labels: Mapping[str, Markup],
    source_labels: Mapping[str, Markup],
    missing: Sequence[Markup],
) -> str:
    sides = _sides(edition, clinic, pens, labels, source_labels)
    sheet = Sheet(*sides, list(dict.fromkeys(_label(word) for word in missing)))
    return render_sheet(edition.leaflet, edition.renderings(), sheet)


def _sides(
    edition: Edition,
    clinic: Clinic,
    pens: tuple[Pen, Pen],
    labels: Mapping[str, Markup] | None = None,
    source_labels: Mapping[str, Markup] | None = None,
) -> tuple[Side, Side]:
    """Return the source and the edition's own language, each with what the page puts into it."""
    source, own = source_language(), edition.language
    source_pen, pen = pens
    return (
        Side(source, _filling(edition, clinic, source_labels or {}, source_pen, source)),
        Side(own, _filling(edition, clinic, labels or {}, pen, own)),
    )


def _filling(
    edition: Edition, clinic: Clinic, labels: Mapping[str, Markup], pen: Pen, language: Language
) -> Filling:
    fields = edition.leaflet.front_matter
    values: dict[str, str | None] = {
        name: None if number == BY_HAND else number for name, number in clinic.phones.items()
    }
    values["updated"] = _date(fields.updated, language)
    values["review_by"] = _date(fields.review_by, language)
    return Filling(
        values=values,
        sources={source.key: number for number, source in enumerate(fields.sources, start=1)},
        labels={name: _label(label) for name, label in labels.items()},
        source_name=source_language().own_name,
        pen=pen,
    )


def _label(word: Markup) -> Label:
    return Label(word.striptags(), source_language().tag if "lang=" in word else None)


def _mark(
    edition: Edition, environment: Environment, translate: Callable[..., Markup]
) -> Mark | None:
    if edition.state is State.APPROVED:
        return None
    marks = environment.get_template("parts/marks.html")
    review_by = edition.leaflet.front_matter.review_by
    source = source_language()
    own = marks.make_module({"_": translate, "in_source": in_source})
    english = marks.make_module({"_": lambda text, **_: Markup(text), "in_source": in_source})
    state = str(edition.state)
    return Mark(
        word=own.word(state).strip(),  # type: ignore[attr-defined]
        sentence=own.sentence(state, _date(review_by, edition.language)).strip(),  # type: ignore[attr-defined]
        source_word=english.word(state).strip(),  # type: ignore[attr-defined]
        source_sentence=english.sentence(state, _date(review_by, source)).strip(),  # type: ignore[attr-defined]
    )


def _host(url: str) -> str:
    """Return the part of an address that a reader can type: ``www.nice.org.uk``."""
    return urlsplit(url).netloc


def _date(date: Any, language: Language) -> str:
    text: str = format_date(date, "long", locale=language.date_locale)
    return text.replace(" ", "\u00a0")


def _data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


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


def _environment(project: Project, layout: Format) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    environment.filters |= {"fill": fill_in, "host": _host}
    environment.globals |= INK if layout.icc else SCREEN
    return environment


def _template_problem(error: Exception, project: Project) -> Problem | None:
    """Return where in the templates an error arose: Jinja maps its frames to template lines.

    An error that is not Jinja's own is a template's fault only where a template raised it.
    """
    frames = list(traceback.extract_tb(error.__traceback__))
    if not isinstance(error, TemplateError):
        frames = frames[-1:]
    place: Location | None = None
    for frame in frames:
        if Path(frame.filename).is_relative_to(project.templates):
            place = Location(Path(frame.filename), frame.lineno)
    if isinstance(error, TemplateSyntaxError):
        place = Location(project.templates / (error.name or ""), error.lineno)
    if isinstance(error, TemplateNotFound):
        place = place or Location(project.templates)
        return Problem(place, f"there is no template {error.name}", "put it back")
    if place is None and not isinstance(error, TemplateError):
        return None
    place = place or Location(project.templates)
    return Problem(place, f"the template is wrong ({error})", "mend it, or restore it")
