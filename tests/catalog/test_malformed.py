"""What is malformed is an error with its line and a way to mend it, never text on a page."""

from pathlib import Path

import pytest
from hypothesis import given

from leafletpress.catalog import format_catalog, parse_catalog, read_catalog
from leafletpress.catalog.entry import LONGEST_TEXT
from leafletpress.language import parse_language
from leafletpress.problems import MOST_PROBLEMS, LeafletError
from tests.support.spoilt_files import spoilt

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
FIRST = HEADER.count("\n") + 1
"""The line that comes after the header."""


def problems_of(text: str) -> list[tuple[int | None, str]]:
    """Line and kind of every problem in a text below the header, lines counted below it."""
    with pytest.raises(LeafletError) as caught:
        parse_catalog(HEADER + text, Path("tiny.po"))
    for problem in caught.value.problems:
        assert problem.mend
        assert problem.show().startswith(
            f"tiny.po:{problem.location.line}: [{problem.id}] {problem.what}: "
        )
    return [
        (p.location.line and p.location.line - FIRST + 1, p.what) for p in caught.value.problems
    ]


UNCLOSED = "the text is not closed by a quote"
WITHOUT_KEYWORD = "a text stands here without a keyword"
WITHOUT_PLURAL = "msgstr[0] stands in an entry without msgid_plural"
DISORDERED = "the plural forms are not in their order"
PARTLY_OBSOLETE = "only a part of the entry is obsolete"
PLURAL = 'msgid "a"\nmsgid_plural "b"\n'


