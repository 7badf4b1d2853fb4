"""What no source has, and no translation may add: addresses, and marks that begin a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafletpress.checks.rule import Check, Finding, Pair
from leafletpress.content import addresses, excess, without_references

SPEECH = ('"', "'", "“", "”", "„", "«", "»", "‘", "’", "-", "–", "—")
"""A source that begins so may be speech, which some languages begin with a dash."""

BLOCK_MARK = re.compile(
    r"""
      (?P<heading> \#{1,6} ) [ \t]
    | (?P<dash> - ) [ \t]+ (?!\d)            # "- 5" is a number
    | (?P<bullet> [*+] ) [ \t]+ (?!\d)
    | (?P<quotation> > ) (?![ \t]*[=\d٠-٩۰-۹])  # "> 5" says "more than 5"
    | (?P<block> /{3,} )
    | (?P<table> \| )
    | (?P<fence> `{3,} | ~{3,} )
    | (?P<rule> ([-*_])(?:[ ]*\9){2,} ) [ \t]*$
    """,
    re.X,
)
"""What begins a block of Markdown. A number with a full stop is none: where the source has it, it
is right ("1. adımdan önce", before step 1), and where not, the check of the numbers finds it."""


def find_excess(pair: Pair) -> Iterator[Finding]:
    """Find a translation that is too long, or has too many marks, for any other check to read."""
    if found := excess(pair.translation):
        yield Finding(found.what, "write it with as many words and marks as the source")


def find_addresses(pair: Pair) -> Iterator[Finding]:
    """Find web and e-mail addresses that the source does not have."""
    known = set(addresses(without_references(pair.source)))
    told: list[str] = []
    for address in dict.fromkeys(addresses(without_references(pair.translation))):
        if address not in known and not any(address in one for one in told):
            told.append(address)  # and with it the name of its server
            mend = "remove it; if it is none, put a space behind the full stop"
            yield Finding(f'the address "{address}" is not in the source', mend)


def find_block_marks(pair: Pair) -> Iterator[Finding]:
    """Find lines that begin as a block of Markdown does: it would be printed as it is."""
    known = {mark for line in pair.source.split("\n") if (mark := _block_mark(line))}
    is_speech = pair.source.lstrip().startswith(SPEECH)
    for line in pair.translation.split("\n"):
        mark = _block_mark(line)
        if mark and mark not in known and not (mark == "-" and is_speech):
            what = f'"{mark}" would be printed as it is, at the beginning of a line'
            yield Finding(what, "begin with the first word; the page adds what is around the text")


def _block_mark(line: str) -> str:
    found = BLOCK_MARK.match(line.strip())
    return found[found.lastgroup or 0] if found else ""


EXCESS = Check("size", "a text that is too long, or has too many marks", find_excess)
ADDRESSES = Check("addresses", "a web or e-mail address that the source lacks", find_addresses)
BLOCK_MARKS = Check(
    "block-marks", "the sign of a heading, a list or a table before a text", find_block_marks
)
