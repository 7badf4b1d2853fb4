"""A file is the old one or the new one, whole; a problem says where and what to do."""

import os
import stat
from pathlib import Path

import pytest

from leafletpress.files import is_there, read_bytes, read_text, write_whole
from leafletpress.files.disk import MOST_TEXT
from leafletpress.problems import (
    LeafletError,
    Location,
    Problem,
    Severity,
    did_you_mean,
    errors,
)
from tests.support.small_project import append

PATH = Path("/base/a.md")


def test_what_was_written_is_read_and_the_same_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.po"
    assert write_whole(path, b"one")
    assert not write_whole(path, b"one")
    assert write_whole(path, b"two")
    assert read_bytes(path) == b"two"
    assert [*path.parent.iterdir()] == [path]


def test_a_file_is_for_everyone_who_may_read_its_folder(tmp_path: Path) -> None:
    umask = os.umask(0o022)
    try:
        write_whole(tmp_path / "a", b"")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(
        LeafletError, match=r"a: \[cannot-write\] the file cannot be written \(.+\): close it where"
    ):
        write_whole(tmp_path / "a", b"new")
    with pytest.raises(LeafletError, match="this is a folder, no file"):
        read_bytes(tmp_path / "a")
    assert [*tmp_path.iterdir()] == [tmp_path / "a"]


@pytest.mark.parametrize("data", [b"a\nb\n", b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r"])
def test_text_is_read_without_a_bom_and_with_plain_line_ends(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    assert read_text(tmp_path / "a") == "a\nb\n"


def test_what_is_no_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a\nb\xff\n")
    with pytest.raises(LeafletError) as caught:
        read_text(tmp_path / "a")
    assert (
        caught.value.problems[0].show(tmp_path) == "a:2: [not-utf8] byte 0xff is not UTF-8: save "
        "it as UTF-8"
    )


def test_a_problem_is_one_line_that_says_where_what_and_how_to_mend_it() -> None:
    problem = Problem("kind", Location(PATH, 3), "it is wrong", "mend it")
    assert problem.show(Path("/base")) == "a.md:3: [kind] it is wrong: mend it"
    assert (
        str(problem)
        == problem.show(Path("/other"))
        == ("/base/a.md:3: [kind] it is wrong: mend it")
    )
    warning = Problem("kind", Location(PATH), "it is odd", "look at it", Severity.WARNING)
    assert warning.show(Path("/base")) == "a.md: warning: [kind] it is odd: look at it"
    assert errors([problem, warning]) == (problem,)
    assert str(LeafletError([problem, warning])) == f"{problem}\n{warning}"


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("titel", ["title", "id"], 'did you mean "title"?'),
        ("x", ["title", "id"], "known are id, title"),
        ("x", [], "there are none yet"),
    ],
)
def test_the_nearest_known_word_is_named(word: str, known: list[str], said: str) -> None:
    assert did_you_mean(word, known) == said


def told(path: Path) -> str:
    with pytest.raises(LeafletError) as caught:
        read_text(path)
    [problem] = caught.value.problems
    return problem.show(path.parent)


def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    said = {
        "none": "[no-such-file] the file is missing: put it back, or restore it",
        "folder": "[no-file] this is a folder, no file: put the file in its place",
        "lost": "[no-such-file] this is a link that leads nowhere: put the file there to which it "
        "leads, or the file itself here",
        "round": "[unreadable] the file cannot be read (Too many levels of symbolic links): check "
        "its name and its permissions",
        "x" * 300: "[unreadable] the file cannot be read (File name too long): check its name and "
        "its permissions",
        "a\0b": "[misnamed] the name of the file holds a character that no name can: give it "
        "another name",
    }
    assert {name: told(tmp_path / name).partition(": ")[2] for name in said} == said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path / "pipe").startswith(
        "pipe: [no-file] this is a device or a pipe, no file: put"
    )


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a\n")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read_text(tmp_path / "b") == "a\n"


def test_whatever_has_a_name_is_there_to_be_read(tmp_path: Path) -> None:
    """A glossary behind a broken link must not count as no glossary."""
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    for name in (".", "file", "lost", "x" * 300, "a\0b"):
        assert is_there(tmp_path / name)
    for name in ("none", "none/file", "file/none"):
        assert not is_there(tmp_path / name)


def test_a_text_that_no_person_wrote_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * MOST_TEXT)
    assert len(read_text(tmp_path / "a")) == MOST_TEXT
    append(tmp_path / "a", "x")
    assert told(tmp_path / "a").startswith(
        "a: [too-large] the file is larger than 4000 kB: make it smaller"
    )
    assert len(read_bytes(tmp_path / "a")) == MOST_TEXT + 1


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "||||||| 1a2b3c", ">>>>>>> theirs", "<<<<<<<"])
def test_a_merge_that_was_not_finished_is_told(mark: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"b = 1\n{mark}\nb = 2\n")
    assert told(tmp_path / "a") == (
        f'a:2: [merge-conflict] "{mark[:7]}" is the mark of a merge conflict: choose one of the '
        f"two versions and "
        "remove the marks"
    )


@pytest.mark.parametrize(
    "text", ["=======\n", "a <<<<<<< b\n", "<<<<<<<<<<\n", "<<<<<< a\n", "> a\n"]
)
def test_what_only_looks_like_a_merge_is_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text)
    assert read_text(tmp_path / "a") == text
