"""The header of a catalog: fields in a fixed order, unknown ones kept, dates with a meaning."""

import datetime
from dataclasses import replace
from pathlib import Path

from leafletpress.catalog import (
    Catalog,
    Message,
    format_date,
    header_fields,
    merge,
    with_date,
    with_fields,
)
from leafletpress.language import parse_language
from tests.support.any_catalog import HEADER, make_catalog

CREATED = "POT-Creation-Date"
EARLIER = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)
LATER = datetime.datetime(
    2026, 11, 22, 14, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=3))
)
A, B = Message("a"), Message("b")


def pot(
    *messages: Message, now: datetime.datetime = EARLIER, old: Catalog | None = None
) -> Catalog:
    return with_date(make_catalog(list(messages)), old, now)


def created(catalog: Catalog) -> str:
    return header_fields(catalog.header)[CREATED]


def update(old: Catalog | None, new: Catalog, tag: str = "tr") -> Catalog:
    return merge(old, new, parse_language(tag), Path("x.po"))


def test_fields_stand_in_a_fixed_order_and_unknown_ones_after_them() -> None:
    text = (
        "X-Last: 1\nLanguage: tr\nX-First: a: b\nProject-Id-Version: p\nContent-Type: text/plain\n"
    )
    header = with_fields(Message("", (text,)), {"Language": "ar", "Plural-Forms": "nplurals=6;"})
    assert header.msgstr == (
        "Project-Id-Version: p\nLanguage: ar\nContent-Type: text/plain\nPlural-Forms: nplurals=6;\n"
        "X-Last: 1\nX-First: a: b\n"
    )


def test_dates_are_written_as_gettext_writes_them() -> None:
    assert format_date(EARLIER) == "2026-01-02 03:04+0000"
    assert format_date(LATER) == "2026-11-22 14:05+0300"


def test_a_pot_keeps_its_date_until_its_texts_change() -> None:
    first = pot(A, B)
    assert created(first) == format_date(EARLIER)
    assert created(pot(A, B, now=LATER, old=first)) == format_date(EARLIER)
    assert created(pot(B, A, now=LATER, old=first)) == format_date(EARLIER)
    noted = replace(A, extracted=("note: look",))
    assert created(pot(noted, B, now=LATER, old=first)) == format_date(EARLIER)
    assert created(pot(A, now=LATER, old=first)) == format_date(LATER)
    assert created(pot(A, replace(B, context="x"), now=LATER, old=first)) == format_date(LATER)


def test_a_catalog_takes_the_date_of_the_pot_only_with_its_texts() -> None:
    old = update(None, pot(A, B))
    assert created(update(old, pot(A, B, now=LATER))) == format_date(EARLIER)
    assert created(update(old, pot(B, A, now=LATER))) == format_date(EARLIER)
    assert created(update(old, pot(A, Message("c"), now=LATER))) == format_date(LATER)


def test_what_people_and_programs_wrote_into_a_header_stays() -> None:
    base = with_fields(
        HEADER,
        {
            "Last-Translator": "Ayşe <a@b>",
            "PO-Revision-Date": "2026-11-22T07:00:00.5+03:00",
            "Plural-Forms": "nplurals=2; plural=(n > 1);",
            "X-Generator": "Poedit 3.4",
        },
    )
    header = replace(base, comments=("By hand.",), flags=("fuzzy",))
    old = replace(make_catalog([A]), header=header)
    merged = update(old, pot(A, B)).header
    assert (merged.comments, merged.flags) == (("By hand.",), ("fuzzy",))
    assert header_fields(merged) == {**header_fields(header), CREATED: format_date(EARLIER)}


def test_language_charset_and_plurals_are_set_right() -> None:
    broken = with_fields(HEADER, {"Language": "xx", "Content-Type": "text/plain; charset=ASCII"})
    fields = header_fields(
        update(replace(make_catalog([A]), header=broken), pot(A), "pt-BR").header
    )
    assert fields["Language"] == "pt_BR"
    assert fields["Content-Type"] == "text/plain; charset=UTF-8"
    assert fields["Plural-Forms"].startswith("nplurals=")
