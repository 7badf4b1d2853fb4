"""Rendering: edition + format + clinic + templates → HTML."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from leafletpress.catalog import pseudo
from leafletpress.clinic import BY_HAND, Clinic, logo_data
from leafletpress.content import TRACE
from leafletpress.edition import Edition, State
from leafletpress.format import Format
from leafletpress.language import Language, source_language
from leafletpress.page.bilingual import Side, Sides, render_bilingual
from leafletpress.page.body import Filling, Label, finish_body
from leafletpress.page.drawing import Painter, make_painter
from leafletpress.page.environment import make_environment, template_problem
from leafletpress.page.review import review_texts, review_words
from leafletpress.page.style import make_style
from leafletpress.page.translate import (
    in_source,
    make_in_both,
    make_translator,
    trace,
    trace_of,
    untranslated_mark,
)
from leafletpress.page.typography import set_date, set_plain, whole_date
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.signoff import Method, Role


@dataclass(frozen=True, slots=True)
class Mark:
    """What a state puts on every page, in the edition's language and in the source language."""

    word: Markup
    sentence: Markup
    source_word: Markup
    source_sentence: Markup


def make_page(
    edition: Edition, layout: Format, clinic: Clinic, project: Project, *, traced: bool = False
) -> str:
    """Return the HTML of an edition in a format.

    A `traced` page is not for print: in the tree of the very same page, classes say which text of
    the edition stands where (see `content.TRACE`).

    Raises:
        LeafletError: a template or style sheet is missing or malformed.
    """
    environment = make_environment(project, layout)
    template_messages = {
        key[1]: rendering for key, rendering in edition.template_renderings().items()
    }
    numbers = _numbers(edition) if traced else {}
    translate = make_translator(template_messages, edition.language, numbers)
    try:
        return environment.get_template(layout.template).render(
            _context(edition, clinic, project, environment, translate, traced=traced),
            _=translate,
            style=Markup(make_style(project, edition.language, layout)),
        )
    except Exception as error:
        if problem := template_problem(error, project):
            raise LeafletError([problem]) from error
        raise


def _numbers(edition: Edition) -> dict[str, int]:
    """Return the numbers of the template messages, which follow those of the leaflet's segments.

    In the source language they are no translations, so there is nothing to trace.
    """
    if edition.language.is_source:
        return {}
    first = len(edition.texts)
    return {word.segment.text: n for n, word in enumerate(edition.template_messages, start=first)}


def _context(
    edition: Edition,
    clinic: Clinic,
    project: Project,
    environment: Environment,
    translate: Callable[..., Markup],
    *,
    traced: bool,
) -> dict[str, Any]:
    fields = edition.leaflet.front_matter
    title, summary = (text.rendering for text in edition.texts[:2])
    logo = logo_data(clinic, project.root)
    painter = make_painter(environment, translate, edition.language)
    source_painter = make_painter(environment, in_source, source_language())
    return {
        "language": edition.language,
        "source": source_language(),
        "fields": fields,
        "plain_title": title.text,
        "title": trace(set_plain(title.text, edition.language), 0 if traced else None),
        "title_lang": untranslated_mark(title),
        "plain_summary": summary.text,
        "summary": trace(set_plain(summary.text, edition.language), 1 if traced else None),
        "summary_lang": untranslated_mark(summary),
        "updated": set_date(fields.updated, edition.language),
        "review_by": set_date(fields.review_by, edition.language),
        "clinic": clinic,
        "logo": _data_url(*logo) if logo else "",
        "mark": _mark(edition, environment, translate),
        "signoffs": {str(role): _signer(edition, role) for role in Role},
        "phones_changed": edition.approval.phones_changed_since is not None,
        "machine_made": edition.is_machine_made,
        "machine_first": edition.method is Method.MACHINE_THEN_HUMAN,
        "body": lambda labels: Markup(_body(edition, clinic, labels, painter, traced=traced)),
        "sheet": lambda *labels: Markup(
            _sheet(edition, clinic, (source_painter, painter), *labels, traced=traced)
        ),
        "edition": edition,
        "state": str(edition.state),
        "by_hand": BY_HAND,
        "row_trace": lambda number: _row_trace(number, edition) if traced else "",
        "review_texts": lambda: review_texts(
            edition, *_sides(edition, clinic, (source_painter, painter))
        ),
        "review_words": lambda: review_words(
            edition, *_sides(edition, clinic, (source_painter, painter))
        ),
        "in_source": in_source,
        "in_both": make_in_both(translate),
    }


