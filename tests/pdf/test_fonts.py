"""The faces that are cut: one file a family and weight, and nothing else that fontconfig sees."""

import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
import uharfbuzz

from leafletpress.fonts import (
    WEIGHTS,
    configuration,
    ensure_faces,
    family_faces,
    missing_characters,
    name_character,
)
from leafletpress.language import parse_language
from leafletpress.language.scripts import SCRIPT_FAMILIES, SYMBOL_FAMILY
from leafletpress.problems import LeafletError

pytestmark = pytest.mark.slow

CJK = {"Hans", "Hant", "Jpan", "Kore"}
"""Their wheel is an extra; see `make cjk`."""

NO_WHEEL = {"Gujr", "Guru", "Knda", "Mlym", "Sinh"}
"""No wheel holds their families today."""

TURKISH = parse_language("tr")


@pytest.mark.parametrize("script", sorted(SCRIPT_FAMILIES.keys() - CJK - NO_WHEEL))
def test_every_script_has_a_regular_and_a_bold_face(script: str, tmp_path: Path) -> None:
    faces = family_faces(SCRIPT_FAMILIES[script], tmp_path)
    assert [face.weight for face in faces] == list(WEIGHTS)
    for face in faces:
        cut = uharfbuzz.Face(uharfbuzz.Blob(face.path.read_bytes()))
        assert cut.axis_infos == []


def test_a_font_that_has_one_weight_is_kept_once(tmp_path: Path) -> None:
    """Two files of one family and weight make WeasyPrint print wrong letters."""
    [face] = family_faces(SYMBOL_FAMILY, tmp_path)
    assert list((tmp_path / "faces").iterdir()) == [face.path]


def test_the_faces_of_an_older_font_are_removed(tmp_path: Path) -> None:
    old = tmp_path / "faces/NotoSans-400-0123456789ab.ttf"
    other = tmp_path / "faces/NotoSansArabic-400-0123456789ab.ttf"
    old.parent.mkdir()
    for path in (old, other):
        path.write_bytes(b"old")
    family_faces("Noto Sans", tmp_path)
    assert not old.exists()
    assert other.exists()


def test_fontconfig_is_shown_the_cut_faces_alone(tmp_path: Path) -> None:
    cache = tmp_path / "R&D <fonts>"
    assert ensure_faces([TURKISH], cache) == {"tr": []}
    tree = etree.fromstring(configuration(cache).read_bytes())
    assert [e.text for e in tree.iter("dir")] == [str(cache / "faces")]
    assert [e.text for e in tree.iter("cachedir")] == [str(cache / "fontconfig")]
    assert list(tree.iter("include")) == []


def test_the_cache_keeps_itself_out_of_git(tmp_path: Path) -> None:
    ensure_faces([TURKISH], tmp_path)
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_faces_are_cut_once(tmp_path: Path) -> None:
    ensure_faces([TURKISH], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "faces").iterdir()}
    family_faces.cache_clear()
    ensure_faces([TURKISH], tmp_path)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "faces").iterdir()} == before


@pytest.mark.parametrize("wrong", [b"", b"junk", b"half", b"one"])
def test_a_face_that_was_damaged_in_the_cache_is_cut_anew(wrong: bytes, tmp_path: Path) -> None:
    [face] = family_faces(SYMBOL_FAMILY, tmp_path)
    right = face.path.read_bytes()
    middle = len(right) // 2
    other = bytes([right[middle] ^ 1])
    spoilt = {b"half": right[:middle], b"one": right[:middle] + other + right[middle + 1 :]}
    face.path.write_bytes(spoilt.get(wrong, wrong))
    family_faces.cache_clear()
    assert family_faces(SYMBOL_FAMILY, tmp_path) == (face,)
    assert face.path.read_bytes() == right


def test_a_family_that_no_wheel_holds_is_a_problem_of_its_language_alone(tmp_path: Path) -> None:
    problems = ensure_faces([TURKISH, parse_language("gu")], tmp_path)
    assert problems["tr"] == []
    [problem] = problems["gu"]
    assert problem.what == "no font wheel with the family Noto Sans Gujarati is installed"


def test_a_cache_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LeafletError, match="cannot be written"):
        ensure_faces([], tmp_path / "file/cache")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("İyi uyuyun, ığüşöç “–” 15 °C µg ½ ·", []),
        ("a ≤ b", ["≤"]),
        ("水 ب", ["ب", "水"]),
        ("tab\tline\nsoft\u00adjoin\u200d\u2060", []),
    ],
)
def test_characters_that_no_face_shows_are_found(
    text: str, missing: list[str], tmp_path: Path
) -> None:
    assert missing_characters(text, TURKISH.families, tmp_path) == missing


def test_a_character_is_named_so_that_it_can_be_found() -> None:
    assert name_character("≤") == "“≤” (U+2264 LESS-THAN OR EQUAL TO)"
    assert name_character("\ue000") == "“\ue000” (U+E000 no name)"
