"""Writing one PDF, with every warning of WeasyPrint taken as an error.

Importing WeasyPrint costs about a second, so it is imported when the first PDF is made.
"""

from __future__ import annotations

import datetime
import io
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leafletpress.language import Language
from leafletpress.pdf.areas import Area, Trace, find_areas
from leafletpress.pdf.completeness import lost_texts
from leafletpress.pdf.placement import misplaced_texts
from leafletpress.problems import LeafletError, Location, Problem, first_problems

if TYPE_CHECKING:
    import pydyf
    import weasyprint


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a PDF carries with it. `relationship` is that of ISO 19005-3, annex E."""

    name: str
    description: str
    data: bytes
    relationship: str = "Source"


LocationOf = Callable[[int | None], Location]
"""Where a line of the page's style sheet stands, or where the page as a whole comes from."""

IN_STYLE = re.compile(r" at (\d+):\d+\b")
"""How WeasyPrint writes line and column of a style sheet."""

OUTSIDE = re.compile(r"disallowed protocol|Relative URI reference")
"""How WeasyPrint says that a page asks for something that it does not carry itself."""

SLOW_CUTTING = "Using fontTools instead of HarfBuzz-Subset"
"""How WeasyPrint's warning for each font begins where a library is missing: `start` says it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: its bytes, how many pages it has, and where the texts stand that were traced."""

    data: bytes
    pages: int
    areas: tuple[Area, ...] = ()


def write_pdf(
    html: str,
    location_of: LocationOf,
    language: Language,
    date: datetime.date,
    attachments: Sequence[Attachment] = (),
    *,
    booklet: bool = False,
    cmyk: bool = False,
    clearance: float = 0,
    trace: Trace | None = None,
) -> Printed:
    """Return a page as PDF/A-3a and PDF/UA-1 in one. `start` must have run in this process.

    The same HTML, faces, date and attachments give the same bytes; `date` is that of the leaflet,
    not of the clock. A `booklet` is put on sheets to fold; a `cmyk` page brings the
    profile of its colours with it. No text may stand nearer to the edge of its page than the
    `clearance`, in mm. With a `trace` of the page, it is told where its texts came to
    stand; the PDF is the same.

    Raises:
        LeafletError: WeasyPrint warned of something (a missing glyph, a resource that the page
            asks for, wrong CSS), the PDF holds a font of another family than the language's, or a
            text of the page is not on paper, or not where it can be read.
            Problems stand where `location_of` says.
    """
    import weasyprint

    from leafletpress.pdf import conformance, imposition, tagging
    from leafletpress.pdf.weasyprint_patches.font_map import font_configuration
    from leafletpress.pdf.weasyprint_patches.marked_content import note_pagination_artifacts

    fonts: set[str] = set()
    intent = "device-cmyk" if cmyk else None

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        tagging.write_text_and_languages(pdf, document.metadata.lang)
        conformance.finish(pdf, language.direction)
        if booklet:
            imposition.put_in_reading_order(pdf, document.pages)
        fonts.update(_font_names(pdf))

    with _warnings() as records, font_configuration() as font_config:
        page = weasyprint.HTML(string=html, url_fetcher=_fetcher())
        document = page.render(font_config=font_config, output_intent=intent)
        pages = len(document.pages)
        lost = list(lost_texts(page, document))
        misplaced = list(misplaced_texts(document, clearance))
        note_pagination_artifacts(document)
        if booklet:
            imposition.impose(document, language.direction)
        areas = tuple(find_areas(page, document, trace)) if trace else ()
        document.metadata.attachments += [_attachment(one, date) for one in attachments]
        data = document.write_pdf(
            pdf_variant=conformance.VARIANT, finisher=finish, output_intent=intent
        )
    families = language.families
    problems = [_warning(text, location_of) for text in dict.fromkeys(records)]
    problems += [
        Problem(
            "foreign-font",
            location_of(None),
            f"the PDF holds the font {font}",
            f"only {', '.join(families)} may be used",
        )
        for font in sorted(fonts)
        if not _is_of(font, families)
    ]
    if lost:
        what = f'{len(lost)} of the page\'s texts did not get onto paper, first "{lost[0]}"'
        mend = "mend the style sheet that loses them"
        problems.append(Problem("lost-text", location_of(None), what, mend))
    problems += first_problems(fault.at(location_of(None)) for fault in misplaced)
    if problems:
        raise LeafletError(problems)
    return Printed(data, pages, areas)


def _warning(text: str, location_of: LocationOf) -> Problem:
    position = IN_STYLE.search(text)
    location = location_of(int(position[1]) if position else None)
    what = f"WeasyPrint says: {text.rstrip('.')}"
    if OUTSIDE.search(text):
        mend = "a page loads nothing from outside itself: remove the address"
        return Problem("loads-from-outside", location, what, mend)
    mend = "mend the template, the style or the text"
    return Problem("weasyprint-warning", location, what, mend)


def _attachment(attachment: Attachment, date: datetime.date) -> weasyprint.Attachment:
    import weasyprint

    moment = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    return weasyprint.Attachment(
        file_obj=io.BytesIO(attachment.data),
        name=attachment.name,
        description=attachment.description,
        relationship=attachment.relationship,
        created=moment,
        modified=moment,
    )


def _fetcher() -> weasyprint.URLFetcher:
    """Return a fetcher that opens nothing but data which the page itself carries."""
    from weasyprint import URLFetcher

    return URLFetcher(allowed_protocols=["data"], allow_redirects=False)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Gather what WeasyPrint and fontTools warn of."""
    records: list[str] = []

    class _Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.getMessage().startswith(SLOW_CUTTING):
                records.append(record.getMessage())

    handler = _Gather(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield records
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagate


def _font_names(pdf: pydyf.PDF) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/FontDescriptor":
            yield _plain_name(item["FontName"])


def _plain_name(name: Any) -> str:
    """Return ``Noto-Sans-Bold`` for ``/ABCDEF+Noto-Sans-Bold``."""
    text = name.decode() if isinstance(name, bytes) else str(name)
    return text.lstrip("/").partition("+")[2] or text.lstrip("/")


def _is_of(font: str, families: Sequence[str]) -> bool:
    squeezed = font.replace("-", "").replace(" ", "").casefold()
    return any(squeezed.startswith(family.replace(" ", "").casefold()) for family in families)
