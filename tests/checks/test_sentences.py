"""Right sentences in seven languages raise no finding; a wrong digit, unit or mark always does."""

import tomllib
from pathlib import Path

import pytest

from tests.support.findings import is_error, problems
from tests.support.mutations import every_mutation, swaps_of_one_unit

DATA = Path(__file__).parents[1] / "data"
TABLE = tomllib.loads((DATA / "sentences.toml").read_text("utf-8"))
PAIRS = [
    (tag, row["en"], entry["text"], entry["wrong"])
    for row in TABLE.values()
    for tag, entry in row.items()
    if tag != "en"
]
LANGUAGES = sorted({tag for tag, *_ in PAIRS})


def test_there_are_twenty_sentences_in_each_language() -> None:
    assert LANGUAGES == ["ar", "bn", "de", "fa", "hi", "tr", "zh-Hans"]
    assert len(TABLE) >= 20
    assert len(PAIRS) == len(TABLE) * len(LANGUAGES)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_right_sentences_raise_no_finding(tag: str) -> None:
    found = [
        problem.what
        for language, source, text, _ in PAIRS
        if language == tag
        for problem in problems(tag, source, text)
    ]
    assert found == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_wrong_sentences_are_caught(tag: str) -> None:
    missed = []
    for language, source, text, wrong in PAIRS:
        if language == tag:
            for old, new in wrong:
                assert old in text, (old, text)
                changed = text.replace(old, new)
                missed += [] if is_error(tag, source, changed) else [changed]
    assert missed == []


@pytest.mark.slow
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_mutation_is_caught(tag: str) -> None:
    tried = [
        (source, changed)
        for language, source, text, _ in PAIRS
        if language == tag
        for changed in every_mutation(source, text, tag)
    ]
    assert len(tried) > 800
    assert [changed for source, changed in tried if not is_error(tag, source, changed)] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_swap_of_numbers_with_one_unit_is_told(tag: str) -> None:
    tried = [
        (source, changed)
        for language, source, text, _ in PAIRS
        if language == tag
        for changed in swaps_of_one_unit(source, text, tag)
    ]
    assert len(tried) > 1
    assert [changed for source, changed in tried if not problems(tag, source, changed)] == []
