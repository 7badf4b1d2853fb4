"""A document that is printed leaves no memory behind that grows with their number."""

import ctypes
import ctypes.util
import gc

import pytest

from leafletpress.language import parse_language
from tests.support.printing import page, write

DOCUMENTS = 10

FOR_A_DOCUMENT = 5_000
"""So many bytes may stay behind: WeasyPrint 70 frees neither the name of a font nor its measures.
One configuration of fontconfig takes 200,000, the numbers of the list below 20,000."""

ITEMS = 30


class _Memory(ctypes.Structure):
    """What the C library tells of its memory (mallinfo2 of glibc 2.33)."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    ]  # fmt: skip


def test_printing_many_documents_takes_no_more_memory_than_printing_one() -> None:
    library = ctypes.CDLL(ctypes.util.find_library("c"))
    if not hasattr(library, "mallinfo2"):
        pytest.skip("this system's C library does not tell how much memory is in use")
    library.mallinfo2.restype = _Memory
    language = parse_language("tr")
    html = page(f"<ol>{'<li>Su için.' * ITEMS}</ol>", language)

    def used_after(documents: int) -> int:
        for _ in range(documents):
            write(html, language)
        gc.collect()
        return int(library.mallinfo2().uordblks)

    before = used_after(DOCUMENTS)
    after = used_after(DOCUMENTS)
    assert (after - before) / DOCUMENTS < FOR_A_DOCUMENT, (before, after)
