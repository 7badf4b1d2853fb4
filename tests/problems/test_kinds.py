"""Every problem has an id, the ids are listed, and docs/problems.md explains each."""

import re
from itertools import chain

import pytest

from leafletpress.advice import ADVICE
from leafletpress.checks import CATALOG_CHECKS, CHECKS
from leafletpress.problems import KINDS, WARNINGS
from tests.support import problem_sources

TEXT = (problem_sources.ROOT / "docs" / "problems.md").read_text("utf-8")
ENTRY = re.compile(r"### `([a-z0-9-]+)`\n\n((?:.+\n)+)\n    (.+)\n")
ENTRIES = {found[0]: (found[1], found[2]) for found in ENTRY.findall(TEXT)}

CHECK_IDS = [check.id for check in (*CHECKS, *CATALOG_CHECKS)]
ADVICE_IDS = [advice.id for advice in ADVICE]
KIND_IDS = list(chain(*KINDS.values()))

LEAST = 8
"""So many letters of an example stand in the code that finds such a problem."""


def test_every_id_of_the_code_is_listed_and_every_listed_id_is_in_the_code() -> None:
    found = set(chain(*problem_sources.ids_by_file().values()))
    assert len(found) > 150
    # A mistake of leaflets and of translations alike has the id of its check.
    assert found - {*CHECK_IDS, *ADVICE_IDS} == set(KIND_IDS)


def test_an_id_stands_for_one_thing() -> None:
    ids = [*CHECK_IDS, *ADVICE_IDS, *KIND_IDS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", one) for one in ids)


def test_the_list_says_what_only_speaks() -> None:
    assert problem_sources.warnings() == WARNINGS


def test_the_docs_explain_every_id_in_the_order_of_the_list() -> None:
    groups = re.split(r"^## (.+)\n", TEXT, flags=re.M)[1:]
    documented = {
        title: re.findall(r"^### `(.+)`$", text, re.M)
        for title, text in zip(groups[::2], groups[1::2], strict=True)
    }
    listed = {"Checks of a translation": CHECK_IDS, "Advice to authors": ADVICE_IDS}
    assert list(documented.items()) == list(
        {**listed, **{title: list(kinds) for title, kinds in KINDS.items()}}.items()
    )
    assert list(ENTRIES) == list(chain(*documented.values()))


@pytest.mark.parametrize("name", [*CHECK_IDS, *ADVICE_IDS, *KIND_IDS])
def test_every_example_is_a_line_as_it_is_printed(name: str) -> None:
    _, example = ENTRIES[name]
    found = re.fullmatch(r"\S[^:]*(?::\d+)?: (warning: )?\[([a-z0-9-]+)\] .+: .+", example)
    assert found
    assert found[2] == name
    checks = {each.id: str(each.severity) == "warning" for each in (*CHECKS, *CATALOG_CHECKS)}
    only_speaks = checks.get(name, name in WARNINGS or name in ADVICE_IDS)
    assert bool(found[1]) is only_speaks


@pytest.mark.parametrize("name", KIND_IDS)
def test_every_example_has_words_of_the_code_that_finds_it(name: str) -> None:
    said = ENTRIES[name][1].partition("] ")[2]
    files = [path for path, ids in problem_sources.ids_by_file().items() if name in ids]
    words = {one.strip() for path in files for one in problem_sources.words_of(path)}
    assert any(word in said for word in words if len(word) >= LEAST), files
