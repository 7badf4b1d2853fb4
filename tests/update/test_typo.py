"""What is a mended typo keeps its translations; what could be anything else does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.catalog import describe_change
from leafletpress.edition import read_collection
from leafletpress.language import source_language
from leafletpress.project import Project
from leafletpress.quantities import read_quantities
from leafletpress.update.typo import NUMBER_WORDS, count_words, why_not_a_typo
from tests.support.small_project import ROOT

KNOWN = count_words(
    [
        "You can take it before or after a meal, the other way round from now on.",
        "Stop the tablets when you have a fever, or fewer of them, and call us.",
        "Take the one that the team gives you; the nurse of the team can help.",
        "Women and men, a woman or a man, of all ages, present or prevent. Of it.",
    ]
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You recieve it by drip.", "You receive it by drip."),  # swapped
        ("A begining is made.", "A beginning is made."),  # too few
        ("The catheeter stays.", "The catheter stays."),  # too many
        ("It is seperate.", "It is separate."),  # another
        ("Teh nurse can help.", "The nurse can help."),
        ("Call teh team fo it.", "Call the team of it."),
        ("Ask for the the card.", "Ask for the card."),
        ("Bring it, to.", "Bring it to."),
        ("Tell your team about any change", "Tell your team about any change."),
        ("We use Ms as a short word.", "We use MS as a short word."),
        ("your card", "Your card"),
        ("A hospital stay, follow up later.", "A hospital stay, follow-up later."),
        ("Use birthcontrol for long.", "Use birth control for long."),
        ("That is an card.", "That is a card."),
        ("the team's card", "the team’s card"),
        ("Take **20 mg** of the medecine {team_phone} [@a1].",
         "Take **20 mg** of the medicine {team_phone} [@a1]."),
        ("It si [whre](https://example.org) it was.", "It is [where](https://example.org) it was."),
    ],
)  # fmt: skip
def test_a_mended_typo_is_one(before: str, after: str) -> None:
    known = KNOWN + count_words([after])
    known["is"] = 2
    assert why_not_a_typo(before, after, known) is None


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Take 20 mg.", "Take 40 mg.", "20 mg → 40 mg"),
        ("Take 20 mg.", "Take 20 g.", "20 mg → 20 g"),
        ("Take 20 mg a day.", "Take 20 mg a days.", '"day" → "days"'),
        ("Take two of them.", "Take ten of them.", '"two" → "ten"'),
        ("Take it once.", "Take it twice.", '"once" → "twice"'),
        ("You can stop.", "You cannot stop.", "negation added"),
        ("Do nto stop.", "Do not stop.", "negation added"),
        ("No, stop it.", "No stop it.", '"," → ""'),
        ("Take 5, 3 or 2.", "Take 5 3 or 2.", '"," → ""'),
        ("Not this but never that.", "Never this but not that.", '"Not" → "Never"'),
        ("You may not and never go.", "You may never and not go.", "4 words and signs differ"),
        ("Stop fingolimod.", "Stop cladribine.", "drug name differs: fingolimod → cladribine"),
        ("Stop fingolimid.", "Stop fingolimod.", "drug name differs: fingolimod added"),
        ("Look [here](https://a.example).", "Look [here](https://b.example).",
         "link to https://a.example removed, link to https://b.example added"),
        ("Call {team_phone}.", "Call {emergency_phone}.",
         "placeholder {team_phone} removed, placeholder {emergency_phone} added"),
        ("So it is. [@a1]", "So it is. [@b1]", "citation [@a1] removed, citation [@b1] added"),
        ("**Stop** it.", "Stop it.", "strong removed"),
        ("**Stop** it now.", "Stop **it** now.", '"**" → ""'),
        ("`Stop` it.", "**Stop** it.", "code removed, strong added"),
        ("Is it safe.", "Is it safe?", '"." → "?"'),
        ("One\nline", "One line", "line break removed"),
        # words that are words
        ("Take it before a meal.", "Take it after a meal.", '"before" → "after"'),
        ("If you have fewer.", "If you have fever.", '"fewer" → "fever"'),
        ("A present of it.", "A prevent of it.", '"present" → "prevent"'),
        ("For a woman.", "For women.", '"a woman" → "women"'),
        ("Call us.", "Call US.", '"us" → "US"'),
        # words that no other text has
        ("It may increase.", "It may decrease.", '"increase" → "decrease"'),
        ("A symptomatic person.", "An asymptomatic person.",
         '"A symptomatic" → "An asymptomatic"'),
        ("A typical one.", "Atypical one.", '"A typical" → "Atypical"'),
        ("In active disease.", "Inactive disease.", '"In active" → "Inactive"'),
        ("It is unsafe.", "It is safe.", '"unsafe" → "safe"'),
        ("Oral tablets.", "Aural tablets.", '"Oral" → "Aural"'),
        ("Your drip goes in.", "Your drips go in.", '"drip goes" → "drips go"'),
        ("A large dose.", "A larger dose.", '"large" → "larger"'),
        ("You must wait.", "You must wait long.", '"" → "long"'),
        ("A hypotension.", "A hypertension.", '"hypotension" → "hypertension"'),
        ("Tkae it wiht food adn wtaer.", "Take it with food and water.",
         "4 words and signs differ"),
    ],
)  # fmt: skip
def test_whatever_could_change_what_a_text_says_is_none(before: str, after: str, why: str) -> None:
    assert why_not_a_typo(before, after, KNOWN + count_words([after])) == why


def shipped() -> list[str]:
    project = Project(ROOT)
    collection, _ = read_collection(project, project.leaflet_names())
    return [segment.text for leaflet in collection.leaflets for segment in leaflet.segments]


TEXTS = shipped()
WORDS = count_words(TEXTS)


@given(st.sampled_from(TEXTS), st.data())
def test_a_shipped_text_in_which_a_word_became_another_of_them_is_no_typo(
    text: str, data: st.DataObject
) -> None:
    words = text.split(" ")
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from(sorted(WORDS)))
    if not words[place].isalpha() or words[place].casefold() == other:
        return
    before = " ".join([*words[:place], other, *words[place + 1 :]])
    articles = {words[place].casefold(), other} == {"a", "an"}
    doubled = other in (w.casefold() for w in (*words[place - 1 : place], *words[place + 1 :][:1]))
    assert articles or doubled or why_not_a_typo(before, text, WORDS) is not None


@given(st.sampled_from(TEXTS), st.data())
def test_a_shipped_text_in_which_two_swapped_letters_were_mended_is_a_typo(
    text: str, data: st.DataObject
) -> None:
    words = text.split(" ")
    place = data.draw(st.integers(0, len(words) - 1))
    word = words[place]
    swaps = [word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(1, len(word) - 2)]
    real = {*WORDS, *NUMBER_WORDS, word.casefold()}
    swaps = [swap for swap in swaps if swap.casefold() not in real]
    if not swaps or not word.isalpha() or word.casefold() in NUMBER_WORDS:
        return
    before = " ".join([*words[:place], data.draw(st.sampled_from(swaps)), *words[place + 1 :]])
    if not describe_change(before, text):
        assert why_not_a_typo(before, text, WORDS) is None


@given(st.sampled_from([t for t in TEXTS if read_quantities(t, source_language())]), st.data())
def test_a_shipped_text_in_which_a_digit_changed_is_no_typo(text: str, data: st.DataObject) -> None:
    places = [n for n, letter in enumerate(text) if letter.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = str((int(text[place]) + data.draw(st.integers(1, 9))) % 10)
    before = text[:place] + digit + text[place + 1 :]
    assert why_not_a_typo(before, text, WORDS) is not None
