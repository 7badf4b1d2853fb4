"""Mends for WeasyPrint: each test fails where the mend is not in place."""

from collections.abc import Iterator
from typing import Any

import pytest

from leafletpress.fonts import ensure_faces
from leafletpress.language import source_language
from leafletpress.pdf import start

TEXT = "These words fill a line but for one space "


@pytest.fixture(scope="module", autouse=True)
def _started(tmp_path_factory: pytest.TempPathFactory) -> None:
    cache = tmp_path_factory.mktemp("cache")
    ensure_faces([source_language()], cache)
    start(cache)


def lines(html: str) -> Iterator[tuple[str, float]]:
    """The text and the width, in pixels, of each line that WeasyPrint lays out."""
    from weasyprint import HTML
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    def texts(box: Any) -> str:
        return box.text if isinstance(box, TextBox) else "".join(map(texts, box.children))

    style = "@page { size: 2000px 500px } p { font: 16px 'Noto Sans' }"
    document = HTML(string=f"<style>{style}</style>{html}").render()
    for box in document.pages[0]._page_box.descendants():
        if isinstance(box, LineBox):
            yield texts(box), sum(child.width for child in box.children)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("inline", ["<b>bold words</b> follow.", "<span>a span</span>"])
def test_a_space_before_an_inline_element_may_hang_over_the_edge(part: float, inline: str) -> None:
    [(_, text), (_, space)] = [*lines(f"<p>{TEXT.strip()}</p>"), *lines("<p>&nbsp;</p>")]
    width = text + part * space
    first, *rest = [line for line, _ in lines(f'<p style="width: {width}px">{TEXT}{inline}</p>')]
    assert first.strip() == TEXT.strip()
    assert len(rest) == 1


def test_the_mend_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """When WeasyPrint does without it, this fails, and the mend can go."""
    from weasyprint.layout import inline

    from leafletpress.pdf import mends

    monkeypatch.setattr(inline, "split_first_line", mends._split_first_line)
    [(_, text)] = lines(f"<p>{TEXT.strip()}</p>")
    first, *_ = [line for line, _ in lines(f'<p style="width: {text + 2}px">{TEXT}<b>b</b></p>')]
    assert first.strip() == "These"


def test_a_text_that_is_really_too_long_is_still_broken() -> None:
    [(_, text)] = lines(f"<p>{TEXT.strip()}</p>")
    found = [line for line, _ in lines(f'<p style="width: {text - 1}px">{TEXT}<b>b</b></p>')]
    assert [line.split()[-1] for line in found] == ["one", "b"]
    assert len(found) == 2


def test_mending_twice_does_no_harm() -> None:
    from weasyprint.layout import inline

    from leafletpress.pdf import mends

    mends.install()
    assert inline.split_first_line is mends.split_first_line
    assert mends._split_first_line is not mends.split_first_line
