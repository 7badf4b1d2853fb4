"""The HTML of a page, its style sheets, and the words of its templates."""

import base64
import datetime
import shutil
from pathlib import Path

import pytest

from leafletpress.clinic import read_clinic
from leafletpress.content import read_template_messages
from leafletpress.edition import read_collection
from leafletpress.language import parse_language
from leafletpress.page import location_in_style, make_page
from leafletpress.page.style import make_style
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.templates import Templates
from tests.support.small_project import TURKISH, a4, append, edit

# One white pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)


def page(project: Project, tag: str = "tr", name: str = "rest") -> str:
    clinic = read_clinic(project.clinic)
    collection, _ = read_collection(project, [name])
    [edition] = collection.editions(parse_language(tag), datetime.date.today())[0]
    return make_page(edition, a4(project)["a4"], clinic, project)


def set_clinic(project: Project, **fields: str) -> None:
    head = "".join(f"{name} = '{value}'\n" for name, value in fields.items())
    project.clinic.write_text(head + project.clinic.read_text("utf-8"), "utf-8")


@pytest.mark.parametrize(("tag", "direction"), [("tr", "ltr"), ("en", "ltr")])
def test_a_page_says_its_language_and_direction(small: Project, tag: str, direction: str) -> None:
    assert f'<html lang="{tag}" dir="{direction}">' in page(small, tag)


def test_a_page_in_a_right_to_left_language_runs_right_to_left(small: Project) -> None:
    shutil.copytree(small.locales / "tr", small.locales / "ar")
    for path in small.catalog("ar", "page").parent.iterdir():
        edit(path, '"Language: tr', '"Language: ar')
    assert '<html lang="ar" dir="rtl">' in page(small, "ar")


def test_what_people_type_is_never_taken_for_html(small: Project) -> None:
    set_clinic(small, name='<b>Smith & "Sons"</b>', feedback="<script>")
    edit(small.leaflet("rest"), "Smith, 2020.", "Smith & Sons, <i>2020</i>.")
    found = page(small)
    assert "&lt;b&gt;Smith &amp; &#34;Sons&#34;&lt;/b&gt;" in found
    assert "&lt;script&gt;" in found
    assert "Smith &amp; Sons, &lt;i&gt;2020&lt;/i&gt;." in found
    assert "<script" not in found


def test_a_word_of_the_page_that_is_untranslated_is_marked_as_english(small: Project) -> None:
    edit(small.catalog("tr", "page"), 'msgstr "Kaynaklar"', 'msgstr ""')
    assert '<span lang="en" dir="ltr" class="untranslated">Sources</span>' in page(small)
    assert "Kaynaklar" not in page(small)


@pytest.mark.parametrize(("text", "tag"), [("Rest at home", "h1"), ("What you can do.", "p")])
def test_a_title_or_summary_that_is_untranslated_is_marked_as_english(
    text: str, tag: str, small: Project
) -> None:
    edit(small.catalog("tr", "rest"), f'msgstr "{TURKISH[text]}"', 'msgstr ""')
    assert f'<{tag} lang="en" dir="ltr" class="untranslated">{text}</{tag}>' in page(small)


def test_the_logo_is_part_of_the_page_and_has_a_name(small: Project) -> None:
    (small.root / "logo.png").write_bytes(PNG)
    set_clinic(small, name="Our clinic", logo="logo.png")
    data = base64.b64encode(PNG).decode()
    assert f'<img src="data:image/png;base64,{data}" alt="Our clinic">' in page(small)


def test_a_translation_by_a_machine_says_so(small: Project) -> None:
    said = "Bu çeviriyi bir bilgisayar yaptı."
    path = small.catalog("tr", "rest")
    assert said not in page(small)
    first = path.read_text("utf-8").index('"Language: tr')
    text = path.read_text("utf-8")
    path.write_text(text[:first] + '"X-Translation-Method: machine\\n"\n' + text[first:], "utf-8")
    assert said in page(small)


def test_the_dates_are_written_as_the_language_writes_them(small: Project) -> None:
    assert "1\u00a0Ocak\u00a02020" in page(small)
    assert "1\u00a0January\u00a02020" in page(small, "en")


def test_every_line_of_the_style_is_found_in_the_file_it_comes_from(small: Project) -> None:
    layout, language = a4(small)["a4"], parse_language("tr")
    lines = make_style(small, language, layout).split("\n")
    first = next(n for n, _ in enumerate(lines, 1) if location_in_style(small, language, layout, n))
    assert location_in_style(small, language, layout, len(lines) + 1) is None
    for number, line in enumerate(lines[first - 1 :], start=first):
        location = location_in_style(small, language, layout, number)
        assert location is not None
        assert location.line is not None
        assert location.path.read_text("utf-8").split("\n")[location.line - 1] == line


def test_every_word_of_a_template_is_found_once_with_its_place_and_its_note(tmp_path: Path) -> None:
    template = '<p>{{ _("One", note="a number") }}</p>\n\n{{ _("Two") }} {{ _("One") }}'
    (tmp_path / "a.html").write_text(template)
    words = read_template_messages(Templates(tmp_path, tmp_path))
    assert [(w.text, w.note, w.location.line) for w in words] == [
        ("One", "a number", 1),
        ("Two", "", 3),
    ]


@pytest.mark.parametrize("call", ["_(title)", "_()", '_("a" ~ b)', "_(1)"])
def test_a_template_passes_nothing_but_plain_text_to_translators(tmp_path: Path, call: str) -> None:
    (tmp_path / "a.html").write_text(f"\n{{{{ {call} }}}}")
    with pytest.raises(
        LeafletError,
        match=r"a.html:2: \[not-plain-text\] _\(\) is called with something that is no",
    ):
        read_template_messages(Templates(tmp_path, tmp_path))


def test_the_problems_of_all_templates_are_told_at_once(small: Project) -> None:
    for name in ("masthead", "colophon"):
        append(small.templates.own / f"parts/{name}.html", "{% if %}")
    with pytest.raises(LeafletError) as caught:
        read_template_messages(small.templates)
    assert len(caught.value.problems) == 2


def test_a_defect_of_the_program_is_not_blamed_on_a_template(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.page import render

    def fail(*_: object) -> None:
        raise KeyError("defect")

    monkeypatch.setattr(render, "finish_body", fail)
    with pytest.raises(KeyError, match="defect"):
        page(small)
