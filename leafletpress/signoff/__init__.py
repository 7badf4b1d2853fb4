"""Sign-offs: who approved which exact text, and who answers for a number written as a word.

Roles and methods follow ISO 17100 (translator, and a reviser who is another person) with the
clinician whom a health leaflet needs beside them.
"""

from leafletpress.signoff.append import add
from leafletpress.signoff.approval import Approval, Difference, difference, has_phones, judge
from leafletpress.signoff.digest import SignedContent, SignedText, short_digest, text_digest
from leafletpress.signoff.keys import KeyToolError, fingerprint, key_fault, signing_fingerprint
from leafletpress.signoff.likeness import alike, same_name
from leafletpress.signoff.names import name_faults
from leafletpress.signoff.people import People, Person, PublicKey, Signer, TwoPeople
from leafletpress.signoff.people_file import (
    add_people,
    read_people,
    row_faults,
    unsettled,
    with_rows,
)
from leafletpress.signoff.record import (
    Acknowledged,
    Record,
    RecordRow,
    SignOff,
    read_record,
    record_path,
)
from leafletpress.signoff.role import SOURCE_ROLES, TRANSLATION_ROLES, Method, Role
from leafletpress.signoff.shifts import Shift
from leafletpress.signoff.signing import sign_row
from leafletpress.signoff.vouching import ONE_DAY, vouched

__all__ = [
    "ONE_DAY",
    "SOURCE_ROLES",
    "TRANSLATION_ROLES",
    "Acknowledged",
    "Approval",
    "Difference",
    "KeyToolError",
    "Method",
    "People",
    "Person",
    "PublicKey",
    "Record",
    "RecordRow",
    "Role",
    "Shift",
    "SignOff",
    "SignedContent",
    "SignedText",
    "Signer",
    "TwoPeople",
    "add",
    "add_people",
    "alike",
    "difference",
    "fingerprint",
    "has_phones",
    "judge",
    "key_fault",
    "name_faults",
    "read_people",
    "read_record",
    "record_path",
    "row_faults",
    "same_name",
    "short_digest",
    "sign_row",
    "signing_fingerprint",
    "text_digest",
    "unsettled",
    "vouched",
    "with_rows",
]
