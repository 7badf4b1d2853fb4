"""A document that is printed leaves no memory behind that grows with their number."""

from collections.abc import Callable

import pytest

from leafletpress.language import parse_language
from tests.support.memory import growth
from tests.support.printing import page, write
from tests.support.unpatched import ready, without

pytestmark = pytest.mark.slow

DOCUMENTS = 10

FOR_A_DOCUMENT = 5_000
"""So many bytes may stay behind: WeasyPrint 70 frees neither the name of a font nor its measures.
One configuration of fontconfig takes 200,000, the numbers of the list below 20,000."""

ITEMS = 30


@pytest.fixture
def print_list() -> Callable[[], bytes]:
    """Prints a list with a number before each item."""
    ready()
    language = parse_language("tr")
    html = page(f"<ol>{'<li>Su için.' * ITEMS}</ol>", language)
    return lambda: write(html, language)


def test_printing_many_documents_takes_no_more_memory_than_printing_one(
    print_list: Callable[[], bytes],
) -> None:
    assert growth(print_list, DOCUMENTS) < FOR_A_DOCUMENT


def test_without_the_patch_font_features_stay_behind(print_list: Callable[[], bytes]) -> None:
    from leafletpress.pdf.weasyprint_patches import font_features

    with without(font_features.PATCH):
        assert growth(print_list, DOCUMENTS) > 2 * FOR_A_DOCUMENT


def test_without_the_patch_a_configuration_of_fontconfig_stays_behind(
    print_list: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    from leafletpress.pdf.weasyprint_patches import font_map

    monkeypatch.setattr(font_map, "release", lambda _: None)
    assert growth(print_list, DOCUMENTS) > 20 * FOR_A_DOCUMENT
