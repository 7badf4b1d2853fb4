"""The people who sign, on the command line: added, asked for, given keys, and signing with them."""

import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from leafletpress.edition import State
from leafletpress.project import Project
from leafletpress.signoff import Person, Role, add_people, read_people, read_record
from tests.cli.conftest import Say
from tests.support.small_project import add_signer, command, edit, editions, sign_all
from tests.support.terminal import run_on_terminal

ADA = ("people", "add", "--name", "Ada Hill", "--role", "clinician", "--qualification", "nurse")
REST = ("approve", "--lang", "tr", "--leaflet", "rest")


def the_last(small: Project) -> Person:
    return read_people(small.people).persons[-1]


def make_key(folder: Path, name: str) -> Path:
    path = folder / name
    line = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(line, check=True, stdin=subprocess.DEVNULL)
    return path


def test_somebody_is_added_and_shown(say: Say, small: Project) -> None:
    result = say(*ADA, "--register", "GB 77", "--role", "reviser", "--other-name", "Ada Moor")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Ada Hill (GB 77) may sign as clinician, reviser" in result.stdout
    ada = the_last(small)
    assert (ada.roles, ada.other_names) == ([Role.CLINICIAN, Role.REVISER], ["Ada Moor"])
    before = small.people.read_bytes()
    again = say(*ADA, "--register", "GB 77", "--role", "reviser", "--other-name", "Ada Moor")
    assert "is there already; nothing to do" in again.stdout
    assert small.people.read_bytes() == before
    assert "Ada Hill (GB 77): clinician, reviser; nurse\n" in say("people").stdout


def test_of_nobody_it_is_said_how_to_add_them(say: Say, small: Project) -> None:
    small.people.unlink()
    result = say("people")
    assert result.exit_code == 0
    assert "nobody yet: python build.py people add" in result.stdout


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ((), 1, "Ada Hill has neither register number nor e-mail: add register"),
        (("--email", "ada"), 1, '"email" is "ada": write one e-mail address'),
        (("--register", "*"), 1, '"register" is "*": write a register number'),
        (("--email", "translator@example.org"), 1, "is that of The translator already"),
        (("--name", "Аda Hill", "--register", "7"), 1, "holds letters of Cyrillic and Latin"),
        (("--role", "author", "--register", "7"), 2, "'author' is not one of"),
    ],
)
def test_who_cannot_be_told_apart_is_not_added(
    say: Say, small: Project, given: tuple[str, ...], code: int, said: str
) -> None:
    before = small.people.read_bytes()
    result = say(*ADA, *given)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())
    assert small.people.read_bytes() == before


TWIN = (*ADA[:3], "Dr. A. Hill", *ADA[4:], "--register", "GB 78")


def test_without_a_terminal_somebody_says_that_two_are_two(say: Say, small: Project) -> None:
    say(*ADA, "--register", "GB 77")
    before = small.people.read_bytes()
    refused = say(*TWIN)
    assert refused.exit_code == 1
    assert refused.stderr == (
        "people.toml: [alike-names] Dr. A. Hill may be Ada Hill (GB 77): sign with the entry that "
        "is there; "
        'where they are two people, add --said-by "your name"\n'
    )
    assert small.people.read_bytes() == before
    herself = say(*TWIN, "--said-by", "Ada Hill")
    assert (herself.exit_code, herself.stderr) == (
        1, "people.toml: [own-witness] Ada Hill, who says so, may be one of the two: have "
           "somebody else say so\n"
    )  # fmt: skip
    assert small.people.read_bytes() == before
    assert say(*TWIN, "--said-by", "Bea Lark").exit_code == 0
    [word] = read_people(small.people).two_people
    assert (word.people, word.said_by) == (["GB 77", "GB 78"], "Bea Lark")
    assert word.date == datetime.date.today()
    assert "two people: GB 77 and GB 78, says Bea Lark on " in say("people").stdout


