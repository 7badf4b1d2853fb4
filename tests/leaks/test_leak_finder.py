"""A word that a template or a style sheet prints as it is, is found; signs are let be."""

import base64
from pathlib import Path

import pytest

from leafletpress.content import read_template_messages
from leafletpress.format import read_all_formats, review_templates
from leafletpress.leaks import find_leaks
from leafletpress.problems import LeafletError
from leafletpress.project import Project
from leafletpress.templates import Templates
from tests.support.printing import ROOT

TRANSLATED = ("Warning", "Ward")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "templates"
    (root / "parts").mkdir(parents=True)
    return root


def leaks(folder: Path, **files: str) -> list[str]:
    """What is reported of files, which are named `page_html`, `parts__macros_html`, `one_css`."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.write_text(text, "utf-8")
    problems = find_leaks(Templates(folder, folder), TRANSLATED, ["review.html"])
    return [problem.show(folder) for problem in problems]


def words(told: list[str]) -> list[str]:
    return [one.partition('"')[2].partition('" stands here')[0] for one in told]


FOUND = [
    ("<p>Call us</p>", "Call us"),
    ("<p>  Call\n us </p>", "Call us"),
    ("Call us", "Call us"),
    ("<p>112</p>", "112"),
    ("<p>١١٢</p>", "١١٢"),
    ("<p>Uyarı</p>", "Uyarı"),
    ("<p>تحذير</p>", "تحذير"),
    ("<p>x</p>", "x"),
    ("<p>qzv0zq {{ a }}</p>", "qzw0zq"),
    ("<p>qzv999zq</p>", "qzw999zq"),
    ("<p>&Auml;rzte</p>", "Ärzte"),
    ("<p>&#65; &amp; B</p>", "A & B"),
    ("<p>&#x41;</p>", "A"),
    ("<p>Call {{ phone }} now</p>", "Call now"),
    ("<title>Leaflet</title>", "Leaflet"),
    ("<svg><text>Total</text></svg>", "Total"),
    ("<svg><desc><![CDATA[Total]]></desc></svg>", "Total"),
    ("<p {% if a %}class='b'{% endif %}>Call</p>", "Call"),
    ("{% if a %}<p>{% else %}<p class='b'>{% endif %}Call</p>", "Call"),
    ("{% raw %}Call{% endraw %}", "Call"),
    ("{% if never %}{% else %}Call{% endif %}", "Call"),
    ("{% for x in y %}{% else %}None{% endfor %}", "None"),
    ("{% block main %}Call{% endblock %}", "Call"),
    ("{% filter upper %}Call{% endfilter %}", "Call"),
    ("{% autoescape false %}Call{% endautoescape %}", "Call"),
    ('<img alt="A logo">', "A logo"),
    ("<img ALT='A logo'>", "A logo"),
    ("<p title=Hint>", "Hint"),
    ('<p aria-label="Close">', "Close"),
    ('<p aria-label="{{ x }}, closed">', ", closed"),
    ('<meta name="description" content="All about it">', "All about it"),
    ('<input placeholder="Name">', "Name"),
    ('<a xlink:title="Hint">', "Hint"),
    ("<style>p::before { content: 'Part ' }</style>", "Part"),
    ("""<p style="string-set: a 'Part'">""", "Part"),
    ('{{ "Call" }}', "Call"),
    ('{{ "Call " ~ phone }}', "Call"),
    ('{{ phone + " or call" }}', "or call"),
    ('{{ phone or "none" }}', "none"),
    ('{{ phone if phone else "none" }}', "none"),
    ('{{ "none" if not phone }}', "none"),
    ('{{ phone | default("none") }}', "none"),
    ('{{ "%s left" | format(number) }}', "%s left"),
    ('{{ "{} left".format(number) }}', "{} left"),
    ('{{ phones | join(" or ") }}', "or"),
    ('{{ ["one"] | join(", ") }}', "one"),
    ('{{ {"a": "one"}[kind] }}', "one"),
    ('{{ {"a": "one"}.get(kind, "") }}', "one"),
    ('{{ numbers.get(kind, "none") }}', "none"),
    ('{{ shown("Call") }}', "Call"),
    ('{{ "Call" | upper | safe }}', "Call"),
    ('{% set a = "Call" %}{{ a }}', "Call"),
    ('{% set a = "" %}{% if b %}{% set a = "Call" %}{% endif %}{{ a }}', "Call"),
    ('{% set a %}Call{% endset %}{{ a }}', "Call"),
    ('{% set a %}<b>Call</b>{% endset %}{{ a if b else c }}', "Call"),
    ('{% set a = namespace(b="") %}{% set a.b = "Call" %}{{ a.b }}', "Call"),
    ('{% set a = namespace(b="Call") %}{{ a.b }}', "Call"),
    ('{% set a, b = "Call", "" %}{{ a }}', "Call"),
    ('{% with a = "Call" %}{{ a }}{% endwith %}', "Call"),
    ('{% for a in ["Call", "·"] %}{{ a }}{% endfor %}', "Call"),
    ('{% for a in {"Call": 1} %}{{ a }}{% endfor %}', "Call"),
    ('{% for a, b in {"Call": 1}.items() %}{{ a }}{% endfor %}', "Call"),
    ('{% for a in [{"b": "Call"}] %}{{ a.b }}{% endfor %}', "Call"),
    ('{% macro m(a="Call") %}{{ a }}{% endmacro %}', "Call"),
    ('{% macro m(a="Call") %}{{ a }}{% endmacro %}{{ m() }}', "Call"),
    ('{% macro m(a) %}{{ a }}{% endmacro %}{{ m("Call") }}', "Call"),
    ('{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a="Call") }}', "Call"),
    ('{% macro m() %}{{ varargs[0] }}{% endmacro %}{{ m("Call") }}', "Call"),
    ('{% macro m() %}{{ kwargs.a }}{% endmacro %}{{ m(a="Call") }}', "Call"),
    ('{% macro m(a) %}<p title="{{ a }}"></p>{% endmacro %}{{ m("Call") }}', "Call"),
    ('{% macro m(a) %}{{ n(a) }}{% endmacro %}{% macro n(a) %}{{ a }}{% endmacro %}{{ m("Call") }}',
     "Call"),
    ("{% macro m() %}Call{% endmacro %}", "Call"),
    ("{% macro m() %}{{ m() }}Call{% endmacro %}", "Call"),
    ("{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}{{ m() }}Call{% endmacro %}", "Call"),
    ("{% macro m() %}Call{% endmacro %}{{ m() | upper }}", "Call"),
    ('{% macro m(a) %}{{ a }}{{ m("Call") }}{% endmacro %}', "Call"),
    ('{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*["Call"]) }}', "Call"),
    ('{% macro m(a) %}{{ a }}{% endmacro %}{{ m(**{"a": "Call"}) }}', "Call"),
    ('{% if b %}{% macro m(a) %}{% endmacro %}{% else %}{% macro m(a) %}{{ a }}{% endmacro %}'
     '{% endif %}{{ m("Call") }}', "Call"),
    ("{% macro m() %}<b>{{ caller() }}</b>{% endmacro %}{% call m() %}Call{% endcall %}", "Call"),
    ('{% macro m() %}{{ caller("Call") }}{% endmacro %}{% call(a) m() %}{{ a }}{% endcall %}',
     "Call"),
    ("{{ 112 }}", "112"),
    ("{{ 1.5 }} {{ unit }}", "1.5"),
    ("{% set ward = 112 %}<p>{{ ward }}</p>", "112"),
    ("{{ phone or 112 }}", "112"),
    ("{{ phone | default(112) }}", "112"),
    ('{{ "·" ~ 112 }}', "112"),
    ('{{ _("Warning") | replace("", 5) }}', "5"),
    ("{% for n in [112] %}{{ n }}{% endfor %}", "112"),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(112) }}", "112"),
    ('{{ in_source("Call") }}', "Call"),
    ('{{ in_source("Call " ~ phone) }}', "Call"),
    ('{{ in_source("Call" if phone else "Warning") }}', "Call"),
    ('{% include "parts/macros.html" %}', "Included"),
    ('{% from "parts/macros.html" import told %}', "Included"),
    ('{% from "parts/macros.html" import told as t %}{{ t("Call") }}', "Call"),
    ('{% import "parts/macros.html" as m %}{{ m.told("Call") }}', "Call"),
    ('{% set given = "Call" %}{% include "parts/given.html" %}', "Call"),
]  # fmt: skip
MACROS = "{% macro told(a) %}{{ a }}{% endmacro %}"


@pytest.mark.parametrize(("page", "word"), FOUND)
def test_a_word_in_a_template_is_found(page: str, word: str, folder: Path) -> None:
    included = "Included" if word == "Included" else ""
    told = leaks(
        folder,
        page_html=page,
        parts__macros_html=MACROS + included,
        parts__given_html="<p>{{ given }}</p>",
    )
    assert words(told) == [word]


LET_BE = [
    "<p>· — … ☐ / ( ) № © § → &nbsp; &middot; &#183; ① ½ ²</p>",
    "<p>\ue001</p>",
    "<!-- a note for designers --><p></p>",
    "{# a note for designers #}",
    "<!doctype html><html lang='en' dir='ltr'><p class='warning' id='a1'></p>",
    "<p class=\"{{ 'filled' if a else 'empty' }}{% if b %} wide{% endif %}\">",
    "{% set kind = 'filled' %}<p class='{{ kind }}'>",
    "<{{ tag }}>{{ text }}</{{ tag }}>",
    "{% macro row(tag) %}<{{ tag }}>{{ caller() }}</{{ tag }}>{% endmacro %}"
    "{% call row('p') %}{{ text }}{% endcall %}",
    "{% macro path(x) %}M{{ x }} 6v2.2{% endmacro %}<path d='{{ path(1) }}'/>",
    "<a href='{{ item.url }}'>{{ item.text }}</a> <a href='#sources'></a>",
    "<meta charset='utf-8'><meta name='viewport' content='width=device-width'>",
    "<meta http-equiv='Content-Type' content='text/html'>",
    "<meta name='dcterms.created' content='2026-01-02'>",
    "<ol start='4'><li value='7'></ol><td colspan='2'></td><img width='10' src='{{ logo }}'>",
    "<svg viewBox='0 0 10 10'><path d='M0 0h10' fill='none'/></svg>",
    "{% set wide = 7 %}<p style='width: {{ wide }}rem' class='c{{ wide }}'>{{ x[:wide] }}",
    "{% set n = namespace(all=0) %}{% set n.all = n.all + 1 %}{{ n.all }} {{ loop.index0 + 1 }}",
    "{{ x | truncate(40) }} {{ x.split(1) }} {% for n in range(1, 9) %}{{ n }}{% endfor %}",
    "<p style='width: {{ 3 * 1.15 }}rem; font-family: \"Noto Sans\"'>",
    '{{ _("Warning") }} {{ _("Ward", note="a place in a hospital") }}',
    '{{ in_both("Warning") }} {{ in_source("Warning") }}',
    '{{ _("Warning") | fill(name=clinic.name) }}',
    '{{ {"draft": _("Warning"), "test": "·"}[state] }}',
    '{% set labels = {"draft": _("Warning")} %}{{ labels[state] }}',
    '{{ body({"key": _("Warning")}) }}',
    '{{ clinic.name }} {{ language.own_name }} {{ fields["title"] }} {{ loop.index }}',
    '{{ clinic.name or "–" }}{{ ", " if not loop.last }}{{ a | join(" · ") }}',
    '{% if state == "draft" and "a" in state and state is defined %}{{ state }}{% endif %}',
    '{{ signoffs.get("translator").name }} {{ digest.removeprefix("sha256:") }}',
    '{{ people | map(attribute="name") | join(", ") }} {{ x | round(2) }} {{ 3 * x }}',
    '{% macro m(kind="wide") %}<p class="{{ kind }}">{{ caller() }}</p>{% endmacro %}',
    "{% include 'parts/macros.html' ignore missing %}{% include name %}",
    "{% include 'page.html' %}{% import 'page.html' as m %}",
    "{% set a = a %}{{ a }}{% set b = c %}{% set c = b %}{{ b }}{{ b ~ c }}",
    "<script>var words = 'never printed';</script>",
    "{% macro tree(x) %}{{ x.name }}{{ tree(x.inner) }}{% endmacro %}{{ tree(root) }}",
]


@pytest.mark.parametrize("page", LET_BE)
def test_names_signs_and_values_are_let_be(page: str, folder: Path) -> None:
    assert leaks(folder, page_html=page, parts__macros_html=MACROS) == []


FOUND_IN_STYLE = [
    ('p::before { content: "Note: " }', "Note:"),
    ("p::before { content: 'a' counter(x) 'b' }", "a"),
    ('p::before { content: "20" }', "20"),
    ('p::before { content: "L\\65 ft" }', "Left"),
    ('p::before { con\\74 ent: "Left" }', "Left"),
    ('p::before { content: /* no */ "Le\\\nft" }', "Left"),
    ('p::before { content: "·" / "Left" }', "Left"),
    ('p { --label: "Left" }', "Left"),
    ('p { quotes: "said " "" }', "said"),
    ('p { string-set: part "Part " content() }', "Part"),
    ('p { bookmark-label: "Part" }', "Part"),
    ('p { list-style: "No. " inside }', "No."),
    ('p { list-style-type: symbols("A" "B") }', "A"),
    ('p { text-overflow: "more" }', "more"),
    ('p::before { content: leader("to") }', "to"),
    ('@page { @top-left { content: "Page " counter(page) } }', "Page"),
    ('@media print { @page :first { @top-left { content: "Page" } } }', "Page"),
    ('@supports (a: b) { p { &::before { content: "Left" } } }', "Left"),
    ('html[lang="tr"] p::before { content: "Uyarı" }', "Uyarı"),
    ('@counter-style a { symbols: "A" "·" }', "A"),
    ("@counter-style a { symbols: A }", "A"),
    ('@counter-style a { suffix: ") step " }', ") step"),
    ("@counter-style a { additive-symbols: 1 I }", "I"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "word"), FOUND_IN_STYLE)
def test_a_word_in_a_style_sheet_is_found(sheet: str, word: str, folder: Path) -> None:
    told = leaks(folder, one_css=f"/* a note */\n{sheet}")
    assert words(told)[0] == word
    assert told[0].startswith("one.css:2: ")


LET_BE_IN_STYLE = [
    'p::before { content: counter(page) " / " counter(pages) }',
    'p::before { content: "[" counter(source) "]" }',
    'p::before { content: "" } p::after { content: none } p { content: normal }',
    "p::before { content: counter(x, lower-alpha) counters(y, '.') target-counter(attr(href), x) }",
    'ul { list-style-type: "•\\2002"; list-style: lower-roman }',
    'p { quotes: "«" "»" "‹" "›"; font-family: "Noto Sans", serif }',
    'p { font: 12pt "Noto Sans"; font-feature-settings: "liga" 1, "kern" }',
    '.icon::before { content: "\\e001" } p { hyphenate-character: "‐" }',
    "@counter-style a { system: cyclic; symbols: '①' '②'; suffix: ' ' }",
    "@counter-style a { symbols: '*' '†'; fallback: decimal }",
    "@font-face { font-family: 'X'; src: url(data:font/woff2;base64,AA) format('woff2') }",
    "@page { @top-center { content: element(head) string(title) } }",
    "p { string-set: title content(text); bookmark-label: content() }",
    'a[title="Hint"]::before { content: "→" } p:lang("tr") { color: red }',
    'p { grid-template-areas: "head head" "a b" }',
    "@import 'other.css'; @charset 'utf-8'; p { background: url(#a) }",
    "p { background: url('data:image/svg+xml,<svg><path d=\"M0 0h9\"/></svg>') }",
    "p { lang: attr(title) }",
]


@pytest.mark.parametrize("sheet", LET_BE_IN_STYLE)
def test_signs_counters_and_names_of_a_style_sheet_are_let_be(sheet: str, folder: Path) -> None:
    assert leaks(folder, one_css=sheet, page_html='<p title="{{ x }}">') == []


def test_an_attribute_that_a_style_sheet_prints_is_read_as_text(folder: Path) -> None:
    page = '<p data-hint="Call" class="Call"></p>'
    assert leaks(folder, page_html=page) == []
    told = leaks(folder, page_html=page, one_css="p::after { content: attr(data-hint) }")
    assert words(told) == ["Call"]


SVG = "<svg><text>Call</text></svg>"


@pytest.mark.parametrize(
    "address",
    [
        f"data:image/svg+xml,{SVG.replace('<', '%3C')}",
        f"data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()}",
    ],
)
def test_a_word_in_a_picture_is_found(address: str, folder: Path) -> None:
    told = leaks(
        folder, page_html=f'<img src="{address}">', one_css=f'p {{ background: url("{address}") }}'
    )
    assert words(told) == ["Call", "Call"]


@pytest.mark.parametrize("address", ['"{}"', 'url("{}")', "url({})"])
def test_a_style_sheet_that_an_import_carries_is_told(address: str, folder: Path) -> None:
    """None is fetched from elsewhere."""
    sheet = f"\n@import {address.format('data:text/css,p::before%7Bcontent:%22Call%22%7D')};"
    [told] = leaks(folder, one_css=sheet)
    assert told.startswith("one.css:2: [picture-in-template] a picture stands here")


def test_a_picture_that_nobody_can_read_is_told(folder: Path) -> None:
    [told] = leaks(folder, page_html='\n<img src="data:image/png;base64,AAAA">')
    assert told == (
        "page.html:2: [picture-in-template] a picture stands here, and nobody can translate or "
        "sign "
        "the words in it: "
        "draw it in a template, as templates/figures does; a logo is named in clinic.toml"
    )


def test_a_leak_is_told_with_its_line_and_mend(folder: Path) -> None:
    page = "{% if a %}\n<p>\n  {{ b }}\n</p>\n{% endif %}\n<p\n title='x'>\n\n  Call us</p>"
    drawing = '{% macro a() %}\n<svg><title>{{ _("New") }}</title></svg>{% endmacro %}'
    assert leaks(folder, page_html=page, parts__a_svg=drawing) == [
        'page.html:7: [word-in-template] "x" stands here as it is, so nobody translates or signs '
        "it: put it into "
        '_("…"), run "python build.py update", and have it translated',
        'page.html:9: [word-in-template] "Call us" stands here as it is, so nobody translates or '
        "signs it: put it "
        'into _("…"), run "python build.py update", and have it translated',
        'parts/a.svg:2: [word-in-template] "New" stands here as it is, so nobody translates or '
        "signs it: put it "
        'into _("…") in a template that ends in .html, and hand it over from there',
    ]


def test_a_sheet_for_reviewers_may_speak_the_source_language(folder: Path) -> None:
    assert leaks(folder, review_html='{{ in_source("Tick each row") }}') == []
    assert words(leaks(folder, review_html="<p>Tick each row</p>")) == ["Tick each row"]


def test_a_template_whose_macros_call_one_another_too_often_is_told(folder: Path) -> None:
    macros = ["{% macro m0() %}{% endmacro %}"]
    macros += [f"{{% macro m{n + 1}() %}}{f'{{{{ m{n}() }}}}' * 8}{{% endmacro %}}"
               for n in range(8)]  # fmt: skip
    with pytest.raises(LeafletError, match="call one another too often to be read"):
        leaks(folder, page_html="".join(macros) + "{{ m8() }}")


def test_what_is_nested_too_deeply_is_told(folder: Path) -> None:
    with pytest.raises(
        LeafletError, match=r"page\.html: \[too-large\] the template has too many things inside"
    ):
        leaks(folder, page_html="{% if a %}" * 500 + "{% endif %}" * 500)
    (folder / "page.html").unlink()
    with pytest.raises(LeafletError, match=r"one\.css: .*nested too deeply"):
        leaks(folder, one_css=f"p {{ width: {'(' * 1500}1{')' * 1500} }}")


def test_markup_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(
        LeafletError,
        match=r"page\.html:1: \[malformed-template\] the markup of this template cannot be",
    ):
        leaks(folder, page_html="<p></p><![odd[ Call ]]>")


def test_many_tags_that_are_not_closed_are_told(folder: Path) -> None:
    with pytest.raises(LeafletError, match=r"page\.html:1: .*more than 50 tags are not closed"):
        leaks(folder, page_html="<b " * 52)
    leaks(folder, page_html="<b " * 50)


def test_a_malformed_drawing_is_told(folder: Path) -> None:
    with pytest.raises(
        LeafletError, match=r"a\.svg:1: \[malformed-template\] the template is malformed"
    ):
        leaks(folder, parts__a_svg="{% macro a() %}")


def test_the_shipped_templates_print_no_word_of_their_own() -> None:
    project = Project(ROOT)
    known = {word.text for word in read_template_messages(project.templates)}
    review = review_templates(read_all_formats(project)[0])
    assert review == {"review.html"}
    assert find_leaks(project.templates, known, review) == []


def test_a_template_that_a_format_for_patients_shares_is_none_for_reviewers(folder: Path) -> None:
    (folder / "formats").mkdir()
    text = (ROOT / "templates/formats/a4.toml").read_text("utf-8")
    (folder / "formats/mine.toml").write_text(f'{text}template = "review.html"\n', "utf-8")
    formats, problems = read_all_formats(Project(folder.parent))
    assert (problems, review_templates(formats)) == ([], set())


def test_templates_without_leaks_are_read_anew_when_one_of_their_files_changes(
    folder: Path,
) -> None:
    (folder / ".head.html").write_text("<p></p>", "utf-8")
    assert leaks(folder, page_html='{% include ".head.html" %}') == []
    assert leaks(folder) == []
    (folder / ".head.html").write_text("<p>Call us</p>", "utf-8")
    assert words(leaks(folder)) == ["Call us"]


def test_templates_without_leaks_are_read_anew_when_a_word_is_no_longer_translated(
    folder: Path,
) -> None:
    (folder / "review.html").write_text('{{ _("Warning") }} {{ in_source("Ward") }}', "utf-8")
    templates = Templates(folder, folder)
    assert find_leaks(templates, ["Warning", "Ward"], ["review.html"]) == []
    assert [p.what for p in find_leaks(templates, ["Ward"], ["review.html"])] != []


def test_templates_without_leaks_are_read_anew_when_patients_get_one(folder: Path) -> None:
    (folder / "review.html").write_text('{{ in_source("Call us") }}', "utf-8")
    templates = Templates(folder, folder)
    assert find_leaks(templates, [], ["review.html"]) == []
    assert [p.what for p in find_leaks(templates, [])] != []
