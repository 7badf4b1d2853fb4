"""Terms are said in the words of the glossary; drugs keep their names."""

from pathlib import Path

import pytest

from leafletpress.glossary import Glossary, read_glossary
from leafletpress.language import parse_language
from leafletpress.project import Project
from tests.support.findings import errors, problems, warnings

PROJECT = Project(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    found = read_glossary(PROJECT.glossary("tr"), parse_language("tr"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Take cladribine for 5 days.", "5 gün boyunca kladribin alın."),
        ("A relapse", "Bir atağın başlangıcı"),
        ("It cannot prevent infertility.", "Kısırlığı önleyemez."),
        ("from your bone marrow", "kemik iliğinizden"),
        ("A missed period", "ÂDET GECİKMESİ"),
        ("for a long period of time", "uzun bir dönem boyunca"),
        ("ATG is antithymocyte globulin.", "ATG, antitimosit globulindir."),
        ("Take aciclovir.", "Asiklovir alın."),
        ("interferon-beta", "interferon beta"),
        ("A stem cell transplant", "Kök hücre nakli"),
        ("Do you have it?", "Sizde var mı?"),
    ],
)
def test_right_words_raise_no_finding(glossary: Glossary, source: str, translation: str) -> None:
    assert problems("tr", source, translation, glossary=glossary) == []


@pytest.mark.parametrize(
    ("source", "translation", "found"),
    [
        ("Take cladribine for 5 days.", "5 gün boyunca ilaç alın.", ["drugs"]),
        ("Take cladribine for 5 days.", "5 gün boyunca fingolimod alın.", ["drugs"]),
        ("Take cladribine for 5 days.", "5 gün cladribine alın.", ["drugs"]),
        ("Take your medicine.", "Kladribini alın.", ["drugs"]),
        ("A relapse", "Bir nüks", ["forbidden-words", "terms"]),
        ("A relapse", "Bir alevlenme", ["terms"]),
        ("stem cells", "hücreler", ["terms"]),
        ("A missed period", "Adet gecikmesi", ["forbidden-words", "terms"]),
        ("Do not breastfeed.", "Beslemeyin.", ["terms"]),
        ("If you can come", "Sen gelebilirsen", ["forbidden-words"]),
        ("disabled people", "sakatlar, yani engelliler", ["forbidden-words"]),
    ],
)
def test_a_wrong_word_is_an_error_where_it_can_hurt(
    glossary: Glossary, source: str, translation: str, found: list[str]
) -> None:
    assert errors("tr", source, translation, glossary=glossary) == found
    assert errors("tr", source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [("Your team", "Doktorunuz"), ("blood counts", "kan sayımları"), ("a drip", "bir iğne")],
)
def test_another_wrong_word_is_a_warning(glossary: Glossary, source: str, translation: str) -> None:
    assert errors("tr", source, translation, glossary=glossary) == []
    assert warnings("tr", source, translation, glossary=glossary) == ["wording"]


def test_a_drug_that_the_glossary_lacks_is_a_warning(glossary: Glossary) -> None:
    assert warnings("tr", "Take tacrolimus.", "Takrolimus alın.", glossary=glossary) == [
        "unlisted-drugs"
    ]
    assert problems("tr", "Take Lemtrada.", "Lemtrada alın.", glossary=glossary) == []
    assert problems("tr", "Take interferon beta-1a.", "İnterferon beta-1a alın.") == []


def test_a_finding_says_which_word_to_use_and_why(glossary: Glossary) -> None:
    found = [p.show() for p in problems("tr", "A relapse", "Bir nüks", glossary=glossary)]
    assert found == [
        'locales/xx/LC_MESSAGES/some.po:7: [terms] the source has "relapse", the translation lacks '
        '"atak": use that word (an attack of MS, which may pass; not the return of a disease that '
        "was cured), or add yours to glossary.toml",
        'locales/xx/LC_MESSAGES/some.po:7: [forbidden-words] "nüks" must not be used for "relapse" '
        '(that is the return of a cancer): use "atak"',
    ]