def on_a_terminal(small: Project, line: tuple[str, ...], answers: str) -> tuple[int, str]:
    return run_on_terminal(command(small, *line), small.root, answers)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_on_a_terminal_it_is_asked_whether_two_are_two(say: Say, small: Project) -> None:
    say(*ADA, "--register", "GB 77")
    code, seen = on_a_terminal(small, TWIN, "\ny\nBea Lark\n")  # no answer is no answer
    assert seen.count("Their names are alike. Are they two people? [y/n]: ") == 2
    assert code == 0
    assert read_people(small.people).two_people[0].said_by == "Bea Lark"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize("answers", ["n\n", "\x04", "y\n\x04"])
def test_one_no_or_going_away_adds_nobody(say: Say, small: Project, answers: str) -> None:
    say(*ADA, "--register", "GB 77")
    before = small.people.read_bytes()
    code, seen = on_a_terminal(small, TWIN, answers)
    assert code == 1
    assert "Traceback" not in seen
    assert small.people.read_bytes() == before


def test_who_is_not_whom_can_be_said_of_a_file_that_was_written_by_hand(
    say: Say, small: Project
) -> None:
    rows = [
        Person("Ada Hill", [Role.REVISER], "nurse", register="GB 77"),
        Person("Dr. A. Hill", [Role.CLINICIAN], "doctor", register="GB 78"),
        Person("Ada Mary Hill", [Role.CLINICIAN], "doctor", register="GB 79"),
    ]
    add_people(small.people, rows)
    assert "Dr. A. Hill (GB 78) may be Ada Hill (GB 77)" in say("status").stderr
    pairs = [("GB 77", "GB 78"), ("GB 77", "GB 79"), ("GB 78", "GB 79")]
    for one, other in pairs:
        assert say("people").exit_code == 1
        assert say("people", "two", one, other).exit_code == 2
        assert say("people", "two", one, other, "--said-by", "Bea Lark").exit_code == 0
    assert say("people").exit_code == 0


def test_who_is_not_in_the_file_cannot_sign(say: Say, small: Project) -> None:
    add_signer(small, "Ada Hill")
    result = say(*REST, "--role", "translator", "--name", "Bea Lark")
    assert result.exit_code == 1
    assert result.stderr == (
        "people.toml: [unknown-person] Bea Lark is not in people.toml: add the person first: "
        "python build.py people "
        'add --name "Bea Lark" …\n'
    )
    result = say(*REST, "--role", "translator", "--name", "A. Hill")
    assert "do you mean Ada Hill (R-3)? If not, add the person first" in result.stderr
    result = say(*REST, "--role", "translator", "--person", "R-9")
    assert 'nobody in people.toml is "R-9": look up the number' in result.stderr
    assert not small.signoff("tr").exists()


def test_who_has_not_the_role_does_not_sign_in_it(say: Say, small: Project) -> None:
    add_signer(small, "Ada Hill", Role.REVISER)
    result = say(*REST, "--role", "translator", "--name", "Ada Hill")
    assert result.exit_code == 1
    assert (
        "people.toml: [no-such-role] Ada Hill is reviser in people.toml, and no translator: add"
    ) in (result.stderr)
    assert not small.signoff("tr").exists()


def test_two_people_of_one_name_translate_and_revise(say: Say, small: Project) -> None:
    line = ("people", "add", "--name", "Ayşe Yılmaz", "--qualification", "nurse")
    roles = ("--role", "translator", "--role", "reviser")
    say(*line, *roles, "--register", "TR-1")
    assert say(*line, *roles, "--register", "TR-2", "--said-by", "Bea Lark").exit_code == 0
    refused = say(*REST, "--role", "translator", "--name", "Ayşe Yılmaz")
    assert refused.exit_code == 1
    assert '2 people are called Ayşe Yılmaz: add --person "TR-1" (nurse) or --person "TR-2"' in (
        refused.stderr
    )
    assert say(*REST, "--role", "translator", "--person", "TR-1").exit_code == 0
    same = say(*REST, "--role", "reviser", "--person", "TR-1")
    assert "Ayşe Yılmaz is translator of rest in Turkish, and so not its reviser" in same.stderr
    wrong = say(*REST, "--role", "reviser", "--person", "TR-2", "--name", "Ali Veli")
    assert "TR-2 is Ayşe Yılmaz, and not Ali Veli" in wrong.stderr
    assert say(*REST, "--role", "reviser", "--person", "TR-2", "--name", "A. Yılmaz").exit_code == 0
    rows = read_record(small.signoff("tr")).signoffs
    assert [(row.name, row.person) for row in rows] == [
        ("Ayşe Yılmaz", "TR-1"),
        ("Ayşe Yılmaz", "TR-2"),
    ]


