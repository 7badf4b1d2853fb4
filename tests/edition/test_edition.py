"""The state of an edition: what it is fit for follows from its texts, its sign-offs and the day."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from leafletpress.catalog import Catalog, Message, make_pot, merge, with_fields
from leafletpress.content import Leaflet, Rendering, read_leaflet
from leafletpress.edition import Edition, Passages, State, Text, make_edition, make_texts, status_of
from leafletpress.glossary import Glossary, Term
from leafletpress.language import Language, parse_language, source_language
from leafletpress.problems import errors
from leafletpress.project import Project
from leafletpress.signoff import Record, Role, SignOff, short_digest

TURKISH, ENGLISH = parse_language("tr"), source_language()
DAY = datetime.date(2027, 1, 1)
LAST_DAY = datetime.date(2027, 11, 22)
NO_PASSAGES = Passages()
BODY = """\
Take 20 mg. [@smith2020]

/// warning | Never stop

Call {team_phone}.
///
"""
TRANSLATIONS = {
    "A tiny leaflet": "Küçük bir broşür",
    "This leaflet tells you nothing.": "Bu broşür hiçbir şey anlatmaz.",
    "Take 20 mg. [@smith2020]": "20 mg alın. [@smith2020]",
    "Never stop": "Hiç bırakmayın",
    "Call {team_phone}.": "{team_phone} numarasını arayın.",
}


@pytest.fixture
def leaflet(write_leaflet: Callable[..., Path]) -> Leaflet:
    return read_leaflet(write_leaflet(BODY))


@pytest.fixture
def catalog(leaflet: Leaflet) -> Catalog:
    """The leaflet, wholly translated."""
    root = leaflet.path.parent
    pot = make_pot(leaflet.segments, "tiny", Project(root), root / "tiny.pot")
    empty = merge(None, pot, TURKISH, root / "tiny.po")
    messages = [replace(m, msgstrs=(TRANSLATIONS[m.msgid],)) for m in empty.messages]
    return replace(empty, messages=tuple(messages))


def change(catalog: Catalog, msgid: str, **changes: Any) -> Catalog:
    messages = (replace(m, **changes) if m.msgid == msgid else m for m in catalog.messages)
    return replace(catalog, messages=tuple(messages))


def edition(
    leaflet: Leaflet,
    catalog: Catalog | None,
    *signoffs: SignOff,
    language: Language = TURKISH,
    words: tuple[Text, ...] = (),
    today: datetime.date = DAY,
    passages: Passages = NO_PASSAGES,
) -> Edition:
    return make_edition(leaflet, language, catalog, words, Record(signoffs), today, passages)


def sign(edition: Edition, role: Role) -> SignOff:
    content = edition.approval.content
    ticked = " ".join(map(short_digest, content.negations))
    facts = " ".join(map(short_digest, content.facts))
    return SignOff(
        "tiny", role, f"The {role}", DAY, content.digest, ticked=ticked, facts=facts
    )  # fmt: skip


def test_what_is_complete_and_unsigned_is_a_draft(leaflet: Leaflet, catalog: Catalog) -> None:
    found = edition(leaflet, catalog)
    assert (found.state, found.problems) == (State.DRAFT, ())
    assert found.missing_roles == [Role.TRANSLATOR, Role.REVISER, Role.CLINICIAN]
    assert {key[1]: one.text for key, one in found.renderings().items()} == TRANSLATIONS


CRITICAL = "Call {team_phone}."


@pytest.mark.parametrize(
    ("msgid", "changes", "what"),
    [
        ("Never stop", {"msgstrs": ("",)}, '[untranslated] critical line, "Never stop" is '
                                           'untranslated'),
        ("Never stop", {"msgstrs": (" \n",)}, '[untranslated] critical line, "Never stop" is '
                                              'untranslated'),
        ("A tiny leaflet", {"msgstrs": ("",)}, '[untranslated] "A tiny leaflet" is untranslated'),
        ("A tiny leaflet", {"flags": ("fuzzy",)}, '[fuzzy] "Küçük bir broşür" is fuzzy'),
        ("Never stop", {"flags": ("fuzzy",)}, '[fuzzy] critical line, "Hiç bırakmayın" is fuzzy'),
        (CRITICAL, {"msgstrs": ("Arayın.",)},
         "[placeholders] critical line, placeholder {team_phone} is missing"),
        ("Take 20 mg. [@smith2020]", {"msgstrs": ("200 mg alın. [@smith2020]",)},
         '[numbers] the source has "20 mg", the translation "200 mg"'),
    ],
)  # fmt: skip
def test_one_line_that_is_missing_doubtful_or_unsafe_makes_an_edition_incomplete(
    msgid: str, changes: dict[str, object], what: str, leaflet: Leaflet, catalog: Catalog
) -> None:
    complete = edition(leaflet, catalog)
    signoffs = [sign(complete, role) for role in Role]
    found = edition(leaflet, change(catalog, msgid, line=7, **changes), *signoffs)
    assert found.state is State.INCOMPLETE
    assert [f"[{problem.id}] {problem.what}" for problem in found.problems] == [what]
    assert found.problems[0].location.path == catalog.path
    assert found.problems[0].location.line == 7
    assert found.renderings()[None, msgid] == Rendering(msgid, untranslated=True)


def test_a_line_that_is_not_in_the_catalog_makes_an_edition_incomplete(
    leaflet: Leaflet, catalog: Catalog
) -> None:
    found = edition(leaflet, replace(catalog, messages=catalog.messages[1:]))
    assert found.state is State.INCOMPLETE
    assert [f"[{problem.id}] {problem.what}" for problem in found.problems] == [
        '[not-in-catalog] "A tiny leaflet" is not in the catalog'
    ]


def test_a_word_against_the_glossary_makes_an_edition_incomplete_or_is_a_warning(
    leaflet: Leaflet, catalog: Catalog
) -> None:
    for strict, state in ((True, State.INCOMPLETE), (False, State.DRAFT)):
        term = Term(["leaflet"], ["kitapçık"], strict=strict)
        glossary = Glossary(Path("glossary.toml"), TURKISH, (term,), (), {})
        found = make_edition(leaflet, TURKISH, catalog, (), Record(), DAY, glossary=glossary)
        assert found.state is state
        assert len(found.problems) == 2
        assert bool(errors(found.problems)) is strict


def test_an_obsolete_line_translates_nothing(leaflet: Leaflet, catalog: Catalog) -> None:
    assert edition(leaflet, change(catalog, "Never stop", obsolete=True)).state is State.INCOMPLETE


def test_a_missing_word_of_the_page_makes_an_edition_incomplete(
    leaflet: Leaflet, catalog: Catalog
) -> None:
    word = replace(leaflet.segments[0], text="DRAFT")
    blank = Catalog(catalog.header, (Message("DRAFT"),), Path("page.po"))
    for words, state in (
        (blank, State.INCOMPLETE),
        (change(blank, "DRAFT", msgstrs=("TASLAK",)), State.DRAFT),
    ):
        made = tuple(make_texts([word], words, TURKISH, Record()))
        assert edition(leaflet, catalog, words=made).state is state


def test_approved_is_what_every_role_has_signed(leaflet: Leaflet, catalog: Catalog) -> None:
    draft = edition(leaflet, catalog)
    given: list[SignOff] = []
    for role in Role:
        assert edition(leaflet, catalog, *given).state is State.DRAFT
        given.append(sign(draft, role))
    approved = edition(leaflet, catalog, *given)
    assert (approved.state, approved.missing_roles) == (State.APPROVED, [])


@pytest.mark.parametrize(
    "changes",
    [
        {"msgstrs": ("Hiç bırakmayın.",)},
        {"msgstrs": ("Hiç bırakmayin",)},
        {"msgstrs": ("Hiç bırakmayın ",)},
    ],
)
def test_one_changed_character_makes_a_sign_off_stale(
    changes: dict[str, object], leaflet: Leaflet, catalog: Catalog
) -> None:
    given = [sign(edition(leaflet, catalog), role) for role in Role]
    found = edition(leaflet, change(catalog, "Never stop", **changes), *given)
    assert (found.state, dict(found.signoffs)) == (State.DRAFT, {})


def test_a_sign_off_of_another_leaflet_does_not_count(leaflet: Leaflet, catalog: Catalog) -> None:
    draft = edition(leaflet, catalog)
    given = [msgspec.structs.replace(sign(draft, role), leaflet="other") for role in Role]
    assert edition(leaflet, catalog, *given).state is State.DRAFT


def test_comments_and_the_order_of_a_catalog_do_not_change_its_digest(
    leaflet: Leaflet, catalog: Catalog
) -> None:
    shuffled = replace(catalog, messages=catalog.messages[::-1])
    noted = change(shuffled, "Never stop", comments=("mine",), references=("b.md",))
    assert edition(leaflet, noted).approval == edition(leaflet, catalog).approval


def test_expired_is_what_is_past_its_review_date(leaflet: Leaflet, catalog: Catalog) -> None:
    given = [sign(edition(leaflet, catalog), role) for role in Role]
    assert edition(leaflet, catalog, *given, today=LAST_DAY).state is State.APPROVED
    past = LAST_DAY + datetime.timedelta(days=1)
    assert edition(leaflet, catalog, *given, today=past).state is State.EXPIRED
    assert edition(leaflet, catalog, today=past).state is State.EXPIRED
    broken = change(catalog, "Never stop", flags=("fuzzy",))
    assert edition(leaflet, broken, *given, today=past).state is State.INCOMPLETE


def test_the_source_needs_a_clinician_only(leaflet: Leaflet) -> None:
    draft = edition(leaflet, None, language=ENGLISH)
    assert (draft.state, draft.missing_roles) == (State.DRAFT, [Role.CLINICIAN])
    approved = edition(leaflet, None, sign(draft, Role.CLINICIAN), language=ENGLISH)
    assert approved.state is State.APPROVED


def test_a_machines_text_is_called_so_until_translator_and_reviser_have_signed(
    leaflet: Leaflet, catalog: Catalog
) -> None:
    header = with_fields(catalog.header, {"X-Translation-Method": "machine"})
    machine = replace(catalog, header=header)
    draft = edition(leaflet, machine)
    one, both = (
        [sign(draft, Role.TRANSLATOR)],
        [sign(draft, Role.TRANSLATOR), sign(draft, Role.REVISER)],
    )
    assert not edition(leaflet, catalog).is_machine_made
    assert draft.is_machine_made
    assert edition(leaflet, machine, *one, sign(draft, Role.CLINICIAN)).is_machine_made
    assert not edition(leaflet, machine, *both).is_machine_made


@pytest.mark.parametrize("name", ["hsct-steps", "pregnancy-breastfeeding", "treatments"])
def test_a_catalog_that_repeats_the_source_prints_what_the_source_prints(
    name: str, project: Project
) -> None:
    leaflet = read_leaflet(project.leaflet(name))
    pot = make_pot(leaflet.segments, name, project, project.pot(name))
    same = replace(pot, messages=tuple(replace(m, msgstrs=(m.msgid,)) for m in pot.messages))
    html = []
    for catalog, language in ((None, ENGLISH), (same, parse_language("en-GB"))):
        shared = make_texts([s for s in leaflet.segments if s.shared], catalog, language, Record())
        found = edition(leaflet, catalog, language=language, passages=Passages(tuple(shared)))
        assert found.state is not State.INCOMPLETE
        html.append(leaflet.render(found.renderings().__getitem__, lambda _: None, "en"))
    assert html[0] == html[1]


def test_status_counts_each_message_once(leaflet: Leaflet, catalog: Catalog) -> None:
    broken = change(catalog, "Take 20 mg. [@smith2020]", msgstrs=("",))
    broken = change(broken, CRITICAL, msgstrs=("Arayın.",))
    broken = change(broken, "A tiny leaflet", flags=("fuzzy",))
    twice = replace(leaflet, segments=leaflet.segments * 2)
    status = status_of(edition(twice, broken))
    assert (status.leaflet, status.id, status.language, status.state) == (
        "tiny", "T-1", "tr", "incomplete",
    )  # fmt: skip
    assert (status.total, status.translated, status.fuzzy, status.untranslated) == (5, 3, 1, 1)
    assert (status.critical_missing, status.failed_checks) == (1, 1)
    assert status.missing_signatures == ("translator", "reviser", "clinician")
