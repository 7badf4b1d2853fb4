"""Writing is stable, and loses nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from leafletpress.catalog import Catalog, Message, format_catalog, parse_catalog, write_catalog
from tests.support.any_catalog import HEADER, PATH, catalogs, make_catalog


@pytest.mark.slow
@given(catalogs)
def test_what_is_written_reads_as_the_same_catalog(catalog: Catalog) -> None:
    assert parse_catalog(format_catalog(catalog), PATH) == catalog


@given(catalogs)
def test_writing_twice_gives_the_same_bytes(catalog: Catalog) -> None:
    once = format_catalog(catalog)
    assert format_catalog(parse_catalog(once, PATH)) == once


def test_a_text_breaks_only_where_its_own_lines_end() -> None:
    long = "word " * 60
    message = Message(long, ("one\ntwo\n",), previous_msgid="three\nfour", flags=("fuzzy",))
    assert format_catalog(make_catalog([message])).split("\n\n")[1] == (
        "#, fuzzy\n"
        '#| msgid ""\n#| "three\\n"\n#| "four"\n'
        f'msgid "{long}"\n'
        'msgstr ""\n"one\\n"\n"two\\n"\n'
    )


def test_the_lines_before_a_text_stand_in_a_fixed_order() -> None:
    message = Message(
        "text", ("Text",), context="place", flags=("c-format", "fuzzy"), comments=("mine", ""),
        extracted=("yours", ""), references=("a.md", "b.md"), previous_context="old place",
        previous_msgid="old text",
    )  # fmt: skip
    assert format_catalog(make_catalog([message])).split("\n\n")[1] == (
        "# mine\n#\n#. yours\n#.\n#: a.md b.md\n#, fuzzy, c-format\n"
        '#| msgctxt "old place"\n#| msgid "old text"\n'
        'msgctxt "place"\nmsgid "text"\nmsgstr "Text"\n'
    )


def test_obsolete_messages_come_last_and_every_line_of_theirs_is_marked() -> None:
    gone = Message("gone\nfar", ("weg",), comments=("why",), obsolete=True)
    kept = Message("kept", ("da",))
    text = format_catalog(Catalog(HEADER, (gone, kept), PATH))
    assert text.endswith(
        'msgid "kept"\nmsgstr "da"\n\n'
        '# why\n#~ msgid ""\n#~ "gone\\n"\n#~ "far"\n#~ msgstr "weg"\n'
    )  # fmt: skip


def test_plural_forms_are_numbered() -> None:
    message = Message("a leaflet", ("bir", "çok"), plural="leaflets")
    assert format_catalog(make_catalog([message])).endswith(
        'msgid "a leaflet"\nmsgid_plural "leaflets"\nmsgstr[0] "bir"\nmsgstr[1] "çok"\n'
    )


def test_a_catalog_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "new" / "tiny.po"
    catalog = make_catalog([Message("one", ("bir",))], path)
    assert write_catalog(catalog)
    before = path.stat().st_mtime_ns
    assert not write_catalog(catalog)
    assert path.stat().st_mtime_ns == before


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("msgcat"), reason="msgcat is not here")
def test_what_is_written_is_what_gettext_itself_would_write(tmp_path: Path) -> None:
    tried: list[Message] = []

    @given(catalogs)
    def gather(catalog: Catalog) -> None:
        tried.extend(catalog.messages)

    gather()  # one large catalog of them all: starting msgcat costs more than its work
    path = tmp_path / "all.po"
    write_catalog(make_catalog(tried, path))
    ran = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True)
    assert ran.stdout == path.read_bytes()
