"""Large catalogs of other projects, where they lie beside the checkout: read, write, compare."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from leafletpress.catalog import Catalog, Message, format_catalog, parse_catalog, read_catalog

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.fixture(params=["ar", "de", "fa", "ja", "tr", "zh-CN"])
def path(request: pytest.FixtureRequest) -> Path:
    found = CORPUS / f"{request.param}.po"
    if not found.exists():
        pytest.skip(f"{found.name} is not here")
    return found


@pytest.fixture
def catalog(path: Path) -> Catalog:
    return read_catalog(path)


def test_what_is_written_reads_as_the_same_catalog(catalog: Catalog) -> None:
    once = format_catalog(catalog)
    again = parse_catalog(once, catalog.path)
    assert again == catalog
    assert format_catalog(again) == once


def test_what_is_written_is_what_gettext_itself_would_write(catalog: Catalog) -> None:
    if not shutil.which("msgcat"):
        pytest.skip("msgcat is not here")
    ran = subprocess.run(["msgcat", "--no-wrap", catalog.path], capture_output=True, check=True)
    assert format_catalog(catalog).encode() == ran.stdout


def ours(message: Message) -> dict[str, object]:
    return {
        "msgid": message.msgid,
        "msgstr": message.msgstrs,
        "msgctxt": message.context,
        "plural": message.plural or "",
        "flags": list(message.flags),
        "previous msgid": message.previous_msgid,
        "previous msgctxt": message.previous_context,
        "comment": "\n".join(message.comments),
        "extracted": "\n".join(message.extracted),
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
        "flags": entry.flags,
        "previous msgid": entry.previous_msgid,
        "previous msgctxt": entry.previous_msgctxt,
        "comment": entry.tcomment,
        "extracted": entry.comment,
        "references": [f"{file}:{line}".removesuffix(":") for file, line in entry.occurrences],
        "obsolete": bool(entry.obsolete),
    }


def test_polib_reads_the_same_messages(catalog: Catalog) -> None:
    entries = polib.pofile(str(catalog.path))
    assert len(catalog.messages) == len(entries)
    for message, entry in zip(catalog.messages, entries, strict=True):
        assert ours(message) == polibs(entry)
