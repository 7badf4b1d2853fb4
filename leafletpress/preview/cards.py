"""Cards: what the page for translators says of each text of an edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from leafletpress.catalog import Message
from leafletpress.catalog.merge import CHANGED
from leafletpress.content import TRACE
from leafletpress.edition import Edition, Standing
from leafletpress.pdf import Area
from leafletpress.project import Project

LEFT = (Standing.UNTRANSLATED, Standing.FUZZY, Standing.FAILING, Standing.WARNING)
"""The standings that leave something to do."""


class Flaw(msgspec.Struct, frozen=True):
    """One thing that is wrong with a text, and how to mend it; `id` names its kind."""

    id: str
    what: str
    mend: str
    severity: str


class Card(msgspec.Struct, frozen=True):
    """One text: what it says in both languages, how far it is, where it is written and printed.

    `name` stays the same while the text does, wherever it moves. `changes` says what changed in
    the source since it was translated. `catalog` and `leaflet` are ``path:line``; a word of the
    page stands in a template instead of a leaflet.
    """

    name: str
    kind: str
    section: str
    critical: bool
    note: str
    changes: list[str]
    source: str
    translation: str
    standing: Standing
    flaws: list[Flaw]
    catalog: str
    leaflet: str
    areas: list[Area]


def make_cards(edition: Edition, areas: Iterable[Area], project: Project) -> list[Card]:
    """Return a card for each text of an edition, the template messages last."""
    places: defaultdict[int, list[Area]] = defaultdict(list)
    for area in areas:
        places[int(area.name.removeprefix(TRACE))].append(area)
    has_catalogs = not (edition.language.is_source or edition.language.is_pseudo)
    seen: Counter[str] = Counter()
    cards = []
    for number, text in enumerate((*edition.texts, *edition.template_messages)):
        name = "\n".join(filter(None, text.segment.key))
        seen[name] += 1
        cards.append(
            Card(
                name=f"{name}\n{seen[name]}",
                kind=text.segment.kind,
                section=" › ".join(text.segment.section),
                critical=text.segment.critical,
                note=text.segment.note,
                changes=_changes(text.message),
                source=text.segment.text,
                translation=text.translation,
                standing=text.standing,
                flaws=[Flaw(p.id, p.what, p.mend, p.severity) for p in text.problems],
                catalog=text.location.show(project.root) if has_catalogs else "",
                leaflet=text.segment.location.show(project.root),
                areas=places[number],
            )
        )
    return cards


def left_to_do(cards: Sequence[Card]) -> list[int]:
    """Return the numbers of the cards with something to do: each message once, critical ones first.

    Warnings follow what keeps the edition from being printed.
    """
    first: dict[str, int] = {}
    for number, card in enumerate(cards):
        if card.standing in LEFT:
            first.setdefault(card.name.rpartition("\n")[0], number)

    def weight(number: int) -> tuple[bool, bool]:
        card = cards[number]
        return not card.critical, card.standing is Standing.WARNING

    return sorted(first.values(), key=weight)


def _changes(message: Message | None) -> list[str]:
    notes = message.extracted if message else ()
    return [note.removeprefix(CHANGED) for note in notes if note.startswith(CHANGED)]
