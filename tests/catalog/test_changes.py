"""The note of a change says what a translator must not miss."""

import pytest

from leafletpress.catalog import describe_change


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("Take 20 mg.", "Take 40 mg.", "20 mg → 40 mg"),
        ("Take 20 mg.", "Take 20 g.", "20 mg → 20 g"),
        ("For 2 months.", "For 6 weeks.", "2 months → 6 weeks"),
        ("5 to 15 days", "5 to 25 days", "15 days → 25 days"),
        ("Take 20 mg twice.", "Take it twice.", "20 mg removed"),
        ("Take it.", "Take 20 mg 3 times.", "20 mg added, 3 added"),
        ("You can stop.", "You cannot stop.", "negation added"),
        ("Do not stop.", "Do stop.", "negation removed"),
        ("You don't need it.", "You need it.", "negation removed"),
        ("It can’t harm.", "It can harm.", "negation removed"),
        ("Take 20 mg.", "Never take 40 mg.", "20 mg → 40 mg; negation added"),
        ("Without food.", "With food.", "negation removed"),
        ("A notable note.", "A table note.", ""),
        ("Take the tablet.", "Take the tablets.", ""),
        ("So it is. [@smith2019]", "So it is. [@smith2020]", ""),
        ("6 months and 2 days", "2 days and 6 months", ""),
        ("Stop fingolimod.", "Stop cladribine.", "drug name differs: fingolimod → cladribine"),
        ("Stop it.", "Stop natalizumab.", "drug name differs: natalizumab added"),
        ("Stop Rebif or not.", "Stop or not.", "drug name differs: rebif removed"),
        ("Fingolimod, and cladribine", "Cladribine, and fingolimod", ""),
        (
            "Stop fingolimod 2 months before.",
            "Do not stop cladribine 6 months before.",
            "2 months → 6 months; negation added; drug name differs: fingolimod → cladribine",
        ),
    ],
)
def test_a_change_is_described(before: str, after: str, note: str) -> None:
    assert describe_change(before, after) == note
