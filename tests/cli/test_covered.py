"""What a signature covers: the table of docs/approving.md, with a change of each kind planted."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import polib
import pytest

from leafletpress.format import read_format
from leafletpress.page import make_page
from leafletpress.project import PAGE_DOMAIN, Project
from leafletpress.signoff import SOURCE_ROLES, TRANSLATION_ROLES, Role, read_record
from tests.cli.conftest import Say
from tests.support.small_project import (
    FRONT,
    ROOT,
    a4,
    append,
    context,
    edit,
    editions,
    fill_catalogs,
    sign_all,
)

BODY = """\
## What to do {: #do }

Rest for 15 days. [@smith2020]

Drink water.

| Day        | Night      |
|------------|------------|
| Walk often | Sleep well |
| Eat apples |            |

/// warning | Never stop the tablets

Do not drive a car.
///

4. Call the nurse.
5. Wait for the nurse.

- Take a bag.
- Take a book.

Do not swim alone.
{: .critical }

### More about rest {: #more }

/// risk | Falls at home
    events: 1
    people: 100
    source: smith2020

It was 1, or 2, of 100 people.
///

/// steps | First weeks
    time: 3 weeks
    duration: 3 weeks

1. Rest a little.
///

/// include | numbers
///

/// write-in | Names
    lines: 2

