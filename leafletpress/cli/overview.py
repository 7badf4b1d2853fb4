"""The overview that ``status`` prints: a block a language, 80 columns wide, and the sum of all."""

from __future__ import annotations

import datetime
import itertools
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from leafletpress.cli.report import show_path
from leafletpress.edition import Sentence, Shifted, Signature, State, Status
from leafletpress.language import Language
from leafletpress.problems import Location
from leafletpress.program import command
from leafletpress.project import PAGE_DOMAIN
from leafletpress.signoff import TRANSLATION_ROLES

WIDTH = 80
"""Columns of a terminal as everybody has it."""

FEW = 5
"""So many changed sentences of a sign-off are shown where no language was named."""

LEAST = 20
"""Columns that the beginning of a sentence gets, however long its path is."""

COLOURS = {"incomplete": "red", "expired": "red", "approved": "green"}
"""What a terminal adds to the word; nobody has to see it."""

HEADS = ("leaflet", "state", "done", *map(str, TRANSLATION_ROLES))


def overview(
    rows: Sequence[Status], languages: Sequence[Language], *, whole: bool
) -> Iterator[str]:
    """Yield the lines of the overview; `whole` tells to leave no changed sentence out."""
    names = {language.tag: f"{language.english_name} ({language.tag})" for language in languages}
    groups = [
        (tag, list(group)) for tag, group in itertools.groupby(rows, lambda row: row.language)
    ]
    widest = max([len(HEADS[0]), *(len(row.leaflet) for row in rows)])
    for tag, group in groups:
        yield click.style(f"{names[tag]}: {_share(group)}", bold=True)
        yield from _table(group, widest)
        yield from _signers(group)
        yield from _changes(group, None if whole else FEW)
        yield from _phones(group)
        for step in _next(group):
            yield from _wrapped(f"next: {step}")
        yield ""
    if len(groups) > 1:
        yield from _sum(groups, names)
        yield ""
    if groups:
        yield f"{PAGE_DOMAIN}: the words that stand on every leaflet, signed as a leaflet is"


def _share(group: Sequence[Status]) -> str:
    leaflets = _leaflets(group)
    approved = sum(row.state == State.APPROVED for row in leaflets)
    return f"{_percent(group)} done, {approved} of {len(leaflets)} approved"


def _leaflets(group: Iterable[Status]) -> list[Status]:
    return [row for row in group if row.leaflet != PAGE_DOMAIN]


def _percent(group: Sequence[Status]) -> str:
    """Return how much may be printed, rounded down: 100% means all of it."""
    total = sum(row.total for row in group)
    return f"{sum(row.done for row in group) * 100 // total if total else 100}%"


def _table(group: Sequence[Status], widest: int) -> Iterator[str]:
    yield _line(HEADS, widest)
    for row in group:
        cells = (row.leaflet, row.state, _percent([row]))
        open_parts = _open_parts(row)
        signed = (
            [open_parts] if open_parts else [_signed(row, str(role)) for role in TRANSLATION_ROLES]
        )
        yield _line((*cells, *signed), widest)


def _line(cells: Sequence[str], widest: int) -> str:
    leaflet, state, done, *rest = cells
    shown = click.style(state.ljust(10), fg=COLOURS.get(state))
    return "  ".join(
        [leaflet.ljust(widest), shown, done.rjust(4), *(f"{cell:10}" for cell in rest)]
    ).rstrip()


def _open_parts(row: Status) -> str:
    """Return what is missing of a text, empty where it is whole."""
    counts = {"empty": row.untranslated, "fuzzy": row.fuzzy, "failed": row.failed_checks}
    parts = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{parts} ({row.critical_missing} critical)" if row.critical_missing else parts


def _signed(row: Status, role: str) -> str:
    """Return when somebody signed, "changed" where the text did since, "-" where nobody has.

    It is "refused" where a sign-off does not count though the text is the same.
    """
    if role not in row.required_signatures:
        return ""
    if role in row.refused_signatures:
        return "refused"
    own = [one for one in row.signatures if one.role == role]
    if not own:
        return "-"
    return str(own[-1].date) if own[-1].counts else "changed"


def _signers(group: Sequence[Status]) -> Iterator[str]:
    """Yield who signed what, the leaflets of one person in one role with one key together."""
    signed: dict[tuple[str, str, str], list[str]] = {}
    for role in map(str, TRANSLATION_ROLES):
        for row in group:
            for one in row.signatures:
                if one.counts and one.role == role:
                    signed.setdefault((role, one.name, one.key), []).append(row.leaflet)
    for (role, name, key), leaflets in signed.items():
        how = f"with the key {key}" if key else "not with a key"
        yield from _wrapped(f"signed by {name} as {role}, {how}: {', '.join(leaflets)}")


