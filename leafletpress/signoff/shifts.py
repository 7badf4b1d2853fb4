"""Shifts: how the place of a text has changed since somebody signed, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafletpress.content import Part, parse_structure

KINDS = {"p": "paragraph", "li": "list item", "th": "table heading", "td": "table cell"}
LISTS = {"ol": "a number", "ul": "a bullet"}

ELSEWHERE = "stands in another place of the page"
BETWEEN = "what stands between the texts has changed"


@dataclass(frozen=True, slots=True)
class Shift:
    """What changed about the place of a text, which is counted from 0; None where it is no text."""

    number: int | None
    what: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: its part, and the parts around it, by their numbers in the structure.

    `row` and `column` count from 1 in a table; elsewhere they are 0.
    """

    part: Part
    around: tuple[tuple[int, Part], ...]
    row: int = 0
    column: int = 0

    @property
    def lists(self) -> list[tuple[int, Part]]:
        return [(number, part) for number, part in self.around if part.kind in LISTS]

    @property
    def blocks(self) -> list[tuple[int, Part]]:
        return [(number, part) for number, part in self.around if part.kind.startswith("/")]

    @property
    def outline(self) -> tuple[object, ...]:
        """All of the place but the numbers of parts, which change with what stands before."""
        return self.part, [part for _, part in self.around], self.row, self.column


def shifts(
    before: Sequence[str], now: Sequence[str], kept: Iterable[tuple[int, int]]
) -> tuple[Shift, ...]:
    """Return how the places of texts changed from one structure to another.

    `kept` are the texts that stand in both, by their numbers before and now. What holds for a
    whole list or block is reported at its first text.
    """
    if tuple(before) == tuple(now):
        return ()
    old, new = _places(before), _places(now)
    known = [(i, j) for i, j in kept if i < len(old) and j < len(new)]
    found: dict[tuple[int, str], Shift] = {}
    for i, j in known:
        for whole, what in _told(old[i], new[j]):
            key = (len(now) + j if whole is None else whole, what)
            found.setdefault(key, Shift(j, what))
    if not found and len(known) == len(old) == len(new):
        return (Shift(None, BETWEEN),)
    return tuple(found.values())


def _places(structure: Sequence[str]) -> list[_Place]:
    """Return the place of each text of a structure."""
    found: list[_Place] = []
    around: list[tuple[int, Part]] = []
    rows: dict[int, int] = {}
    row = column = 0
    for number, part in enumerate(parse_structure(structure)):
        around = [(n, above) for n, above in around if above.depth < part.depth]
        if part.kind == "tr":
            table = around[-1][0] if around else 0
            rows[table] = row = rows.get(table, 0) + 1
            column = 0
        is_cell = part.kind in ("th", "td")
        column += is_cell
        if part.holds_text:
            place = (row, column) if is_cell else (0, 0)
            found.append(_Place(part, tuple(around), *place))
        around.append((number, part))
    return found


def _told(old: _Place, new: _Place) -> Iterator[tuple[int | None, str]]:
    """Yield what changed, with the part that it holds for; None where it is the text alone."""
    if old.outline == new.outline:
        return
    told = [*_of_text(old, new), *_of_blocks(old, new), *_of_lists(old, new)]
    yield from told or [(None, ELSEWHERE)]


def _of_text(old: _Place, new: _Place) -> Iterator[tuple[int | None, str]]:
    if old.part.critical != new.part.critical:
        yield (
            None,
            "is marked critical now" if new.part.critical else "is no longer marked critical",
        )
    if old.part.kind != new.part.kind:
        yield None, f"is {_article(_kind(new.part))} now (was {_article(_kind(old.part))})"
    if old.row and new.row and (old.row, old.column) != (new.row, new.column):
        yield None, f"moved to {_cell(new)} (was in {_cell(old)})"
    yield from ((None, what) for what in _of_data(old.part.data, new.part.data))


def _of_blocks(old: _Place, new: _Place) -> Iterator[tuple[int | None, str]]:
    was, now = ([part.kind.removeprefix("/") for _, part in one.blocks] for one in (old, new))
    number = new.blocks[-1][0] if new.blocks else None
    if was and now and was != now:
        yield number, f'stands in the block "{now[-1]}" now (was in "{was[-1]}")'
    elif was and not now:
        yield None, f'is no longer in the block "{was[-1]}"'
    elif now and not was:
        yield number, f'stands in the block "{now[-1]}" now (was in none)'
    elif was:
        told = _of_data(old.blocks[-1][1].data, new.blocks[-1][1].data)
        yield from ((number, f'the block "{now[-1]}": {what}') for what in told)


def _of_lists(old: _Place, new: _Place) -> Iterator[tuple[int | None, str]]:
    if len(old.lists) != len(new.lists):
        if old.lists and new.lists:
            yield None, f"stands {len(new.lists)} lists deep now (was {len(old.lists)})"
        return
    for (_, was), (number, now) in zip(old.lists, new.lists, strict=True):
        if was.kind != now.kind:
            yield number, f"its list has {LISTS[now.kind]} at each item now (was {LISTS[was.kind]})"
        elif _start(was) != _start(now):
            yield number, f"its list begins at {_start(now)} now (was {_start(was)})"


def _of_data(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*was, *now}):
        if was.get(name) != now.get(name):
            yield f"{name} is {_value(now.get(name))} now (was {_value(was.get(name))})"


def _value(value: str | None) -> str:
    return "not set" if value is None else f'"{value}"'


def _cell(place: _Place) -> str:
    return f"row {place.row}, column {place.column} of the table"


def _start(part: Part) -> str:
    return part.data.get("start", "1")


def _kind(part: Part) -> str:
    """Return what an author calls a part: ``heading of level 3``, ``list item``, ``title``."""
    tag, _, name = part.kind.partition(".")
    if name:
        return name
    return f"heading of level {tag[1:]}" if tag.startswith("h") else KINDS.get(tag, tag)


def _article(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
