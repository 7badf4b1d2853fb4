"""What a catalog says is read as gettext reads it, whatever program saved it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.catalog import Catalog, format_catalog, parse_catalog, read_catalog
from leafletpress.language import parse_language

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str) -> Catalog:
    return parse_catalog(HEADER + text, Path("tiny.po"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"plain"', "plain"),
        ('""', ""),
        (r'"a\"b\\c"', 'a"b\\c'),
        (r'"a\nb\tc"', "a\nb\tc"),
        ('"20 mg, %80\'i"', "20 mg, %80'i"),
        ('"\u200f۲۰ میلی\u200cگرم"', "\u200f۲۰ میلی\u200cگرم"),
        ('"a\u2028b\u00a0c"', "a\u2028b\u00a0c"),
        ('""\n"one "\n"two"', "one two"),
        ('"one "  \n  "two"', "one two"),
    ],
)
def test_a_text_means_what_its_escapes_and_pieces_say(written: str, meant: str) -> None:
    assert read(f'msgid "a"\nmsgstr {written}\n').messages[0].msgstr == meant


@pytest.mark.parametrize(
    "mark", ["#, fuzzy", "#,fuzzy", "#, Fuzzy", "#= fuzzy", "#, c-format, FUZZY"]
)
def test_fuzzy_is_fuzzy_however_it_is_written(mark: str) -> None:
    assert read(f'{mark}\nmsgid "a"\nmsgstr "b"\n').messages[0].is_fuzzy


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("tr", "tr"), ("tr", ""), ("tr", "tr_TR"), ("tr", "tr-TR.UTF-8"), ("tr", "Turkish"),
        ("pt_BR", "pt"), ("pt_BR", "pt_BR"), ("pt_BR", "pt-br"), ("pt", "pt_BR"),
        ("zh_Hans", "zh_CN"), ("zh_Hans", "zh-Hans"), ("zh_Hans", "zh_Hans_CN"), ("zh_Hans", "zh"),
        ("zh_CN", "zh_Hans"), ("zh_Hant", "zh_TW"), ("zh_Hant", "zh_HK"),
        ("he", "iw"), ("nb", "no"), ("sr_Latn", "sr@latin"), ("uz_Cyrl", "uz@cyrillic"),
        ("sr", "sr_RS"), ("ckb", "ckb_IQ"), ("fa", "fa_IR"), ("ar", "ar_SY"), ("en_GB", "en"),
    ],
)  # fmt: skip
def test_a_language_may_be_written_in_many_ways(folder: str, named: str) -> None:
    header = HEADER.replace("\n\n", f'\n"Language: {named}\\n"\n\n')
    assert parse_catalog(header, Path("tiny.po"), parse_language(folder)).header.msgid == ""


@pytest.mark.parametrize("blank", ["", " ", "\\n", "\\t \u00a0", "\u3000"])
def test_a_msgstr_of_blanks_only_is_untranslated(blank: str) -> None:
    assert not read(f'msgid "a"\nmsgstr "{blank}"\n').messages[0].is_translated


@pytest.mark.parametrize("blank", ["", " "])
def test_a_plural_that_lacks_one_form_is_untranslated(blank: str) -> None:
    text = f'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "{blank}"\n'
    assert not read(text).messages[0].is_translated


def test_the_previous_text_may_go_over_several_lines() -> None:
    """msgcat, Poedit and our own writer put each line of a text on a line of its own."""
    previous = '#| msgctxt "c"\n#| msgid ""\n#| "one\\n"\n#| "two"\n'
    [message] = read(f'#, fuzzy\n{previous}msgid "a"\nmsgstr "b"\n').messages
    assert (message.previous_context, message.previous_msgid) == ("c", "one\ntwo")
    obsolete = previous.replace("#|", "#~|")
    [message] = read(f'#, fuzzy\n{obsolete}#~ msgid "a"\n#~ msgstr ""\n#~ "b"\n').messages
    assert (message.previous_msgid, message.msgstr) == ("one\ntwo", "b")
    assert message.obsolete


def test_comments_belong_to_the_entry_below_them() -> None:
    text = (
        'msgid "a"\nmsgstr "A"\n# of b\n#. for b\n#: b.md\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n'
        '# of c\n\nmsgctxt "x"\nmsgid "c"\nmsgstr "C"\n#~ msgid "d"\n#~ msgstr "D"\n'
    )
    a, b, c, d = read(text).messages
    assert (a.comments, a.extracted, a.references, a.flags) == ((), (), (), ())
    assert (b.comments, b.extracted, b.references, b.flags) == (
        ("of b",),
        ("for b",),
        ("b.md",),
        ("fuzzy",),
    )
    assert (c.comments, c.context) == (("of c",), "x")
    assert (d.msgid, d.obsolete) == ("d", True)


def test_messages_need_no_empty_line_between_them() -> None:
    assert [m.msgid for m in read('msgid "a"\nmsgstr "A"\nmsgid "b"\nmsgstr "B"\n').messages] == [
        "a",
        "b",
    ]


def test_a_message_knows_the_line_of_its_translation() -> None:
    a, b = read('#. one\nmsgid "a"\nmsgstr ""\n"A"\n\nmsgid "b"\nmsgstr "B"\n').messages
    assert (a.line, b.line) == (7, 11)


def test_the_same_text_in_two_contexts_is_two_messages() -> None:
    catalog = read('msgid "a"\nmsgstr "A"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "B"\n')
    assert catalog.by_key()["x", "a"].msgstr == "B"
    assert catalog.by_key()[None, "a"].msgstr == "A"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.rstrip(b"\n"),
        lambda data: data + b"\n\n\n",
        lambda data: data.replace(b"charset=UTF-8", b"charset=utf-8"),
        lambda data: data.replace(b"text/plain; charset=UTF-8", b'text/plain; "\n"charset=UTF-8'),
    ],
    ids=["BOM", "CRLF", "CR", "no last line end", "empty lines", "lower case", "wrapped header"],
)
def test_how_a_file_was_saved_does_not_change_what_it_says(
    change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    plain = f'{HEADER}msgid "20 mg"\nmsgstr "20 mg İıŞş"\n'.encode()
    path = tmp_path / "saved.po"
    path.write_bytes(change(plain))
    found = read_catalog(path)
    assert found.messages == parse_catalog(plain.decode(), path).messages
    assert format_catalog(found).encode().split(b"\n\n")[1] == plain.split(b"\n\n")[1]


def test_a_charset_that_a_text_speaks_of_is_not_the_catalogs(tmp_path: Path) -> None:
    path = tmp_path / "tiny.po"
    path.write_text(f'# charset=latin-1\n{HEADER}msgid "charset=koi8-r"\nmsgstr "x"\n', "utf-8")
    assert read_catalog(path).messages[0].msgid == "charset=koi8-r"
