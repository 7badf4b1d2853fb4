"""Approving and acknowledging: who may, what is recorded, and what takes it away again."""

import datetime
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from leafletpress.catalog import read_catalog, with_fields, write_catalog
from leafletpress.edition import State
from leafletpress.page import make_page
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.signoff import Role, read_record, short_digest
from tests.cli.conftest import Say
from tests.support.small_project import (
    a4,
    add_signer,
    command,
    context,
    edit,
    editions,
    fill_catalogs,
    sign_all,
)
from tests.support.terminal import run_on_terminal

CRITICAL = """\
/// warning | Never stop on your own

Do not drive, and do not swim. Ask before you stop.

Drink enough.
///

/// call | When to call"""
TURKISH = {
    "Never stop on your own": "Kendi başınıza asla bırakmayın",
    "Do not drive, and do not swim. Ask before you stop.": (
        "Araba kullanmayın ve yüzmeyin. Bırakmadan önce sorun."
    ),
    "Drink enough.": "Yeterince için.",
}
REST = ("approve", "--lang", "tr", "--leaflet", "rest")


@pytest.fixture
def small(small: Project) -> Project:
    """The small project, with critical negations in a leaflet."""
    edit(small.leaflet("rest"), "/// call | When to call", CRITICAL)
    fill_catalogs(small, "tr", TURKISH)
    for name in ("Ayşe Yılmaz", "Ali Veli", "Dr. Can Ak", "Işıl İnce", "Ada Hill", "Bea Lark"):
        add_signer(small, name)
    return small


def ticks(small: Project) -> list[str]:
    [rest] = [edition for edition in editions(small, "tr") if edition.leaflet.name == "rest"]
    texts = [text for text in rest.texts if text.is_to_tick]
    assert [text.segment.text for text in texts] == list(TURKISH)[:2]
    return [short_digest(text.signed) for text in texts]


def ticked(small: Project) -> list[str]:
    return [word for short in ticks(small) for word in ("--ticked", short)]


def states(small: Project) -> dict[str, State]:
    found = [*editions(small, "en"), *editions(small, "tr")]
    return {f"{one.language.tag}/{one.leaflet.name}": one.state for one in found}


def record(small: Project) -> Path:
    return small.signoff("tr")


def test_what_everybody_has_signed_is_approved(say: Say, small: Project) -> None:
    both = ("--leaflet", "rest", "--leaflet", "page")
    people = {"translator": "Ayşe Yılmaz", "reviser": "Ali Veli", "clinician": "Dr. Can Ak"}
    for role, name in people.items():
        extra = ticked(small) if role == "reviser" else []
        result = say("approve", "--lang", "tr", *both, "--role", role, "--name", name, *extra)
        assert (result.exit_code, result.stderr) == (0, "")
        assert f"rest in Turkish: {name} has signed it as {role}" in result.stdout
    assert states(small)["tr/rest"] is State.APPROVED
    assert states(small)["tr/walk"] is State.DRAFT
    assert len(read_record(record(small)).signoffs) == 6
    first = read_record(record(small)).signoffs[0]
    assert (first.name, first.date) == ("Ayşe Yılmaz", datetime.date.today())


def test_the_source_is_signed_by_a_clinician_only(say: Say, small: Project) -> None:
    line = ["approve", "--lang=en", "--leaflet=rest", "--leaflet=page", "--name=Dr. Can Ak"]
    result = say(*line, "--role", "reviser")
    assert result.exit_code == 2
    assert "English is the source: only a clinician signs it" in result.stderr
    assert say(*line, "--role", "clinician").exit_code == 0
    assert small.source_signoff.exists()
    assert states(small)["en/rest"] is State.APPROVED


