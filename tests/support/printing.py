"""Printing in the tests: real faces, real pages, real PDFs, each made once."""

import datetime
from functools import cache
from pathlib import Path
from unittest.mock import patch

from leafletpress.fonts import ensure_faces
from leafletpress.language import Language, parse_language
from leafletpress.pdf import placement, start, write_pdf
from leafletpress.problems import Location

ROOT = Path(__file__).parents[2]

CACHE = ROOT / ".cache"
"""The cache of the checkout. One process reads one set of faces, so every test must use this."""

DATE = datetime.date(2026, 11, 22)


@cache
def faces_problems(tag: str) -> list[str]:
    """Cut the faces of a language; return what keeps it from being printed here."""
    return [problem.what for problem in ensure_faces([parse_language(tag)], CACHE)[tag]]


def write(html: str, language: Language, *, booklet: bool = False, in_place: bool = True) -> bytes:
    """Return a page as the PDF that the press makes of it, perhaps on sheets to fold.

    Without `in_place`, its texts may stick out: of lines that are too narrow for any word.
    """
    assert not faces_problems(language.tag)
    start(CACHE)
    location = Location(Path("page"))
    found = placement.misplaced_texts if in_place else lambda *_: ()
    with patch("leafletpress.pdf.writer.misplaced_texts", found):
        return write_pdf(html, lambda _: location, language, DATE, booklet=booklet).data


def page(body: str, language: Language, style: str = "", title: str = "Title") -> str:
    """Return a page of the language in its own faces, with nothing else of ours on it."""
    families = ", ".join(f'"{family}"' for family in language.families)
    return (
        f'<!doctype html><html lang="{language.tag}" dir="{language.direction}">'
        f'<meta charset="utf-8"><title>{title}</title><style>'
        f"html {{ font-family: {families}; font-size: 12pt }} {style}</style><body>{body}"
    )
