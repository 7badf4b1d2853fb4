"""Approval: what a person is shown before they sign, and the rows that they add."""

from leafletpress.approval.acknowledgement import acknowledge, find_text, is_acknowledged
from leafletpress.approval.signing import Proof, read_proofs, refusals, sign

__all__ = [
    "Proof",
    "acknowledge",
    "find_text",
    "is_acknowledged",
    "read_proofs",
    "refusals",
    "sign",
]
