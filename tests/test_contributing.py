"""What translators are told of the checks is what the checks are called."""

import re
from pathlib import Path

from leafletpress.checks import CATALOG_CHECKS, CHECKS
from leafletpress.problems import Severity

TEXT = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8")
HELP = TEXT[TEXT.index("| it says | do |") : TEXT.index("The glossary, ")]


def test_every_check_that_stops_a_leaflet_is_explained_to_translators() -> None:
    told = set(re.findall(r"`\[([a-z-]+)\]`", HELP))
    stopping = {check.id for check in CHECKS if check.severity is Severity.ERROR}
    stopping |= {check.id for check in CATALOG_CHECKS if check.severity is Severity.ERROR}
    assert told == stopping