def test_the_same_again_writes_nothing(say: Say, small: Project) -> None:
    line = (*REST, "--role", "translator", "--name")
    say(*line, "Işıl İnce")
    before = record(small).read_bytes()
    result = say(*line, "ISIL  ince")
    assert result.exit_code == 0
    assert "rest in Turkish: Işıl İnce has signed exactly this as translator on " in result.stdout
    assert record(small).read_bytes() == before
    assert say(*line, "Can Ak").exit_code == 0
    assert record(small).read_bytes() != before
    after = record(small).read_bytes()
    assert say(*line, "Işıl İnce").exit_code == 0
    assert record(small).read_bytes() == after


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--role=translator",), 'say who you are: --name "…", or --person with your number'),
        (("--role=translator", "--name="), "the name is empty: write your own name"),
        (("--role=translator", "--name= "), "the name is empty: write your own name"),
        (("--role=translator", "--name=-"), 'the name "-" holds no letter'),
        (("--name=Ada Hill",), "Missing option '--role'"),
        (("--name=Ada Hill", "--role=revisor"), "'revisor' is not one of 'translator', 'reviser'"),
        (
            ("--name=Ada Hill", "--role=translator", "--method=machine"),
            "'machine' is not one of 'human'",
        ),
        (("--name=Ada Hill", "--role=translator", "--ticked=1"), "--ticked is for --role reviser"),
        (
            ("--name=Ada Hill", "--role=reviser", "--ticked=1"),
            '"1" is no sentence to tick in this text',
        ),
        (
            ("--name=Ada Hill", "--role=translator", "--leaflet=wlk"),
            'no leaflet "wlk": did you mean "walk"',
        ),
        (("--name=Ada Hill", "--role=translator", "--lang=en"), "name one language: --lang tr"),
    ],
)
def test_wrong_usage_is_explained_and_writes_nothing(
    say: Say, small: Project, arguments: tuple[str, ...], words: str
) -> None:
    result = say(*REST, *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert not record(small).exists()


@pytest.mark.parametrize("missing", [("--lang", "tr"), ("--leaflet", "rest")])
def test_what_is_signed_has_to_be_named(say: Say, small: Project, missing: tuple[str, str]) -> None:
    line = " ".join(REST).replace(" ".join(missing), "").split()
    assert say(*line, "--role=translator", "--name=Ada Hill").exit_code == 2
    assert not record(small).exists()


def test_nobody_signs_a_test(say: Say) -> None:
    result = say(
        "approve", "--lang=qps-ploc", "--leaflet=rest", "--role=translator", "--name=Ada Hill"
    )
    assert result.exit_code == 2
    assert 'there is no language "qps-ploc"' in result.stderr


def let_expire(small: Project) -> None:
    edit(small.leaflet("rest"), "review_by: 2099-11-22", "review_by: 2021-01-01")


REFUSED: dict[str, tuple[Callable[[Project], object], str]] = {
    "an empty line": (
        lambda p: edit(p.catalog("tr", "rest"), 'msgstr "İyi uyuyun."', 'msgstr ""'),
        'rest.po:LINE: [untranslated] "Sleep well." is untranslated',
    ),
    "a number that changed": (
        lambda p: edit(p.catalog("tr", "rest"), 'msgstr "15 gün', 'msgstr "51 gün'),
        'rest.po:LINE: [numbers] the source has "15 days", the translation "51 gün"',
    ),
    "a word of the page that is missing": (
        lambda p: edit(p.catalog("tr", "page"), 'msgstr "Kaynaklar"', 'msgstr ""'),
        'page.po:LINE: [untranslated] "Sources" is untranslated',
    ),
    "a leaflet that is out of date": (
        let_expire,
        "leaflets/rest.md: [review-due] review of rest was due by 2021-01-01, so nobody can sign "
        "it: review",
    ),
    "a record that is damaged": (
        lambda p: p.signoff("tr").write_text("[[signoff]]\nleaflet = rest\n", "utf-8"),
        "locales/tr/signoff.toml:2: [not-toml] this is not TOML",
    ),
    "a catalog that is gone": (
        lambda p: p.catalog("tr", "rest").unlink(),
        "rest.po: [no-catalog] the catalog is missing",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_signed_is_told_and_nothing_is_written(
    say: Say, small: Project, name: str
) -> None:
    spoil, words = REFUSED[name]
    line = spoil(small)
    before = record(small).read_bytes() if record(small).exists() else None
    result = say(*REST, "--leaflet", "walk", "--role", "translator", "--name", "Ada Hill")
    assert result.exit_code == 1
    assert words.replace("LINE", str(line)) in result.stderr
    assert result.stdout == ""
    assert (record(small).read_bytes() if record(small).exists() else None) == before


@pytest.mark.parametrize("first", ["translator", "reviser"])
def test_nobody_revises_what_they_translated(say: Say, small: Project, first: str) -> None:
    second = "reviser" if first == "translator" else "translator"
    extra = ticked(small) if first == "reviser" else []
    assert say(*REST, "--role", first, "--name", "Işıl İnce", *extra).exit_code == 0
    before = record(small).read_bytes()
    result = say(*REST, "--role", second, "--name", "isil ince")
    assert result.exit_code == 1
    assert f"Işıl İnce is {first} of rest in Turkish, and so not its {second}" in result.stderr
    assert record(small).read_bytes() == before


def test_a_machines_text_is_not_signed_as_human_work(say: Say, small: Project) -> None:
    catalog = read_catalog(small.catalog("tr", "rest"))
    header = with_fields(catalog.header, {"X-Translation-Method": "machine"})
    write_catalog(type(catalog)(header, catalog.messages, catalog.path))
    line = (*REST, "--role", "translator", "--name", "Ada Hill")
    result = say(*line, "--method", "human")
    assert result.exit_code == 1
    assert 'sign with --method "machine then human"' in result.stderr
    assert not record(small).exists()
    assert say(*line).exit_code == 0
    assert read_record(record(small)).signoffs[0].method == "machine then human"


def test_without_a_terminal_every_negation_is_ticked_by_its_id(say: Say, small: Project) -> None:
    first, second = ticks(small)
    line = (*REST, "--role", "reviser", "--name", "Ali Veli")
    for given in ([], ["--ticked", first]):
        result = say(*line, *given)
        assert result.exit_code == 1
        assert not record(small).exists()
        listed = re.findall(
            r"^([0-9a-f]{8})  locales/tr/LC_MESSAGES/rest.po:\d+$", result.stdout, re.M
        )
        assert listed == [first, second][len(given) // 2 :]
        assert f"add --ticked {second}" in result.stderr
    assert "  English: Do not drive, and do not swim." in result.stdout
    assert "  Turkish: Araba kullanmayın ve yüzmeyin." in result.stdout
    assert say(*line, *ticked(small)).exit_code == 0
    assert read_record(record(small)).signoffs[0].ticked.split() == [first, second]


def on_a_terminal(small: Project, answers: str) -> tuple[int, str]:
    """Run approve as a reviser who sits at a terminal, and types these answers."""
    line = command(small, *REST, "--role", "reviser", "--name", "Ali Veli")
    return run_on_terminal(line, small.root, answers)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_on_a_terminal_every_negation_is_asked_for(small: Project) -> None:
    code, seen = on_a_terminal(small, "y\n\ny\n")  # no answer is no answer
    assert 'Does the translation keep "Never"? [y/n]: ' in seen
    assert seen.count('Does the translation keep "not" and "not"? [y/n]: ') == 2
    assert code == 0
    assert read_record(record(small)).signoffs[0].ticked.split() == ticks(small)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize("answers", ["n\n", "y\nn\n", "y\n\x04"])
def test_one_no_or_going_away_records_nothing(small: Project, answers: str) -> None:
    code, seen = on_a_terminal(small, answers)
    assert code == 1
    assert "Traceback" not in seen
    assert not record(small).exists()
    if "n\n" in answers:
        assert "is not kept, so nothing was recorded: mend the translation" in seen


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("İyi uyuyun.", "İyi uyuyun!"),
        ("İyi uyuyun.", "İyi uyuyun. "),
        ("Yeterince için.", "Yeterince içın."),
    ],
)
def test_one_changed_character_takes_the_approval_from_this_edition_only(
    small: Project, old: str, new: str
) -> None:
    sign_all(small, "en")
    sign_all(small, "tr")
    assert set(states(small).values()) == {State.APPROVED}
    edit(small.catalog("tr", "rest"), old, new)
    assert [name for name, state in states(small).items() if state is not State.APPROVED] == [
        "tr/rest"
    ]


def test_a_changed_source_or_context_takes_the_approval_away(small: Project) -> None:
    for path in (small.leaflet("rest"), small.catalog("tr", "rest")):
        edit(path, "Drink enough.", "Stop.")
    sign_all(small, "tr", names=["rest"])
    before = next(iter(editions(small, "tr"))).approval
    assert before.missing == []
    for path in (small.leaflet("rest"), small.catalog("tr", "rest")):
        edit(path, "Stop.", "Stop!")
    assert next(iter(editions(small, "tr"))).approval.given == {}
    for path in (small.leaflet("rest"), small.catalog("tr", "rest")):
        edit(path, "Stop!", "Stop.")
    assert next(iter(editions(small, "tr"))).approval == before
    text = small.leaflet("rest").read_text("utf-8")
    small.leaflet("rest").write_text(f"{text}\n## More {{: #more }}\n\n- Stop.\n", "utf-8")
    edit(small.catalog("tr", "rest"), 'msgid "Stop."', 'msgctxt "do"\nmsgid "Stop."')
    assert next(iter(editions(small, "tr"))).approval.given == {}


def rewrapped(path: Path) -> None:
    catalog = polib.pofile(str(path), wrapwidth=30)
    catalog.save(newline="\r\n")


def with_bom(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


def commented(path: Path) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.comment, entry.tcomment, entry.occurrences = "", "mine", []
    catalog.metadata = dict(reversed(catalog.metadata.items())) | {"X-Generator": "an editor"}
    catalog.header = "read twice"
    catalog.save()


def other_order(path: Path) -> None:
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog.sort()
    catalog.save()


@pytest.mark.parametrize("save", [rewrapped, with_bom, commented, other_order])
def test_what_another_editor_makes_of_a_catalog_changes_no_approval(
    small: Project, save: Callable[[Path], None]
) -> None:
    sign_all(small, "tr")
    for path in small.catalog("tr", PAGE_DOMAIN).parent.glob("*.po"):
        before = path.read_bytes()
        save(path)
        assert path.read_bytes() != before
    assert [one.state for one in editions(small, "tr")] == [State.APPROVED] * 2


def test_words_of_the_page_are_approved_once_for_all_leaflets(say: Say, small: Project) -> None:
    for tag in ("en", "tr"):
        sign_all(small, tag)
    edit(small.catalog("tr", "page"), 'msgstr "Kaynaklar"', 'msgstr "Kaynakça"')
    assert {name for name, state in states(small).items() if state is State.DRAFT} == {
        "tr/rest", "tr/walk",
    }  # fmt: skip
    run = say("--release", "--lang", "tr")
    assert run.exit_code == 1
    wanted = (
        "locales/tr/signoff.toml: [unsigned] page (the words on every leaflet) in Turkish is a "
        "draft: "
        "have it signed by translator, reviser, clinician\n"
    )
    assert run.stderr == wanted
    sign_all(small, "tr", names=["page"])
    assert set(states(small).values()) == {State.APPROVED}


def test_words_of_the_page_stay_approved_when_a_template_is_parted(small: Project) -> None:
    sign_all(small, "tr")
    own = small.templates.own
    (own / "parts/colophon.html").rename(own / "parts/zz.html")
    for page in own.glob("*.html"):
        page.write_text(page.read_text("utf-8").replace("colophon.html", "zz.html"), "utf-8")
    assert [one.template_approval.missing for one in editions(small, "tr")] == [[], []]


def test_a_new_review_date_needs_the_clinicians_again(small: Project) -> None:
    for tag in ("en", "tr"):
        sign_all(small, tag)
    edit(small.leaflet("walk"), "review_by: 2099-11-22", "review_by: 2099-12-22")
    missing = {
        (one.language.tag, one.leaflet.name): one.missing_roles
        for tag in ("en", "tr")
        for one in editions(small, tag)
        if one.missing_roles
    }
    assert missing == {("en", "walk"): [Role.CLINICIAN], ("tr", "walk"): [Role.CLINICIAN]}


def test_status_names_who_signed_and_what_changed_since(say: Say, small: Project) -> None:
    sign_all(small, "tr", Role.TRANSLATOR, Role.REVISER)
    line = edit(small.catalog("tr", "rest"), "İyi uyuyun.", "Çok iyi uyuyun.")
    text = small.leaflet("rest").read_text("utf-8")
    small.leaflet("rest").write_text(text.replace("Drink enough.\n", ""), "utf-8")
    lines = say("status", "--lang", "tr").stdout.splitlines()
    assert [row.split() for row in lines[2:5]] == [
        ["rest", "draft", "100%", "changed", "changed", "-"],
        ["walk", "draft", "100%", "2026-11-25", "2026-11-25", "-"],
        ["page", "draft", "100%", "2026-11-25", "2026-11-25", "-"],
    ]
    said = "\n".join(lines)
    assert "signed by The translator as translator, not with a key: walk, page" in said
    assert "rest changed since The translator (translator, 2026-11-25)" in said
    assert f"  locales/tr/LC_MESSAGES/rest.po:{line}: changed: Çok iyi uyuyun.\n" in said
    assert "  1 sentence removed\n" in said
    assert "next: the translator signs: python build.py approve --lang tr --role" in said
    assert max(map(len, lines)) <= 80


def test_status_as_json_tells_all_of_it(say: Say, small: Project) -> None:
    sign_all(small, "tr", Role.TRANSLATOR)
    line = edit(small.catalog("tr", "rest"), "İyi uyuyun.", "Çok iyi uyuyun.")
    rows = json.loads(say("status", "--lang", "tr", "--json").stdout)
    [stale] = rows[0]["signatures"]
    assert stale["changed"] == [
        {
            "location": {"path": "locales/tr/LC_MESSAGES/rest.po", "line": line},
            "text": "Çok iyi uyuyun.",
        }
    ]
    assert (stale["counts"], stale["name"], stale["date"]) == (
        False,
        "The translator",
        "2026-11-25",
    )
    assert rows[1]["signatures"][0]["counts"] is True
    assert rows[1]["missing_signatures"] == ["reviser", "clinician"]


def test_a_digest_that_was_changed_by_hand_does_not_count(say: Say, small: Project) -> None:
    sign_all(small, "tr", names=["walk"])
    text = record(small).read_text("utf-8")
    record(small).write_text(re.sub(r"sha256:....", "sha256:beef", text), "utf-8")
    assert states(small)["tr/walk"] is State.DRAFT
    assert "the sign-off does not say which sentences" not in (said := say("status").stdout)
    assert "walk changed since The translator (translator, 2026-11-25)" in " ".join(said.split())
    assert "its digest is not that of this text, though its sentences are" in said


NUMBER = ("acknowledge", "--lang", "tr", "--leaflet", "rest", "--number", "15")


def in_words(small: Project) -> int:
    return edit(small.catalog("tr", "rest"), 'msgstr "15 gün', 'msgstr "On beş gün')


def test_a_number_in_words_may_be_acknowledged_for_exactly_this_sentence(
    say: Say, small: Project
) -> None:
    line = in_words(small)
    assert states(small)["tr/rest"] is State.INCOMPLETE
    ask = (*NUMBER, f"--line={line}", "--words", "On beş gün", "--name")
    result = say(*ask, "Ali Veli")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"rest.po:{line}: 15 days: Ali Veli answers for it that On beş gün says it" in (
        result.stdout
    )
    [row] = read_record(record(small)).acknowledged
    assert (row.numbers, row.words, row.name) == (["15 days"], ["On beş gün"], "Ali Veli")
    assert states(small)["tr/rest"] is State.DRAFT
    before = record(small).read_bytes()
    assert "acknowledged already; nothing to do" in say(*ask, "Ali Veli").stdout
    assert record(small).read_bytes() == before
    refused = say(*REST, "--role=translator", "--name=ali VELİ")
    assert refused.exit_code == 1
    assert "Ali Veli is the reviewer who acknowledged a number of rest in Turkish" in refused.stderr
    edit(small.catalog("tr", "rest"), "Su için.", "Su için!")
    assert states(small)["tr/rest"] is State.INCOMPLETE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": "3"}, "the number 3 stands on both sides, or on none: what may be "
                          "acknowledged here is 15 days"),
        ({"words": "yirmi"}, '"yirmi" does not stand in the translation: copy the words from'),
        ({"words": "15"}, '"15" is no number in words'),
        ({"line": "1"}, "no translation of rest in Turkish begins in line 1: give the line"),
        ({"name": "The translator"}, "The translator translated this sentence: have another"),
    ],
)  # fmt: skip
def test_what_may_not_be_acknowledged_is_told(
    say: Say, small: Project, changes: dict[str, str], words: str
) -> None:
    line = str(in_words(small))
    if "name" in changes:  # who signed when the number had been acknowledged, before it was not
        say(*NUMBER, "--line", line, "--words=on beş", "--name=Bea Lark")
        sign_all(small, "tr", Role.TRANSLATOR, names=["rest"])
        text = record(small).read_text("utf-8")
        record(small).write_text(text[text.rindex("[[signoff]]") :], "utf-8")
    given = {"number": "15", "words": "on beş", "line": line, "name": "Ada Hill"} | changes
    before = record(small).read_bytes() if record(small).exists() else None
    line_of = [f"--{name}={value}" for name, value in given.items()]
    result = say("acknowledge", "--lang=tr", "--leaflet=rest", *line_of)
    assert result.exit_code == 1
    assert words in result.stderr
    assert (record(small).read_bytes() if record(small).exists() else None) == before


