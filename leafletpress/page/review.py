"""The reviewer's sheet: every text of an edition on a row of its own, to be checked on paper.

What a row shows is the text as it is printed, with its numbers and negations marked. A translation
that may not be printed stands there as it stands in its catalog, with what is wrong with it.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from leafletpress.catalog import describe_change
from leafletpress.content import FRONT_SECTION, MessageKey, Rendering, parse_inline
from leafletpress.edition import Edition, Text
from leafletpress.language import find_negations, source_language
from leafletpress.page.bilingual import Side
from leafletpress.page.body import finish_body
from leafletpress.page.highlight import NUMBER, highlight, negations_in
from leafletpress.page.typography import as_read, isolate_tree
from leafletpress.signoff import Approval, SignedText, SignOff, difference, short_digest

DRAWN = ("risk", "icons", "compare", "scale", "calendar", "steps")
"""Blocks that hold a drawing, steps where they have a time. Each has a title, its first text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one language has on a row. `negations` is None where nothing is known of them."""

    markup: Markup
    negations: tuple[str, ...] | None
    has_numbers: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as it is printed, and what a screen reader says for it in both languages."""

    markup: Markup
    source: tuple[str, ...]
    translation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One text: its number on the sheet, both languages, and what a reviewer must know of it.

    `state` is "", "empty", "fuzzy" or "failing". `before` is the English that a fuzzy translation
    was made from, `change` what changed in it. `figure` stands above the first text of a figure.
    `tick` is what a reviser gives to ``--ticked`` for the text, if it is one to tick. `signed` says
    who signed when the text was another one, `shifted` how it stands otherwise since who signed.
    """

    number: str
    text: Text
    source: Cell
    translation: Cell
    before: str
    change: str
    figure: Figure | None
    tick: str
    signed: tuple[str, ...]
    shifted: tuple[str, ...] = ()


def review_texts(edition: Edition, source: Side, own: Side) -> list[ReviewRow]:
    """Return the rows of an edition's own texts, numbered from 1."""
    figures = _figures(edition, source, own)
    changed, shifted = _changed(edition.approval), _shifted(edition.approval)
    rows = [
        _row(str(number), text, edition, (source, own), changed, figures.get(number - 1))
        for number, text in enumerate(edition.texts, start=1)
    ]
    return [replace(row, shifted=shifted.get(n, ())) for n, row in enumerate(rows)]


def review_words(edition: Edition, source: Side, own: Side) -> list[ReviewRow]:
    """Return the rows of the template messages, numbered from W1."""
    changed = _changed(edition.template_approval)
    return [
        _row(f"W{number}", text, edition, (source, own), changed)
        for number, text in enumerate(edition.template_messages, start=1)
    ]


def _row(
    number: str,
    text: Text,
    edition: Edition,
    sides: tuple[Side, Side],
    changed: Mapping[SignedText, tuple[str, ...]],
    figure: Figure | None = None,
) -> ReviewRow:
    before = _english_before(text)
    is_plain = text.segment.section_id == FRONT_SECTION or text in edition.template_messages
    as_typed = is_plain or not text.is_usable
    return ReviewRow(
        number=number,
        text=text,
        source=_cell(text.segment.text, sides[0], as_typed=is_plain),
        translation=_cell(text.translation, sides[1], as_typed=as_typed),
        before=before,
        change=_change(before, text.segment.text) if before else "",
        figure=figure,
        tick=short_digest(text.signed) if text.is_to_tick else "",
        signed=changed.get(text.signed, ()),
    )


def _changed(approval: Approval) -> Mapping[SignedText, tuple[str, ...]]:
    """Return for each text that changed since somebody signed who that was, and when."""
    found: dict[SignedText, tuple[str, ...]] = {}
    for signoff in approval.stale:
        for number in difference(signoff, approval.content).changed:
            text = approval.content.texts[number]
            found[text] = (*found.get(text, ()), _signer(signoff))
    return found


def _shifted(approval: Approval) -> Mapping[int, tuple[str, ...]]:
    """Return for each text, by its number, how it stands otherwise since somebody signed.

    What holds for no text stands at the first.
    """
    found: dict[int, tuple[str, ...]] = {}
    for signoff in approval.stale:
        for shift in difference(signoff, approval.content).shifts:
            number = shift.number or 0
            said = f"Since {_signer(signoff)} signed: {shift.what}"
            found[number] = (*found.get(number, ()), said)
    return found


def _signer(signoff: SignOff) -> str:
    return f"{signoff.name} ({signoff.role}, {signoff.date})"


def _english_before(text: Text) -> str:
    """Return the source text that a fuzzy translation was made from, where the catalog knows it."""
    message = text.message
    return message.previous_msgid or "" if message and message.is_fuzzy else ""


def _change(before: str, now: str) -> str:
    """Return what changed in the source, without the arrow, which few faces have."""
    return describe_change(before, now).replace(" → ", " to ")


def _cell(text: str, side: Side, *, as_typed: bool) -> Cell:
    """Return one side of a row; text as it is typed has no Markdown, or may not be trusted to."""
    root = etree.Element("div")
    if as_typed:
        etree.SubElement(root, "p").text = as_read(text, side.language)
        if side.filling.painter.mirrored:
            isolate_tree(root, side.language)
    else:
        root.append(parse_inline(text))
        finish_body(root, side.filling)
    highlight(root, side.language)
    known = find_negations("", side.language) is not None
    numbers = any(element.get("class") == NUMBER for element in root.iter())
    return Cell(_inner(root[0]), negations_in(root) if known else None, numbers)


def _figures(edition: Edition, source: Side, own: Side) -> Mapping[int, Figure]:
    """Return the drawings of an edition by the place of the first text of their block."""
    english = _drawn_sections(edition, source, lambda key: Rendering(key[1]))
    printed = _drawn_sections(edition, own, edition.renderings().__getitem__)
    titles = [
        number
        for number, text in enumerate(edition.texts)
        if text.segment.kind in [f"{name}, title" for name in DRAWN]
    ]
    return {
        number: Figure(_markup(section), _spoken(original), _spoken(section))
        for number, original, section in zip(titles, english, printed, strict=True)
        if _spoken(section)
    }


def _drawn_sections(
    edition: Edition, side: Side, look_up: Callable[[MessageKey], Rendering]
) -> Sequence[etree.Element]:
    """Return the blocks that may hold a drawing, as they are printed on one side."""
    found: list[etree.Element] = []

    def finish(root: etree.Element) -> None:
        finish_body(root, side.filling)
        sections = (e for e in root.iter("section") if e.get("class", "").split()[0] in DRAWN)
        found.extend(copy.deepcopy(section) for section in sections)

    edition.leaflet.render(look_up, finish, source_language().tag)
    return found


def _spoken(section: etree.Element) -> tuple[str, ...]:
    """Return the text alternatives of all drawings of a section, in order, each once."""
    titles = (svg.findtext("title") or "" for svg in section.iter("svg"))
    return tuple(dict.fromkeys(filter(None, titles)))


def _markup(section: etree.Element) -> Markup:
    """Return what is shown of a block: a figure as a whole, of steps only their time."""
    shown = section.find("div[@class='head']")
    return _html(section if shown is None else shown)


def _inner(element: etree.Element) -> Markup:
    parts = (_html(child) for child in element)
    return Markup.escape(element.text or "") + Markup("").join(parts)


def _html(element: etree.Element) -> Markup:
    return Markup(etree.tostring(element, encoding="unicode", method="html"))
