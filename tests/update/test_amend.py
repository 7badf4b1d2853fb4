"""A typo that an author mends is recorded, and no translation becomes stale by it."""

import datetime
from contextlib import nullcontext
from pathlib import Path

import pytest

from leafletpress.catalog import Message, read_catalog
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.signoff import Role
from leafletpress.update.typo_record import Edit, read_edits
from tests.cli.conftest import Say
from tests.support.small_project import append, edit, sign_all

WHO = ("--name", "Ada Hill", "--reason", "a typo that a reader saw")
MENDED = ("Drink water.", "Drink watre.")
BEFORE = "Rest for 15 days. [@smith2020] Drink watre."
AFTER = "Rest for 15 days. [@smith2020] Drink water."


@pytest.fixture
def flawed(small: Project, say: Say) -> Project:
    """The small project as it was when a leaflet had a typo, and had been translated with it."""
    for path in (small.leaflet("rest"), small.pot("rest"), small.catalog("tr", "rest")):
        edit(path, MENDED[0], MENDED[1])
    assert say("update").stdout == "nothing to do: every catalog is in line\n"
    return small


def mend(project: Project) -> int:
    return edit(project.leaflet("rest"), MENDED[1], MENDED[0])


def message(project: Project, text: str) -> Message:
    catalog = read_catalog(project.catalog("tr", "rest"))
    return next(m for m in catalog.active if m.msgid == text)


def everything(project: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


def test_a_mended_typo_keeps_its_translation_and_is_recorded(flawed: Project, say: Say) -> None:
    old = message(flawed, BEFORE)
    mend(flawed)
    ran = say("update", "--editorial", *WHO)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "leaflets/editorial.toml: written\n"
        "locales/rest.pot: written\n"
        "locales/tr/LC_MESSAGES/rest.po: written\n"
        "1 typo recorded; their translations are kept\n"
    )
    new = message(flawed, AFTER)
    assert (new.msgstrs, new.flags, new.previous_msgid) == (old.msgstrs, (), None)
    today = datetime.date.today()
    assert read_edits(flawed.editorial) == [
        Edit("rest", "Ada Hill", "a typo that a reader saw", today, BEFORE, AFTER)
    ]
    assert flawed.editorial.read_text("utf-8").endswith(
        f'\n[[edit]]\nleaflet = "rest"\nname = "Ada Hill"\nreason = "a typo that a reader saw"\n'
        f'date = {today}\nbefore = "{BEFORE}"\nafter = "{AFTER}"\n'
    )
    assert say("update").stdout == "nothing to do: every catalog is in line\n"


def test_without_editorial_the_same_change_leaves_a_doubt(flawed: Project, say: Say) -> None:
    mend(flawed)
    assert say("update").exit_code == 0
    assert message(flawed, AFTER).is_fuzzy


def test_a_doubt_that_was_there_already_stays(flawed: Project, say: Say) -> None:
    edit(flawed.catalog("tr", "rest"), f'msgid "{BEFORE}"', f'#, fuzzy\nmsgid "{BEFORE}"')
    mend(flawed)
    assert say("update", "--editorial", *WHO).exit_code == 0
    assert message(flawed, AFTER).is_fuzzy


def test_a_further_change_is_recorded_behind_the_first(flawed: Project, say: Say) -> None:
    mend(flawed)
    say("update", "--editorial", *WHO)
    edit(flawed.editorial, "[[edit]]", "# mine\n[[edit]]")
    edit(flawed.leaflet("walk"), "How to walk", "How to wallk")
    say("update")
    edit(flawed.leaflet("walk"), "How to wallk", "How to walk")
    ran = say("update", "--editorial", "--name", 'Bo "B" Ek', "--reason", "line\\ end")
    assert ran.exit_code == 0
    assert [(e.name, e.reason) for e in read_edits(flawed.editorial)][-1] == (
        'Bo "B" Ek',
        "line\\ end",
    )
    assert "# mine" in flawed.editorial.read_text("utf-8")


STALE = "names the text before the change: ask for a new one"


def test_a_sign_off_that_named_the_old_text_is_told(flawed: Project, say: Say) -> None:
    sign_all(flawed, "en", Role.CLINICIAN)
    sign_all(flawed, "tr", Role.TRANSLATOR)
    mend(flawed)
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 0
    assert ran.stderr.splitlines() == [
        f"{path}/signoff.toml: warning: [outdated-sign-off] the sign-off of rest by The {role}, "
        f"{role}, {STALE}"
        for path, role in (("leaflets", "clinician"), ("locales/tr", "translator"))
    ]


def test_a_typo_in_the_words_of_the_page_is_mended_in_the_same_way(
    small: Project, say: Say
) -> None:
    template = small.templates.own / "parts" / "colophon.html"
    for path in (template, small.pot("page"), small.catalog("tr", "page")):
        path.write_text(path.read_text("utf-8").replace("Last changed", "Last chnaged"), "utf-8")
    assert say("update").stdout == "nothing to do: every catalog is in line\n"
    sign_all(small, "tr", Role.TRANSLATOR)
    edit(template, "Last chnaged", "Last changed")
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 0
    assert ran.stderr == (
        "locales/tr/signoff.toml: warning: [outdated-sign-off] the sign-off of page by The "
        "translator, translator, "
        f"{STALE}\n"
    )
    assert [one.leaflet for one in read_edits(small.editorial)] == ["page"]


