"""How much memory the C library holds for this process."""

import ctypes
import ctypes.util
import gc
from collections.abc import Callable

import pytest


class _Memory(ctypes.Structure):
    """What the C library tells of its memory (mallinfo2 of glibc 2.33)."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    ]  # fmt: skip


def growth(do: Callable[[], object], times: int) -> float:
    """Do something, that has been done before, again and again; return the bytes kept each time."""
    library = ctypes.CDLL(ctypes.util.find_library("c"))
    if not hasattr(library, "mallinfo2"):
        pytest.skip("this system's C library does not tell how much memory is in use")
    library.mallinfo2.restype = _Memory

    def used() -> int:
        for _ in range(times):
            do()
        gc.collect()
        return int(library.mallinfo2().uordblks)

    before = used()
    return (used() - before) / times
