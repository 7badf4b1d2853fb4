"""The leak audit: does a word reach a page without being translated? ``make audit``

A leaflet is printed in the pseudo-locale ``qps-ploc``, in which every letter has an accent. So a
plain letter on its pages, in what a screen reader says, in its bookmarks or its title is a word
that never went through a catalog, unless it is one of those that are never translated.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from leafletpress.catalog import pseudo
from leafletpress.clinic import Clinic, read_clinic
from leafletpress.edition import Edition, read_collection
from leafletpress.fonts import ensure_faces
from leafletpress.format import format_names, read_format
from leafletpress.language import long_date, pseudo_languages, source_language
from leafletpress.press import Context
from leafletpress.press.job import Job, Mode, plan
from leafletpress.press.run import print_job
from leafletpress.project import Project
from leafletpress.quantities.units import unit_words
from tests.support.pdf_reader import Element, Reader
from tests.support.printing import CACHE, DATE, ROOT

LANGUAGE = pseudo_languages()[0]

WORD = re.compile(r"[A-Za-z]+")
UNIT = re.compile(
    rf"(?<=\d)\s*(?:{'|'.join(re.escape(word.word) for word in unit_words(LANGUAGE))})(?![A-Za-z])",
    re.I,
)
"""A unit behind its number: the word of the language that lends it, or a sign."""

SPOKEN = ("/Title", "/Contents", "/TU", "/Alt", "/ActualText", "/E")
"""What readers say or show of objects in a PDF, besides the pages and their structure."""


class Leak(NamedTuple):
    """A word that nobody translated, and what shows or says it."""

    where: str
    word: str


class Audit(NamedTuple):
    """What was found in a PDF, and how many words were looked at."""

    leaks: list[Leak]
    words: int


def main() -> None:
    """Audit every leaflet in every format that holds one language."""
    project = Project(ROOT)
    audits = {job.name: audit(job, project) for job in jobs(project, formats(project))}
    for name, found in audits.items():
        for leak in found.leaks:
            print(f'{name}: "{leak.word}" is not translated ({leak.where}): put it into _("…")')
    words = sum(found.words for found in audits.values())
    print(f"{len(audits)} PDFs, {words} words, {sum(len(a.leaks) for a in audits.values())} leaks")
    sys.exit(any(found.leaks for found in audits.values()))


def formats(project: Project) -> list[str]:
    """The formats that hold one language."""
    layouts = {name: read_format(project, name) for name in format_names(project)}
    return [n for n, layout in layouts.items() if not (layout.bilingual or layout.for_review)]


def jobs(project: Project, names: Iterable[str]) -> list[Job]:
    """The jobs of every leaflet of a project in the pseudo-locale."""
    clinic = read_clinic(project.clinic)
    collection, problems = read_collection(project, project.leaflet_names())
    editions, more = collection.editions(LANGUAGE, DATE)
    layouts = {name: read_format(project, name) for name in names}
    found, refused = plan(editions, layouts, Mode.NORMAL, project, clinic, Path("out"))
    assert [*problems, *more, *refused] == []
    return found


def audit(job: Job, project: Project) -> Audit:
    """Print a job and look for what is not translated."""
    assert ensure_faces([LANGUAGE], CACHE) == {LANGUAGE.tag: []}
    clinic = read_clinic(project.clinic)
    result = print_job(job, Context(project, clinic, CACHE))
    assert result.printed is not None, result.problems
    return look(Reader(result.printed.data), job.edition, clinic)


def look(reader: Reader, edition: Edition, clinic: Clinic) -> Audit:
    neutral, english = never_translated(edition, clinic), in_source(edition)
    leaks = []
    words = 0
    for where, text, is_source in shown(reader):
        words += len(text.split())
        known = [*english, *neutral] if is_source else neutral
        leaks += [Leak(where, word) for word in WORD.findall(without(text, known))]
    return Audit(list(dict.fromkeys(leaks)), words)


def shown(reader: Reader) -> Iterator[tuple[str, str, bool]]:
    """Yield all that a PDF shows and says: what that is, its text, whether it is in the source."""
    said = list(pieces(reader.tree, None))
    for is_source, group in groupby(sorted(said, key=lambda piece: piece[1]), lambda p: p[1]):
        yield "said of the text", " ".join(text for text, _ in group), is_source
    yield "said of pictures", " ".join(e.alt or "" for e in reader.tree.walk()), False
    own = {(e.page, m) for e in reader.tree.walk() if e.lang == source_language().tag
           for m in e.marks}  # fmt: skip
    for number in range(reader.page_count):
        glyphs = [glyph for glyph in reader.glyphs if glyph.page == number]
        inner = [glyph.text for glyph in glyphs if (number, glyph.mark) not in own]
        yield f"printed on page {number + 1}", "".join(inner), True
    for key, value in spoken(reader.pdf):
        yield key, value, False
    info = reader.pdf.metadata
    for key in ("/Title", "/Subject", "/Keywords"):
        yield f"metadata {key}", str(info.get(key, "")) if info else "", False
    xmp = reader.pdf.xmp_metadata
    for values in (xmp.dc_title, xmp.dc_description) if xmp else ():
        yield "metadata of XMP", " ".join((values or {}).values()), False


def pieces(element: Element, lang: str | None) -> Iterator[tuple[str, bool]]:
    lang = element.lang or lang
    if element.text:
        yield element.text, lang == source_language().tag
    for kid in element.kids:
        yield from pieces(kid, lang)


def spoken(pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts of all objects but the structure, which is looked at by itself."""
    for number in range(1, pdf.trailer["/Size"]):
        item = pdf.get_object(number)
        if isinstance(item, dict) and "/S" not in item:
            yield from ((key, str(item[key])) for key in SPOKEN if isinstance(item.get(key), str))


def never_translated(edition: Edition, clinic: Clinic) -> list[str]:
    """What has no language, and what the pseudo-locale has from the language that lends it."""
    fields = edition.leaflet.front_matter
    dates = (long_date(day, LANGUAGE) for day in (fields.updated, fields.review_by))
    own = (fields.id, LANGUAGE.own_name, clinic.name, clinic.feedback, *clinic.phones.values())
    addresses = (source.url for source in fields.sources)
    return [*own, *dates, *addresses, f"({LANGUAGE.english_name})"]


def in_source(edition: Edition) -> list[str]:
    """What stands on the page in the source language, so that staff and readers can use it."""
    fields = edition.leaflet.front_matter
    sources = (text for source in fields.sources
               for text in (source.text, urlsplit(source.url).netloc))  # fmt: skip
    return [fields.title, LANGUAGE.english_name, fields.written_by, *pseudo.MARK, *sources]


def without(text: str, known: Iterable[str]) -> str:
    """Return a text without what is known, wherever its lines break, and without its units."""
    for one in sorted(filter(None, known), key=len, reverse=True):
        text = re.sub(r"\s*".join(map(re.escape, re.sub(r"\s", "", one))), " ", text)
    return UNIT.sub(" ", text)


if __name__ == "__main__":
    main()
