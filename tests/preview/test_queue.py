"""What the queue tells a browser: whatever becomes of a proof, something that it can show."""

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from leafletpress.preview.queue import ProofQueue
from leafletpress.preview.render import Made, Proof, Workspace, make_proof
from leafletpress.preview.view import View
from leafletpress.project import Project
from tests.preview.conftest import start_preview
from tests.preview.test_server import first_sheet
from tests.support.small_project import build, edit, sign_all

pytestmark = pytest.mark.slow

VIEW = View("tr", "rest", "a4")


def told(proofs: ProofQueue, made: Made) -> dict[str, object]:
    """What a browser is told of a proof."""
    proofs._publish(VIEW, made)
    with proofs.listen(VIEW) as messages:
        event = messages.get()
    assert event.startswith(b"event: sheet\ndata: ")
    return dict(json.loads(event.splitlines()[1][6:]))


@pytest.fixture
def proofs(small: Project) -> ProofQueue:
    return ProofQueue(Workspace(small, small.root / ".cache"))


def test_a_leaflet_that_was_signed_and_has_changed_since_is_shown(small: Project) -> None:
    """As a translator meets it: signed, then the English changed, then the catalogs followed."""
    sign_all(small, "tr")
    edit(small.leaflet("rest"), "Sleep well.", "Sleep well at night.")
    assert build(small, "update").returncode == 0
    running = start_preview(small, "--lang=tr")
    sheet = first_sheet(running)
    assert running.end()[0] == 0
    assert (sheet["problems"], sheet["stale"]) == ([], False)
    status = json.loads(json.dumps(sheet["proof"]))["status"]
    assert {one["counts"] for one in status["signatures"]} == {False}
    changed = status["signatures"][0]["changed"]
    assert [sentence["location"]["path"] for sentence in changed] == [
        "locales/tr/LC_MESSAGES/rest.po"
    ]


def test_what_goes_wrong_behind_a_proof_is_a_problem_on_the_page(proofs: ProofQueue) -> None:
    """Nothing but the PDF is wrong here; the last good pages stay."""
    made = make_proof(VIEW, proofs.workspace)
    assert isinstance(made.proof, Proof)
    good = told(proofs, made)
    spoilt = told(proofs, Made(made.proof, b"no PDF", ()))
    assert (good["stale"], spoilt["stale"]) == (False, True)
    assert spoilt["digest"] == good["digest"]
    [problem] = list(spoilt["problems"])  # type: ignore[call-overload]
    assert problem.startswith("leaflets/rest.md: [defect] printing failed (PdfiumError: ")
    assert problem.endswith(": this is a defect of the program; please report it")


def test_a_first_proof_that_goes_wrong_is_told_as_well(proofs: ProofQueue) -> None:
    spoilt = told(proofs, Made(make_proof(VIEW, proofs.workspace).proof, b"", ()))
    assert (spoilt["stale"], spoilt["digest"]) == (True, "")


def test_what_goes_wrong_with_the_choices_is_told_as_well(
    proofs: ProofQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Project) -> None:
        raise OSError("no more")

    good = told(proofs, make_proof(VIEW, proofs.workspace))
    monkeypatch.setattr("leafletpress.preview.queue.read_choices", fail)
    spoilt = told(proofs, make_proof(VIEW, proofs.workspace))
    assert (spoilt["stale"], spoilt["choices"]) == (True, good["choices"])
    assert "printing failed (OSError: no more)" in str(spoilt["problems"])


@pytest.mark.parametrize("name", [b"My Format", b"b\xc3\xbcchlein", b"a\xff"])
def test_a_format_that_cannot_be_called_so_is_no_choice(
    name: bytes, small: Project, proofs: ProofQueue
) -> None:
    """A file that another system named may have a name that is no text."""
    good = told(proofs, make_proof(VIEW, proofs.workspace))
    with suppress(OSError):  # some systems take no such name
        Path(os.fsdecode(os.fsencode(small.templates.own) + b"/formats/" + name + b".toml")).touch()
    assert told(proofs, make_proof(VIEW, proofs.workspace))["choices"] == good["choices"]


def test_a_folder_is_no_file_of_a_view(small: Project, proofs: ProofQueue) -> None:
    small.signoff("tr").unlink(missing_ok=True)
    small.signoff("tr").mkdir()
    sheet = told(proofs, make_proof(VIEW, proofs.workspace))
    place = Path("locales/tr/signoff.toml")
    assert sheet["problems"] == [
        f"{place}: [no-file] this is a folder, no file: put the file in its place"
    ]
