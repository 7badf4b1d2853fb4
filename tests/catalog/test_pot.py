"""A pot tells a translator of each text what it is, where it stands and what must survive."""

from collections.abc import Callable
from pathlib import Path

from leafletpress.catalog import Catalog, format_catalog, header_fields, make_pot
from leafletpress.content import read_leaflet
from leafletpress.project import Project

BODY = """\

## The dose {: #dose }

/// warning | Do not stop

Take 20 mg every day for 5 to 15 days. [@smith2020]
{: note="‘day’ is 24 hours" }

- Never stop.
///

## After the dose

- Never stop.
  {: note="one" }

## The dose {: #dose-again }

Call {team_phone}.
"""


def pot_of(path: Path) -> Catalog:
    segments = read_leaflet(path).segments
    return make_pot(segments, "T-1 tiny", Project(path.parent), path.with_suffix(".pot"))


def test_a_pot_says_of_each_text_what_a_translator_must_know(
    write_leaflet: Callable[..., Path],
) -> None:
    entries = format_catalog(pot_of(write_leaflet(BODY))).split("\n\n")[1:]
    assert "\n\n".join(entries) == (
        '#. title of the leaflet\n#: tiny.md\nmsgid "A tiny leaflet"\nmsgstr ""\n\n'
        "#. summary of the leaflet\n#: tiny.md\n"
        'msgid "This leaflet tells you nothing."\nmsgstr ""\n\n'
        '#. heading · The dose\n#: tiny.md\nmsgctxt "dose"\nmsgid "The dose"\nmsgstr ""\n\n'
        "#. warning, title · The dose\n#. critical\n#: tiny.md\n"
        'msgid "Do not stop"\nmsgstr ""\n\n'
        "#. warning, paragraph · The dose\n#. critical\n#. keep: 20 mg, 5, 15 days\n"
        "#. note: ‘day’ is 24 hours\n#: tiny.md\n"
        'msgid "Take 20 mg every day for 5 to 15 days. [@smith2020]"\nmsgstr ""\n\n'
        "#. warning, list item · The dose\n#. critical\n#: tiny.md\n"
        'msgctxt "dose"\nmsgid "Never stop."\nmsgstr ""\n\n'
        '#. heading · After the dose\n#: tiny.md\nmsgid "After the dose"\nmsgstr ""\n\n'
        "#. list item · After the dose\n#. note: one\n#: tiny.md\n"
        'msgctxt "after-the-dose"\nmsgid "Never stop."\nmsgstr ""\n\n'
        '#. heading · The dose\n#: tiny.md\nmsgctxt "dose-again"\nmsgid "The dose"\nmsgstr ""\n\n'
        '#. paragraph · The dose\n#: tiny.md\nmsgid "Call {team_phone}."\nmsgstr ""\n'
    )


def test_a_text_that_stands_twice_is_one_message(write_leaflet: Callable[..., Path]) -> None:
    sentence = "Ask your own team first. [@smith2020]"
    messages = pot_of(write_leaflet(f"\n{sentence}\n\n## Later\n\n{sentence}\n")).messages
    [message] = [m for m in messages if m.msgid.startswith("Ask")]
    assert message.context is None
    assert message.extracted == ("paragraph", "paragraph · Later")


def test_a_pot_has_the_header_that_tools_look_for(write_leaflet: Callable[..., Path]) -> None:
    fields = header_fields(pot_of(write_leaflet(BODY)).header)
    assert fields["Project-Id-Version"] == "T-1 tiny"
    assert fields["Content-Type"] == "text/plain; charset=UTF-8"
    assert fields["PO-Revision-Date"] == "YEAR-MO-DA HO:MI+ZONE"


def test_no_pot_speaks_of_another_format(write_leaflet: Callable[..., Path]) -> None:
    """``python-format`` makes the Turkish "%80'i" an error in every tool."""
    pot = pot_of(write_leaflet("\nIn 80% of people it helps. [@smith2020]\n"))
    assert all(message.flags == () for message in pot.messages)
