"""Files as accidents leave them: a few lines lost, doubled, broken or come from elsewhere."""

from collections.abc import Sequence

from hypothesis import strategies as st


@st.composite
def spoilt(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    """The text after one to five accidents, some with one of the fragments."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 5))):
        number = draw(st.integers(0, len(lines) - 1))
        accident = draw(st.integers(0, 4))
        fragment = draw(st.sampled_from(fragments))
        line = lines[number]
        cut = draw(st.integers(0, len(line)))
        if accident == 0:
            lines[number : number + 1] = []
        elif accident == 1:
            lines.insert(number, draw(st.sampled_from(lines)))
        elif accident == 2:
            lines.insert(number, fragment)
        elif accident == 3:
            lines[number] = line[:cut] + fragment + line[cut:]
        else:
            lines[number] = line[:cut] + line[cut + 3 :]
        lines = lines or [""]
    return "\n".join(lines)
