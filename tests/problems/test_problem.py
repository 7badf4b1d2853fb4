"""A problem is one line a person reads, whatever it quotes."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.problems import Location, Problem, did_you_mean
from leafletpress.problems.problem import MOST_CHARACTERS

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
NASTY = st.text(
    st.sampled_from("a\n\r\t\v\f\x00\x07\x1b\x1c\x85\x9b\u2028\u2029\u202e\u2066\ud800\udfff"),
    max_size=20,
)


@given(what=ANYTHING | NASTY, mend=ANYTHING | NASTY, name=(ANYTHING | NASTY).filter(bool))
def test_a_problem_is_one_line_whatever_it_quotes(what: str, mend: str, name: str) -> None:
    shown = Problem("kind", Location(Path("/base") / name, 3), what, mend).show(Path("/base"))
    assert len(shown.splitlines()) == 1
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode()


@given(part=ANYTHING, times=st.integers(1, 2000))
def test_a_problem_has_an_end_whatever_it_quotes(part: str, times: int) -> None:
    location = Location(Path("a.po"))
    assert (
        len(Problem("kind", location, part * times, part * times).show()) < 2 * MOST_CHARACTERS + 30
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a\nb", r"a\nb"),
        ("a\tb\r\n", r"a\tb\r\n"),
        ("\x1b[2J", r"\u001b[2J"),
        ("a\u2028b", r"a\u2028b"),
        ("a\u202eb", r"a\u202eb"),  # it would turn the rest of the line on the terminal
        ("half \ud83d", r"half \ud83d"),
    ],
)
def test_what_cannot_be_shown_is_told_as_it_can_be_typed(said: str, shown: str) -> None:
    assert Problem("kind", Location(Path("a.po"), 1), said, "mend").show() == (
        f"a.po:1: [kind] {shown}: mend"
    )


@pytest.mark.parametrize(
    "said", ["یک\u200cدو", "א\u200f", "günlük “15” – ٢٠ \N{FAMILY}", "soft\xadhyphen", "a\xa0b"]
)
def test_letters_and_signs_of_every_language_are_left(said: str) -> None:
    assert Problem("kind", Location(Path("a.po"), 1), said, said).show() == (
        f"a.po:1: [kind] {said}: {said}"
    )


def test_a_long_quotation_is_cut_in_its_middle() -> None:
    shown = Problem("kind", Location(Path("a")), f'"{"x" * 9000}" is no number', "write one").show()
    assert shown.startswith('a: [kind] "xxx')
    assert shown.endswith('" is no number: write one')


def test_a_misspelt_word_is_guessed_and_a_long_list_is_not_told_to_its_end() -> None:
    assert did_you_mean("nmae", ["name", "logo"]) == 'did you mean "name"?'
    assert did_you_mean("x", ["b", "a"]) == "known are a, b"
    many = [f"field{number}" for number in range(1000)]
    assert did_you_mean("field1", many).endswith(" …")
    assert did_you_mean("name" * 1000, ["name"]) == "known are name"