def _signer(edition: Edition, role: Role) -> dict[str, str] | None:
    """Return name and date of who signed in a role, as the page says them."""
    signoff = edition.signoffs.get(role)
    if not signoff:
        return None
    return {"name": signoff.name, "date": set_date(signoff.date, edition.language)}


def _row_trace(number: str, edition: Edition) -> str:
    """Return the class that traces a row of the reviewer's sheet: texts count 1, 2, words W1."""
    first = len(edition.texts) if number.startswith("W") else 0
    return f" {TRACE}{first + int(number.lstrip('W')) - 1}"


def _body(
    edition: Edition,
    clinic: Clinic,
    labels: Mapping[str, Markup],
    painter: Painter,
    *,
    traced: bool,
) -> str:
    filling = _filling(edition, clinic, labels, painter, edition.language)
    return edition.leaflet.render(
        edition.renderings().__getitem__,
        lambda root: finish_body(root, filling),
        source_language().tag,
        traced=traced,
    )


def _sheet(
    edition: Edition,
    clinic: Clinic,
    painters: tuple[Painter, Painter],
    labels: Mapping[str, Markup],
    source_labels: Mapping[str, Markup],
    missing: Sequence[Markup],
    *,
    traced: bool,
) -> str:
    sides = _sides(edition, clinic, painters, labels, source_labels)
    labels_of_missing = [replace(_label(word), trace="") for word in missing]
    sheet = Sides(*sides, list(dict.fromkeys(labels_of_missing)))
    return render_bilingual(edition.leaflet, edition.renderings(), sheet, traced=traced)


def _sides(
    edition: Edition,
    clinic: Clinic,
    painters: tuple[Painter, Painter],
    labels: Mapping[str, Markup] | None = None,
    source_labels: Mapping[str, Markup] | None = None,
) -> tuple[Side, Side]:
    """Return the source and the edition's own language, each with what the page puts into it."""
    source, own = source_language(), edition.language
    source_painter, painter = painters
    return (
        Side(source, _filling(edition, clinic, source_labels or {}, source_painter, source)),
        Side(own, _filling(edition, clinic, labels or {}, painter, own)),
    )


def _filling(
    edition: Edition,
    clinic: Clinic,
    labels: Mapping[str, Markup],
    painter: Painter,
    language: Language,
) -> Filling:
    fields = edition.leaflet.front_matter
    values: dict[str, str | None] = {
        name: None if number == BY_HAND else number for name, number in clinic.phones.items()
    }
    values["updated"] = whole_date(fields.updated, language)
    values["review_by"] = whole_date(fields.review_by, language)
    return Filling(
        values=values,
        sources={source.key: number for number, source in enumerate(fields.sources, start=1)},
        labels={name: _label(label) for name, label in labels.items()},
        source_name=source_language().own_name,
        painter=painter,
    )


def _label(word: Markup) -> Label:
    lang = source_language().tag if "lang=" in word else None
    return Label(word.striptags(), lang, trace_of(word))


def _mark(
    edition: Edition, environment: Environment, translate: Callable[..., Markup]
) -> Mark | None:
    if edition.state is State.APPROVED:
        return None
    marks = environment.get_template("parts/marks.html")
    review_by = edition.leaflet.front_matter.review_by
    source = source_language()
    given = {"in_source": in_source, "test_mark": pseudo.MARK}
    own = marks.make_module({"_": translate, **given})
    english = marks.make_module({"_": lambda text, **_: Markup(text), **given})
    state = str(edition.state)
    return Mark(
        word=own.word(state).strip(),  # type: ignore[attr-defined]
        sentence=own.sentence(state, set_date(review_by, edition.language)).strip(),  # type: ignore[attr-defined]
        source_word=english.word(state).strip(),  # type: ignore[attr-defined]
        source_sentence=english.sentence(state, set_date(review_by, source)).strip(),  # type: ignore[attr-defined]
    )


def _data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