@pytest.mark.parametrize(
    ("line", "what", "text"),
    [
        (2, '"<<<<<<<" is the mark of a merge conflict', 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n'),
        (3, '"=======" is the mark of a merge conflict', 'msgid "a"\nmsgstr "b"\n=======\n'),
        (3, '">>>>>>>" is the mark of a merge conflict', 'msgid "a"\nmsgstr "b"\n>>>>>>> theirs\n'),
        (3, '"|||||||" is the mark of a merge conflict', 'msgid "a"\nmsgstr "b"\n||||||| base\n'),
        (2, UNCLOSED, 'msgid "a"\nmsgstr "b\n'),
        (1, UNCLOSED, 'msgid "a\nmsgstr "b"\n'),
        (3, UNCLOSED, 'msgid "a"\nmsgstr ""\n"b\n'),
        (2, UNCLOSED, 'msgid "a"\nmsgstr "b\\"\n'),
        (2, UNCLOSED, 'msgid "a"\nmsgstr "b"c"\n'),
        (2, UNCLOSED, 'msgid "a"\nmsgstr\n'),
        (1, UNCLOSED, 'msgid a\nmsgstr "b"\n'),
        (4, f"this message stands already in line {FIRST}",
         'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n'),
        (5, f"this message stands already in line {FIRST + 1}",
         'msgctxt "x"\nmsgid "a"\nmsgstr "b"\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n'),
        (3, "plural forms: 1 stand here, and the header says 2", f'{PLURAL}msgstr[0] "c"\n'),
        (3, "plural forms: 3 stand here, and the header says 2",
         f'{PLURAL}msgstr[0] "c"\nmsgstr[1] "d"\nmsgstr[2] "e"\n'),
        (1, DISORDERED, f'{PLURAL}msgstr[1] "c"\nmsgstr[0] "d"\n'),
        (1, DISORDERED, f'{PLURAL}msgstr "c"\n'),
        (1, WITHOUT_PLURAL, 'msgid "a"\nmsgstr[0] "b"\n'),
        (1, WITHOUT_PLURAL, 'msgid "a"\nmsgstr "b"\nmsgstr[0] "c"\n'),
        (2, "a control character U+0000 stands here", 'msgid "a"\nmsgstr "b\x00c"\n'),
        (1, "a control character U+001B stands here", '# note\x1b[0m\nmsgid "a"\nmsgstr "b"\n'),
        (2, "a control character U+007F stands here", 'msgid "a"\nmsgstr "b\x7f"\n'),
        (2, '"\\q" means nothing', 'msgid "a"\nmsgstr "b\\qc"\n'),
        (2, '"\\xc" stands for no character', 'msgid "a"\nmsgstr "b\\xc"\n'),
        (2, '"\\0" stands for no character', 'msgid "a"\nmsgstr "\\0"\n'),
        *((2, f'"\\{code}" is a control character U+{number:04X}',
           f'msgid "a"\nmsgstr "b\\{code}c"\n')
          for code, number in {"a": 7, "b": 8, "f": 12, "r": 13, "v": 11}.items()),
        *((2, f'"\\{code}" stands for no character', f'msgid "a"\nmsgstr "b\\{code}c"\n')
          for code in ("x07", "x1b", "033", "7", "x85", "177")),
        *((2, f'programs disagree on "\\{code}"', f'msgid "a"\nmsgstr "\\{code} mg"\n')
          for code in ("065", "x35", "101", "x41", "40")),
        (3, '"\\a" is a control character U+0007', 'msgid "a"\nmsgstr ""\n"b\\a"\n"c"\n'),
        (1, '"\\v" is a control character U+000B', 'msgid "a\\v"\nmsgstr "b"\n'),
        (2, "a control character U+0092 stands here", 'msgid "a"\nmsgstr "it\x92s"\n'),
        (2, "a control character U+0085 stands here", 'msgid "a"\nmsgstr "a\x85b"\n'),
        (1, f"the msgstr has {LONGEST_TEXT + 1} characters, more than {LONGEST_TEXT}",
         f'msgid "a"\nmsgstr "{"b" * LONGEST_TEXT}"\n"c"\n'),
        (3, f"the msgid has {LONGEST_TEXT + 1} characters, more than {LONGEST_TEXT}",
         f'#, fuzzy\n#| msgid "{"b" * LONGEST_TEXT}c"\nmsgid "a"\nmsgstr "b"\n'),
        (2, '"\\xc3" stands for no character', 'msgid "a"\nmsgstr "\\xc3\\xa9"\n'),
        (1, "an entry has no msgstr", 'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n'),
        (1, "an entry has no msgstr", 'msgid "a"\n'),
        (1, "an entry has no msgid", 'msgstr "b"\n'),
        (1, "an entry has no msgid", 'msgctxt "x"\nmsgstr "b"\n'),
        (2, "an entry has no msgid", "#, fuzzy\n"),
        (1, WITHOUT_KEYWORD, '"b"\n'),
        (1, WITHOUT_KEYWORD, '#| "b"\nmsgid "a"\nmsgstr "c"\n'),
        (3, WITHOUT_KEYWORD, 'msgid "a"\n# note\n"b"\nmsgstr "c"\n'),
        (2, WITHOUT_KEYWORD, 'msgid "a"\n#| "b"\nmsgstr "c"\n'),
        (3, 'this is no line of a catalog ("hello")', 'msgid "a"\nmsgstr "b"\nhello\n'),
        (3, 'this is no line of a catalog ("msgstring "c"")',
         'msgid "a"\nmsgstr "b"\nmsgstring "c"\n'),
        (3, "msgstr stands twice in one entry", 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n'),
        (2, PARTLY_OBSOLETE, '#~ msgid "a"\nmsgstr "b"\n'),
        (2, PARTLY_OBSOLETE, 'msgid "a"\n#~ msgstr "b"\n'),
        (3, PARTLY_OBSOLETE, 'msgid "a"\nmsgstr "b"\n#~ "c"\n'),
        (3, PARTLY_OBSOLETE, '#~ msgid "a"\n#~ msgstr "b"\n"c"\n'),
    ],
)  # fmt: skip
def test_what_is_malformed_is_named_with_its_line(line: int, what: str, text: str) -> None:
    assert (line, what) in problems_of(text)


def test_every_problem_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = 'msgid "a\nmsgstr "b"\n\nmsgid "c"\n\nhello\n\nmsgid "d"\nmsgstr "\\q"\n<<<<<<< HEAD\n'
    assert [line for line, _ in problems_of(text)] == [1, 4, 6, 9, 10]


def test_one_mistake_is_one_problem() -> None:
    assert len(problems_of('msgid "a\nmsgstr "b"\n')) == 1
    assert len(problems_of('msgid "a"\nmsgstr "b\x00"\n')) == 1


def test_a_text_as_long_as_it_may_be_is_read() -> None:
    text = f'msgid "a"\nmsgstr "{"b" * LONGEST_TEXT}"\n'
    assert parse_catalog(HEADER + text, Path("tiny.po")).messages


@pytest.mark.parametrize(
    "bad",
    ["hello\n", 'msgid "a"\nmsgstr "b"\n\n', 'msgstr "\\q"\n', "<<<<<<< HEAD\n", '"b"\n'],
)
def test_one_slip_that_spoils_every_line_is_told_a_hundred_times(bad: str) -> None:
    """What is reported stays readable, and the work does not grow with what is wrong."""
    told = problems_of(bad * 3000)
    assert len(told) == MOST_PROBLEMS + 1
    assert told[-1][1] == "there is more that is wrong"


@pytest.mark.parametrize("number", ["100", "9" * 5000])
def test_a_number_of_plural_forms_that_no_language_has_is_told(number: str) -> None:
    with pytest.raises(LeafletError) as caught:
        parse_catalog(HEADER.replace("nplurals=2", f"nplurals={number}"), Path("tiny.po"))
    [problem] = caught.value.problems
    assert problem.show().startswith(f"tiny.po:4: [plural-forms] the header says {number[:900]}")
    assert problem.show().endswith("more than any language has: write those of the language, "
                                   "such as nplurals=2")  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("tr", "de"), ("tr", "DE"), ("tr", "de_DE.UTF-8"), ("tr", "az"), ("tr", "en"), ("ar", "fa"),
        ("pt_BR", "pt_PT"), ("pt_PT", "pt-BR"), ("zh_Hans", "zh_TW"), ("zh_Hant", "zh_CN"),
        ("sr_Latn", "sr"), ("sr_Latn", "sr@cyrillic"), ("sr", "sr@latin"), ("nb", "nn"),
    ],
)  # fmt: skip
def test_the_catalog_of_another_language_is_told_with_its_line(folder: str, named: str) -> None:
    text = HEADER.replace('"Plural', f'"Language: {named}\\n"\n"Plural')
    with pytest.raises(LeafletError) as caught:
        parse_catalog(text, Path("tiny.po"), parse_language(folder))
    [problem] = caught.value.problems
    assert problem.show().startswith(
        f'tiny.po:4: [wrong-language] the catalog says that its language is "{named}"'
    )
    assert problem.mend.endswith(f"here, or write {parse_language(folder).folder}")


