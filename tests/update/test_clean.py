"""update --clean takes invisible signs out of numbers, and changes no other byte."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from leafletpress.catalog import Catalog, Span, cut_out, format_catalog, parse_catalog
from leafletpress.cli.main import cli
from leafletpress.content import MessageKey
from leafletpress.language import parse_language
from leafletpress.problems import Problem
from leafletpress.project import Project
from leafletpress.update import clean
from tests.support.any_catalog import PATH, catalogs

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
DIRTY = (
    HEADER
    + '#. a note with 1\u200f5 in it\n#: leaflets/a.md:7\nmsgid "Take 15 mg for 20 days."\n'
    + 'msgstr ""\n"خذ 1\u200f5 ملغ \u200f"\n"لمدة 2\u200b\u206020 يوم."\n\n'
    + '#, fuzzy\nmsgid "Only 7 days"\nmsgstr "7\u00ad أيام"\n\n'
    + 'msgid "1 or 5"\nmsgstr "1\u200b5"\n\n'
    + 'msgid "12 mg"\nmsgstr "1٢ ملغ"\n\n'
    + 'msgid "for 15 days"\nmsgstr "۱۵\u200cروزه"\n\n'
    + '#~ msgid "15"\n#~ msgstr "1\u200f5"\n'
)


def project_of(root: Path, data: bytes) -> tuple[Project, Path]:
    project = Project(root)
    path = project.catalog("ar", "some")
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return project, path


def run(project: Project) -> tuple[list[tuple[int | None, str, str]], list[Problem]]:
    taken, problems = clean(project, [parse_language("en"), parse_language("ar")])
    return [(one.location.line, one.name, one.number) for one in taken], problems


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_signs_go_and_every_other_byte_stays(begin: str, end: str, tmp_path: Path) -> None:
    dirty = DIRTY.replace("20 days", "220 days")
    project, path = project_of(tmp_path, (begin + dirty).replace("\n", end).encode())
    taken, problems = run(project)
    assert (problems, taken) == (
        [],
        [
            (11, "right-to-left mark (U+200F)", "15 ملغ"),
            (12, "zero width space (U+200B)", "220 يوم"),
            (12, "word joiner (U+2060)", "220 يوم"),
            (16, "soft hyphen (U+00AD)", "7 أيام"),
        ],
    )
    wanted = dirty.replace('"خذ 1\u200f5', '"خذ 15').replace("2\u200b\u206020", "220")
    wanted = wanted.replace("7\u00ad", "7")
    assert path.read_bytes().decode() == (begin + wanted).replace("\n", end)


def test_a_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    project, path = project_of(tmp_path, DIRTY.encode())
    run(project)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert run(project) == ([], [])
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_what_is_not_certain_stays(tmp_path: Path) -> None:
    """A number that the source has not, digits of two kinds, spelling, what nobody prints."""
    project, path = project_of(tmp_path, DIRTY.encode())
    run(project)
    left = path.read_text("utf-8")
    for kept in (
        'msgstr "1\u200b5"',
        "1٢",
        "۱۵\u200cروزه",
        "2\u200b\u206020",
        '#~ msgstr "1\u200f5"',
    ):
        assert kept in left
    assert "#, fuzzy" in left
    assert "1\u200f5 in it" in left


def test_every_form_of_a_plural_is_cleaned(tmp_path: Path) -> None:
    dirty = (
        HEADER + 'msgid "15 day"\nmsgid_plural "20 days"\n'
        'msgstr[0] "1\u200f5 يوم"\nmsgstr[1] ""\n"2\u200f0 يوم"\n'
    )
    project, path = project_of(tmp_path, dirty.encode())
    taken, _ = run(project)
    assert [line for line, *_ in taken] == [9, 11]
    assert "\u200f" not in path.read_text("utf-8")


def test_a_catalog_that_cannot_be_read_stays_and_costs_only_itself(tmp_path: Path) -> None:
    project, path = project_of(tmp_path, DIRTY.encode())
    broken = project.catalog("ar", "broken")
    broken.write_text("<<<<<<< HEAD\n" + DIRTY, "utf-8")
    taken, problems = run(project)
    assert len(taken) == 2
    assert [problem.location.path for problem in problems] == [broken]
    assert broken.read_text("utf-8") == "<<<<<<< HEAD\n" + DIRTY
    assert "1\u200f5 ملغ" not in path.read_text("utf-8")


def test_the_command_says_what_it_took_out_and_that_signatures_fall(project: Project) -> None:
    path = project.catalog("ar", "hsct-steps")
    text = path.read_text("utf-8")
    path.write_text(text.replace("15 يوم", "1\u200f5 يوم", 1), "utf-8")
    arguments = ["--project", str(project.root), "update", "--clean"]
    ran = CliRunner().invoke(cli, arguments)
    assert ran.exit_code == 0, ran.output
    assert 'right-to-left mark (U+200F) taken out of "15 يوم' in ran.output
    assert f"hsct-steps.po:{text[: text.index('15 يوم')].count(chr(10)) + 1}: " in ran.output
    assert "has to be signed again" in ran.output
    assert path.read_text("utf-8") == text
    again = CliRunner().invoke(cli, arguments)
    assert "nothing to do" in again.output


def test_clean_and_editorial_exclude_each_other(project: Project) -> None:
    options = ["--clean", "--editorial", "--name", "Ada Hill", "--reason", "typos"]
    ran = CliRunner().invoke(cli, ["--project", str(project.root), "update", *options])
    assert ran.exit_code == 2
    assert "exclude each other" in ran.output


@pytest.mark.slow
@given(catalog=catalogs, data=st.data())
def test_any_characters_may_be_cut_out_of_any_catalog(
    catalog: Catalog, data: st.DataObject
) -> None:
    text = format_catalog(catalog)
    read = parse_catalog(text, PATH)
    foreign = [
        (message.key, (0, place), sign)
        for message in read.active
        for place, sign in enumerate(message.msgstr)
        if not sign.isascii()
    ]
    chosen = [one for one in foreign if data.draw(st.booleans())]
    places: dict[MessageKey, list[Span]] = {}
    for key, place, _ in chosen:
        places.setdefault(key, []).append(place)
    cut = cut_out(text.encode(), read, places)
    assert set(cut.lines) == {(key, place) for key, place, _ in chosen}
    assert len(text) - len(cut.data.decode()) == len(chosen)
