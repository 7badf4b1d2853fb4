"""Sign-offs: who approved which exact text, and who answers for a number written as a word.

Roles and methods follow ISO 17100 (translator, and a reviser who is another person) with the
clinician whom a health leaflet needs beside them.
"""

from leafletpress.signoff.approval import Approval, Difference, difference, has_phones, judge
from leafletpress.signoff.ledger import add
from leafletpress.signoff.matter import Matter, Text, short_digest, text_digest
from leafletpress.signoff.names import name_faults, same_name
from leafletpress.signoff.record import (
    SOURCE_ROLES,
    TRANSLATION_ROLES,
    Acknowledged,
    Method,
    Record,
    Role,
    SignOff,
    read_record,
    record_path,
)
from leafletpress.signoff.shifts import Shift

__all__ = [
    "SOURCE_ROLES",
    "TRANSLATION_ROLES",
    "Acknowledged",
    "Approval",
    "Difference",
    "Matter",
    "Method",
    "Record",
    "Role",
    "Shift",
    "SignOff",
    "Text",
    "add",
    "difference",
    "has_phones",
    "judge",
    "name_faults",
    "read_record",
    "record_path",
    "same_name",
    "short_digest",
    "text_digest",
]
