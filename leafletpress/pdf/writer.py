"""Writing one PDF, with every warning of WeasyPrint taken as an error.

Importing WeasyPrint costs about a second, so it is imported when the first PDF is made.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leafletpress.fonts import configuration
from leafletpress.problems import LeafletError, Location, Problem

if TYPE_CHECKING:
    import pydyf
    import weasyprint

VARIANT = "pdf/ua-1"


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: its bytes, and how many pages it has."""

    data: bytes
    pages: int


def start(cache_folder: Path) -> None:
    """Make this process ready to print with the faces of the cache and no others.

    Raises:
        LeafletError: a system library that WeasyPrint needs is missing.
    """
    os.environ["FONTCONFIG_FILE"] = str(configuration(cache_folder).resolve())
    try:
        from leafletpress.pdf import mends
    except OSError as error:
        what = f"a system library is missing ({str(error).splitlines()[0]})"
        mend = 'run "make leaflets", which installs it or says what to install'
        raise LeafletError([Problem(Location(Path("build.py")), what, mend)]) from error
    mends.install()


def write_pdf(html: str, place: Location, families: Sequence[str]) -> Printed:
    """Return the PDF/UA-1 of a page. `start` must have run in this process.

    The same HTML and faces give the same bytes.

    Raises:
        LeafletError: WeasyPrint warned of something (a missing glyph, a resource that the page
            asks for, wrong CSS), or the PDF holds a font of another family than `families`.
            Problems stand at `place`.
    """
    import weasyprint

    fonts: set[str] = set()
    with _warnings() as records:
        document = weasyprint.HTML(string=html, url_fetcher=_fetcher()).render()
        data = document.write_pdf(
            pdf_variant=VARIANT,
            finisher=lambda _, pdf: fonts.update(_font_names(pdf)),
        )
    problems = [
        Problem(place, f"WeasyPrint says: {text}", "mend the template, the style or the text")
        for text in dict.fromkeys(records)
    ]
    problems += [
        Problem(place, f"the PDF holds the font {font}", f"only {', '.join(families)} may be used")
        for font in sorted(fonts)
        if not _is_of(font, families)
    ]
    if problems:
        raise LeafletError(problems)
    return Printed(data, len(document.pages))


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
