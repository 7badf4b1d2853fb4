"""A format file that is wrong says where, what and how to mend it."""

from pathlib import Path

import pytest

from leafletpress.format import read_cmyk_profile, read_format, read_formats
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from tests.support.icc_profiles import cmyk_profile, rgb_profile

GOOD = 'page = "A4"\nmargin = "18mm"\nbody = 12\n'


def problems(path: Path) -> list[str]:
    with pytest.raises(LeafletError) as caught:
        read_format(project_of(path), path.stem)
    return [problem.show(path.parent) for problem in caught.value.problems]


def project_of(path: Path) -> Project:
    return Project(path.parents[2])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a project's own formats."""
    made = tmp_path / "templates" / "formats"
    made.mkdir(parents=True)
    return made


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            GOOD + "bleeed = 3\n",
            'mine.toml:4: [unknown-key] unknown field "bleeed": did you mean "bleed"?',
        ),
        (
            'page = "A4"\nbody = 12\n',
            'mine.toml:1: [missing-key] the field "margin" is missing: add it',
        ),
        (GOOD.replace("12", '"12"'), 'mine.toml:3: [wrong-value] "body" is text, not a number'),
        (GOOD + 'impose = "leporello"\n', "mine.toml:4: "),
        (GOOD + 'bleed = "much"\n', "mine.toml:4: "),
        (GOOD + "body = 13\n", "mine.toml:4: [not-toml] this is not TOML"),
        (GOOD + 'bleed = "-3mm"\n', "mine.toml:4: "),
        (
            GOOD.replace('"A4"', '"A44"'),
            'mine.toml:1: [unknown-paper] there is no paper "A44": write A3, A4, ',
        ),
        (
            GOOD.replace('"A4"', '"0mm"'),
            'mine.toml:1: [unknown-paper] there is no paper "0mm": write A3, A4, ',
        ),
        (
            GOOD.replace("18mm", "-18mm"),
            'mine.toml:2: [no-margin] "-18mm" is no margin: write lengths above',
        ),
        (
            GOOD.replace("18mm", "18"),
            'mine.toml:2: [no-margin] "18" is no margin: write lengths above 0',
        ),
        *(
            (
                GOOD.replace("A4", page).replace("18mm", margin),
                f'mine.toml:2: [no-room] "{margin}" le',
            )
            for page, margin in (
                ("A4", "180mm"),
                ("A4", "9cm"),
                ("A4", "18mm 20mm 250mm"),
                ("210mm", "0 3in 0 4in"),
                ("A5 landscape", "60mm 10mm"),
                ("40mm 200mm", "0"),
                ("1000pt 100pt", "0"),
            )
        ),
        (
            GOOD + 'template = "no.html"\n',
            'mine.toml:4: [no-template] there is no template "no.html": put it in',
        ),
        (
            GOOD + 'style = "none.css"\n',
            'mine.toml:4: [no-style-sheet] there is no style sheet "none.css"',
        ),
        (
            GOOD + 'style = "../../x.css"\n',
            'mine.toml:4: [no-style-sheet] there is no style sheet "../../x.css"',
        ),
        (
            GOOD + 'style = "/etc/hostname"\n',
            'mine.toml:4: [outside-project] "/etc/hostname" lies outside the folder',
        ),
        (
            GOOD + 'style = "."\n',
            'mine.toml:4: [no-file] ".": this is a folder, no file: put the file in',
        ),
        (
            GOOD + 'style = "a\\u0000"\n',
            r'mine.toml:4: [no-such-file] "a\u0000" is no name of a '
            r"file: write the",
        ),
        (
            GOOD + f'style = "{"x" * 300}"\n',
            f'mine.toml:4: [unreadable] "{"x" * 300}": the file cannot be read (',
        ),
        (
            GOOD + 'icc = "none.icc"\n',
            'mine.toml:4: [no-such-file] "none.icc": the file is missing: put it back',
        ),
        (
            GOOD + 'icc = "/etc/hostname"\n',
            'mine.toml:4: [outside-project] "/etc/hostname" lies outside the folder',
        ),
        (
            GOOD.replace("12", "inf"),
            'mine.toml:3: [wrong-value] "body" is "inf": write a number of points, 6',
        ),
        (GOOD.replace("12", "nan"), 'mine.toml:3: [wrong-value] "body" is "nan": write '),
        (
            GOOD.replace("12", "9" * 5000),
            "mine.toml:3: [too-large] a value of 5000 characters without quotes",
        ),
        (
            GOOD.replace("12", "9" * 90),
            f'mine.toml:3: [wrong-value] "body" is "{"9" * 59}…": write a numbe',
        ),
        (
            GOOD.replace("12", "[" * 21),
            "mine.toml:3: [too-large] more than 20 brackets one inside the other",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, text: str, wanted: str) -> None:
    path = folder / "mine.toml"
    path.write_text(text)
    (found,) = problems(path)
    assert found.startswith(wanted)


