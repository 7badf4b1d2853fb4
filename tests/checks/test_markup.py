"""Marks, links and placeholders are those of the source, and nothing else is let in."""

import pytest

from leafletpress.checks import CHECKS
from tests.support.findings import PLACE, errors, problems, warnings

SOURCE = "Call {team_phone} **now**, by *day* or `night`, see [here](#call). [@a2019] [@b]\nGo."
RIGHT = "Ara {team_phone} **hemen**, *gün* `gece`, [buraya](#call) bak. [@b] [@a2019]\nGit."


def found(source: str, translation: str) -> list[str]:
    """The ids of the checks that find an error."""
    assert all(p.location is PLACE and p.mend for p in problems("tr", source, translation))
    return errors("tr", source, translation)


def test_every_check_has_an_id_and_says_what_it_holds() -> None:
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert {"numbers", "units", "placeholders", "links", "html"} < set(ids)
    assert all(check.description for check in CHECKS)


def test_a_right_translation_raises_no_finding() -> None:
    assert found(SOURCE, RIGHT) == []
    assert found(SOURCE, SOURCE) == ["english"]


@pytest.mark.parametrize(
    ("before", "after", "checks"),
    [
        ("{team_phone}", "", ["placeholders"]),
        ("{team_phone}", "{team_phone} {team_phone}", ["placeholders"]),
        ("{team_phone}", "{emergency_phone}", ["placeholders"]),
        ("{team_phone}", "{team_fone}", ["placeholders"]),
        ("{team_phone}", "{ekip_telefonu}", ["placeholders"]),
        ("{team_phone}", "{team phone}", ["placeholders", "stray-marks"]),
        ("{team_phone}", "{Team_phone}", ["placeholders", "stray-marks"]),
        ("{team_phone}", "{team_phone", ["placeholders", "stray-marks"]),
        ("{team_phone}", "team_phone}", ["placeholders", "stray-marks"]),
        ("{team_phone}", "{{team_phone}}", ["stray-marks"]),
        ("{team_phone}", "%(team_phone)s", ["placeholders"]),
        ("[@b]", "", ["citations"]),
        ("[@b]", "[@c]", ["citations"]),
        ("[@b]", "[@b] [@b]", ["citations"]),
        ("[@b]", "[b]", ["citations", "stray-marks"]),
        ("[@b]", "[@B]", ["citations", "stray-marks"]),
        ("[@b]", "[@b", ["citations", "stray-marks"]),
        ("[@a2019]", "[@a2020]", ["citations"]),
        ("(#call)", "(#cal)", ["links"]),
        ("(#call)", "(https://example.org)", ["links"]),
        ("[buraya](#call)", "buraya", ["links"]),
        ("[buraya](#call)", "[buraya] (#call)", ["links", "stray-marks"]),
        ("hemen", "[hemen](#now)", ["links"]),
        ("**hemen**", "hemen", ["emphasis"]),
        ("**hemen**", "*hemen*", ["emphasis"]),
        ("**hemen**", "**hemen", ["emphasis", "stray-marks"]),
        ("**hemen**", "**hemen **", ["emphasis", "stray-marks"]),
        ("**hemen**", "**he**m**en**", ["emphasis"]),
        ("`gece`", "'gece'", ["emphasis"]),
        ("\nGit", " Git", ["emphasis"]),
        ("\nGit", "\n\nGit", ["emphasis"]),
        ("Ara", "Ara *", ["stray-marks"]),
        ("Ara", "Ara _", ["stray-marks"]),
        ("Ara", "<b>Ara</b>", ["html"]),
        ("Ara", "Ara<br/>", ["html"]),
        ("Ara", "<!-- Ara -->", ["html"]),
        ("Ara", "Ara&nbsp;", ["html"]),
        ("Ara", "Ara <script>alert(1)</script>", ["html", "numbers"]),
        ("Ara", "Ara\u202e", ["characters"]),
        ("Ara", "Ara\ufffd", ["characters"]),
        ("Ara", "Ara\u2028", ["characters"]),
        ("Ara", "Ara \u2067x", ["characters"]),
    ],
)
def test_a_mark_that_is_lost_or_added_is_found(before: str, after: str, checks: list[str]) -> None:
    assert before in RIGHT
    assert found(SOURCE, RIGHT.replace(before, after)) == checks


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("5 × 3", "5 × 3"),
        ("so (or so)", "şöyle [ya da böyle](#x)".replace("[", "(").replace("](#x)", ")")),
        ("a snake_case word", "bir snake_case sözcük"),
        ("age <45 & EDSS <6.0", "yaş <45 ve EDSS <6,0"),
        ("[sic]", "[sic]"),
        ("R&D;", "AR-GE & R&D;"),
        ("{a} {b}", "{b} {a}"),
        ("right to left", "\u200fsağdan sola\u200e\u200c\u2067x\u2069"),
    ],
)
def test_what_only_looks_like_a_mark_is_let_through(source: str, translation: str) -> None:
    assert found(source, translation) == []


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("A. [@one] [@two] B. [@three]", []),
        ("A. [@two] [@one] B. [@three]", []),
        ("A. [@three] B. [@one] [@two]", ["citation-order"]),
        ("A. [@one] B. [@two] [@three]", ["citation-order"]),
    ],
)
def test_sources_that_changed_their_claims_are_a_warning(
    translation: str, found: list[str]
) -> None:
    assert warnings("tr", "X. [@one] [@two] Y. [@three]", translation) == found
    assert errors("tr", "X. [@one] [@two] Y. [@three]", translation) == []
