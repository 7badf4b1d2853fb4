"""Large catalogs of every shape that real ones have: read, written, compared with other programs.

``--corpus=FOLDER`` takes the catalogs of a folder as well.
"""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from leafletpress.catalog import Catalog, Message, format_catalog, parse_catalog, read_catalog
from leafletpress.catalog.header import ORDER
from tests.support.catalog_shapes import shapes_of
from tests.support.catalogs import KINDS, make

COUNTED = """
1 plural forms; 2 plural forms; 6 plural forms; context; earlier context; earlier plural; earlier
text; flag; fuzzy; obsolete; untranslated; copy of the source; note for translators; note of a
translator; note of several lines; place; place with a line; a dozen places; line end that only
one side has; hundreds of lines; thousands of characters; thousands of messages; BOM; CRLF; text
with a backslash; text with a joiner; text with a line end; text with a mark of direction; text
with a no-break space; text with a percent sign; text with a quote; text with a tab; text with a
tag; text with an emoji; text with braces; text with code; text with no spaces; text with right to
left; header: X-Generator; header: X-Poedit-KeywordsList; header: X-Crowdin-File; order: #~;
order: #, #~; order: #: msgid msgstr; order: #: msgid " msgstr "; order: #. #: #, msgid " msgstr
"; order: # #: #, msgid " msgstr "; order: #, #: #. # msgid msgstr
"""
"""What catalogs hold, counted in real ones, and what the field allows besides."""

REFUSED_BY_MSGCAT = {"program-ar-windows"}
"""It takes a BOM for a syntax error."""

LOST_BY_MSGCAT = {"program-ar-apart"}
"""Of several lines of flags it keeps the last."""


def corpus_of(config: pytest.Config) -> list[Path]:
    folder: Path | None = config.getoption("--corpus")
    return sorted(folder.rglob("*.po")) if folder else []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    found = corpus_of(metafunc.config)
    if "path" in metafunc.fixturenames:
        names = [str(path.relative_to(metafunc.config.getoption("--corpus"))) for path in found]
        metafunc.parametrize("path", [*KINDS, *found], ids=[*KINDS, *names], indirect=True)


@pytest.fixture
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The file of a catalog: one that was made, or one of the corpus."""
    if isinstance(request.param, Path):
        return request.param
    path = tmp_path / f"{request.param}.po"
    path.write_bytes(make(request.param).text)
    return path


@pytest.fixture
def catalog(path: Path) -> Catalog:
    return read_catalog(path)


def test_what_is_written_reads_as_the_same_catalog(catalog: Catalog) -> None:
    once = format_catalog(catalog)
    again = parse_catalog(once, catalog.path)
    assert (again.header, again.active, again.obsolete) == (
        catalog.header,
        catalog.active,
        catalog.obsolete,
    )
    assert format_catalog(again) == once


def test_what_is_written_is_what_gettext_itself_would_write(catalog: Catalog) -> None:
    if not shutil.which("msgcat"):
        pytest.skip("msgcat is not here")
    if catalog.path.stem in REFUSED_BY_MSGCAT | LOST_BY_MSGCAT:
        catalog.path.write_text(format_catalog(catalog), "utf-8")
    command = ["msgcat", "--no-wrap", "--force-po", str(catalog.path)]
    ran = subprocess.run(command, capture_output=True, check=True)
    assert format_catalog(catalog).encode() == ran.stdout


def ours(message: Message) -> dict[str, object]:
    """Return a message as polib knows it.

    It drops empty lines of notes, and what an obsolete message said before.
    """
    if message.obsolete:
        message = replace(message, previous_msgid=None, previous_context=None, previous_plural=None)
    return {
        "msgid": message.msgid,
        "msgstr": message.msgstrs,
        "msgctxt": message.context,
        "plural": message.plural or "",
        "flags": sorted(message.flags),
        "previous msgid": message.previous_msgid,
        "previous msgctxt": message.previous_context,
        "previous plural": message.previous_plural,
        "comment": [line for line in message.comments if line],
        "extracted": [line for line in message.extracted if line],
        "references": list(message.references),
        "obsolete": message.obsolete,
    }


def polibs(entry: polib.POEntry) -> dict[str, object]:
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    return {
        "msgid": entry.msgid,
        "msgstr": tuple(forms) or (entry.msgstr,),
        "msgctxt": entry.msgctxt,
        "plural": entry.msgid_plural,
        "flags": sorted(entry.flags),
        "previous msgid": entry.previous_msgid,
        "previous msgctxt": entry.previous_msgctxt,
        "previous plural": entry.previous_msgid_plural,
        "comment": [line for line in entry.tcomment.split("\n") if line],
        "extracted": [line for line in entry.comment.split("\n") if line],
        "references": [f"{file}:{line}".removesuffix(":") for file, line in entry.occurrences],
        "obsolete": bool(entry.obsolete),
    }


def test_polib_reads_the_same_messages(catalog: Catalog) -> None:
    entries = polib.pofile(str(catalog.path))
    assert len(catalog.messages) == len(entries)
    for message, entry in zip(catalog.messages, entries, strict=True):
        assert ours(message) == polibs(entry)


@pytest.mark.parametrize("name", KINDS)
def test_what_was_made_is_what_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.po"
    path.write_bytes(make(name).text)
    catalog = read_catalog(path)
    assert catalog.header == make(name).header
    assert catalog.messages == make(name).messages


def made_shapes(folder: Path) -> set[str]:
    found: set[str] = set()
    for name in KINDS:
        path = folder / f"{name}.po"
        path.write_bytes(make(name).text)
        found |= shapes_of(path.read_bytes(), read_catalog(path))
    return found


def test_every_shape_of_real_catalogs_is_made(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    made = made_shapes(tmp_path)
    wanted = " ".join(COUNTED.split()).split("; ")
    assert {*wanted, *(f"header: {name}" for name in ORDER)} <= made
    for path in corpus_of(pytestconfig):
        assert shapes_of(path.read_bytes(), read_catalog(path)) <= made, path.name
