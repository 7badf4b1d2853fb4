"""YAML without its tricks: fields, lists, texts, numbers and dates, each written where it stands.

Names for what stands elsewhere (``&a``, ``*a``), types (``!!python/…``) and merged fields (``<<``)
are refused while the text is read, before anything is made of it: a few lines of them can stand
for more data than there is memory, or for something to be run.
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.events import AliasEvent, ScalarEvent
from ruamel.yaml.nodes import MappingNode

from leafletpress.content.bounds import DEEPEST, MOST_DIGITS
from leafletpress.problems import Fault, FaultError

UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufffd-\uffff]"
)
"""Controls, signs that turn text round, half characters: in quotes, "\\ud83d" writes one."""

TEXT = "tag:yaml.org,2002:str"
NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
QUOTES = 'put the value in quotes: "…"'


class TrickError(FaultError):
    """YAML that a front matter has no need of; `line` counts from 1."""

    def __init__(self, line: int, fault: Fault) -> None:
        self.line = line
        super().__init__(fault)


def load_yaml(text: str) -> Any:
    """Return the data of a YAML text, with the lines of its fields.

    Raises:
        TrickError: there is a trick in it.
        YAMLError: it is no YAML.
        ValueError: a value cannot be made, as the date 2026-02-30.
    """
    yaml = YAML(typ="rt")
    yaml.Composer = _Composer
    return yaml.load(text)


class _Composer(Composer):
    """Makes the tree of a YAML text, and looks at each part of it first."""

    def compose_document(self) -> Any:
        event = self.parser.peek_event()
        if event.version or event.tags:
            what = "a line that begins with % says how to read the others"
            raise TrickError(event.start_mark.line + 1, Fault("yaml-trick", what, "remove it"))
        return super().compose_document()

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.parser.peek_event()
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            what = f'"{sign}{event.anchor}" is a name for another value'
            raise TrickError(line, Fault("yaml-trick", what, QUOTES))
        if self.depth >= DEEPEST:
            what = f"lists or fields stand more than {DEEPEST} deep in one another"
            raise TrickError(line, Fault("too-large", what, "write them in fewer levels"))
        if event.tag is not None:
            what = f'"{event.tag}" says how to read a value'
            raise TrickError(line, Fault("yaml-trick", what, "remove it"))
        if isinstance(event, ScalarEvent) and (found := UNFIT.search(_value(event))):
            what = f"an invisible or broken character U+{ord(found[0]):04X} stands here"
            raise TrickError(line, Fault("control-character", what, "remove it"))
        node = super().compose_node(parent, index)
        if isinstance(parent, MappingNode) and index is None and node.tag != TEXT:
            fault = Fault("not-yaml", "the name of a field is no text", "write name: value")
            raise TrickError(line, fault)
        if node.tag in NUMBERS and len(node.value) > MOST_DIGITS:
            what = f"a number has {len(node.value)} digits"
            raise TrickError(line, Fault("too-large", what, QUOTES))
        return node


def _value(event: Any) -> str:
    """Return the value of a scalar; where a text is folded, ruamel.yaml keeps its lines by BEL."""
    value: str = event.value
    return value.replace("\a", "") if event.style == ">" else value
