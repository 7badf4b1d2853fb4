"""Whatever a file holds, it is read, or told on lines to be wrong, and in bounded time.

`make test` draws a few files for each reader, the same each time; `make fuzz` as many as somebody
has time for. What a run finds is kept in the corpus, and read here again.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leafletpress.project import Project
from tests.fuzz.finds import corpus_files
from tests.fuzz.inputs import FILES, LARGE_FILES
from tests.fuzz.law import SIZE, check_law
from tests.fuzz.readers import READERS, set_up
from tests.fuzz.strategies import records

RIGHT = [(name, path) for name in READERS for path in corpus_files(name) if path.stem == "right"]
KEPT = [(name, path) for name in READERS for path in corpus_files(name)]
IDS = [f"{name}-{path.stem}" for name, path in KEPT]

LONG = [
    *[("template", piece) for piece in ("<b ", "<!--")],
    *[("template", piece) for piece in ("{{ a }}", "{{ (", "{% if x %}", "<p>", "<", "{{ '", "&")],
    *[("sheet", piece) for piece in ("a{", "(", '"', "/*", "@media ", "a", "\\", "a{content:'b'}")],
    *[("drawing", piece) for piece in ("<g>", "<g/>", "<", "&amp;", "M0 0", '<use href="#a"/>')],
    *[("leaflet", piece) for piece in ("{:{{", "[@&a", "<", "&", "a@", "www.", "- a\n", "é", "|")],
    *[("passage", piece) for piece in ("```\n", "- ", "4. ", "> ", "////\n", "2026-11-22", "|-")],
    *[("msgstr", piece) for piece in ("* ", "**", "[", "](", "`", "<a ", "9", "a.b", "5 mg ")],
    *[("catalog", piece) for piece in ('msgid "a"\n', '"', "#~ ", 'msgstr[1] ""\n', "\\", "#, a,")],
    *[(name, piece) for name in records.SHAPES
      for piece in ("x = 1\n", "[[x]]\n", "#", "a.", '"', "[", " ", "x = '''\n")],
]  # fmt: skip
"""Pieces that a whole file is made of, over and over: many are what was slow once."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return set_up(tmp_path_factory.mktemp("fuzz"))


def test_every_reader_has_files_to_begin_with() -> None:
    assert FILES.keys() == LARGE_FILES.keys() == READERS.keys()
    assert [name for name, _ in RIGHT] == list(READERS)


@pytest.mark.parametrize(("name", "path"), RIGHT, ids=[name for name, _ in RIGHT])
def test_a_right_file_is_read(project: Project, name: str, path: Path) -> None:
    file = project.root / READERS[name].file
    file.write_bytes(path.read_bytes())
    assert READERS[name].read(project)
    file.unlink()


@pytest.mark.parametrize(("name", "path"), KEPT, ids=IDS)
def test_a_file_of_the_corpus_is_read_or_told(project: Project, name: str, path: Path) -> None:
    check_law(name, path.read_bytes(), project)


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40)
@given(data=st.data())
def test_any_file_is_read_or_told(project: Project, name: str, data: st.DataObject) -> None:
    check_law(name, data.draw(FILES[name]), project)


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
@settings(max_examples=4)
@given(data=st.data())
def test_any_large_file_is_read_or_told(project: Project, name: str, data: st.DataObject) -> None:
    check_law(name, data.draw(LARGE_FILES[name]), project)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "piece"), LONG)
def test_a_file_of_one_piece_over_and_over_is_read_or_told(
    project: Project, name: str, piece: str
) -> None:
    right = (path for reader, path in RIGHT if reader == name)
    text = piece.encode() * (SIZE // len(piece.encode()))
    check_law(name, next(right).read_bytes()[: -len("\n")] + text[: SIZE - 2000], project)