- Nurse
///
"""
PASSAGE = "Keep this number: {team_phone}.\n\nThe other one is {emergency_phone}.\n"
TURKISH = {
    "Rest at home": "Evde dinlenin",
    "What you can do.": "Neler yapabilirsiniz.",
    "What to do": "Ne yapmalı",
    "Rest for 15 days. [@smith2020]": "15 gün dinlenin. [@smith2020]",
    "Drink water.": "Su için.",
    "Day": "Gündüz",
    "Night": "Gece",
    "Walk often": "Sık yürüyün",
    "Sleep well": "İyi uyuyun",
    "Eat apples": "Elma yiyin",
    "Never stop the tablets": "Tabletleri asla bırakmayın",
    "Do not drive a car.": "Araba kullanmayın.",
    "Call the nurse.": "Hemşireyi arayın.",
    "Wait for the nurse.": "Hemşireyi bekleyin.",
    "Take a bag.": "Çanta alın.",
    "Take a book.": "Kitap alın.",
    "Do not swim alone.": "Yalnız yüzmeyin.",
    "More about rest": "Dinlenme hakkında",
    "Falls at home": "Evde düşmeler",
    "It was 1, or 2, of 100 people.": "100 kişiden 1 veya 2 kişiydi.",
    "First weeks": "İlk haftalar",
    "3 weeks": "3 hafta",
    "Rest a little.": "Biraz dinlenin.",
    "Names": "Adlar",
    "Nurse": "Hemşire",
    "Keep this number: {team_phone}.": "Bu numarayı saklayın: {team_phone}.",
    "The other one is {emergency_phone}.": "Diğeri şudur: {emergency_phone}.",
}

Change = Callable[[Project], object]


def leaflet(old: str, new: str) -> Change:
    return lambda project: edit(project.leaflet("rest"), old, new)


def both(old: str, new: str) -> Change:
    """A change of the English that everybody has translated already."""

    def change(project: Project) -> None:
        edit(project.leaflet("rest"), old, new)
        edit(project.catalog("tr", "rest"), f'msgid "{old}', f'msgid "{new}')

    return change


def clinic(old: str, new: str) -> Change:
    return lambda project: edit(project.clinic, old, new)


def passages_swapped(project: Project) -> None:
    first, _, second = PASSAGE.strip().partition("\n\n")
    (project.passages / "numbers.md").write_text(f"{second}\n\n{first}\n", "utf-8")


def include_moved(project: Project) -> None:
    text = project.leaflet("rest").read_text("utf-8")
    include = "/// include | numbers\n///\n\n"
    assert text.count(include) == 1
    text = text.replace(include, "").replace("Drink water.\n", f"Drink water.\n\n{include}")
    project.leaflet("rest").write_text(text, "utf-8")


def catalog_saved(project: Project) -> None:
    for path in project.catalog("tr", "rest").parent.glob("*.po"):
        catalog = polib.pofile(str(path), wrapwidth=30)
        for entry in catalog:
            entry.comment, entry.tcomment, entry.occurrences = "", "mine", []
        catalog.metadata |= {"X-Generator": "an editor"}
        catalog.sort()
        catalog.save(newline="\r\n")


def rewrapped(project: Project) -> None:
    edit(project.leaflet("rest"), "Rest for 15 days. [", "Rest for\n15 days.\n[")
    edit(project.leaflet("rest"), "- Take a bag.\n- Take", "\n\n* Take a bag.\n\n* Take")
    edit(project.leaflet("rest"), "| Day        | Night      |\n|---", "|Day|Night|\n|---")
    edit(project.leaflet("rest"), "Drink water.", 'Drink water.\n{: note="from the tap" }')


def logo(project: Project) -> None:
    shutil.copy(next((ROOT / "leafletpress").rglob("icon.svg")), project.root / "logo.svg")
    text = project.clinic.read_text("utf-8")
    head = 'name = "St. Mary"\nlogo = "logo.svg"\nfeedback = "a@b.org"\nwrite_in = ["nurse"]\n\n'
    project.clinic.write_text(head + text, "utf-8")


def restyled(project: Project) -> None:
    append(project.templates.own / "styles/1-page.css", "\np { color: red; }\n")
    edit(project.templates.own / "leaflet.html", "<main>", '<p class="sign">☐</p><main>')
    edit(project.templates.own / "formats/a4.toml", "body = 12", "body = 13")


PLANTED: dict[str, Sequence[Change]] = {
    "a translation": [
        lambda p: edit(p.catalog("tr", "rest"), "Su için.", "Su içiniz."),
        lambda p: edit(p.catalog("tr", "shared"), "Diğeri şudur", "Öteki şudur"),
    ],
    "an English sentence": [both("Drink water.", "Drink tea."), both("Nurse", "Nurses")],
    "the order of sentences, blocks and shared passages": [
        passages_swapped,
        include_moved,
        leaflet("- Take a bag.\n- Take a book.", "- Take a book.\n- Take a bag."),
        leaflet("| Walk often | Sleep well |", "| Sleep well | Walk often |"),
    ],
    "the column or the row that a text stands in": [
        leaflet("| Eat apples |            |", "|            | Eat apples |"),
        leaflet("| Walk often | Sleep well |\n| Eat apples |            |",
                "| Walk often |            |\n| Sleep well | Eat apples |"),
        leaflet("|------------|------------|", "|------------|-----------:|"),
    ],
    "the kind of a block, and where it begins and ends": [
        leaflet("tablets\n\nDo not drive a car.\n///", "tablets\n///\n\nDo not drive a car."),
        leaflet("/// warning | Never", "/// call | Never"),
        leaflet("///\n\n4. Call the nurse.\n5. Wait for the nurse.",
                "\n4. Call the nurse.\n5. Wait for the nurse.\n///"),
        leaflet("Drink water.", "/// key\n\nDrink water.\n///"),
    ],
    "what a text is: heading of which level, paragraph, item of a list": [
        leaflet("### More about rest", "## More about rest"),
        leaflet("- Take a bag.\n- Take a book.", "Take a bag.\n\nTake a book."),
        leaflet("Drink water.", "- Drink water."),
    ],
    "the kind of a list, and the number that it begins with": [
        leaflet("4. Call the nurse.\n5. Wait", "1. Call the nurse.\n2. Wait"),
        leaflet("4. Call the nurse.\n5. Wait", "- Call the nurse.\n\n- Wait"),
        leaflet("- Take a book.", "    - Take a book."),
    ],
    "the mark `{: .critical }`": [
        leaflet("\n{: .critical }", ""),
        leaflet("Drink water.", "Drink water.\n{: .critical }"),
    ],
    "the numbers, places and sources of figures, the time of steps": [
        leaflet("events: 1", "events: 2"),
        leaflet("    time: 3 weeks\n", ""),
    ],
    "number, version, dates, writer and sources of a leaflet": [
        leaflet("id: T-1", "id: T-3"),
        leaflet('version: "1"', 'version: "2"'),
        leaflet("review_by: 2099-11-22", "review_by: 2099-12-22"),
        leaflet("updated: 2020-01-01", "updated: 2020-01-02"),
        leaflet("written_by: Somebody", "written_by: Somebody else"),
        leaflet("Smith, 2020.", "Smith and others, 2020."),
    ],
    "a word of the page": [
        lambda p: edit(p.catalog("tr", PAGE_DOMAIN), '"Kaynaklar"', '"Kaynakça"'),
    ],
    "a phone number of the clinic": [
        clinic('"by hand"', '"0123 456"'),
        clinic('"112"', '"999"'),
    ],
    "the clinic's name, logo, feedback and fields to fill in": [logo],
    "how a catalog is wrapped or sorted, its notes and its header": [catalog_saved],
    "how a leaflet is wrapped, empty lines, notes for translators": [rewrapped],
    "lines to write on, and what is torn off": [
        leaflet("    lines: 2\n", "    lines: 7\n"),
        leaflet("    lines: 2\n", ""),
    ],
    "style sheets, templates and formats": [restyled],
}  # fmt: skip

SIGN_AGAIN: dict[str, dict[str, Sequence[Role]]] = {
    "everybody, in every language": {"en": SOURCE_ROLES, "tr": TRANSLATION_ROLES},
    "everybody, in that language": {"tr": TRANSLATION_ROLES},
    "the clinicians, in every language": {"en": [Role.CLINICIAN], "tr": [Role.CLINICIAN]},
    "everybody, for `page` in that language": {"tr page": TRANSLATION_ROLES},
    "nobody": {},
}
"""Who signs again, as the table says it, and which sign-offs are then missing."""


def table() -> dict[str, str]:
    """The table of the docs: what is changed, and who signs again."""
    lines = (ROOT / "docs/approving.md").read_text("utf-8").splitlines()
    begin = lines.index("| a change of | is signed again by |") + 2
    rows = lines[begin : lines.index("", begin)]
    cells = [row.strip("| ").split(" | ") for row in rows]
    return dict(cells)


@pytest.fixture(scope="session")
def signed_master(small_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("signed") / "small"
    shutil.copytree(small_master, root)
    project = Project(root)
    project.leaflet("walk").unlink()
    project.catalog("tr", "walk").unlink()
    project.passages.mkdir()
    (project.passages / "numbers.md").write_text(PASSAGE, "utf-8")
    front = FRONT.format(id="T-1", title="Rest at home")
    project.leaflet("rest").write_text(front + BODY, "utf-8")
    fill_catalogs(project, "tr", TURKISH)
    for tag in ("en", "tr"):
        sign_all(project, tag)
    return root


@pytest.fixture
def small(signed_master: Path, tmp_path: Path) -> Project:
    """One leaflet with blocks of many kinds, and everything signed."""
    shutil.copytree(signed_master, tmp_path / "small")
    return Project(tmp_path / "small")


def missing(project: Project) -> dict[str, Sequence[Role]]:
    found: dict[str, Sequence[Role]] = {}
    for tag in ("en", "tr"):
        [edition] = editions(project, tag)
        found |= {tag: edition.missing_roles, f"{tag} page": edition.template_approval.missing}
    return {name: tuple(roles) for name, roles in found.items() if roles}


def test_every_row_of_the_table_is_planted() -> None:
    assert list(table()) == list(PLANTED)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "number"), [(row, n) for row, changes in PLANTED.items() for n in range(len(changes))]
)
def test_a_signature_covers_what_the_table_says(row: str, number: int, small: Project) -> None:
    assert missing(small) == {}
    PLANTED[row][number](small)
    who = table()[row].partition(";")[0].partition(":")[0]
    wanted = {name: tuple(roles) for name, roles in SIGN_AGAIN[who].items()}
    assert missing(small) == wanted


ARRANGED = {
    "| Eat apples |            |->|            | Eat apples |": (
        "moved to row 3, column 2 of the table (was in row 3, column 1 of the table):"
    ),
    "tablets\n\nDo not drive a car.\n///->tablets\n///\n\nDo not drive a car.": (
        'is no longer in the block "warning":'
    ),
    "\n{: .critical }->": "is no longer marked critical:",
    "4. Call the nurse.\n5. Wait->1. Call the nurse.\n2. Wait": (
        "its list begins at 1 now (was 4):"
    ),
    "### More->## More": "is a heading of level 2 now (was a heading of level 3):",
    "events: 1->events: 2": 'the block "risk": events is "2" now (was "1"):',
}


@pytest.mark.parametrize("change", ARRANGED)
def test_status_says_in_plain_words_how_a_text_stands_now(
    change: str, say: Say, small: Project
) -> None:
    edit(small.leaflet("rest"), *change.split("->"))
    said = say("status", "--lang", "tr").stdout
    assert max(map(len, said.splitlines())) <= 80
    assert ARRANGED[change] in " ".join(said.split())
    assert "rest changed since The translator (translator, 2026-11-25) and" in said
    assert "changed:" not in said
    line = next(n for n, one in enumerate(said.splitlines()) if "rest.po:" in one)
    assert said.splitlines()[line].startswith("  locales/tr/LC_MESSAGES/rest.po:")


def test_the_sheet_for_reviewers_says_how_a_text_stands_now(small: Project) -> None:
    edit(small.leaflet("rest"), "\n{: .critical }", "")
    [edition] = editions(small, "tr")
    layout = read_format(small, "review")
    page = make_page(edition, layout, context(small).clinic, small)
    assert page.count("Since The reviser (reviser, 2026-11-25) signed: ") == 1
    row = page[page.index("swim alone") :]
    said = "Since The translator (translator, 2026-11-25) signed: is no longer marked critical"
    assert said in row[: row.index('class="text-row')].replace("\u00a0", " ")


def test_who_signed_before_the_structure_was_covered_is_told_to_sign_again(
    say: Say, small: Project
) -> None:
    """A row as it was written before: bound to the digest of the texts alone."""
    [edition] = editions(small, "tr")
    content = edition.approval.content
    path = small.signoff("tr")
    text = path.read_text("utf-8").replace(content.digest, content.parts["texts"])
    parts = text.split('structure = """\n')
    path.write_text(parts[0] + "".join(one.partition('"""\n')[2] for one in parts[1:]), "utf-8")
    assert {row.structure for row in read_record(path).signoffs} == {""}
    assert missing(small) == {"tr": TRANSLATION_ROLES}
    said = say("status", "--lang", "tr").stdout
    assert "  its sentences are these, but how they are arranged was not signed\n" in said


