"""A proof: an edition as it prints now, and what there is to know of its texts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import msgspec

from leafletpress.clinic import Clinic
from leafletpress.edition import Edition, Status, read_collection, status_of
from leafletpress.fonts import ensure_faces
from leafletpress.format import read_format
from leafletpress.language import Language, source_language
from leafletpress.pdf import Printed, start
from leafletpress.press import Context, fits, print_edition
from leafletpress.preview.cards import Card, left_to_do, make_cards
from leafletpress.preview.view import View
from leafletpress.problems import LeafletError, Location, Problem, errors
from leafletpress.project import Project


class Tongue(msgspec.Struct, frozen=True):
    """A language as HTML needs it."""

    tag: str
    direction: str
    name: str


class Proof(msgspec.Struct, frozen=True):
    """What is known of an edition in print. `left` are the numbers of the cards to work on."""

    title: str
    language: Tongue
    source: Tongue
    status: Status
    cards: list[Card]
    left: list[int]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making a proof: the proof and its PDF, unless problems kept it from being made.

    A proof that was made may bring warnings.
    """

    proof: Proof | None
    pdf: bytes
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where proofs are made: the project, and the folder of the faces."""

    project: Project
    cache_folder: Path


def make_proof(view: View, workspace: Workspace) -> Made:
    """Print the edition of a view as ``--draft`` does, in this process."""
    project, cache = workspace.project, workspace.cache_folder
    try:
        language = view.language
        if missing := ensure_faces([language], cache, project.fonts)[language.tag]:
            return Made(None, b"", tuple(missing))
        warnings = start(cache)
        edition, clinic, problems = _read_edition(view, language, project)
        printed = _print(edition, clinic, view, workspace)
    except LeafletError as error:
        return Made(None, b"", error.problems)
    cards = make_cards(edition, printed.areas, project)
    proof = Proof(
        title=edition.texts[0].rendering.text,
        language=_tongue(language),
        source=_tongue(source_language()),
        status=status_of(edition),
        cards=cards,
        left=left_to_do(cards),
    )
    return Made(proof, printed.data, (*warnings, *problems))


def _read_edition(
    view: View, language: Language, project: Project
) -> tuple[Edition, Clinic, list[Problem]]:
    """Return the edition of a view, the clinic, and warnings that belong to no text of it."""
    collection, problems = read_collection(project, [view.leaflet])
    if errors(problems):
        raise LeafletError(problems)
    editions, more = collection.editions(language, datetime.date.today())
    if not editions:
        raise LeafletError(more)
    return editions[0], collection.clinic, [*problems, *more]


def _print(edition: Edition, clinic: Clinic, view: View, workspace: Workspace) -> Printed:
    project = workspace.project
    layout = read_format(project, view.format)
    if not fits(edition.language, layout):
        location = Location(project.templates.find(f"formats/{view.format}.toml"))
        what = "this format needs a translation"
        mend = "choose another language or another format"
        raise LeafletError([Problem("needs-translation", location, what, mend)])
    context = Context(project, clinic, workspace.cache_folder)
    return print_edition(edition, layout, context, traced=True)[0]


def _tongue(language: Language) -> Tongue:
    return Tongue(language.tag, language.direction, language.own_name)
