"""Jobs: an edition in a format is one PDF to make, known by the digest of all it is made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from leafletpress.clinic import Clinic
from leafletpress.edition import Edition, State
from leafletpress.files import read_bytes
from leafletpress.format import Format
from leafletpress.language import Language
from leafletpress.problems import Location, Problem
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.signoff import record_path

DEFAULT_FORMAT = "a4"

REVIEW_FOLDER = "for-review"
"""Where sheets for reviewers go: not among the leaflets, so that nobody hands them out."""

LIBRARIES = (
    "weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pyphen",
    "jinja2", "markupsafe", "markdown", "pymdown-extensions", "babel", "uharfbuzz", "pillow",
    "justmytype-western-core", "justmytype-intl-rtl", "justmytype-intl-south-asia",
    "justmytype-intl-sea", "justmytype-intl-africa", "justmytype-intl-cjk",
)  # fmt: skip
"""What a PDF depends on beside this program: a new version of one makes every job anew."""


class Mode(StrEnum):
    """Which editions are printed."""

    NORMAL = "normal"
    DRAFT = "draft"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF to make."""

    edition: Edition
    format: str
    layout: Format
    path: Path
    digests: dict[str, str]

    @property
    def name(self) -> str:
        """What a person calls the job: ``tr/hsct-steps.pdf``."""
        parts = self.path.parts[-3 if self.layout.for_review else -2 :]
        return "/".join(parts)


def plan(
    editions: Iterable[Edition],
    formats: Mapping[str, Format],
    mode: Mode,
    project: Project,
    clinic: Clinic,
    out: Path,
    *,
    named: bool = True,
) -> tuple[list[Job], list[Problem]]:
    """Return the jobs that the mode lets through, and why others are refused.

    Where the languages were not `named`, a format that cannot hold one is passed over in silence.
    """
    jobs: list[Job] = []
    problems: list[Problem] = []
    shared = _shared_digests(project, clinic)
    inks = {name: _ink_digest(project, layout) for name, layout in formats.items()}
    for edition in editions:
        for name, layout in formats.items():
            refused = list(refusals(edition, layout, mode, project))
            problems += refused
            if refused:
                continue
            if fits(edition.language, layout):
                jobs.append(_job(edition, name, layout, {**shared, **inks[name]}, out))
            elif named:
                problems.append(_misfit(edition, name))
    return jobs, list(dict.fromkeys(problems))


def refusals(edition: Edition, layout: Format, mode: Mode, project: Project) -> Iterable[Problem]:
    """Yield why an edition is not printed in this format and mode.

    A sheet for reviewers is printed from any state, because it is there to mend the state; but it
    is nothing to release. In a pseudo-locale there is nothing to review or to release.
    """
    if edition.language.is_pseudo and (layout.for_review or mode is Mode.RELEASE):
        what = f"{edition.language.tag} is no language, and nobody can approve it"
        mend = "leave out --release, and name a format for patients"
        yield Problem("pseudo-language", Location(edition.leaflet.path), what, mend)
        return
    if layout.for_review:
        if mode is Mode.RELEASE:
            location = Location(edition.leaflet.path)
            what = "a sheet for reviewers is not for patients, and cannot be released"
            mend = "leave out --release, or name another format"
            yield Problem("for-review-only", location, what, mend)
        return
    if edition.state is State.INCOMPLETE and mode is not Mode.DRAFT:
        yield from edition.problems
    if mode is Mode.RELEASE and edition.state is State.EXPIRED:
        location = Location(edition.leaflet.path)
        what = f"review was due by {edition.leaflet.front_matter.review_by}"
        mend = "review the leaflet, then set updated and review_by"
        yield Problem("review-due", location, what, mend)
    if mode is Mode.RELEASE and edition.state is State.DRAFT:
        yield from _unsigned(edition, Location(record_path(project, edition.language)))


def _unsigned(edition: Edition, location: Location) -> Iterator[Problem]:
    """Yield who still has to sign a leaflet, and who the words that stand on every leaflet."""
    language = edition.language.english_name
    for what, approval in (
        (edition.leaflet.name, edition.approval),
        (f"{PAGE_DOMAIN} (the words on every leaflet)", edition.template_approval),
    ):
        if approval.missing:
            mend = f"have it signed by {', '.join(approval.missing)}"
            yield Problem("unsigned", location, f"{what} in {language} is a draft", mend)