def _changes(group: Sequence[Status], most: int | None) -> Iterator[str]:
    """Yield what changed since each sign-off that does not count; those of one text together."""
    for row in group:
        alike: dict[Signature, list[str]] = {}
        for one in row.signatures:
            if not one.counts:
                who = f"{one.name} ({one.role}, {one.date})"
                alike.setdefault(_nameless(one), []).append(who)
        for one, people in alike.items():
            yield from _wrapped(f"{row.leaflet} changed since {' and '.join(people)} signed:")
            yield from _differences(one, most)


def _phones(group: Sequence[Status]) -> Iterator[str]:
    """Yield which phones changed in a leaflet since a clinician signed it, who stays its signer."""
    for row in group:
        for one in row.signatures:
            if not one.phones:
                continue
            who = f"{one.name} ({one.role}, {one.date})"
            said = f"a phone number in {row.leaflet} changed since {who} signed"
            yield from _wrapped(f"{said}; the signature holds, and the leaflet tells it:")
            yield from (_shortened(f"  now {phone}") for phone in one.phones)


def _nameless(one: Signature) -> Signature:
    """Return what changed since a sign-off, whoever gave it."""
    return replace(one, role="", name="", date=datetime.date.min, method="", person="", key="")


def _differences(one: Signature, most: int | None) -> Iterator[str]:
    lines = [_sentence("changed", s) for s in one.changed]
    lines += [_sentence("moved", s) for s in one.moved]
    lines += [_sentence("negation not ticked", s) for s in one.unticked]
    lines += [_shortened(f"  now {fact}") for fact in one.facts]
    lines += map(_shifted, one.shifted)
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield f"  and {len(lines) - most} more, which status tells when you name the language"
    if one.removed:
        yield f"  {one.removed} {'sentence' if one.removed == 1 else 'sentences'} removed"
    if one.facts_removed:
        yield f"  {one.facts_removed} of the sources, dates and blocks removed"
    if one.texts_only:
        yield from _wrapped("  its sentences are these, but how they are arranged was not signed")
    elif not (lines or one.removed or one.facts_removed):
        yield (
            "  its digest is not that of this text, though its sentences are"
            if one.sentences
            else "  the sign-off does not say which sentences it is for"
        )


def _sentence(what: str, sentence: Sentence) -> str:
    head = f"  {_shown(sentence.location)}: {what}: "
    return head + _cut(sentence.text, max(LEAST, WIDTH - len(head)))


def _shown(location: Location) -> str:
    return Location(Path(show_path(location.path)), location.line).show()


def _shifted(shifted: Shifted) -> str:
    """Return what changed about a sentence, and on a line below which it is."""
    if shifted.location is None or shifted.text is None:
        return _shortened(f"  {shifted.what}")
    said = _wrapped(f"  {_shown(shifted.location)}: {shifted.what}:")
    return "\n".join([*said, _shortened(f"    {shifted.text}")])


def _shortened(line: str) -> str:
    return _cut(line, WIDTH)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _next(group: Sequence[Status]) -> Iterator[str]:
    """Yield what brings the leaflets of a language nearest to a printer."""
    tag = group[0].language
    if any(_open_parts(row) for row in group):
        yield f"mend what this tells: {command(f'check --lang {tag}')}"
    if expired := [row.leaflet for row in group if row.state == State.EXPIRED]:
        yield f"review {', '.join(expired)}, then set updated and review_by"
    for role in map(str, TRANSLATION_ROLES):
        ready = [row.leaflet for row in group if _is_ready(row) and role in row.missing_signatures]
        if ready:
            yield (
                f"the {role} signs: {command('approve')} --lang {tag} --role {role} "
                f'--leaflet {ready[0]} --name "…"'
            )
            break
    if any(row.state == State.APPROVED for row in _leaflets(group)):
        yield f"print what is approved: {command(f'--release --lang {tag}')}"


def _is_ready(row: Status) -> bool:
    """Tell whether people may sign it; where it is draft only for the page's words, they have."""
    return row.state in (State.DRAFT, State.APPROVED)


def _sum(groups: Sequence[tuple[str, list[Status]]], names: dict[str, str]) -> Iterator[str]:
    states = [str(state) for state in State if state is not State.TEST]
    widest = max(map(len, names.values()))
    yield "  ".join([" " * widest, "done", *states])
    for tag, group in groups:
        counts = [sum(row.state == state for row in _leaflets(group)) for state in states]
        cells = [str(n or "-").rjust(len(state)) for n, state in zip(counts, states, strict=True)]
        yield "  ".join([names[tag].ljust(widest), _percent(group).rjust(4), *cells])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
