"""Structure: the same placeholders, citations, links and marks, and nothing else than those."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import citations, marks, plain_text, raw_html
from leafletpress.problems import Severity

BRACES = re.compile(r"\{[^{}\s]*\}?|\}")
PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")
LITERAL_MARKS = re.compile(r"\*+|`+|\[@?|\]\(|(?<!\w)_|_(?!\w)")
CITED = re.compile(r"(?:\[@[a-z][a-z0-9-]*\]\s*)+")
ISOLATES = "[\u2066-\u2068]"
FORBIDDEN = re.compile("[\u202a-\u202e\u2028\u2029\ufffd\ufff9-\ufffb\u0002\u0003]")


def find_marks(prefix: str, singular: str) -> Check:
    """Return the check of one kind of mark: those whose name begins with `prefix`."""

    def find(pair: Pair) -> Iterator[Finding]:
        source = _of_kind(pair.source, prefix)
        translation = _of_kind(pair.translation, prefix)
        for mark in sorted((source - translation).elements()):
            yield Finding(f"{mark} is missing", "write it as in the source")
        for mark in sorted((translation - source).elements()):
            yield Finding(f"{mark} is not in the source", "remove it")

    return Check(f"{singular}s", f"a {singular} that is lost, changed or added", find)


def find_emphasis(pair: Pair) -> Iterator[Finding]:
    """Find bold, code and line breaks that are lost or added."""
    names = {
        "strong": "**bold**",
        "em": "*emphasis*",
        "code": "`code`",
        "line break": "a line break (\\n)",
    }
    source, translation = marks(pair.source), marks(pair.translation)
    for mark, name in names.items():
        wanted, found = source[mark], translation[mark]
        if wanted != found:
            what = f"the source has {name} {_times(wanted)}, the translation {_times(found)}"
            mend = "mark the same words as the source, with both ends of the mark"
            if mark == "line break":
                mend = "break the line where the source does, and nowhere else"
            yield Finding(what, mend)


def find_stray_marks(pair: Pair) -> Iterator[Finding]:
    """Find half marks that would print as they are: a lone ``**``, ``[`` or ``{name``."""
    wanted = Counter(LITERAL_MARKS.findall(plain_text(pair.source)))
    found = Counter(LITERAL_MARKS.findall(plain_text(pair.translation)))
    for mark in sorted((found - wanted).elements()):
        yield Finding(f'"{mark}" would be printed as it is', "close the mark, or remove it")
    known = {*PLACEHOLDER.findall(pair.source), *BRACES.findall(pair.source)}
    for brace in BRACES.findall(pair.translation):
        if brace not in known and not PLACEHOLDER.fullmatch(brace):
            yield Finding(f'"{brace}" is no placeholder', "write the name as in the source")


def find_html(pair: Pair) -> Iterator[Finding]:
    """Find HTML, which is never passed through."""
    for tag in raw_html(pair.translation):
        yield Finding(f"{tag} is HTML", "use the Markdown of the source, or write the character")


def find_citation_order(pair: Pair) -> Iterator[Finding]:
    """Find sources that changed places; those of one claim stand together in any order."""
    source, translation = _claims(pair.source), _claims(pair.translation)
    same = Counter(citations(pair.source)) == Counter(citations(pair.translation))
    if same and source != translation:
        order = ", ".join(f"[@{key}]" for keys in source for key in keys)
        yield Finding(
            f"the sources stand in another order than in the source text ({order})",
            "make sure that each still stands behind its own claim; if it does, leave it",
        )


def find_characters(pair: Pair) -> Iterator[Finding]:
    """Find characters that turn the direction of text, or that stand for a lost one."""
    opened, closed = (len(re.findall(sign, pair.translation)) for sign in (ISOLATES, "\u2069"))
    if opened != closed:
        what = f"{opened} invisible characters open a direction, {closed} close it"
        yield Finding(what, "remove them: the press sets numbers and names in their own direction")
    for character in sorted(set(FORBIDDEN.findall(pair.translation))):
        what = f"an invisible or broken character U+{ord(character):04X} stands here"
        yield Finding(what, "remove it")


def _claims(text: str) -> list[list[str]]:
    """Return the sources of each claim, sorted, in the order of the text."""
    return [sorted(citations(group[0])) for group in CITED.finditer(text)]


def _of_kind(text: str, prefix: str) -> Counter[str]:
    return Counter({m: n for m, n in marks(text).items() if m.startswith(prefix)})


def _times(count: int) -> str:
    return {0: "not at all", 1: "once"}.get(count, f"{count} times")


PLACEHOLDERS = find_marks("placeholder", "placeholder")
CITATIONS = find_marks("citation", "citation")
CITATION_ORDER = Check(
    "citation-order", "sources that changed places", find_citation_order, Severity.WARNING
)
LINKS = find_marks("link", "link")
EMPHASIS = Check(
    "emphasis", "bold, emphasis, code or a line break that is lost or added", find_emphasis
)
STRAY_MARKS = Check(
    "stray-marks", "half a mark that would be printed: a lone ** or {name", find_stray_marks
)
HTML = Check("html", "HTML, which is never passed through", find_html)
CHARACTERS = Check("characters", "a character that hides, breaks or reorders text", find_characters)