def fits(language: Language, layout: Format) -> bool:
    """Tell whether a format can hold a language: a bilingual sheet holds no source."""
    return not (layout.bilingual and language.is_source)


def _misfit(edition: Edition, format_name: str) -> Problem:
    source = edition.language.english_name
    what = f"{format_name} needs a translation, and {source} is the source"
    mend = "name another language, for example --lang tr, or another format"
    return Problem("needs-translation", Location(edition.leaflet.path), what, mend)


def output_path(
    out: Path, folder: str, leaflet: str, format_name: str, *, for_review: bool = False
) -> Path:
    """Return where a PDF goes: ``out/tr/hsct-steps.pdf``, or ``….large-print.pdf``.

    A sheet for reviewers goes to ``out/for-review/tr``.
    """
    suffix = "" if format_name == DEFAULT_FORMAT else f".{format_name}"
    root = out / REVIEW_FOLDER if for_review else out
    return root / folder / f"{leaflet}{suffix}.pdf"


def _job(
    edition: Edition, format_name: str, layout: Format, shared: dict[str, str], out: Path
) -> Job:
    texts = [
        (text.rendering.text, text.rendering.untranslated)
        for text in (*edition.texts, *edition.template_messages)
    ]
    signed = {
        str(role): [signoff.name, str(signoff.date)] for role, signoff in edition.signoffs.items()
    }
    digests = {
        "leaflet": _digest(edition.leaflet.source),
        "texts": _digest(texts),
        "state": _digest(
            [
                edition.state,
                signed,
                edition.is_machine_made,
                edition.method,
                edition.approval.phones_changed_since is not None,
            ]
        ),
        "format": _digest([format_name, edition.language.tag, msgspec.to_builtins(layout)]),
        **shared,
    }
    if layout.for_review:
        digests["review"] = _review_digest(edition)
    path = output_path(
        out,
        edition.language.folder,
        edition.leaflet.name,
        format_name,
        for_review=layout.for_review,
    )
    return Job(edition, format_name, layout, path, digests)


def _review_digest(edition: Edition) -> str:
    """Return the digest of what only reviewers are shown: catalogs as they stand, old sign-offs."""
    texts = [
        (
            text.translation,
            text.standing,
            text.location.line,
            [(p.id, p.what, p.mend) for p in text.problems],
        )
        for text in (*edition.texts, *edition.template_messages)
    ]
    before = [m.previous_msgid for catalog in edition.catalogs for m in catalog.active]
    approvals = (edition.approval, edition.template_approval)
    signed = [(*a.given.values(), *a.stale) for a in approvals]
    return _digest([texts, before, msgspec.to_builtins(signed)])


def _ink_digest(project: Project, layout: Format) -> dict[str, str]:
    """Return the digest of a format's colour profile; a file that is missing is reported later."""
    path = project.root / layout.icc
    if not layout.icc or not path.is_file():
        return {}
    return {"icc": hashlib.sha256(read_bytes(path)).hexdigest()}


def _shared_digests(project: Project, clinic: Clinic) -> dict[str, str]:
    logo = read_bytes(project.root / clinic.logo) if clinic.logo else b""
    return {
        "clinic": hashlib.sha256(read_bytes(project.clinic) + logo).hexdigest(),
        "templates": _digest_of_files(project.templates.glob("**/*")),
        "fonts": _digest_of_folder(project.fonts, "*"),
        "program": _program_digest(),
    }


@cache
def _program_digest() -> str:
    code = _digest_of_folder(Path(__file__).parent.parent, "*.py")
    return _digest([code, {name: _version(name) for name in LIBRARIES}])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def _digest_of_folder(folder: Path, pattern: str) -> str:
    paths = sorted(folder.rglob(pattern))
    return _digest_of_files({path.relative_to(folder).as_posix(): path for path in paths})


def _digest_of_files(files: Mapping[str, Path]) -> str:
    """Return the digest of files by their names."""
    return _digest(
        [
            (name, hashlib.sha256(read_bytes(path)).hexdigest())
            for name, path in files.items()
            if path.is_file()
        ]
    )


def _digest(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # A file may have a name that is no UTF-8.
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
