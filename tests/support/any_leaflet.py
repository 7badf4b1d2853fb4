"""Any leaflets, for laws that must hold for all of them, written at any width."""

from dataclasses import dataclass
from itertools import chain
from textwrap import wrap

from hypothesis import strategies as st

WORDS = [
    "take", "20", "mg", "every", "day", "for", "5", "to", "15", "days", "the", "team", "Never",
    "stop", "it", "may", "be", "not", "so", "(or", "so)", "70%", "1,000", "–", "İlaç", "دارو",
    "**bold**", "*soft*", "`code`", "[@smith2020]", "{team_phone}", "[here](#here)", "\\*", "A&B",
]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A piece of a leaflet: how it begins, its text, how it ends, how many segments it holds."""

    begin: str
    text: str = ""
    end: str = ""
    holds: int = 1

    def write(self, width: int) -> str:
        """The part as a file has it, its text in lines of that width."""
        lines = wrap(self.text, width, break_long_words=False, break_on_hyphens=False)
        return self.begin + ("\n" + " " * len(self.begin)).join(lines) + self.end


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
marks = st.sampled_from(["", "", "\n{: .critical }", '\n{: note="a note" }'])
paragraphs = st.builds(Part, st.just(""), texts, marks)


@st.composite
def lists(draw: st.DrawFn) -> list[Part]:
    first = draw(st.sampled_from([None, 1, 4]))
    items = draw(st.lists(texts, min_size=1, max_size=3))
    begins = ["- " if first is None else f"{first + n}. " for n in range(len(items))]
    return [Part(begin, text) for begin, text in zip(begins, items, strict=True)]


# A paragraph parts two lists: without it they would be one.
flow = st.tuples(st.one_of(lists(), st.just([])), paragraphs.map(lambda part: [part])).map(
    lambda groups: [group for group in groups if group]
)


@st.composite
def blocks(draw: st.DrawFn) -> list[list[Part]]:
    name = draw(st.sampled_from(["warning", "call", "key"]))
    title = "" if name == "key" else f" | {draw(st.sampled_from(['Stop', 'When to call']))}"
    inside = draw(st.lists(flow, max_size=2))
    begin, end = Part(f"/// {name}{title}", holds=int(bool(title))), Part("///", holds=0)
    return [[begin], *chain(*inside), [end]]


@st.composite
def tables(draw: st.DrawFn) -> list[list[Part]]:
    one, two, three = draw(st.lists(texts, min_size=3, max_size=3))
    rule = Part("|---|---|", holds=0)
    return [[Part(f"| {one} | {two} |", holds=2), rule, Part(f"| {three} | x |", holds=2)]]


@st.composite
def leaflets(draw: st.DrawFn) -> list[list[Part]]:
    """The parts of a body, in groups that stand between empty lines."""
    groups: list[list[Part]] = []
    for number in range(draw(st.integers(1, 3))):
        marks = "#" * draw(st.integers(2, 4))
        groups.append([Part(f"{marks} {draw(texts)} {{: #s{number} }}")])
        for some in draw(st.lists(st.one_of(flow, blocks(), tables()), max_size=3)):
            groups += some
    return groups


def write_body(groups: list[list[Part]], width: int) -> tuple[str, list[int]]:
    """The body of a leaflet, its texts in lines of that width, and the line of each segment."""
    body = "\n"
    lines = []
    for group in [*groups, [Part("", "It is so. [@smith2020]")]]:
        for part in group:
            lines += [body.count("\n")] * part.holds
            body += part.write(width) + "\n"
        body += "\n"
    return body, lines
