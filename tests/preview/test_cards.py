"""What the page for translators knows of each text, and which files it is made from."""

import datetime
from pathlib import Path

import pytest
import watchfiles

from leafletpress.content import TRACE
from leafletpress.edition import Standing, read_collection
from leafletpress.language import parse_language
from leafletpress.pdf import Area
from leafletpress.preview.cards import Card, left_to_do, make_cards
from leafletpress.preview.view import View, read_view
from leafletpress.preview.watch import is_input
from leafletpress.project import Project
from tests.support.small_project import append, edit


def cards_of(project: Project, tag: str = "tr", areas: tuple[Area, ...] = ()) -> list[Card]:
    collection, _ = read_collection(project, ["rest"])
    [edition], _ = collection.editions(parse_language(tag), datetime.date.today())
    return make_cards(edition, areas, project)


def card(project: Project, source: str, tag: str = "tr") -> Card:
    return next(card for card in cards_of(project, tag) if card.source == source)


@pytest.mark.parametrize(
    ("old", "new", "standing"),
    [
        ("İyi uyuyun.", "İyi uyuyun.", Standing.TRANSLATED),
        ("İyi uyuyun.", "", Standing.UNTRANSLATED),
        ("İyi uyuyun.", "  ", Standing.UNTRANSLATED),
        ('msgid "Sleep well."', '#, fuzzy\nmsgid "Sleep well."', Standing.FUZZY),
        ("İyi uyuyun.", "8 saat uyuyun.", Standing.FAILING),
    ],
)
def test_a_card_says_how_far_its_text_is(
    small: Project, old: str, new: str, standing: Standing
) -> None:
    edit(small.catalog("tr", "rest"), old, new)
    found = card(small, "Sleep well.")
    assert found.standing is standing
    assert bool(found.flaws) is (standing is not Standing.TRANSLATED)


def test_a_card_says_where_its_text_is_written_and_printed(small: Project) -> None:
    number = [card.source for card in cards_of(small)].index("Sleep well.")
    area = Area(f"{TRACE}{number}", 0, 0.1, 0.2, 0.3, 0.4)
    found = cards_of(small, areas=(area,))[number]
    catalog = small.catalog("tr", "rest").read_text("utf-8").split("\n")
    leaflet = small.leaflet("rest").read_text("utf-8").split("\n")
    line = catalog.index('msgstr "İyi uyuyun."') + 1
    assert found.catalog == f"locales/tr/LC_MESSAGES/rest.po:{line}"
    assert found.leaflet == f"leaflets/rest.md:{leaflet.index('Sleep well.') + 1}"
    assert found.areas == [area]


def test_in_the_source_language_nothing_is_left_to_do(small: Project) -> None:
    cards = cards_of(small, "en")
    assert {card.standing for card in cards} == {Standing.SOURCE}
    assert {card.catalog for card in cards} == {""}
    assert left_to_do(cards) == []


def test_a_pseudo_locale_has_no_catalog_to_name(small: Project) -> None:
    view = View("qps-ploc", "rest", "a4")
    collection, _ = read_collection(small, ["rest"])
    [edition], _ = collection.editions(view.language, datetime.date.today())
    assert {card.catalog for card in make_cards(edition, (), small)} == {""}


def test_what_changed_in_the_source_is_told(small: Project) -> None:
    old = 'msgid "Sleep well."'
    edit(small.catalog("tr", "rest"), old, f"#. changed: negation added\n#, fuzzy\n{old}")
    assert card(small, "Sleep well.").changes == ["negation added"]


def test_left_to_do_are_critical_texts_first_and_each_message_once(small: Project) -> None:
    append(small.leaflet("rest"), "\nSleep well.\n")
    catalog = small.catalog("tr", "rest")
    edit(catalog, "İyi uyuyun.", "")
    edit(catalog, "Ne zaman aramalı", "")
    cards = cards_of(small)
    assert [cards[number].source for number in left_to_do(cards)] == ["When to call", "Sleep well."]
    names = [card.name for card in cards]
    assert len(set(names)) == len(names)


def test_a_name_stays_while_other_texts_come_and_go(small: Project) -> None:
    before = card(small, "Sleep well.").name
    edit(small.leaflet("rest"), "Sleep well.", "Eat well.\n\nSleep well.")
    assert card(small, "Sleep well.").name == before


@pytest.mark.parametrize(
    ("path", "concerns"),
    [
        ("locales/tr/LC_MESSAGES/rest.po", True),
        ("locales/tr/LC_MESSAGES/page.po", True),
        ("locales/tr/LC_MESSAGES/shared.po", True),
        ("locales/tr/glossary.toml", True),
        ("locales/tr/signoff.toml", True),
        ("locales/tr/LC_MESSAGES/walk.po", False),
        ("locales/he/LC_MESSAGES/rest.po", False),
        ("leaflets/rest.md", True),
        ("leaflets/shared/call.md", True),
        ("leaflets/walk.md", False),
        ("templates/styles/1-page.css", True),
        ("clinic.toml", True),
    ],
)
def test_a_view_knows_which_files_it_is_made_from(
    small: Project, path: str, concerns: bool
) -> None:
    assert View("tr", "rest", "a4").concerns(small.root / path, small) is concerns


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("rest.po", True),
        ("clinic.toml", True),
        ("rest.po~", False),
        (".rest.po.swp", False),
        (".#rest.po", False),
        ("#rest.po#", False),
        ("4913", False),
        ("rest.po.tmp", False),
        ("out.pdf", False),
    ],
)
def test_backups_and_swap_files_of_editors_are_no_input(name: str, is_one: bool) -> None:
    assert is_input(watchfiles.Change.modified, str(Path("/project") / name)) is is_one


def test_an_address_names_its_view_and_nothing_else(small: Project) -> None:
    view = View("tr", "rest", "large-print")
    assert read_view(view.query, small) == view
    assert read_view("lang=qps-plocm&leaflet=rest", small).language.direction == "rtl"
    for query in ("", "lang=tr", "lang=de&leaflet=rest", "lang=tr&leaflet=..%2Frest"):
        with pytest.raises(LookupError, match="there is no "):
            read_view(query, small)