def test_a_number_that_changed_cannot_be_acknowledged(say: Say, small: Project) -> None:
    line = edit(small.catalog("tr", "rest"), 'msgstr "15 gün', 'msgstr "51 gün')
    result = say(*NUMBER, f"--line={line}", "--words=gün", "--name=Ada Hill")
    assert result.exit_code == 1
    assert "the number 15 stands on both sides, or on none" in result.stderr
    assert states(small)["tr/rest"] is State.INCOMPLETE


def test_the_page_says_who_signed_and_when_and_that_a_machine_came_first(small: Project) -> None:
    catalog = read_catalog(small.catalog("tr", "rest"))
    header = with_fields(catalog.header, {"X-Translation-Method": "machine"})
    write_catalog(type(catalog)(header, catalog.messages, catalog.path))
    note = "Bu çeviriyi bir bilgisayar yaptı."
    for role in ("translator", "reviser", "clinician"):
        assert (note in page_of(small)) == (role != "clinician")
        sign_all(small, "tr", Role(role), names=["rest"])
    said = page_of(small)
    assert note not in said
    date = "(25 Kasım 2026)"
    assert f"bilgisayar, ardından The translator {date}" in said
    assert f"The reviser {date}" in said
    assert f"The clinician {date}" in said
    assert "TASLAK" in said
    sign_all(small, "tr", names=["page"])
    assert "TASLAK" not in page_of(small)


def page_of(small: Project) -> str:
    edition = next(iter(editions(small, "tr")))
    page = make_page(edition, a4(small)["a4"], context(small).clinic, small)
    text = re.sub(r"<style>.*?</style>|<[^>]+>", "", page, flags=re.S)
    return " ".join(text.replace("\u00a0", " ").split())
