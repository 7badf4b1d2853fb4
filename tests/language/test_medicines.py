"""The medicines of a text are found, however they are written, and nothing else is."""

import pytest

from leafletpress.content import read_leaflet
from leafletpress.language import find_medicines
from leafletpress.project import Project
from tests.support.small_project import ROOT


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Natalizumab and OCRELIZUMAB.", ["natalizumab", "ocrelizumab"]),
        ("interferon-beta, glatiramer acetate", ["interferon beta", "glatiramer acetate"]),
        ("interferon beta-1a or beta-1b", ["interferon beta 1a"]),
        ("interferon beta-1b", ["interferon beta 1b"]),
        ("dimethyl fumarate, diroximel-fumarate", ["dimethyl fumarate", "diroximel fumarate"]),
        ("ATG, rATG, BEAM and G-CSF", ["ATG", "rATG", "BEAM", "G-CSF"]),
        ("anti-thymocyte globulin", ["anti thymocyte globulin"]),
        ("a new one: foralumab or orelabrutinib", ["foralumab", "orelabrutinib"]),
        ("**Ocrevus**®, given twice", ["ocrevus"]),
        ("a beam, a platinum ring, a mob of mabs, the lab", []),
        ("the medicines that you take", []),
    ],
)
def test_medicines_are_found(text: str, names: list[str]) -> None:
    assert find_medicines(text) == names


def test_every_medicine_that_a_shipped_leaflet_names_is_known() -> None:
    body = read_leaflet(Project(ROOT).leaflet("treatments")).body
    assert set(find_medicines(body)) == {
        "interferon beta", "glatiramer acetate", "natalizumab", "ocrelizumab", "ofatumumab",
        "alemtuzumab", "cladribine", "fingolimod", "dimethyl fumarate",
    }  # fmt: skip
