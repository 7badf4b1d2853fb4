"""Whatever editor saved a catalog, update brings it back to our form and changes nothing else."""

import datetime
import io
import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from dataclasses import replace

import polib
import pytest
from babel.messages.pofile import read_po, write_po

from leafletpress.catalog import (
    Catalog,
    Message,
    format_catalog,
    header_fields,
    merge,
    read_catalog,
    with_fields,
)
from leafletpress.edition import read_collection
from leafletpress.language import parse_language
from leafletpress.project import Project
from leafletpress.update import update
from tests.support.small_project import editions

SHIPPED = ["hsct-steps", "pregnancy-breastfeeding", "treatments", "page"]
TURKISH = parse_language("tr")
NOW = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
Save = Callable[[bytes], bytes]


def with_msgcat(data: bytes) -> bytes:
    if not shutil.which("msgcat"):
        pytest.skip("msgcat is not here")
    command = ["msgcat", "--width=79", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def with_polib(data: bytes) -> bytes:
    return str(polib.pofile(data.decode(), wrapwidth=78)).encode()


def with_babel(data: bytes) -> bytes:
    out = io.BytesIO()
    write_po(out, read_po(io.BytesIO(data), abort_invalid=True), width=76)
    return out.getvalue()


def with_sticky_flags(data: bytes) -> bytes:
    return data.replace(b"\n#, fuzzy\n", b"\n#= fuzzy\n")


def with_shouted_flags(data: bytes) -> bytes:
    return data.replace(b"\n#, fuzzy\n", b"\n#,Fuzzy\n")


def with_windows_line_ends(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def with_byte_order_mark(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


def with_one_text_wrapped(data: bytes) -> bytes:
    """As translate-toolkit, and so Weblate, does: what nobody edited stays as it was."""
    line = max(re.findall(rb'\nmsgstr (".+")', data), key=len)
    pieces = textwrap.wrap(line.decode()[1:-1], 70, drop_whitespace=False)
    wrapped = "".join(f'\n"{piece}"' for piece in ("", *pieces))
    return data.replace(b"\nmsgstr " + line, b"\nmsgstr " + wrapped[1:].encode())


LAYOUT = [
    with_msgcat,
    with_one_text_wrapped,
    with_sticky_flags,
    with_shouted_flags,
    with_windows_line_ends,
    with_byte_order_mark,
]
"""Programs that change no more than the layout. polib wraps comments, too."""


def lived_in(catalog: Catalog) -> Catalog:
    """The catalog as work leaves it: a doubt, a comment, a text of two lines, an old message."""
    first, second, third, *rest = catalog.messages
    fuzzy = replace(
        first, flags=("fuzzy",), previous_msgid=f"Once\n{first.msgid}", extracted=first.extracted
    )
    noted = replace(second, comments=("Asked the ward.", "", "They say so, too."))
    broken = replace(third, msgstrs=(f"{third.msgstr}\n{third.msgstr}",))
    gone = Message("It was here once\nand went", ("Bir zamanlar\nvardı",), obsolete=True)
    return replace(catalog, messages=(fuzzy, noted, broken, *rest, gone))


@pytest.mark.parametrize("domain", SHIPPED)
def test_the_shipped_catalogs_are_in_our_form(domain: str, project: Project) -> None:
    path = project.catalog("tr", domain)
    assert format_catalog(read_catalog(path)).encode() == path.read_bytes()


@pytest.mark.parametrize("domain", SHIPPED)
@pytest.mark.parametrize("save", LAYOUT)
def test_a_catalog_of_another_layout_is_written_in_ours(
    save: Save, domain: str, project: Project
) -> None:
    path = project.catalog("tr", domain)
    mine = format_catalog(lived_in(read_catalog(path)))
    path.write_bytes(save(mine.encode()))
    assert path.read_bytes() != mine.encode()
    assert format_catalog(read_catalog(path)) == mine


def merged(project: Project, domain: str, save: Save) -> tuple[Catalog, Catalog]:
    """The catalog after an update, and after another program saved it and an update."""
    path = project.catalog("tr", domain)
    pot = read_catalog(project.pot(domain))
    mine = lived_in(read_catalog(path))
    path.write_bytes(save(format_catalog(mine).encode()))
    return merge(mine, pot, TURKISH, path), merge(read_catalog(path), pot, TURKISH, path)


@pytest.mark.parametrize("domain", SHIPPED)
@pytest.mark.parametrize("save", [*LAYOUT, with_polib])
def test_an_update_brings_back_what_another_program_changed(
    save: Save, domain: str, project: Project
) -> None:
    straight, back = merged(project, domain, save)
    assert format_catalog(back) == format_catalog(straight)


@pytest.mark.parametrize("domain", SHIPPED)
def test_an_update_keeps_what_babel_leaves(domain: str, project: Project) -> None:
    """Babel drops previous texts and unknown header fields; the translations survive."""
    straight, back = merged(project, domain, with_babel)
    assert [(m.key, m.msgstrs, m.extracted[:1], m.references, m.flags) for m in back.messages] == [
        (m.key, m.msgstrs, m.extracted[:1], m.references, m.flags) for m in straight.messages
    ]


@pytest.mark.slow
@pytest.mark.parametrize("save", [*LAYOUT, with_polib, with_babel])
def test_sign_offs_outlive_every_program(save: Save, project: Project) -> None:
    before = [edition.digest for edition in editions(project, "tr")]
    for domain in SHIPPED:
        path = project.catalog("tr", domain)
        path.write_bytes(save(path.read_bytes()))
    assert [edition.digest for edition in editions(project, "tr")] == before
    collection, _ = read_collection(project, project.leaflet_names())
    assert update(collection, [TURKISH], NOW)[1] == []
    assert [edition.digest for edition in editions(project, "tr")] == before


def test_a_header_keeps_what_other_programs_write_into_it(project: Project) -> None:
    path = project.catalog("tr", "page")
    stamped = {"Last-Translator": "Ayşe <a@example.org>", "X-Generator": "Weblate 5.4"}
    catalog = read_catalog(path)
    path.write_text(format_catalog(replace(catalog, header=with_fields(catalog.header, stamped))))
    merged = merge(read_catalog(path), read_catalog(project.pot("page")), TURKISH, path)
    assert header_fields(merged.header) == header_fields(catalog.header) | stamped
