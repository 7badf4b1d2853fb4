"""A mistake in the front matter is reported with its line and the way to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from leafletpress.content import read_leaflet
from leafletpress.problems import LeafletError
from tests.support.tiny_leaflet import CITED, FRONT

Write = Callable[..., Path]

YAML = "put the value in quotes, or mend its indentation"
DATE = "write a date of the calendar as YYYY-MM-DD"
FIELDS = "id, title, summary, version, updated, review_by, written_by, sources"
SOURCE = '  - key: smith2020\n    text: "Smith, 2020."\n'


def test_what_is_right_is_read(write_leaflet: Write) -> None:
    fields = read_leaflet(write_leaflet(CITED)).front_matter
    assert (fields.id, fields.title, fields.version) == ("T-1", "A tiny leaflet", "1")
    assert (fields.updated.isoformat(), fields.review_by.year) == ("2026-11-22", 2027)
    assert [(source.key, source.text, source.url) for source in fields.sources] == [
        ("smith2020", "Smith, 2020.", "")
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("title: ", "titel: ",
         ['3: [unknown-key] unknown field "titel": did you mean "title"?',
          '1: [missing-key] the field "title" is missing: add it']),
        ("written_by: Somebody\n", "", ['1: [missing-key] the field "written_by" is missing: add '
                                        'it']),
        ("id: T-1\n", "id: T-1\nid: T-2\n", ['3: [stands-twice] "id" stands twice: keep one of '
                                             'them']),
        ("updated: 2026-11-22", "updated: 2026-02-30",
         ["6: [wrong-value] 2026-02-30 is no date of the calendar: write a date as YYYY-MM-DD"]),
        ("updated: 2026-11-22", "updated: 2026-1-5\nnothing: 2026-13-01",
         ["7: [wrong-value] 2026-13-01 is no date of the calendar: write a date as YYYY-MM-DD"]),
        ("2026-11-22", "yesterday", [f'6: [wrong-value] "updated" is no date: {DATE}']),
        ("2026-11-22", "2026", [f'6: [wrong-value] "updated" is a number, not a date: {DATE}']),
        ("2027-11-22", "2026-11-22",
         ["7: [review-date] review_by is not after updated: set a later review date"]),
        ('version: "1"', "version: 1",
         ['5: [wrong-value] "version" is a number, not text: put the value in quotes']),
        ('version: "1"', "version: 0.10",
         ['5: [wrong-value] "version" is a number, not text: put the value in quotes']),
        ("2027-11-22", "2027-11-22 10:00",
         [f'7: [wrong-value] "review_by" is no date: {DATE}']),
        ("Somebody", "true", ['8: [wrong-value] "written_by" is yes or no, not text: put the '
                              'value in quotes']),
        ("A tiny leaflet", '" "', ['3: [empty-value] "title" is empty: write it']),
        ("id: T-1", "id:", ['2: [empty-value] "id" is empty: write it']),
        ("A tiny leaflet", "What: a leaflet",
         [f"3: [not-yaml] the front matter is not YAML (mapping values are not allowed here): "
          f"{YAML}"]),
        ("A tiny leaflet", "A \x01 leaflet",
         ["3: [control-character] an invisible or broken character stands in the front matter: "
          "remove it"]),
        (f"sources:\n{SOURCE}", "sources: none\n",
         ['9: [wrong-value] "sources" is text, not a list: write a list']),
        (SOURCE, "  - smith2020\n",
         ["10: [not-a-table] there are no fields here: write fields, one a line: key, text, url"]),
        (SOURCE, f'{SOURCE}    txt: "a"\n    url: 3\n',
         ['12: [unknown-key] unknown field "txt": did you mean "text"?',
          '13: [wrong-value] "url" is a number, not text: put the value in quotes']),
        (SOURCE, f"{SOURCE}  - key: jones\n", ['12: [missing-key] the field "text" is missing: '
                                               'add it']),
        ("smith2020", "Smith 2020", ['10: [wrong-value] "key" is "Smith 2020": write small '
                                     'letters and digits']),
        *((SOURCE, f'{SOURCE}    url: "{url}"\n',
           ['9: [web-address] the url of "smith2020" is no web address: write one that begins '
            'with https://'])
          for url in ("javascript:alert(1)", "www.a.example", "http://[::1", "https://", "a b",
                      "https://a.example>", "https://a b.example", "ftp://a.example", "doi:1")),
        (SOURCE, SOURCE + SOURCE,
         ['9: [same-source-key] two sources have the key "smith2020": give each its own key']),
        ("A tiny leaflet", "A **tiny** leaflet [@smith2020]",
         ["3: [marks-in-plain-text] citation [@smith2020] stands in the title of the leaflet: "
          "write it without",
          "3: [marks-in-plain-text] strong stands in the title of the leaflet: write it without"]),
        ("nothing.", "nothing &amp; more.",
         ["4: [html] &amp; is HTML: use Markdown, or write the character itself"]),
        ("---\nid", "id",
         ["1: [no-front-matter] there is no front matter: "
          "begin the file with a line ---, the fields, and another line ---"]),
        ('"Smith, 2020."\n---\n', '"Smith, 2020."\n',
         ["1: [no-front-matter] the front matter never ends: close it with a line ---"]),
        (FRONT, "---\n---\n",
         [f"1: [not-a-table] there are no fields here: write fields, one a line: {FIELDS}"]),
        (FRONT, "---\n- a\n---\n",
         [f"1: [not-a-table] there are no fields here: write fields, one a line: {FIELDS}"]),
        (FRONT, "", ["1: [no-front-matter] there is no front matter: "
                     "begin the file with a line ---, the fields, and another line ---"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, said: list[str], write_leaflet: Write
) -> None:
    assert before in FRONT
    path = write_leaflet(CITED, FRONT.replace(before, after))
    with pytest.raises(LeafletError) as caught:
        read_leaflet(path)
    assert [p.show(path.parent) for p in caught.value.problems] == [
        f"tiny.md:{one}" for one in said
    ]


def test_yaml_1_2_has_no_norwegian_problem(write_leaflet: Write) -> None:
    """In YAML 1.1 ``no`` is False, and 012 is 10."""
    front = FRONT.replace("T-1", "no").replace("Somebody", "on")
    fields = read_leaflet(write_leaflet(CITED, front)).front_matter
    assert (fields.id, fields.written_by) == ("no", "on")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(write_leaflet: Write) -> None:
    path = write_leaflet(CITED)
    path.write_bytes(path.read_bytes().replace(b"Somebody", b"J\xfcrgen"))
    with pytest.raises(
        LeafletError,
        match=r"tiny\.md:8: \[not-utf8\] byte 0xfc is not UTF-8: save "
        r"it as UTF-8",
    ):
        read_leaflet(path)


def test_a_leaflet_may_come_from_windows(write_leaflet: Write) -> None:
    path = write_leaflet(CITED)
    plain = read_leaflet(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_leaflet(path) == plain


@pytest.mark.parametrize(
    "url",
    [
        "https://www.a.example", "http://a.example/b?c=d&e#f", "https://a.example:8080/ä/(b)_c",
        "https://bücher.example/", "https://doi.org/10.1016/S1474-4422(17)30470-2",
    ],
)  # fmt: skip
def test_a_web_address_of_a_source_is_taken_as_it_is(url: str, write_leaflet: Write) -> None:
    front = FRONT.replace(SOURCE, f'{SOURCE}    url: "{url}"\n')
    assert read_leaflet(write_leaflet(CITED, front)).front_matter.sources[0].url == url
