"""Templates, style sheets and drawings: what whoever makes the page writes."""

from hypothesis import strategies as st

from tests.fuzz.strategies.signs import numbers, signs
from tests.fuzz.strategies.toml import DEPTH

TEMPLATE = """\
{% extends "page.html" %}
{% from "any.html" import item with context %}
{# a remark #}
{% macro item(text, name="x") %}<li class="{{ name }}">{{ text | fill }}</li>{% endmacro %}
{% block main %}
<ul title="{{ _("Steps") }}">
{% for step in steps if step.text %}{{ item(_("Sources", note="a heading"), name=step.name) }}
{% else %}{% call item("") %}{{ _("None") }}{% endcall %}{% endfor %}
</ul>
{% set shown = namespace(text=_("Page")) %}
{{ shown.text ~ "&nbsp;" }}<img src="data:image/svg+xml,%3Csvg%2F%3E" alt="">
{% endblock %}
"""

SHEET = """\
@charset "utf-8";
@import url(data:text/css,a%7B%7D);
/* a remark */
:root { --dot: "\\00b7"; color: #0b4a5e }
@media print { .title::before { content: counter(item) ". " attr(title); quotes: "\\201c" "x" } }
@page :first { margin: 18mm; @bottom-center { content: "– " counter(page) " –" } }
a[href^="http"]::after { content: var(--dot) url("data:image/png;base64,AAAA") }
"""

DRAWING = """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40mm" height="20mm">
<defs><path id="a" d="M20 2h16v16h-16z" style="fill: url(#b)"/></defs>
<style>path { stroke: #123456; stroke-width: 0.5 }</style>
<g transform="translate(1 2) scale(3)"><use href="#a"/><circle cx="10" cy="10" r="8"/></g>
<text x="1" y="2">A&amp;B</text><!-- a remark -->
</svg>
"""

FRAGMENTS = (
    "{{ ", " }}", "{% ", " %}", "{# ", " #}", "{% raw %}", "{% if x %}", "{% endif %}",
    "{{ _(x) }}", "{% endfor %}", '{% include "any.html" %}', "{{ item() }}", "{{ a | b }}",
    "{{ (", "[", "]", ")", "{% macro item(a) %}", "{% endmacro %}", "<p>", "</p>", "<b", "<!--",
    "-->", "<![CDATA[", "]]>", '="', "'", '"', "<script>", "</script>", "<style>", "</style>", "&",
    "&#x110000;", "&nbsp;", "{", "}", "(", ";", ":", "/*", "*/", "@media ", "@page ",
    'content: "x"', "::before", "url(", "data:image/svg+xml;base64,", "data:,", "\\", "\\110000 ",
    "var(--a)", "calc(", "!important", "<svg>", "<g>", "</g>", '<use href="#a"/>', '<g id="a">',
    "xlink:href", "<?x?>", "M0 0", "-", ".", "<!DOCTYPE svg [", "]>", "\n", "\t", "\x00", "\u2028",
    "é", "1e9999", "9" * 30,
)  # fmt: skip


@st.composite
def _nested(draw: st.DrawFn, *pairs: tuple[str, str]) -> str:
    depth = draw(st.integers(2, DEPTH))
    begin, end = draw(st.sampled_from(pairs))
    return begin * depth + "x" + end * depth


def _with(text: str, *pairs: tuple[str, str]) -> st.SearchStrategy[str]:
    """The text, alone or with something else below its first lines."""
    more = st.one_of(st.just(""), st.just(""), _nested(*pairs), numbers(), signs)
    lines = text.split("\n")
    return st.builds(
        lambda cut, added: "\n".join([*lines[:cut], added, *lines[cut:]]),
        st.integers(0, len(lines)),
        more,
    )


templates = _with(
    TEMPLATE, ("{% if x %}", "{% endif %}"), ("{{ (", ") }}"), ("<i>", "</i>"), ("{{ [", "] }}")
)
sheets = _with(SHEET, ("@media print {", "}"), ("a {", "}"), ("calc(", ")"), ("[", "]"))
drawings = _with(DRAWING, ("<g>", "</g>"), ("<svg>", "</svg>"), ("<a>", "</a>"))
