"""A glossary is read strictly: what is wrong in it is reported with its line."""

from pathlib import Path

import pytest

from leafletpress.glossary import read_glossary
from leafletpress.glossary.terms import MOST_TERMS
from leafletpress.language import parse_language
from leafletpress.problems import MOST_PROBLEMS, LeafletError

TURKISH = parse_language("tr")
RIGHT = """\
[drugs]
cladribine = ["kladribin"]

[forbidden]
"sakat" = "it hurts"

[[term]]
source = ["relapse"]
accept = ["atak"]
strict = true
note = "an attack of MS"
forbid = { "nüks" = "that is a cancer" }

[[term]]
source = ["fever"]
accept = ["ateş"]
"""


def read(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a glossary of that text."""
    path = tmp_path / "glossary.toml"
    path.write_text(text, "utf-8")
    try:
        read_glossary(path, TURKISH)
    except LeafletError as error:
        return [problem.show(tmp_path) for problem in error.problems]
    return []


def test_a_glossary_holds_terms_drugs_and_forbidden_words(tmp_path: Path) -> None:
    assert read(tmp_path, RIGHT) == []
    glossary = read_glossary(tmp_path / "glossary.toml", TURKISH)
    assert glossary is not None
    assert [term.source[0] for term in glossary.terms] == ["relapse", "fever"]
    assert [drug.strict for drug in glossary.drugs] == [True]
    assert dict(glossary.forbidden) == {"sakat": "it hurts"}


def test_there_need_be_no_glossary(tmp_path: Path) -> None:
    assert read_glossary(tmp_path / "glossary.toml", TURKISH) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("strict = true", "stric = true",
         ['glossary.toml:10: [unknown-key] unknown field "stric": did you mean "strict"?']),
        ("[forbidden]", "[forbiden]",
         ['glossary.toml:4: [unknown-key] unknown field "forbiden": did you mean "forbidden"?']),
        ('accept = ["ateş"]\n', "",
         ['glossary.toml:14: [missing-key] the field "accept" is missing: add it']),
        ("strict = true", 'strict = "yes"',
         ['glossary.toml:10: [wrong-value] "strict" is text, not yes or no: write true or false, '
          "without quotes"]),
        ('accept = ["atak"]', 'accept = "atak"',
         ['glossary.toml:9: [wrong-value] "accept" is text, not a list: write a list']),
        ('accept = ["atak"]', "accept = []", ["glossary.toml:9: "]),
        ('accept = ["atak"]', 'accept = ["."]', ["glossary.toml:9: "]),
        ('["kladribin"]', '"kladribin"',
         ['glossary.toml:2: [wrong-value] "cladribine" is text, not a list: write a list']),
        ('"it hurts"', '""', ["glossary.toml:5: "]),
        ('source = ["fever"]', 'source = ["relapse"]',
         ['glossary.toml:8: [stands-twice] "relapse" is the source of two terms: write one term',
          'glossary.toml:15: [stands-twice] "relapse" is the source of two terms: write one term']),
        ('"nüks" =', '"atak" =',
         ['glossary.toml:12: [accepted-and-forbidden] "atak" is accepted and forbidden: remove '
          'one of the two']),
        ('"sakat" =', '"ateş" =',
         ['glossary.toml:5: [accepted-and-forbidden] "ateş" is forbidden, but a term accepts it: '
          'remove one of the two']),
        ('"that is a cancer"', '""', ['glossary.toml:12: [empty-value] "nüks" is empty: write it']),
        ("[drugs]", "[drugs", ["glossary.toml:1: [not-toml] this is not TOML"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, before: str, after: str, said: list[str]
) -> None:
    assert RIGHT.count(before) == 1
    found = read(tmp_path, RIGHT.replace(before, after))
    assert len(found) == len(said)
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True)), found


def test_a_hundred_problems_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    said = read(tmp_path, "".join(f"key{number} = 1\n" for number in range(5000)))
    assert len(said) == MOST_PROBLEMS + 1
    assert said[-1] == (
        f"glossary.toml:{MOST_PROBLEMS + 1}: [more] there is more that is wrong: "
        "mend what is reported above it first"
    )


def test_a_glossary_has_only_as_many_words_as_can_be_looked_for(tmp_path: Path) -> None:
    words = "".join(f'w{number} = "why"\n' for number in range(MOST_TERMS))
    assert read(tmp_path, f"[forbidden]\n{words}") == []
    assert read(tmp_path, f'[forbidden]\n{words}more = "why"\n') == [
        f'glossary.toml:1: [too-large] there are more than {MOST_TERMS} of "forbidden": '
        "leave those out that stand in no leaflet"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('["atak"]', f'["{"a" * 101}"]', 9),
        ('["atak"]', str(["a"] * 51).replace("'", '"'), 9),
        ('"sakat"', f'"{"s" * 101}"', 5),
        ('"sakat"', '"!"', 5),
        ('"nüks"', '""', 12),
        ("cladribine", '"-"', 2),
    ],
)
def test_a_word_that_nothing_could_be_found_by_is_told(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    [said] = read(tmp_path, RIGHT.replace(old, new))
    assert said.startswith(f"glossary.toml:{line}: ")
    assert ": write " in said


def test_a_forbidden_word_is_found_in_each_accepted_one_and_in_no_two(tmp_path: Path) -> None:
    text = RIGHT.replace('"sakat"', '"{}"').replace('["ateş"]', '["yüksek ateş"]')
    assert read(tmp_path, text.replace("{}", "yüksek ateş")) != []
    assert read(tmp_path, text.replace("{}", "atak")) != []
    assert read(tmp_path, text.replace("{}", "atak yüksek")) == []
