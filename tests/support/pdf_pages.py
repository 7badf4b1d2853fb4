"""The text of a printed page: found again, cut out, parted into lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.support.pdf_painting import Letter
from tests.support.pdf_reader import Reader

NOT_SEEN = re.compile("[\\s\u00ad\u2010\u2060\ufffe\x02-]")
"""Spaces, and the hyphens that pdfium swallows or renames at the end of a line."""


@dataclass(frozen=True)
class Page:
    """The characters of a page, in the order in which they were painted."""

    letters: tuple[Letter, ...]

    @cached_property
    def text(self) -> str:
        """The page's text, with single spaces."""
        return " ".join("".join(letter.text for letter in self.letters).split())

    @cached_property
    def seen(self) -> tuple[int, ...]:
        """Where the characters are that can be told from one another."""
        return tuple(i for i, x in enumerate(self.letters) if not NOT_SEEN.match(x.text))

    @cached_property
    def squeezed(self) -> str:
        return "".join(self.letters[i].text for i in self.seen)

    def find(self, text: str, at_head: bool) -> Iterator[int]:
        """Where whole words begin in `squeezed`, perhaps only at the head of a line."""
        for found in re.finditer(re.escape(text), self.squeezed):
            before, after = self.seen[found.start()] - 1, self.seen[found.end() - 1] + 1
            beside = (*self.letters[max(before, 0) : before + 1], *self.letters[after : after + 1])
            if any(letter.text.isalnum() for letter in beside):
                continue
            if not at_head or self._is_head(found.start()):
                yield found.start()

    def _is_head(self, place: int) -> bool:
        before, letter = (self.letters[self.seen[i]] for i in (max(place - 1, 0), place))
        return place == 0 or abs(before.baseline - letter.baseline) > 6

    def cut(self, start: int, length: int) -> tuple[Letter, ...]:
        """The letters of a part of `squeezed`, with the spaces between them."""
        return self.letters[self.seen[start] : self.seen[start + length - 1] + 1]


def squeeze(text: str) -> str:
    return NOT_SEEN.sub("", text)


def lines_of(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Part letters into lines. A raised or lowered letter stays in its line."""
    lines: list[list[Letter]] = []
    for letter in letters:
        if not letter.text.strip() and letter.text != "\xa0":
            if lines and letter.text == " ":
                lines[-1].append(letter)
        elif lines and abs(letter.baseline - lines[-1][0].baseline) < 6:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def text_of(letters: Sequence[Letter]) -> str:
    return "".join(letter.text for letter in letters).strip(" ")


def page_texts(path: Path) -> list[str]:
    """The text of each page."""
    return [page.text for page in read_pages(path)]


@cache
def read_pages(path: Path) -> tuple[Page, ...]:
    return tuple(Page(letters) for letters in Reader(path).letters)