@pytest.mark.parametrize("page", ["A4", "a5 landscape", "Letter", "210mm 297mm", "8.5in 11in"])
@pytest.mark.parametrize("margin", ["0", "18mm", "18mm 0 1.5cm", "1in 2pt 3mm 4cm"])
def test_every_paper_and_margin_of_css_is_taken(folder: Path, page: str, margin: str) -> None:
    path = folder / "mine.toml"
    path.write_text(f'page = "{page}"\nmargin = "{margin}"\nbody = 12\n')
    layout = read_format(project_of(path), "mine")
    assert (layout.page, layout.margin) == (page, margin)


def test_a_format_that_is_not_there_names_the_nearest(folder: Path) -> None:
    (folder / "pocket.toml").write_text(GOOD)
    assert 'did you mean "pocket"?' in problems(folder / "pockt.toml")[0]
    assert 'did you mean "large-print"?' in problems(folder / "large-prin.toml")[0]


def test_one_bad_format_costs_only_itself(folder: Path) -> None:
    (folder / "good.toml").write_text(GOOD)
    (folder / "bad.toml").write_text("page = 1\n")
    formats, found = read_formats(project_of(folder / "good.toml"), ["good", "bad"])
    assert set(formats) == {"good"}
    assert found


@pytest.mark.parametrize("name", ["A4", "my format", "größe", "a.b", "x" * 61, "-" * 61, "a\n"])
def test_a_name_that_no_pdf_should_have_is_told(name: str, folder: Path) -> None:
    (folder / f"{name}.toml").write_text(GOOD)
    [found] = problems(folder / f"{name}.toml")
    assert found.endswith(
        ".toml: [misnamed] a format is called by small letters, digits and hyphens: rename the file"
    )


NO_CMYK = "this ICC profile is for RGB, not for CMYK: ask the print shop for one for CMYK"
NONE = "this is no ICC profile: ask the print shop for its ICC profile"
DAMAGED = "this ICC profile is cut off or damaged: copy it from the print shop anew"
RIGHT = cmyk_profile()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rgb_profile(), NO_CMYK),
        (b"", NONE),
        (b"<html>", NONE),
        (b"\0" * 36 + b"acsp", NONE),
        (b"\0" * 36 + b"acsp" + b"\0" * 99, "this ICC profile is for \\u0000"),
        (RIGHT[:128], DAMAGED),
        (RIGHT[:-1], DAMAGED),
        (RIGHT[: len(RIGHT) // 2], DAMAGED),
        (RIGHT + b"\0", DAMAGED),
        (RIGHT.replace(b"A2B0", b"A2B9"), DAMAGED),
        (RIGHT.replace(b"mft1", b"junk"), DAMAGED),
        (RIGHT[:12] + b"link" + RIGHT[16:], "this ICC profile is not that of a printer: ask the"),
        (RIGHT[:12] + b"mntr" + RIGHT[16:], "this ICC profile is not that of a printer: ask the"),
    ],
)
def test_a_profile_that_no_press_prints_with_is_told_where_it_is_named(
    data: bytes, said: str, folder: Path, tmp_path: Path
) -> None:
    path = folder / "mine.toml"
    path.write_text(f'{GOOD}icc = "press.icc"\n')
    (tmp_path / "press.icc").write_bytes(RIGHT)
    assert read_format(Project(tmp_path), "mine").icc == "press.icc"
    (tmp_path / "press.icc").write_bytes(data)
    [found] = problems(path)
    assert found.startswith(f'mine.toml:4: [colour-profile] "press.icc": {said}')


def test_only_a_profile_for_cmyk_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "press.icc"
    path.write_bytes(cmyk_profile())
    assert read_cmyk_profile(path) == cmyk_profile()
    for data, what in ((rgb_profile(), "this ICC profile is for RGB"), (b"x", "no ICC profile")):
        path.write_bytes(data)
        with pytest.raises(LeafletError, match=what):
            read_cmyk_profile(path)
