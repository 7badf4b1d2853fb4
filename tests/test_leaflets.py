"""The shipped leaflets say what the ledger of facts says, and are ready to be printed."""

import json
import re
from pathlib import Path

import pytest

from leafletpress.content import Leaflet, read_leaflet, without_references
from leafletpress.language import source_language
from leafletpress.project import Project
from leafletpress.quantities import read_quantities

ROOT = Path(__file__).parent.parent
LEDGER = ROOT.parent / "shared" / "facts.json"
NAMES = Project(ROOT).leaflet_names()
FACTS = json.loads((ROOT / "tests" / "facts_map.json").read_text("utf-8"))


def shipped(name: str) -> Leaflet:
    return read_leaflet(Project(ROOT).leaflet(name))


@pytest.fixture
def ledger() -> dict[str, dict[str, object]]:
    if not LEDGER.exists():
        pytest.skip(f"{LEDGER.name} is not here")
    facts = json.loads(LEDGER.read_text("utf-8"))
    return {fact["id"]: fact for fact in facts if fact["leaflet"] in NAMES}


def test_every_fact_of_the_ledger_is_mapped_to_its_leaflet(ledger) -> None:
    assert {key: fact["leaflet"] for key, fact in ledger.items()} == {
        key: fact["leaflet"] for key, fact in FACTS.items()
    }


@pytest.mark.parametrize("key", FACTS)
def test_a_fact_stands_within_one_segment_of_its_leaflet(key: str) -> None:
    texts = [segment.text for segment in shipped(FACTS[key]["leaflet"]).segments]
    said = FACTS[key]["says"]
    for part in [said] if isinstance(said, str) else said:  # a fact may be reported as a list
        assert any(part in text for text in texts), part


@pytest.mark.parametrize("key", FACTS)
def test_the_numbers_of_a_fact_stand_in_its_leaflet(key: str, ledger) -> None:
    body = shipped(FACTS[key]["leaflet"]).body
    said = {q.value for q in read_quantities(without_references(body), source_language())}
    for number, _, total in ledger[key]["numbers"]:
        wanted = read_quantities(f"{number} {total}".replace("-", " – "), source_language())
        assert {quantity.value for quantity in wanted} <= said


@pytest.mark.parametrize("name", NAMES)
def test_a_segment_stands_where_it_says(name: str) -> None:
    for segment in shipped(name).segments:
        lines = segment.location.path.read_text("utf-8").split("\n")
        words = re.findall(r"\w+", segment.text)
        assert segment.location.line is not None
        head = re.findall(r"\w+", " ".join(lines[segment.location.line - 1 :][:2]))
        assert any(words[:3] == head[n : n + len(words[:3])] for n in range(len(head)))


@pytest.mark.parametrize("name", NAMES)
def test_places_in_a_leaflet_only_move_forward(name: str) -> None:
    places = [segment.location for segment in shipped(name).segments]
    for path in {location.path for location in places}:  # the leaflet's own, and its passages'
        lines = [location.line or 0 for location in places if location.path == path]
        assert lines == sorted(lines)
