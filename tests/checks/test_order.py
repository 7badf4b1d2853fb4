"""Numbers that change places: a reversed range is an error, another order is a warning."""

import pytest

from tests.support.findings import errors, problems, warnings


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", "It takes 5 to 15 days.", "15 ila 5 gün sürer."),
        ("tr", "Steps 1 to 3", "3-1. adımlar"),
        ("de", "It takes 5–15 days.", "Es dauert 15 bis 5 Tage."),
        ("de", "5 days to 15 days", "15 Tage bis 5 Tage"),
        ("ar", "5 to 15 days", "من ١٥ إلى ٥ أيام"),
        ("fa", "5 to 15 days", "۱۵ تا ۵ روز"),
        ("hi", "5 to 15 days", "१५ से ५ दिन"),
        ("zh-Hans", "5-15 days", "15～5天"),
        ("tr", "1 to 3, then 4 to 6", "1-3, sonra 6-4"),
        ("tr", "1st to 3rd day", "3. ila 1. gün"),
    ],
)
def test_a_reversed_range_is_an_error(tag: str, source: str, translation: str) -> None:
    assert errors(tag, source, translation) == ["ranges"]
    assert warnings(tag, source, translation) == []


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", "For 5 days, later for 15 days.", "15 gün, daha sonra 5 gün."),
        ("de", "Take 20 mg, then 40 mg.", "Nehmen Sie 40 mg, dann 20 mg."),
        ("zh-Hans", "Of them, 70% had pain, 30% fever.", "其中30%疼痛，70%发烧。"),
        ("tr", "Steps 1 to 3 collect, steps 4 to 6 give.", "4-6. adımlar toplar, 1-3. verir."),
    ],
)
def test_another_order_of_numbers_of_one_unit_is_a_warning(
    tag: str, source: str, translation: str
) -> None:
    assert errors(tag, source, translation) == []
    assert warnings(tag, source, translation) == ["order"]
    (problem,) = problems(tag, source, translation)
    assert "where your language wants this order, leave it" in problem.mend


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", "30 of 43 women", "43 kadından 30'u"),
        ("tr", "Since 2005, 1 in 330 people", "2005'ten beri 330 kişiden 1'i"),
        ("tr", "20 mg for 6 weeks", "6 hafta 20 mg"),
        ("tr", "2 days, then 2 weeks, then 3 days", "2 hafta önce 2 gün, sonra 3 gün"),
        ("de", "Steps 4 to 6: about 3 weeks", "Etwa 3 Wochen: Schritte 4 bis 6"),
        ("de", "5 to 15 days", "mindestens 5 und höchstens 15 Tage"),
    ],
)
def test_an_order_that_languages_change_is_let_through(
    tag: str, source: str, translation: str
) -> None:
    assert problems(tag, source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "found"),
    [
        ("**before step 1** of 6", "6 adımın **1.sinden önce**", []),
        ("**before step 1** of 6", "**6 adımın** 1.sinden önce", ["marked-numbers"]),
        ("**Take 5 mg** for 3 days.", "**3 gün** 5 mg alın.", ["marked-numbers"]),
        ("**Take 5 mg** for *3 days*.", "*3 gün* **5 mg alın**.", []),
        ("Take **5 mg** for *3 days*.", "**3 gün** *5 mg alın*.", ["marked-numbers"]),
        ("**Never** take 5 mg.", "**5 mg** asla almayın.", ["marked-numbers"]),
        ("**{phone2}** and 2", "**{phone2}** ve 2", []),
    ],
)
def test_bold_stays_on_its_numbers(source: str, translation: str, found: list[str]) -> None:
    assert errors("tr", source, translation) == found


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", "Take 10 mg.", "10 mg/kg alın."),
        ("tr", "Take 10 mg/m².", "10 mg/m alın."),
        ("tr", "Take 10 mg/kg.", "10 mg alın."),
        ("tr", "Take 10 mg/kg.", "10 mg/m² alın."),
        ("tr", "Take 10 mg/kg/day.", "10 mg/gün alın."),
        ("tr", "Take 10 mg/day.", "10 mg/hafta alın."),
        ("de", "Take 10 mg per kilogram.", "Nehmen Sie 10 mg."),
        ("zh-Hans", "Take 10 mg/kg and 5 mg.", "服用10毫克和5毫克/公斤。"),
    ],
)
def test_another_compound_unit_is_an_error(tag: str, source: str, translation: str) -> None:
    assert errors(tag, source, translation) == ["units"]


@pytest.mark.parametrize(
    ("tag", "source", "translation"),
    [
        ("tr", "Take 10 mg/kg.", "Kilogram başına 10 mg alın."),
        ("tr", "Take 10 mg per day.", "Günde 10 mg alın."),
        ("tr", "Take 10 mg daily.", "10 mg/gün alın."),
        ("de", "Take 10 mg/kg/day.", "Nehmen Sie täglich 10 mg pro Kilogramm."),
        ("ar", "10 mg per square metre", "١٠ ملغ/م²"),
    ],
)
def test_one_compound_unit_may_be_said_in_many_ways(
    tag: str, source: str, translation: str
) -> None:
    assert problems(tag, source, translation) == []