def test_nothing_is_signed_on_a_day_that_cannot_be(say: Say, small: Project) -> None:
    add_signer(small, "Ada Hill")
    line = (*REST, "--role", "translator", "--name", "Ada Hill")
    edit(small.leaflet("rest"), "updated: 2020-01-01", "updated: 2098-01-01")
    result = say(*line)
    assert result.exit_code == 1
    assert "and rest is updated on 2098-01-01: set the clock of this computer" in result.stderr
    edit(small.leaflet("rest"), "updated: 2098-01-01", "updated: 2020-01-01")
    sign_all(small, "tr", Role.REVISER, names=["walk"])
    edit(small.signoff("tr"), "date = 2026-11-25", "date = 2098-01-01")
    before = small.signoff("tr").read_bytes()
    result = say(*line)
    assert result.exit_code == 1
    assert "and a sign-off of 2098-01-01 stands here already: set the clock" in result.stderr
    assert small.signoff("tr").read_bytes() == before


@pytest.mark.slow
def test_a_day_that_cannot_be_is_told_by_every_command(say: Say, small: Project) -> None:
    sign_all(small, "tr")
    text = small.signoff("tr").read_text("utf-8")
    small.signoff("tr").write_text(text.replace("2026-11-25", "2098-01-01", 1), "utf-8")
    wanted = (
        "locales/tr/signoff.toml:5: [future-date] The translator signed this on 2098-01-01, which "
        "is still to "
        "come: look at the clock of that computer; take the row out, and have it signed again\n"
    )
    for line in (("status",), ("check", "--lang", "tr"), ("--release", "--lang", "tr")):
        result = say(*line)
        assert result.exit_code == 1
        assert wanted in result.stderr
    assert [row.split()[3:] for row in say("status", "--lang=tr").stdout.splitlines()[2:5]] == [
        ["refused", "2026-11-25", "2026-11-25"],
        ["2026-11-25", "2026-11-25", "2026-11-25"],
        ["2026-11-25", "2026-11-25", "2026-11-25"],
    ]


@pytest.fixture
def keyed(say: Say, small: Project, tmp_path: Path) -> Path:
    """The file of the key of Ada Hill, who may sign as everything."""
    add_signer(small, "Ada Hill")
    key = make_key(tmp_path, "ada")
    result = say("people", "key", "R-3", f"{key}.pub")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"Ada Hill signs with the key SHA256:\S{43} from now on", result.stdout)
    return key


def test_a_sign_off_with_a_key_counts_and_is_shown(say: Say, keyed: Path) -> None:
    line = ("approve", "--lang=en", "--leaflet=rest", "--role=clinician", "--name=Ada Hill")
    result = say(*line, "--key", str(keyed))
    assert (result.exit_code, result.stderr) == (0, "")
    [shown] = re.findall(r"as clinician \(human, with the key (SHA256:\S{43})\)", result.stdout)
    assert shown in say("people").stdout
    status = say("status", "--lang", "en")
    assert f"signed by Ada Hill as clinician, with the key {shown}: rest" in (
        " ".join(status.stdout.split())
    )
    assert status.exit_code == 0
    rows = json.loads(say("status", "--lang", "en", "--json").stdout)
    assert (rows[0]["signatures"][0]["key"], rows[0]["signatures"][0]["person"]) == (shown, "R-3")
    assert "nothing to do" in say(*line, "--key", str(keyed)).stdout


