"""The options of a block: lines ``name: value``, indented by four spaces, right below its first.

pymdownx reads them as YAML, where 1.50 is 1.5, "no" is False and ``&a`` is a name for what
follows. Here a value is the text that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

INDENT = "    "

QUOTED = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"\\]|\\[\"\\])*)\"")
"""A value in quotes; a quote within is doubled, or has a backslash before it, as in YAML."""


def option_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines at the head of a block's content that are its options."""
    for line in lines:
        if not line.startswith(INDENT) or not line.strip():
            return
        yield line


def read_option(line: str) -> tuple[str, str | None]:
    """Return the name and the value of an option; None where its quotes do not close."""
    name, _, value = line.strip().partition(":")
    value = value.strip()
    if value[:1] not in ("'", '"'):
        return name.strip(), value
    found = QUOTED.fullmatch(value)
    if not found:
        return name.strip(), None
    single, double = found.groups()
    text = single.replace("''", "'") if double is None else re.sub(r"\\(.)", r"\1", double)
    return name.strip(), text


def split_header(block: str, length: int) -> tuple[dict[str, str] | None, str]:
    """Part what stands below the first line of a block into its options and its content.

    It stands in the place of the method by this name of pymdownx's BlocksProcessor: options that
    are None leave the block to be text.
    """
    del length
    lines = block.split("\n")
    head = list(option_lines(lines))
    return read_options(head), "\n".join(lines[len(head) :])


def read_options(lines: Iterable[str]) -> dict[str, str] | None:
    """Return the options of a block by their names; None where one cannot be read."""
    options: dict[str, str] = {}
    for line in lines:
        name, value = read_option(line)
        if value is None or not name or name in options or ":" not in line:
            return None
        options[name] = value
    return options
