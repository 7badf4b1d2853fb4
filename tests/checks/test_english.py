"""Text left in English is an error; a source repeated, or an odd length, is a warning."""

import pytest

from tests.support.findings import errors, problems, warnings

SENTENCE = "Do not stop a medicine on your own. Call your team first."


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", SENTENCE, SENTENCE),
        ("tr", SENTENCE, "Do not stop a medicine on your own. Önce ekibinizi arayın."),
        ("de", SENTENCE, "Rufen Sie an. Do not stop a medicine on your own."),
        ("ar", SENTENCE, "اتصل أولا. Call your team first, and do not wait for them."),
        ("fa", SENTENCE, "دارو را Do not stop a medicine قطع نکنید."),
        ("hi", SENTENCE, SENTENCE.upper().capitalize()),
        ("bn", "What MS is", "What MS is"),
        ("zh-Hans", "Do not breastfeed", "Do not breastfeed"),
        ("tr", "Your nurse", "Your nurse"),
        ("tr", SENTENCE, "İlacı bırakmayın (do not stop a medicine)."),
        ("tr", "(see your nurse)", "(see your nurse)"),
        ("tr", "Drink more water daily.", "Drink more water daily."),
        ("tr", "**Do** not [wait](#call).", "**Do** not [wait](#call)."),
        ("de", "Take it.", "You should not take this when they are with your child."),
    ],
)
def test_text_that_was_left_in_english_is_an_error(tag: str, source: str, translation: str) -> None:
    assert errors(tag, source, translation) == ["english"]


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("en-GB", SENTENCE, SENTENCE),
        ("tr", "HSCT", "HSCT"),
        ("tr", "MS", "MS"),
        ("de", "Burt RK, 2019", "Burt RK, 2019"),
        ("tr", "{team_phone}", "{team_phone}"),
        ("tr", "20 mg", "20 mg"),
        ("fr", "Examples: natalizumab, ocrelizumab, ofatumumab, alemtuzumab.",
         "Exemples : natalizumab, ocrelizumab, ofatumumab, alemtuzumab."),
        ("ar", "HSCT means haematopoietic stem cell transplantation.",
         "HSCT تعني زراعة الخلايا الجذعية (haematopoietic stem cell transplantation)."),
        ("de", "European Medicines Agency", "European Medicines Agency"),
        ("tr", "Ask the Department of Health and Social Care.",
         "Department of Health and Social Care kurumuna sorun."),
        ("de", "He was in the hospital so often.", "Er war in Hamburg, so oft, an der Alster."),
        ("nl", "We are in the city of light.", "Of we nu in de stad zijn of niet, is het licht."),
    ],
)  # fmt: skip
def test_names_and_other_languages_are_let_through(tag: str, source: str, translation: str) -> None:
    assert problems(tag, source, translation) == []


@pytest.mark.parametrize("text", ["Treatment", "Hospital stays", "Questions to ask"])
def test_a_text_that_is_its_source_is_a_warning_at_least(text: str) -> None:
    found = problems("tr", text, text)
    assert len(found) == 1
    assert found[0].id in ("same", "english")


LONG = "If you cannot reach your team, or if it is an emergency, do not wait."


@pytest.mark.parametrize(
    ("tag", "translation", "found"),
    [
        ("tr", "Tedavi ekibinize ulaşamazsanız veya acil bir durum varsa beklemeyin.", []),
        ("tr", "Acil durumda beklemeyin.", ["length"]),
        ("tr", "Tedavi ekibinize ulaşamazsanız, acil bir durum varsa beklemeyin. " * 3, ["length"]),
        ("zh-Hans", "如果您无法联系到您的团队，或者情况紧急，请不要等待。", []),
        ("zh-Hans", "请不要等待。", ["length"]),
        ("de", "Nicht warten.", ["length"]),
    ],
)  # fmt: skip
def test_an_odd_length_is_a_warning(tag: str, translation: str, found: list[str]) -> None:
    assert warnings(tag, LONG, translation) == found
    assert errors(tag, LONG, translation) == []


def test_short_texts_may_have_any_length() -> None:
    assert problems("tr", "Notes for me", "Notlarım") == []
    assert problems("tr", "a fever", "ateşiniz çıkarsa veya ateşiniz varmış gibi olursa") == []