SPOILT = {
    "another leaflet": ('leaflet = "rest"', 'leaflet = "walk"', None),
    "another day": (
        f"date = {datetime.date.today()}",
        "date = 2026-11-20",
        "had no key on that day",
    ),
    "another version": ('version = "1"', 'version = "2"', "does not fit"),
    "another review date": ("review_by = 2099-11-22", "review_by = 2098-11-22", "does not fit"),
    "another signature": ('signature = """\nU1NIU0lH', 'signature = """\nU1NIU0lI', "not fit"),
    "no signature": ('signature = """', 'signatur = """', 'unknown field "signatur"'),
    "another person": (
        'person = "R-3"',
        'person = "clinician@example.org"',
        "who is The clinician",
    ),
    "nobody": ('person = "R-3"\n', "", "Ada Hill may be Ada Hill, who has a key"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SPOILT)
def test_a_forged_or_moved_one_stops_status_and_release(
    say: Say, small: Project, keyed: Path, name: str
) -> None:
    selection = ("approve", "--lang=en", "--role=clinician", "--name=Ada Hill", f"--key={keyed}")
    assert say(*selection, "--leaflet=rest").exit_code == 0
    assert say(*selection, "--leaflet=page").exit_code == 0
    assert [one.state for one in editions(small, "en")] == [State.APPROVED, State.DRAFT]
    before, after, said = SPOILT[name]
    text = small.source_signoff.read_text("utf-8")
    assert before in text
    small.source_signoff.write_text(text.replace(before, after, 1), "utf-8")
    result = say("status", "--lang", "en")
    assert result.exit_code == (1 if said else 0)
    assert (said or "") in result.stderr
    release = say("--release", "--lang", "en", "--leaflet", "rest")
    assert release.exit_code == 1
    assert "0 unchanged, 1 not made" in release.stdout
    assert (said or "rest in English is a draft") in release.stderr


def test_a_sign_off_of_before_the_key_is_given_again(
    say: Say, small: Project, tmp_path: Path
) -> None:
    add_signer(small, "Ada Hill")
    line = ("approve", "--lang=en", "--leaflet=rest", "--role=clinician", "--name=Ada Hill")
    assert say(*line).exit_code == 0
    assert say("status").exit_code == 0
    key = make_key(tmp_path, "ada")
    say("people", "key", "R-3", f"{key}.pub")
    refused = say("status")
    assert refused.exit_code == 1
    assert (
        "leaflets/signoff.toml:5: [signed-without-key] Ada Hill has a key, and did not sign "
        "this with it"
    ) in (refused.stderr)
    assert say(*line, "--key", str(key)).exit_code == 0
    assert len(read_record(small.source_signoff).signoffs) == 2
    assert say("status").exit_code == 0


def test_a_key_of_nobody_or_of_another_signs_nothing(
    say: Say, small: Project, keyed: Path, tmp_path: Path
) -> None:
    other = make_key(tmp_path, "other")
    line = ("approve", "--lang=en", "--leaflet=rest", "--role=clinician")
    result = say(*line, "--name=Ada Hill", f"--key={other}")
    assert result.exit_code == 1
    assert re.search(
        r"other: \[other-key\] this key \(SHA256:\S+\) is not that of Ada Hill", result.stderr
    )
    result = say(*line, "--name=The clinician", f"--key={other}")
    assert "has no key of The clinician (clinician@example.org): add it first" in result.stderr
    result = say(*line, "--name=Ada Hill")
    assert result.exit_code == 1
    assert "name the file of your key with --key" in result.stderr
    assert not small.source_signoff.exists()
    assert keyed.exists()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            "{key}",
            "ada:1: [damaged-key] this is a private key, which nobody else may see: name the file",
        ),
        ("{key}.pub", "this is the key of R-3 already"),
        ("clinic.toml", 'clinic.toml:1: [damaged-key] "[phones]" is no kind of key that may sign'),
    ],
)
def test_what_is_no_new_public_key_is_told(
    say: Say, small: Project, keyed: Path, file: str, said: str
) -> None:
    before = small.people.read_bytes()
    result = say("people", "key", "translator@example.org", file.format(key=keyed))
    assert result.exit_code == 1
    assert said in result.stderr
    assert small.people.read_bytes() == before


def test_the_files_that_people_sign_keep_their_line_ends() -> None:
    root = Path(__file__).parents[2]
    for name in ("people.toml", "leaflets/signoff.toml", "locales/tr/signoff.toml"):
        line = ["git", "-C", str(root), "check-attr", "eol", "--", name]
        said = subprocess.run(line, capture_output=True, encoding="utf-8")
        if said.returncode:  # no Git here, or no clone
            assert "eol=lf" in (root / ".gitattributes").read_text("utf-8")
        else:
            assert said.stdout.strip() == f"{name}: eol: lf"
