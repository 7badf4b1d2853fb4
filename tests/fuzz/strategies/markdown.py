"""Leaflets, shared passages, and the inline Markdown of a translation."""

from hypothesis import strategies as st

from tests.fuzz.strategies.signs import long_numbers, numbers, signs
from tests.fuzz.strategies.toml import DEPTH
from tests.support.any_leaflet import leaflets as groups
from tests.support.any_leaflet import write_body
from tests.support.figure_blocks import CALENDAR, COMPARE, ICONS, RISK, SCALE, STEPS
from tests.support.tiny_leaflet import CITED, FRONT

FRAGMENTS = (
    "- ", "* ", "1. ", "4. ", "    ", "\t", "> ", "# ", "## ", "###### ", "***\n", "---\n", "===\n",
    "/// ", "///\n", "////\n", "/// key\n", "/// warning | x\n", "/// include | who-to-call\n",
    "/// include | any\n", "    events: 3\n", "    time: 5 days\n", "    source: smith2020\n",
    "| a | b |\n", "|---|---|\n", "|", "{: .critical }", '{: note="x" }', "{: #x }", "{:", "}", "{",
    "{team_phone}", "{a_", "[@smith2020]", "[@", "[", "]", "](", "[x](y)", "[x]: y\n", "![", "!",
    "**", "*", "__", "_", "`", "```\n", "~~", "<b>", "<!--", "-->", "<?", "</", "<", ">", "&amp;",
    "&#0;", "&#x110000;", "&", "\\", "\\\\", "  \n", "\n\n", "\n", ":", "a@", "a.b", "@b.c", "www.",
    "http://", "https://a", "+90 212 ", "555-", "2026-11-22", "May ", "12/11/", "mg/", " to ", "–",
    "every 2 from 1: ", "%", "½", "10⁶",
)  # fmt: skip

MARKS = ["**", "*", "`", "[@smith2020]", "{team_phone}", "[here](#here)", "\\*", "&", "<", "  \n"]
WORDS = [
    "dose",
    "mg",
    "gün",
    "günde iki kez",
    "asla",
    "لا",
    "مرتين",
    "يوميا",
    "a/b",
    "x@y",
    "=",
    "(",
]
pieces = st.one_of(st.sampled_from([*WORDS, *MARKS]), numbers(), signs)
lines_of_text = st.lists(pieces, max_size=20).map(" ".join)

RIGHT = "**20 mg**’ı günde 2 kez alın, [@smith2020] asla 2,5 mg almayın. Arayın: {team_phone}."
msgstrs = st.just(RIGHT) | lines_of_text
"""The text of a translation."""


@st.composite
def nested(draw: st.DrawFn) -> str:
    """Something within itself, as deep as `DEPTH`."""
    depth = draw(st.integers(2, DEPTH))
    one = draw(st.sampled_from(["- ", "1. ", "> ", "    ", "[", "(", "**", "*", "![", "`", "{: "]))
    if one in ("- ", "1. "):
        return "".join(f"{'    ' * level}{one}a\n" for level in range(depth))
    return f"{one * depth}a\n"


bodies = st.one_of(
    st.builds(lambda some, width: write_body(some, width)[0], groups(), st.integers(5, 80)),
    st.sampled_from([CALENDAR, COMPARE, ICONS, RISK, SCALE, STEPS]),
    lines_of_text.map(lambda text: f"\n{text}\n"),
    nested().map(lambda text: f"\n{text}\n"),
)
passages = st.lists(bodies, min_size=1, max_size=3).map("".join)

YAML_VALUES = (
    "", "~", "null", "yes", "1", "1.50", "0o17", "0x1F", ".inf", "-.NaN", "1:30", "1e400", "=",
    "2026-02-30", "2026-11-22T10:00:00Z", "2026-11-22 10:00:00 +25:00", "0000-00-00", "[]", "{}",
    "[1, 2]", "{a: b}", "[a", "{a: b", "- a", "? a", "*a", "&a 1", "&a [*a]", "!x 1", "!!str 1",
    "!!int x", "!!binary ab", "!!set {a, b}", "!!omap [a: 1]", "!!timestamp x", "!!merge a",
    "!!python/object:os.system {}", "!!null x", "!<tag:x> 1", '"\\ud800"', '"\\x00"', '"\\', "'",
    '"a\\nb"', "|\n  a\n  b", ">-\n  a\n\n  b", "@", "`", "%", "a: b", "a #b", "- - - a", "<<",
)  # fmt: skip
YAML_LINES = (
    "<<: *a", "<<: {a: b}", "<<: 1", "? a", "? [a]\n: b", "...", "---", "%YAML 1.1", "%TAG ! x",
    "\t- x", " x", "- x", "sources: &a", "1: 2", "~: x", "a:\n  b:\n   - c", ": x", "id: T-1", "#",
)  # fmt: skip


@st.composite
def _flow(draw: st.DrawFn) -> str:
    depth = draw(st.integers(2, DEPTH))
    begin, end = draw(st.sampled_from([("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")]))
    return begin * depth + "1" + end * depth


yaml_values = st.one_of(st.sampled_from(YAML_VALUES), _flow(), long_numbers, lines_of_text)


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """The front matter of a leaflet, with up to two slips."""
    lines = FRONT.split("\n")
    for _ in range(draw(st.integers(0, 2))):
        number = draw(st.integers(1, len(lines) - 2))
        if draw(st.booleans()):
            name = lines[number].partition(":")[0]
            lines[number] = f"{name}: {draw(yaml_values)}"
        else:
            lines.insert(number, draw(st.sampled_from(YAML_LINES)))
    return "\n".join(lines)


leaflets = st.builds(
    lambda front, body, end: f"{front}{body}{end}", fronts(), passages, st.sampled_from([CITED, ""])
)
