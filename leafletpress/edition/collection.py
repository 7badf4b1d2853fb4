"""The collection: all leaflets of a project, and their editions in a language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafletpress.catalog import Catalog, pseudo_catalog, read_catalog
from leafletpress.checks import Use, check_translations
from leafletpress.clinic import Clinic, read_clinic
from leafletpress.content import (
    Leaflet,
    Segment,
    placeholders,
    read_leaflets,
    read_passages,
    read_template_messages,
)
from leafletpress.edition.edition import Edition, Passages, make_edition
from leafletpress.edition.text import Standing, Text, make_texts
from leafletpress.files import is_there, markdown_files
from leafletpress.format import read_all_formats, review_templates, unread_templates
from leafletpress.glossary import Glossary, read_glossary
from leafletpress.language import Language, parse_language, source_language
from leafletpress.leaks import find_leaks
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.program import command
from leafletpress.project import PAGE_DOMAIN, SHARED_DOMAIN, Project
from leafletpress.signoff import (
    People,
    Record,
    read_people,
    read_record,
    record_path,
    vouched,
)

DATE_PLACEHOLDERS = ("updated", "review_by")
"""Placeholders that the front matter fills."""


@dataclass(frozen=True, slots=True)
class Collection:
    """The leaflets of a project in the source language, the template messages, and the passages
    that leaflets share, with the clinic whose numbers fill their placeholders."""

    project: Project
    clinic: Clinic
    leaflets: tuple[Leaflet, ...]
    template_messages: tuple[Segment, ...]
    passages: tuple[Segment, ...]

    def editions(
        self, language: Language, today: datetime.date
    ) -> tuple[list[Edition], list[Problem]]:
        """Return the editions in a language, what kept others from being made, and warnings.

        What is wrong with an edition's texts stays with the edition.
        """
        try:
            record = self.record(language, today)
            glossary = self.glossary(language)
            template_messages = self.template_texts(language, record, glossary)
            passages = self._passages(language, record, glossary)
        except LeafletError as error:
            return [], list(error.problems)
        editions: list[Edition] = []
        problems = list(record.problems)
        for leaflet in self.leaflets:
            try:
                own = [segment for segment in leaflet.segments if not segment.shared]
                catalog = self._catalog(language, leaflet.name, own, leaflet.path)
            except LeafletError as error:
                problems += error.problems
                continue
            editions.append(
                make_edition(
                    leaflet,
                    language,
                    catalog,
                    template_messages,
                    record,
                    today,
                    passages,
                    glossary,
                    self.clinic.phones,
                )
            )
        for edition in editions:
            problems += edition.signoff_problems
        if not language.is_source:
            problems += check_translations(_uses(editions))
        return editions, problems

    def orphans(self, language: Language) -> list[Problem]:
        """Return a problem for every catalog whose leaflet is gone."""
        folder = self.project.catalog(language.folder, PAGE_DOMAIN).parent
        leaflets = (path.stem for path in markdown_files(self.project.leaflets))
        known = {*leaflets, PAGE_DOMAIN}
        known |= {SHARED_DOMAIN} if self.passages else set()
        return [
            Problem(
                "no-such-leaflet",
                Location(path),
                f"there is no leaflet leaflets/{path.stem}.md",
                "put the leaflet back, or delete this catalog",
            )
            for path in sorted(folder.glob("*.po"))
            if path.stem not in known
        ]

    def page_catalog(self, language: Language) -> Catalog | None:
        """Return the catalog of the template messages; the source has none. Raises LeafletError."""
        source = self.project.templates.own
        return self._catalog(language, PAGE_DOMAIN, self.template_messages, source)

    def template_texts(
        self, language: Language, record: Record, glossary: Glossary | None
    ) -> tuple[Text, ...]:
        """Return the template messages in a language. Raises LeafletError."""
        catalog = self.page_catalog(language)
        return tuple(make_texts(self.template_messages, catalog, language, record, glossary))

    def _passages(self, language: Language, record: Record, glossary: Glossary | None) -> Passages:
        if not self.passages:
            return Passages()
        catalog = self._catalog(language, SHARED_DOMAIN, self.passages, self.project.passages)
        texts = tuple(make_texts(self.passages, catalog, language, record, glossary))
        return Passages(texts, catalog)

    def glossary(self, language: Language) -> Glossary | None:
        """Return the glossary of a language, where there is one. Raises LeafletError."""
        return read_glossary(self.project.glossary(language.folder), language)

    def people(self) -> People:
        """Return who may sign. Raises LeafletError."""
        return read_people(self.project.people)

    def record(self, language: Language, today: datetime.date) -> Record:
        """Return who has signed what in a language, vouched for. Raises LeafletError."""
        path = record_path(self.project, language)
        record = read_record(path)
        if not (record.signoffs or record.acknowledged):
            return record
        return vouched(record, path, self.people(), language.tag, today)

    def _catalog(
        self, language: Language, domain: str, segments: Sequence[Segment], source: Path
    ) -> Catalog | None:
        if language.is_source:
            return None
        if language.is_pseudo:
            return pseudo_catalog(segments, language, self.project, source)
        path = self.project.catalog(language.folder, domain)
        if not is_there(path):
            mend = f'run "{command("update")}", then translate it'
            raise LeafletError(
                [Problem("no-catalog", Location(path), "the catalog is missing", mend)]
            )
        return read_catalog(path, language)


def read_collection(project: Project, names: Sequence[str]) -> tuple[Collection, list[Problem]]:
    """Read the clinic, the leaflets with these names, and the template messages.

    A leaflet that cannot be read does not stop the others. A placeholder that nothing fills is a
    problem.

    Raises:
        LeafletError: the clinic or the templates cannot be read, or a template prints a word that
            nobody translates.
    """
    clinic = read_clinic(project.clinic)
    leaflets, problems = read_leaflets([project.leaflet(name) for name in names])
    passages, more = read_passages(project.passages)
    # Each leaflet tells what is wrong with a passage that it includes: once is enough.
    problems = list(dict.fromkeys([*problems, *more]))
    known = (*clinic.phones, *DATE_PLACEHOLDERS)
    usable = []
    for leaflet in leaflets:
        unknown = list(_unknown_placeholders(leaflet, known))
        problems += unknown
        if not unknown:
            usable.append(leaflet)
    template_messages = _read_template_messages(project)
    found = Collection(project, clinic, tuple(usable), template_messages, tuple(passages))
    return found, problems


def _read_template_messages(project: Project) -> tuple[Segment, ...]:
    """Return the template messages, which are all the words that templates may print."""
    template_messages = read_template_messages(project.templates)
    formats, unreadable = read_all_formats(project)
    review = review_templates(formats)
    wrong = [] if unreadable else unread_templates(project, formats)
    wrong += find_leaks(project.templates, {word.text for word in template_messages}, review)
    if wrong:
        raise LeafletError(unreadable or wrong)  # what is for reviewers is known from the formats
    return template_messages


def project_languages(project: Project) -> tuple[list[Language], list[Problem]]:
    """Return the source language and every language with a folder, sorted by tag."""
    languages = [source_language()]
    problems = []
    for folder in project.locale_folders():
        try:
            language = parse_language(folder)
        except ValueError as error:
            location = Location(project.locales / folder)
            problems.append(
                Problem(
                    "misnamed-language",
                    location,
                    str(error),
                    "rename the folder, for example to pt_BR",
                )
            )
            continue
        if not language.is_source:
            languages.append(language)
    return sorted(languages, key=lambda language: language.tag), problems


def _uses(editions: Sequence[Edition]) -> Iterator[Use]:
    """Yield every translation that is finished, those of the page as well."""
    for edition in editions:
        for text in (*edition.texts, *edition.template_messages):
            if text.standing not in (Standing.UNTRANSLATED, Standing.FUZZY):
                yield Use(text.segment.key, text.translation, text.location)


def _unknown_placeholders(leaflet: Leaflet, known: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            "unfilled-placeholder",
            segment.location,
            f"nothing fills {{{name}}}",
            f"add it below [phones] in clinic.toml; {did_you_mean(name, known)}",
        )
        for segment in leaflet.segments
        for name in placeholders(segment.text)
        if name not in known
    ]
