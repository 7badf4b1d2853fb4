"""Work flows one way through the rooms, and the tests read nothing outside the clone."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CLIMB = re.compile(r"__file__\)(?:\.resolve\(\))?((?:\.parent\b(?!s))*)(?:\.parents\[(\d+)\])?")
OUTSIDE = re.compile(
    r"""\bROOT\.parent\b|\b(?:ROOT|PROJECT)\b\)? / ["']\.\./"""
    r"""|shared["']? ?/ ?["']?(?:corpus|facts\.json)"""
)


def test_the_rooms_keep_their_order() -> None:
    lint = str(Path(sys.executable).with_name("lint-imports"))
    command = [sys.executable, lint, "--no-cache", "--no-logo"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 0, ran.stdout


def test_every_room_but_pdf_is_kept_from_weasyprint() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (contract,) = (one for one in tool["contracts"] if one["type"] == "forbidden")
    rooms = {path.stem for path in (ROOT / "leafletpress").iterdir() if is_room(path)}
    assert set(contract["source_modules"]) == {f"leafletpress.{room}" for room in rooms - {"pdf"}}


def is_room(path: Path) -> bool:
    return (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").exists()


def leaves(text: str, depth: int) -> bool:
    """Tell whether a test file `depth` folders below the clone's own names a place outside it."""
    steps = (up.count(".parent") + (int(at) + 1 if at else 0) for up, at in CLIMB.findall(text))
    return bool(OUTSIDE.search(text)) or any(count > depth for count in steps)


def test_no_test_reads_outside_the_clone() -> None:
    files = {path: path.relative_to(ROOT) for path in ROOT.glob("tests/**/*.py")}
    found = [
        str(name)
        for path, name in files.items()
        if path != Path(__file__) and leaves(path.read_text("utf-8"), len(name.parts))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("ROOT = Path(__file__).parents[2]", False),
        ("ROOT = Path(__file__).parent.parent.parent", False),
        ("DATA = Path(__file__).parent / 'data'", False),
        ("SHARED = Path(__file__).parents[3]", True),
        ("SHARED = Path(__file__).resolve().parent.parent.parent.parent", True),
        ("SHARED = Path(__file__).parent.parents[2]", True),
        ("LEDGER = ROOT.parent / name", True),
        ("LEDGER = ROOT / '../beside'", True),
        ('(tmp_path / "shared/corpus")', True),
    ],
)
def test_a_way_out_of_the_clone_is_found(text: str, outside: bool) -> None:
    assert leaves(text, depth=3) is outside


def test_one_reader_of_the_tests_knows_the_libraries_that_read_pdfs() -> None:
    knows = re.compile(r"^ *(?:import|from) (?:pypdf|pypdfium2|pdfplumber|pikepdf)\b", re.M)
    found = {path.stem for path in ROOT.glob("tests/**/*.py") if knows.search(path.read_text())}
    assert found == {"pdf_reader", "pdf_painting"}