@pytest.mark.parametrize("named", ["C", "POSIX", "C.UTF-8", ""])
def test_a_header_in_which_nobody_chose_a_language_names_none(named: str) -> None:
    text = HEADER.replace('"Plural', f'"Language: {named}\\n"\n"Plural')
    parse_catalog(text, Path("tiny.po"), parse_language("tr"))


def test_a_catalog_without_a_header_is_none() -> None:
    for text in ("", "# only a comment\n", 'msgid "a"\nmsgstr "b"\n'):
        with pytest.raises(LeafletError) as caught:
            parse_catalog(text, Path("tiny.po"))
        [problem] = caught.value.problems
        assert problem.show() == (
            "tiny.po:1: [no-header] the catalog has no header: "
            'begin the file with msgid "" and the header fields'
        )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEADER.replace("UTF-8", "ISO-8859-9").encode("iso-8859-9"),
         "3: [not-utf8] the catalog is declared to be ISO-8859-9: save it as UTF-8"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\n"\n',
         "2: [not-utf8] the catalog is declared to be KOI8-R: save it as UTF-8"),
        (HEADER.encode() + 'msgid "a"\nmsgstr "ş"\n'.encode("iso-8859-9"),
         "7: [not-utf8] byte 0xfe is not UTF-8, which the header declares: save the catalog as "
         "UTF-8"),
        (HEADER.encode("utf-16"),
         "1: [not-utf8] byte 0xff is not UTF-8, which the header declares: save the catalog as "
         "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00",
         "1: [not-utf8] byte 0x89 is not UTF-8, which the header declares: save the catalog as "
         "UTF-8"),
    ],
)  # fmt: skip
def test_bytes_that_are_no_utf_8_are_named(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "tiny.po"
    path.write_bytes(data)
    with pytest.raises(LeafletError) as caught:
        read_catalog(path)
    assert caught.value.problems[0].show(tmp_path).startswith(f"tiny.po:{said}")


def test_a_missing_catalog_is_named(tmp_path: Path) -> None:
    with pytest.raises(LeafletError, match=r"tiny\.po: \[no-such-file\] the file is missing: "):
        read_catalog(tmp_path / "tiny.po")


WHOLE = HEADER + (
    '# note\n#. kind\n#: a.md\n#, fuzzy\n#| msgid "old"\nmsgctxt "x"\nmsgid "a"\nmsgstr ""\n'
    '"one\\n"\n"two"\n\nmsgid "b"\nmsgid_plural "c"\nmsgstr[0] "d"\nmsgstr[1] "e"\n\n'
    '#~| msgid "f"\n#~ msgid "g"\n#~ msgstr "h"\n'
)
FRAGMENTS = [
    'msgid "a"', 'msgstr "b"', 'msgstr[0] "x"', 'msgid_plural "y"', 'msgctxt "z"', '"c"',
    '#~ msgid "d"', '#~ "e"', '#| msgid "f"', '#~| msgid "g"', "#, fuzzy", "#", "#.", "", "#~",
    "<<<<<<< x", "\\", '"', "\x00", 'msgid ""', "\\q", "\\x41", "\t", "\r",
]  # fmt: skip


@given(spoilt(WHOLE, FRAGMENTS))
def test_whatever_a_file_holds_it_is_read_or_its_lines_are_told(text: str) -> None:
    try:
        catalog = parse_catalog(text, Path("tiny.po"))
    except LeafletError as error:
        lines = [problem.location.line for problem in error.problems]
        assert lines
        assert all(line and 1 <= line <= text.count("\n") + 1 for line in lines)
    else:
        assert parse_catalog(format_catalog(catalog), catalog.path).active == catalog.active
