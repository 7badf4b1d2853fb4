"""Files after accidents: lines lost or doubled, a piece many times, other line ends, odd bytes."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from tests.fuzz.law import SIZE
from tests.fuzz.strategies.signs import long_numbers, numbers, signs
from tests.support.spoilt_files import spoilt

raw = st.binary(max_size=300) | st.text(max_size=120).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
"""What is no file of ours at all."""


def files(skeletons: st.SearchStrategy[str], fragments: Sequence[str]) -> st.SearchStrategy[bytes]:
    """Files that begin as right ones, or nearly, and met with up to three accidents."""
    return st.one_of(_files(skeletons, fragments), _files(skeletons, fragments), raw)


@st.composite
def _files(draw: st.DrawFn, skeletons: st.SearchStrategy[str], fragments: Sequence[str]) -> bytes:
    text = draw(skeletons)
    for _ in range(draw(st.integers(0, 3))):
        accident = draw(st.sampled_from(ACCIDENTS))
        text = accident(draw, text, fragments)
    return draw(_bytes(text))


@st.composite
def large_files(
    draw: st.DrawFn, skeletons: st.SearchStrategy[str], fragments: Sequence[str]
) -> bytes:
    """Files of as many bytes as the law speaks of, for the most part one piece, over and over."""
    text = draw(skeletons)
    piece = draw(_pieces(text, fragments))
    size = SIZE - len(text.encode("utf-8", "surrogatepass"))
    times = max(1, size // len(piece.encode("utf-8", "surrogatepass")))
    cut = draw(_cuts(text))
    return (text[:cut] + piece * times + text[cut:]).encode("utf-8", "surrogatepass")


def _pieces(text: str, fragments: Sequence[str]) -> st.SearchStrategy[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    some = st.sampled_from([*fragments, *lines]).filter(bool)
    return some | st.lists(some, min_size=2, max_size=3).map("".join) | signs


def _cuts(text: str) -> st.SearchStrategy[int]:
    """Places in a text, rather at the beginning of a line than inside one."""
    begins = [number + 1 for number, sign in enumerate(text) if sign == "\n"]
    return st.sampled_from([0, *begins]) | st.integers(0, len(text))


def _spoil(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    return draw(spoilt(text, fragments))


def _repeat(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    """Put a piece there many times, as a key does that is held down."""
    cut, times = draw(_cuts(text)), draw(st.sampled_from([2, 9, 30, 250]))
    return text[:cut] + draw(_pieces(text, fragments)) * times + text[cut:]


def _insert(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    """Put a sign or a number somewhere."""
    del fragments
    cut = draw(_cuts(text))
    return text[:cut] + draw(st.one_of(signs, numbers(), long_numbers)) + text[cut:]


def _cut(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    """Lose the end or the beginning."""
    del fragments
    cut = draw(_cuts(text))
    return text[:cut] if draw(st.booleans()) else text[cut:]


def _double(draw: st.DrawFn, text: str, fragments: Sequence[str]) -> str:
    """Have a part, up to the whole, there twice."""
    del fragments
    cut = draw(_cuts(text))
    return text + text[cut:]


Accident = Callable[[st.DrawFn, str, Sequence[str]], str]
ACCIDENTS: Sequence[Accident] = (_spoil, _spoil, _repeat, _insert, _insert, _cut, _double)


@st.composite
def _bytes(draw: st.DrawFn, text: str) -> bytes:
    """The text as some editor saves it; mostly as it should."""
    end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\r", "\x85"]))
    text = text.replace("\n", end)
    how = draw(st.integers(0, 11))
    if how == 0:
        return text.encode("utf-16", "surrogatepass")
    if how == 1:
        return text.encode("latin-1", "replace")
    if how == 2:
        return b"\xef\xbb\xbf" * 2 + text.encode("utf-8", "surrogatepass")
    data = text.encode("utf-8", "surrogatepass")
    return data[: draw(st.integers(0, len(data)))] if how == 3 else data