NOTE = "Bir sağlık uzmanı bu broşürü onayladıktan sonra, sağlık kuruluşu"


def box(project: Project) -> str:
    [edition] = editions(project, "tr")
    page = make_page(edition, a4(project)["a4"], context(project).clinic, project)
    return page[page.index('id="about-this-leaflet"') :]


def test_a_changed_phone_is_told_on_paper_and_in_status_until_a_clinician_signs(
    say: Say, small: Project
) -> None:
    assert NOTE not in box(small)
    edit(small.clinic, '"by hand"', '"0123 456"')
    assert NOTE in box(small)
    said = say("status", "--lang", "tr").stdout
    told = "a phone number in rest changed since The clinician (clinician, 2026-11-25) signed"
    assert told in " ".join(said.split())
    assert "  now team_phone: 0123 456\n" in said
    assert "emergency_phone" not in said
    again = ("approve", "--lang=tr", "--leaflet=rest", "--role=clinician", "--name=The clinician")
    assert say(*again).exit_code == 0
    assert NOTE not in box(small)
    assert "a phone number" not in say("status", "--lang", "tr").stdout
    assert "nothing to do" in say(*again).stdout
    edit(small.clinic, '"0123 456"', '"by hand"')
    assert NOTE not in box(small)


def test_a_phone_that_the_leaflet_does_not_hold_is_not_told(small: Project) -> None:
    append(small.clinic, 'other_phone = "1234 567"\n')
    edit(small.clinic, 'other_phone = "1234 567"', 'other_phone = "1234 568"')
    assert NOTE not in box(small)


