"""What can be wrong: each problem with its place, the id of its kind, and how to mend it."""

from leafletpress.problems.kinds import KINDS, WARNINGS
from leafletpress.problems.problem import (
    MOST_PROBLEMS,
    UNFIT,
    Fault,
    FaultError,
    LeafletError,
    Location,
    Problem,
    Severity,
    did_you_mean,
    errors,
    first_problems,
    more_problems,
    on_one_line,
)

__all__ = [
    "KINDS",
    "MOST_PROBLEMS",
    "UNFIT",
    "WARNINGS",
    "Fault",
    "FaultError",
    "LeafletError",
    "Location",
    "Problem",
    "Severity",
    "did_you_mean",
    "errors",
    "first_problems",
    "more_problems",
    "on_one_line",
]
