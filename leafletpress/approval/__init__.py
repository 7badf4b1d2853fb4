"""Approval: what a person is shown before they sign, and the rows that they add."""

from leafletpress.approval.acknowledgement import acknowledge, find_text, is_acknowledged
from leafletpress.approval.signing import SigningTask, read_signing_tasks, refusals, sign

__all__ = [
    "SigningTask",
    "acknowledge",
    "find_text",
    "is_acknowledged",
    "read_signing_tasks",
    "refusals",
    "sign",
]
