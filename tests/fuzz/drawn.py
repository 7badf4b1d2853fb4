"""Files that hypothesis draws, for as long as somebody wants."""

import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.finds import Finds
from tests.fuzz.inputs import FILES, LARGE_FILES

AT_A_TIME = 200


def fuzz(finds: Finds, seconds: float, tell: Callable[[str], None]) -> int:
    """Have a reader read drawn files for so many seconds; return how many."""
    end = time.monotonic() + seconds
    count = 0

    @settings(
        max_examples=AT_A_TIME,
        phases=[Phase.generate],
        deadline=None,
        derandomize=False,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(FILES[finds.name], FILES[finds.name], LARGE_FILES[finds.name]))
    def look(data: bytes) -> None:
        nonlocal count
        if time.monotonic() < end:
            count += 1
            if found := finds.look(data):
                tell(found)

    while time.monotonic() < end:
        look()
    return count
