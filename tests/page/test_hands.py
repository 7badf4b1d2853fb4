"""Urdu in Nastaliq, where the user supplies a font for it, and in Naskh where not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from leafletpress.fonts import ensure_faces, family_faces, is_supplied
from leafletpress.format import read_format
from leafletpress.language import parse_language
from leafletpress.page.style import make_style
from leafletpress.project import Project
from tests.support import pseudo_catalogs
from tests.support.mirrored_leaflet import project
from tests.support.pdf_painting import lines
from tests.support.pdf_reader import Reader
from tests.support.printing import CACHE, ROOT
from tests.support.pseudo_project import right_collection

pytestmark = pytest.mark.slow

URDU = parse_language("ur")
FAMILY = "Noto Nastaliq Urdu"


def put_stand_in(folder: Path, family: str = FAMILY) -> Path:
    """Put another font there under the name of the Nastaliq that no package has."""
    regular, *_ = family_faces("Noto Sans Arabic", CACHE)
    font = TTFont(regular.path)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
        elif record.nameID in (3, 4, 6):
            record.string = family.replace(" ", "")
    folder.mkdir(exist_ok=True)
    path = folder / "mine.ttf"
    font.save(path)
    return path


@pytest.fixture
def urdu(tmp_path: Path) -> Project:
    """The tiny leaflet in Urdu letters, in a project and a cache of its own."""
    ensure_faces([URDU], CACHE)
    root = tmp_path / "project"
    shutil.copytree(project().root, root)
    made = Project(root)
    pseudo_catalogs.translate_all(made, right_collection(made), URDU)
    return made


def built(made: Project) -> Reader:
    """Print it in a process of its own: one process knows one set of fonts."""
    command = [sys.executable, "build.py", "--project", str(made.root), "--lang", "ur"]
    out = made.root / "out"
    subprocess.run([*command, "--out", str(out)], cwd=ROOT, check=True, capture_output=True)
    return Reader((out / "ur" / "tiny.pdf").read_bytes())


def fonts(reader: Reader) -> set[str]:
    names = (
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pdf.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    )
    return {name.replace("-", "") for name in names}


def distance(reader: Reader) -> float:
    """Return how far apart the lines of running text are, as a multiple of its size."""
    word = pseudo_catalogs.pseudo("replace", URDU)
    element = next(e for e in reader.tree.walk() if e.kind == "P" and word in e.said)
    first, second = (line[0] for line in lines(reader.glyphs_of(element))[:2])
    return (first.baseline - second.baseline) / first.size


def test_a_supplied_nastaliq_is_taken_and_given_room_and_its_removal_is_seen(urdu: Project) -> None:
    without = built(urdu)
    assert not any(name.startswith("NotoNastaliq") for name in fonts(without))
    font = put_stand_in(urdu.fonts)
    with_it = built(urdu)
    assert any(name.startswith("NotoNastaliqUrdu") for name in fonts(with_it))
    assert distance(without) == pytest.approx(1.5, abs=0.1)
    assert distance(with_it) == pytest.approx(2.2, abs=0.1)
    style = make_style(urdu, URDU, read_format(urdu, "a4"))
    assert style.startswith(f'html {{ font-family: "{FAMILY}", "Noto Sans Arabic"')
    assert "line-height: 2.2;" in style.splitlines()[0]
    font.unlink()
    assert fonts(built(urdu)) == fonts(without)


def test_a_font_of_another_family_is_left_alone(tmp_path: Path) -> None:
    put_stand_in(tmp_path / "fonts", "Some Font")
    assert not is_supplied(FAMILY, tmp_path / "fonts")


def test_a_folder_of_fonts_need_not_be_there(tmp_path: Path) -> None:
    assert not is_supplied(FAMILY, tmp_path / "fonts")
    assert ensure_faces([URDU], CACHE, tmp_path / "fonts") == {"ur": []}
