"""Text that was left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import plain_text, without_references
from leafletpress.language import Language, find_medicines, source_language
from leafletpress.problems import Severity
from leafletpress.quantities import MEASURES

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

GLOSS = re.compile(r"[(（]([^()（）\[\]]*)[)）]")
LONGEST_GLOSS = 6
"""So many English words may stand in brackets behind their translation, as doctors write them."""

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        the a an of and or but to in on at for with without from by as into about than then so
        is are was were be been being has have had do does did not no never can cannot may might
        must should will would could you your yours we our us they their them he she his her it its
        my me this that these those there here which who whom whose what when where why how if
        because until before after while during
        """,
    )
)
"""English words that carry no meaning of their own: names of drugs and places have none of them."""

LONGEST_NAME = 3
"""So many words of the source in a row may be a name that stays."""

FEWEST = 2
"""So many function words make a text of any others."""

FEWEST_LOWER = 3
"""So many words in small letters are no name: repeated, they are left in English."""

WINDOW, IN_WINDOW = 6, 4
"""So many different function words within a window of words are English of any origin."""

OTHER_SCRIPT_WINDOW, IN_OTHER_SCRIPT_WINDOW = 4, 2
"""The same between words in another script than the Latin one, where less proves it."""

OF_OTHER_LANGUAGES = frozenset(
    re.findall(
        r"\w+",
        "a an in on at as or do so is was were of but we he us me my no than then had may to it be"
        " by for has her his who",
    )
)
"""Function words that are words of other languages, too."""


def find_source_language(pair: Pair) -> Iterator[Finding]:
    """Find text that was left in English: a whole translation, a part of the source, a sentence.

    One or two words are no finding here: see `find_same_text`.
    """
    if pair.language.locale.language == source_language().locale.language:
        return
    source, translation = _words(pair.source), _words(pair.translation)
    if source != translation:
        translation = _words(GLOSS.sub(_without_gloss, pair.translation))
    left = _left(source, translation) or _english(translation, pair.language)
    if left:
        what = f'"{" ".join(left)}" is left in English'
        yield Finding(what, f"translate it to {pair.language.english_name}")


def find_same_text(pair: Pair) -> Iterator[Finding]:
    """Find translations that are their source, and have words that are no names."""
    if pair.language.locale.language == source_language().locale.language:
        return
    if plain_text(pair.source) != plain_text(pair.translation) or any(find_source_language(pair)):
        return
    words = list(_translatable(pair))
    if words:
        what = f'the translation is the source ("{" ".join(words)}")'
        yield Finding(what, "translate it; if your language says it so, leave it")


def _without_gloss(found: re.Match[str]) -> str:
    words = WORD.findall(found[1])
    gloss = len(words) <= LONGEST_GLOSS and len([w for w in words if _is_function(w)]) < FEWEST
    return " – " if gloss else found[0]


def _words(text: str) -> list[str]:
    return WORD.findall(plain_text(text))


def _left(source: Sequence[str], translation: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that the source has, too, if it is more than a name."""
    if list(source) == list(translation):
        return source if _is_text(source) or _lower(source) >= FEWEST_LOWER else ()
    run = _longest_run(source, translation)
    if len(run) <= LONGEST_NAME:
        return ()
    many = len([word for word in run if _is_function(word)]) >= FEWEST
    return run if (many and _is_text(run)) or _lower(run) >= FEWEST_LOWER else ()


def _lower(words: Sequence[str]) -> int:
    """Count the words in small letters; names of medicines may be one in two languages."""
    text = " ".join(words)
    for name in find_medicines(text):
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    return len([word for word in text.split() if word.islower()])


def _is_text(words: Sequence[str]) -> bool:
    """Tell whether words say something: no name such as "Department of Health and Care"."""
    others = [word for word in words if not _is_function(word)]
    number = len(words) - len(others)
    # Of a heading such as "What MS is", all other words may be capitals.
    capitals = all(word.isupper() for word in others) and number >= FEWEST
    return number > 0 and (capitals or any(word.islower() for word in others))


def _is_function(word: str) -> bool:
    """Tell whether a word is one of FUNCTION_WORDS; in capitals it is an abbreviation."""
    return word.casefold() in FUNCTION_WORDS and not (len(word) > 1 and word.isupper())


def _longest_run(source: Sequence[str], translation: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that both texts have, the first of the source if several.

    A time that grows with the words of both, not with their product.
    """
    follow, shorter, longest = _runs(translation)
    best: Sequence[str] = ()
    state = length = 0
    for end, word in enumerate(source, start=1):
        while state and word not in follow[state]:
            state = shorter[state]
            length = longest[state]
        if word in follow[state]:
            state = follow[state][word]
            length += 1
        if length > len(best):
            best = source[end - length : end]
    return best


def _runs(words: Sequence[str]) -> tuple[list[dict[str, int]], list[int], list[int]]:
    """Return the automaton of all runs of words (A. Blumer and others, "The smallest automaton
    recognizing the subwords of a text", 1985).

    Of each state: the next one by the next word, that of a shorter run with the same end, and the
    length of its longest run.
    """
    follow: list[dict[str, int]] = [{}]
    shorter, longest = [-1], [0]
    last = 0
    for word in words:
        new, state = len(follow), last
        follow.append({})
        shorter.append(0)
        longest.append(longest[last] + 1)
        while state >= 0 and word not in follow[state]:
            follow[state][word] = new
            state = shorter[state]
        if state >= 0:
            old = follow[state][word]
            if longest[state] + 1 < longest[old]:
                follow.append(dict(follow[old]))
                shorter.append(shorter[old])
                longest.append(longest[state] + 1)
                shorter[old] = len(follow) - 1
                while state >= 0 and follow[state].get(word) == old:
                    follow[state][word] = shorter[old]
                    state = shorter[state]
                old = shorter[old]
            shorter[new] = old
        last = new
    return follow, shorter, longest


def _english(translation: Sequence[str], language: Language) -> Sequence[str]:
    """Return the first words that can be nothing but English, though not those of the source."""
    latin = language.script == "Latn"
    size, least = (WINDOW, IN_WINDOW) if latin else (OTHER_SCRIPT_WINDOW, IN_OTHER_SCRIPT_WINDOW)
    shared = OF_OTHER_LANGUAGES if latin else frozenset()
    for start in range(len(translation) - size + 1):
        window = translation[start : start + size]
        found = {word.casefold() for word in window if _is_function(word)} - shared
        if len(found) >= least and (latin or (_is_text(window) and "".join(window).isascii())):
            return window
    return ()


def _translatable(pair: Pair) -> Iterator[str]:
    """Yield the words of a source that need a translation: no names, no abbreviations."""
    words = _words(pair.source)
    source = without_references(pair.source)
    glossary = pair.glossary
    terms = (*glossary.terms_of(source), *glossary.drugs_of(source)) if glossary else ()
    known = {
        part.casefold() for term in terms for stem in term.accept for part in WORD.findall(stem)
    }
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return
    for word in words:
        if len(word) > 1 and not word.isupper() and word.casefold() not in known | MEASURES:
            yield word


LEFT_IN_ENGLISH = Check("english", "text that was left in English", find_source_language)
SAME = Check("same", "a translation that is its source", find_same_text, Severity.WARNING)
