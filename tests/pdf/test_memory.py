"""A document that is printed leaves no memory behind that grows with their number."""

import ctypes
import ctypes.util
import gc

import pytest

from leafletpress.languages import parse_language
from tests.printing import page, write

DOCUMENTS = 10

FOR_A_DOCUMENT = 50_000
"""So many bytes may stay behind: what WeasyPrint 70 itself loses of its lists' numbers, and more.
One configuration of fontconfig takes 200,000."""


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
    html = page("<ol><li>Su için.<li>İyi uyuyun.</ol>", language)

    def used_after(documents: int) -> int:
        for _ in range(documents):
            write(html, language)
        gc.collect()
        return int(library.mallinfo2().uordblks)

    before = used_after(DOCUMENTS)
    assert (used_after(DOCUMENTS) - before) / DOCUMENTS < FOR_A_DOCUMENT