def test_a_typo_in_a_shared_passage_is_mended_in_every_leaflet(small: Project, say: Say) -> None:
    small.passages.mkdir()
    passage = small.passages / "card.md"
    passage.write_text("Bring teh card.\n", "utf-8")
    append(small.leaflet("rest"), "\n/// include | card\n///\n")
    say("update")
    edit(
        small.catalog("tr", "shared"),
        'msgid "Bring teh card."\nmsgstr ""',
        'msgid "Bring teh card."\nmsgstr "Kartı getirin."',
    )
    sign_all(small, "tr", Role.TRANSLATOR, names=["rest"])
    edit(passage, "teh", "the")
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 0
    assert STALE in ran.stderr
    [text] = read_catalog(small.catalog("tr", "shared")).active
    assert (text.msgid, text.msgstr, text.flags) == ("Bring the card.", "Kartı getirin.", ())
    assert [one.leaflet for one in read_edits(small.editorial)] == ["shared"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Rest for 15 days.", "Rest for 51 days.", "15 days → 51 days"),
        ("Sleep well.", "Do not sleep well.", "negation added"),
        ("Sleep well.", "Sleep swell.", '"well" → "swell"'),
        ("Sleep well.", "Sleep **well**.", "strong added"),
        ("{team_phone}", "{emergency_phone}", "placeholder {team_phone} removed, placeholder"),
        ("Sleep well.", "Sleep well.\n\nEat a little of all that there is.", "it is new"),
    ],
)
def test_more_than_a_typo_is_refused_and_its_leaflet_stays_as_it_is(
    old: str, new: str, why: str, flawed: Project, say: Say
) -> None:
    mend(flawed)
    line = edit(flawed.leaflet("rest"), old, new)
    before = everything(flawed)
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 1
    assert ran.stdout == ""
    [problem] = ran.stderr.splitlines()
    line += 2 if why == "it is new" else 0
    assert problem.startswith(
        f"leaflets/rest.md:{line}: [more-than-typo] this is more than a typo: {why}"
    )
    assert problem.endswith(
        ": undo this change until the typos are recorded, or run "
        '"python build.py update" without --editorial, which asks translators to look at it again'
    )
    assert everything(flawed) == before


def test_a_refused_leaflet_keeps_no_other_from_being_amended(flawed: Project, say: Say) -> None:
    mend(flawed)
    edit(flawed.leaflet("walk"), "3 weeks", "4 weeks")
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 1
    assert "leaflets/walk.md:" in ran.stderr
    assert not message(flawed, AFTER).is_fuzzy
    assert [one.leaflet for one in read_edits(flawed.editorial)] == ["rest"]


def test_two_texts_that_are_too_much_alike_are_not_paired(flawed: Project, say: Say) -> None:
    for path in (flawed.leaflet("rest"), flawed.pot("rest")):
        before = path.read_text("utf-8")
        head, tail = ("", "") if path.suffix == ".md" else ('msgid "', '"\nmsgstr ""')
        old = f"{head}Sleep well.{tail}"
        more = f"{head}Bring teh card.{tail}\n\n{head}Bring thhe card.{tail}"
        path.write_text(before.replace(old, f"{old}\n\n{more}"), "utf-8")
    say("update")
    text = flawed.leaflet("rest").read_text("utf-8")
    text = text.replace("Bring teh card.", "Bring the card.").replace("\n\nBring thhe card.", "")
    flawed.leaflet("rest").write_text(text, "utf-8")
    ran = say("update", "--editorial", *WHO)
    assert "this is more than a typo: two texts are too much alike: undo" in ran.stderr


def test_what_only_moved_or_is_gone_is_no_matter_of_the_record(flawed: Project, say: Say) -> None:
    edit(flawed.leaflet("rest"), "\n\nSleep well.", "")
    mend(flawed)
    assert say("update", "--editorial", *WHO).exit_code == 0
    assert len(read_edits(flawed.editorial)) == 1


def test_a_catalog_that_cannot_be_read_is_mended_before_its_leaflet(
    flawed: Project, say: Say
) -> None:
    mend(flawed)
    append(flawed.catalog("tr", "rest"), "<<<<<<< HEAD\n")
    before = everything(flawed)
    ran = say("update", "--editorial", *WHO)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "rest.po:" in ran.stderr
    assert everything(flawed) == before


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("[[edit]]\nnmae = 1\n", 'unknown field "nmae": did you mean "name"?'),
        ("edit = 3\n", '"edit" is a number, not a list'),
        ("[[edit]\n", "this is not TOML"),
        ("edit = []\n", "nothing can be added behind what stands here"),
        ('[[edit]]\nleaflet="a"\nname=" "\nreason="b"\ndate=2026-01-01\n'
         'before="c"\nafter="d"\n', '"name" is empty'),
    ],
)  # fmt: skip
def test_a_record_that_is_damaged_keeps_everything_as_it_is(
    record: str, said: str, flawed: Project, say: Say
) -> None:
    mend(flawed)
    flawed.editorial.write_text(record, "utf-8")
    before = everything(flawed)
    ran = say("update", "--editorial", *WHO)
    assert ran.exit_code == 1
    assert "leaflets/editorial.toml:" in ran.stderr
    assert said in ran.stderr
    assert everything(flawed) == before
    with pytest.raises(LeafletError) if "edit = []" not in record else nullcontext():
        read_edits(flawed.editorial)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--editorial"], "say who mended the typos, and why"),
        (["--editorial", "--name", "Ada"], "say who mended the typos, and why"),
        (["--editorial", "--name", " ", "--reason", "why"], "say who mended the typos, and why"),
        (["--editorial", "--name", "Ada", "--reason", ""], "say who mended the typos, and why"),
        (["--name", "Ada"], "--name and --reason belong to --editorial"),
        (["--editorial", *WHO, "--lang", "tr"], "leave --lang out"),
    ],
)
def test_a_name_a_reason_and_every_language_are_asked_for(
    arguments: list[str], said: str, small: Project, say: Say
) -> None:
    ran = say("update", *arguments)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert not small.editorial.exists()
