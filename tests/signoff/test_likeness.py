"""Names: which may be one person's, and which nobody can mistake."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.signoff.likeness import alike, marks, same_name, sought_marks
from leafletpress.signoff.names import unclear_name

ONE_PERSON = {
    "a title": ("Dr. Ayşe Yılmaz", "Ayşe Yılmaz"),
    "other titles": ("Prof. Dr. med. Ayşe Yılmaz", "Hemşire Ayşe Yılmaz"),
    "a title behind": ("Ayşe Yılmaz, M.D.", "Dr. Ayşe Nur Yılmaz"),
    "an Arabic title": ("الدكتورة فاطمة كريم", "فاطمة كريم"),
    "a Hebrew title": ('ד"ר רות כהן', "רות כהן"),
    "a Chinese title": ("王伟医生", "王伟"),
    "a Russian title": ("д-р Анна Петрова", "Анна Петрова"),
    "an initial": ("A. Yılmaz", "Ayşe Yılmaz"),
    "a second initial": ("Ayşe N. Yılmaz", "Ayşe Nur Yılmaz"),
    "a second name": ("Ayşe Nur Yılmaz", "Ayşe Yılmaz"),
    "one word or two": ("Ayşe Nur Yılmaz", "Yılmaz, Ayşenur"),
    "order": ("Yılmaz, Ayşe", "Ayşe Yılmaz"),
    "capitals": ("İSMAİL IŞIK", "ismail ışık"),
    "capitals without dots": ("ISMAIL ISIK", "İsmail Işık"),
    "ü and ue": ("Jan Müller", "Jan Mueller"),
    "ü and u": ("Jan Müller", "Jan Muller"),
    "ø and o": ("Søren Holm", "Soren Holm"),
    "ø and oe": ("Søren Holm", "Soeren Holm"),
    "å and aa": ("Åse Bø", "Aase Boe"),
    "ł and l": ("Łukasz Wójcik", "Lukasz Wojcik"),
    "đ and dj": ("Đorđe Perić", "Djordje Peric"),
    "ß and ss": ("Jan Groß", "JAN GROSS"),
    "an apostrophe": ("Pat O'Brien", "Pat OBrien"),
    "a curly apostrophe": ("Pat O’Brien", "Pat O Brien"),
    "a hyphen": ("Ayşe-Nur Ak", "Ayse Nur Ak"),
    "the final ya": ("علي حسن", "على حسن"),
    "alif with hamza": ("أحمد إبراهيم", "احمد ابراهيم"),
    "ta marbuta": ("فاطمة كريم", "فاطمه كريم"),
    "the Persian kaf and ya": ("کریم علی", "كريم علي"),
    "tatweel": ("محـــمد علي", "محمد علي"),
    "harakat": ("مُحَمَّد علي", "محمد علي"),
    "two Arabic words in one": ("عبد الله كريم", "عبدالله كريم"),
    "a Cyrillic A": ("Аyşe Yılmaz", "Ayşe Yılmaz"),
    "a Greek capital Nu": ("Νick Nolan", "Nick Nolan"),
    "a Greek small nu": ("Iνan Petrov", "Ivan Petrov"),
    "a whole word of look-alikes": ("Аса Holm", "Aca Holm"),
    "an unseen space": ("Ay\u200bşe Yılmaz", "Ayşe Yılmaz"),
    "a soft hyphen": ("Ayşe Yıl\u00admaz", "Ayşe Yılmaz"),
    "a mark of direction": ("محمد\u200f علي", "محمد علي"),
    "digits for letters": ("A1i Ve1i", "Ali Veli"),
    "wide letters": ("Ａｙşｅ Yılmaz", "Ayşe Yılmaz"),
    "decomposed letters": ("Ays\u0327e Yılmaz", "Ayşe Yılmaz"),
}

TWO_PEOPLE = [
    ("Ayşe Yılmaz", "Ayşe Yıldız"),
    ("Ayşe Nur Yılmaz", "Ayşe Gül Yılmaz"),
    ("B. Yılmaz", "Ayşe Yılmaz"),
    ("Jan Möller", "Jan Müller"),
    ("محمد علي", "محمود علي"),
    ("王伟", "王芳"),
    ("김민", "김수"),
    ("Анна Петрова", "Анна Павлова"),
    ("Dr. Ada Hill", "Dr. Bea Lark"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON.values(), ids=list(ONE_PERSON))
def test_a_person_is_known_again_however_the_name_is_written(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_other_names_are_other_peoples(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ayşe Yılmaz", "dr. ayse  YILMAZ", True),
        ("Ayşe Yılmaz", "Yılmaz, Ayşe", True),
        ("أحمد", "احمد", True),
        ("Jan Müller", "Jan Mueller", True),
        ("Ayşe Yılmaz", "A. Yılmaz", False),
        ("Ali Veli", "Ali", False),
    ],
)
def test_one_name_has_the_same_words(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) == same


@pytest.mark.parametrize("name", ["Dr.", "Prof. Dr.", "د."])
def test_of_titles_alone_something_is_left(name: str) -> None:
    assert not alike(name, "Ayşe Yılmaz")


def seeks(one: str, other: str) -> bool:
    """Tell whether the other name bears a mark for each word of a skeleton of the first."""
    borne = marks(other)
    return any(all(borne & {*word} for word in words) for words in sought_marks(one))


names = st.lists(
    st.sampled_from(["Ayşe", "Nur", "Yılmaz", "A.", "N.", "Dr.", "علي", "على", "Müller", "王"]),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(names, names)
def test_likeness_is_mutual_and_leaves_its_marks(one: str, other: str) -> None:
    assert alike(one, one)
    assert alike(one, other) == alike(other, one)
    if alike(one, other):
        assert seeks(one, other) or seeks(other, one)
    if same_name(one, other):
        assert alike(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    "name",
    [
        "Ayşe Yılmaz",
        "Dr. A. O’Brien-Smith",
        "Ays\u0327e Yılmaz",
        "علی\u200cاکبر موسوی",
        "ක්\u200dෂිති",
        "田中 花子",
        "山田カナ",
        "김민",
        "Ali Veli 2",
    ],
)
def test_a_clear_name_passes(name: str) -> None:
    assert unclear_name(name) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Аyşe Yılmaz", 'the name "Аyşe Yılmaz" holds letters of Cyrillic and Latin'),
        ("Νick Nolan", "letters of Greek and Latin"),
        ("Dr. محمد علي", "letters of Arabic and Latin"),
        ("Ayşe\u00ad Yılmaz", "an invisible character U+00AD"),
        ("Ay\u200bşe Yılmaz", "an invisible character U+200B"),
        ("Ay\u200cşe Yılmaz", "an invisible character U+200C"),
        ("محمد\u200f علي", "an invisible character U+200F"),
        ("محمد \u200cعلي", "an invisible character U+200C"),
        ("Ayşe\ufe0f", "an invisible character U+FE0F"),
        ("김\u3164민", "an invisible character U+3164"),
        ("A1i Veli", "a digit among its letters"),
        ("A\u202eB", "an invisible or broken character U+202E"),
        ("x" * 101, "more than 100"),
        (" ", "the name is empty"),
    ],
)
def test_a_name_that_can_be_mistaken_is_told(name: str, said: str) -> None:
    assert said in unclear_name(name)


def test_titles_leave_every_pair_of_names_as_it_is() -> None:
    plain = ["Ada Hill", "Bea Lark", "Cem Ak"]
    for one, other in itertools.product(plain, plain):
        for title in ("Dr.", "Prof. Dr.", "Hemşire", "Schwester", "د."):
            assert alike(f"{title} {one}", other) == (one == other)
