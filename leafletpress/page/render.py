"""Rendering: edition + format + clinic + templates → HTML."""

from __future__ import annotations

import base64
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup, escape

from leafletpress.clinic import BY_HAND, Clinic, logo_data
from leafletpress.content import Rendering
from leafletpress.edition import Edition, State
from leafletpress.format import Format
from leafletpress.languages import Language, source_language
from leafletpress.page.body import Filling, Label, finish_body
from leafletpress.page.pen import Pen
from leafletpress.page.style import make_style
from leafletpress.page.typography import set_plain
from leafletpress.problems import LeafletError, Location, Problem
from leafletpress.project import Project
from leafletpress.signoff import Role


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
    environment = _environment(project)
    words = {key[1]: rendering for key, rendering in edition.word_renderings().items()}
    translate = _translator(words, edition.language.direction)
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
    return {
        "language": edition.language,
        "source": source_language(),
        "fields": fields,
        "plain_title": title.text,
        "title": set_plain(title.text, edition.language.direction),
        "title_lang": _lang(title),
        "plain_summary": summary.text,
        "summary": set_plain(summary.text, edition.language.direction),
        "summary_lang": _lang(summary),
        "updated": _date(fields.updated, edition.language),
        "review_by": _date(fields.review_by, edition.language),
        "clinic": clinic,
        "logo": _data_url(*logo) if logo else "",
        "mark": _mark(edition, environment, translate),
        "signoffs": {str(role): edition.signoffs.get(role) for role in Role},
        "machine_made": edition.is_machine_made,
        "body": lambda labels: Markup(
            _body(edition, clinic, labels, _pen(edition.language, environment, translate))
        ),
    }


def _body(edition: Edition, clinic: Clinic, labels: Mapping[str, Markup], pen: Pen) -> str:
    fields = edition.leaflet.front_matter
    texts = edition.renderings()
    values: dict[str, str | None] = {
        name: None if number == BY_HAND else number for name, number in clinic.phones.items()
    }
    values["updated"] = _date(fields.updated, edition.language)
    values["review_by"] = _date(fields.review_by, edition.language)
    filling = Filling(
        values=values,
        sources={source.key: number for number, source in enumerate(fields.sources, start=1)},
        labels={name: _label(label) for name, label in labels.items()},
        source_name=source_language().own_name,
        pen=pen,
    )
    return edition.leaflet.render(
        texts.__getitem__, lambda root: finish_body(root, filling), source_language().tag
    )


def _pen(language: Language, environment: Environment, translate: Callable[..., Markup]) -> Pen:
    template = environment.get_template("parts/figures.html")
    return Pen(
        macros=template.make_module({"_": translate}),
        path=Path(template.filename or ""),
        locale=language.date_locale,
        direction=language.direction,
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
    own = marks.make_module({"_": translate})
    english = marks.make_module({"_": lambda text, **_: Markup(text)})
    state = str(edition.state)
    return Mark(
        word=own.word(state).strip(),  # type: ignore[attr-defined]
        sentence=own.sentence(state, _date(review_by, edition.language)).strip(),  # type: ignore[attr-defined]
        source_word=english.word(state).strip(),  # type: ignore[attr-defined]
        source_sentence=english.sentence(state, _date(review_by, source)).strip(),  # type: ignore[attr-defined]
    )


def _translator(words: Mapping[str, Rendering], direction: str) -> Callable[..., Markup]:
    """Return the function that templates call: a word's translation, marked where it is none."""

    def translate(text: str, note: str = "") -> Markup:
        del note  # for translators; see `read_words`
        rendering = words[text]
        safe = set_plain(rendering.text, direction)
        if not rendering.untranslated:
            return safe
        return Markup("<span{}>{}</span>").format(_lang(rendering), safe)

    return translate


def _fill(text: Markup, **values: object) -> Markup:
    """Put values into the placeholders of a translated text."""
    for name, value in values.items():
        text = Markup(text.replace(f"{{{name}}}", str(escape(value))))
    return text


def _host(url: str) -> str:
    """Return the part of an address that a reader can type: ``www.nice.org.uk``."""
    return urlsplit(url).netloc


def _lang(rendering: Rendering) -> Markup:
    if not rendering.untranslated:
        return Markup("")
    source = source_language()
    return Markup(' lang="{}" dir="{}" class="untranslated"').format(source.tag, source.direction)


def _date(date: Any, language: Language) -> str:
    text: str = format_date(date, "long", locale=language.date_locale)
    return text.replace(" ", "\u00a0")


def _data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


def _environment(project: Project) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"fill": _fill, "host": _host}
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