@pytest.mark.slow
def test_a_changed_phone_prints_the_leaflet_anew(say: Say, small: Project) -> None:
    """Signing again on the same day takes the note away, so that is another PDF."""
    edit(small.clinic, '"by hand"', '"0123 456"')
    assert say("--lang=tr", "--format=a4").exit_code == 0
    before = (small.root / "out/tr/rest.pdf").read_bytes()
    sign_all(small, "tr", Role.CLINICIAN, names=["rest"])
    assert say("--lang=tr", "--format=a4").exit_code == 0
    assert (small.root / "out/tr/rest.pdf").read_bytes() != before


def test_a_word_in_a_template_or_a_style_sheet_is_a_problem_of_check_and_of_the_build(
    say: Say, small: Project
) -> None:
    template = small.templates.own / "parts/colophon.html"
    style = small.templates.own / "styles/1-page.css"
    line = edit(template, '<section class="about">', '<section class="about"><p>Call us</p>')
    append(style, 'p::before { content: "Note" }\n')
    last = style.read_text("utf-8").count("\n")
    for command in (["check"], ["--draft"], ["--release"], ["status"]):
        result = say(*command)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            f'templates/parts/colophon.html:{line}: [word-in-template] "Call us" stands here as '
            f"it is, so nobody "
            'translates or signs it: put it into _("…"), run "python build.py update", and have '
            "it translated",
            f'templates/styles/1-page.css:{last}: [word-in-template] "Note" stands here as it is, '
            f"so nobody "
            'translates or signs it: write it in a template with _("…"); a style sheet may print '
            "signs and counters",
        ]
    assert not list(small.root.glob("out/**/*.pdf"))
