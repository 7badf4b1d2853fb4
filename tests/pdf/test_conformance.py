"""Every PDF is PDF/A-3a and PDF/UA-1 at once, in every format and every language.

ALL_EDITIONS=1 judges every edition in every format: see `tests.support.shipped_leaflets`.
`make conformance` asks veraPDF as well, which is the reference but needs Java and the network.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import page as validation
import pytest

from tests.support import figure_leaflets, shipped_leaflets
from tests.support.mirrored_leaflet import printed as mirrored
from tests.support.pdf_reader import Element, Reader

pytestmark = pytest.mark.slow

FORMATS = shipped_leaflets.FORMATS
EDITIONS = shipped_leaflets.languages_and_formats()
PROFILES = [validation.ValidationProfile.PDF_A_3A, validation.ValidationProfile.PDF_UA_1]
SMALLEST = 9.0
BODY = {"large-print": 18.0, "review": 11.0}
"""The least size of any text, and of running text where it is not 12 (points)."""


def readers(tag: str, name: str) -> dict[str, Reader]:
    """The leaflets of the project that are printed in a language and a format."""
    # Not kept: what a hundred readers hold would slow down every test that follows.
    paths = shipped_leaflets.printed(tag, name)
    assert paths if name != "a4" else set(paths) == set(shipped_leaflets.NAMES)
    return {leaflet: Reader(path) for leaflet, path in paths.items()}


def findings(data: bytes, folder: Path) -> list[str]:
    """Return what the validator finds wrong, without what it finds wrongly."""
    path = folder / "judged.pdf"
    path.write_bytes(data)
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in validation.validate_pdf(str(path), profile=profile).failures
        if not (
            failure.rule_id.endswith("-STREAM-LENGTH-001")
            and ends_in_carriage_return(data, failure.object_id)
        )
    ]


def ends_in_carriage_return(data: bytes, number: object) -> bool:
    """Tell whether a stream has the length that it says, and its last byte is a CR.

    The validator takes CR and LF before `endstream` for one end of line, and so counts one byte
    less; but the data end with the CR, and the LF alone is the end of line (ISO 32000-1, 7.3.8.1).
    """
    found = re.search(r"\d+", str(number))
    assert found
    begin = re.compile(rb"^%s 0 obj\n.*?stream\r?\n" % found[0].encode(), re.M | re.S)
    head = begin.search(data)
    length = re.search(rb"/Length (\d+)(?! \d+ R)", head[0]) if head else None
    if not head or not length:
        return False
    end = head.end() + int(length[1])
    return data[end - 1 : end] == b"\r" and data[end:].startswith(b"\nendstream")


@pytest.mark.parametrize(("tag", "name"), EDITIONS)
def test_every_leaflet_conforms_in_every_format(tag: str, name: str, tmp_path: Path) -> None:
    found = {
        leaflet: wrong
        for leaflet, reader in readers(tag, name).items()
        if (wrong := findings(reader.data, tmp_path))
    }
    assert found == {}


@pytest.mark.parametrize(("tag", "name"), EDITIONS)
def test_every_reader_finds_the_structure_of_every_page(tag: str, name: str) -> None:
    for leaflet, reader in readers(tag, name).items():
        marks = {(part.page, mark) for part in reader.tree.walk() for mark in part.marks}
        printed_on = {glyph.page for glyph in reader.glyphs}  # a part to tear off has a blank back
        assert {page for page, _ in marks} == printed_on, leaflet
        assert reader.marks_that_pdfium_finds() == marks, leaflet


@pytest.mark.parametrize("name", FORMATS)
def test_a_right_to_left_leaflet_conforms_in_every_format(name: str, tmp_path: Path) -> None:
    assert findings(mirrored("he", name).data, tmp_path) == []


@pytest.mark.parametrize(("tag", "name"), [("en", "a4"), *(("he", name) for name in FORMATS)])
def test_every_kind_of_figure_conforms_in_every_format(tag: str, name: str, tmp_path: Path) -> None:
    leaflets = figure_leaflets.printed(tag, name)
    assert set(leaflets) == set(figure_leaflets.LEAFLETS)
    found = {each: findings(reader.data, tmp_path) for each, reader in leaflets.items()}
    assert {each: wrong for each, wrong in found.items() if wrong} == {}


def test_an_incomplete_draft_conforms(tmp_path: Path) -> None:
    assert findings(mirrored("he", "a4", untranslated="It is so.").data, tmp_path) == []


def test_the_validator_is_believed_unless_the_stream_is_right() -> None:
    right = b"%PDF\n7 0 obj\n<</Length 3>>\nstream\nab\r\nendstream\nendobj\n"
    assert ends_in_carriage_return(right, "7 0 R")
    assert not ends_in_carriage_return(right.replace(b"/Length 3", b"/Length 2"), "7 0 R")
    assert not ends_in_carriage_return(right.replace(b"ab\r", b"abc"), "7 0 R")
    assert not ends_in_carriage_return(right, "8 0 R")


@pytest.mark.parametrize("tag", shipped_leaflets.LANGUAGES)
def test_a_pdf_carries_the_text_it_was_made_from_and_its_row_of_the_manifest(tag: str) -> None:
    for name, reader in readers(tag, "a4").items():
        files = {file: parts[0] for file, parts in reader.pdf.attachments.items()}
        sources = [f"{name}.md"] if tag == "en" else [f"{name}.po", "shared.po"]
        assert sorted(files) == sorted([*sources, "manifest.json"])
        row = json.loads(files["manifest.json"])
        assert (row["leaflet"], row["format"]) == (name, "a4")
        associated = [file.get_object() for file in reader.catalog["/AF"]]
        kinds = {file["/UF"]: file["/AFRelationship"] for file in associated}
        assert kinds == {**dict.fromkeys(sources, "/Source"), "manifest.json": "/Data"}


def running(part: Element) -> Iterator[Element]:
    """Yield the paragraphs of a text that stand in no block."""
    for kid in part.kids:
        if kid.kind == "P":
            yield kid
        elif kid.kind in ("Div", "NonStruct"):
            yield from running(kid)


@pytest.mark.parametrize(("tag", "name"), EDITIONS)
def test_no_text_is_smaller_than_people_can_read(tag: str, name: str) -> None:
    reader = next(iter(readers(tag, name).values()))
    assert min(glyph.size for glyph in reader.glyphs) >= SMALLEST
    texts = (element for element in reader.tree.walk() if element.kind == "Part")
    paragraphs = {
        (span.page, mark)
        for part in texts
        for paragraph in running(part)
        for span in paragraph.kids
        for mark in span.marks
    }
    sizes = [glyph.size for glyph in reader.glyphs if (glyph.page, glyph.mark) in paragraphs]
    assert min(sizes) >= BODY.get(name, 12.0) - 0.01


@pytest.mark.parametrize("name", FORMATS)
def test_the_scale_of_a_script_makes_nothing_smaller(name: str) -> None:
    reader = mirrored("he", name, same_size=False)
    assert min(glyph.size for glyph in reader.glyphs) >= SMALLEST


COLOURS = re.compile(r"--([a-z]+): *(#[0-9a-f]{6})")

PAIRS = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "missing"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("paper", "accent"),
    ("paper", "ink"),
]
"""Text and ground, as the style sheets put them together."""

AA = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


def colours() -> dict[str, str]:
    sheet = (shipped_leaflets.PROJECT.templates.own / "styles" / "1-page.css").read_text("utf-8")
    return dict(COLOURS.findall(sheet))


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(colours()[text], colours()[ground]) >= AA


def test_every_colour_of_a_text_or_ground_is_one_of_those_pairs() -> None:
    sheets = sorted((shipped_leaflets.PROJECT.templates.own / "styles").glob("*.css"))
    texts = {text for text, _ in PAIRS}
    grounds = {ground for _, ground in PAIRS} | {"rule"}  # lines that join
    for path in sheets:
        sheet = path.read_text("utf-8")
        assert set(re.findall(r"[\s;{]color: var\(--(\w+)\)", sheet)) <= texts, path.name
        assert set(re.findall(r"background: var\(--(\w+)\)", sheet)) <= grounds, path.name
        for hexed in re.findall(r"background: (#[0-9a-f]{6})", sheet):
            assert contrast(colours()["ink"], hexed) >= AA, path.name
