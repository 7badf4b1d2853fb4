"""The clinic's own name, numbers and fields, from ``clinic.toml``; never translated text."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from leafletpress.clinic.phones import BY_HAND, phone_fault, plain_phone
from leafletpress.files import read_bytes
from leafletpress.pictures import MOST_BYTES, NoPictureError, check_picture
from leafletpress.problems import (
    UNFIT,
    LeafletError,
    Location,
    Problem,
    did_you_mean,
    first_problems,
)
from leafletpress.quantities import find_phone_faults
from leafletpress.toml import TomlText, read_toml

WRITE_IN_FIELDS = ("nurse", "ward", "phone", "appointment")
"""The fields that the last page may have; their labels are words of the page."""

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}

PHONE_NAME = re.compile("[a-z][a-z0-9_]*")
"""What leaflets can name in braces."""

LONGEST_LINE = 200
"""The characters of the longest name or address."""


class Clinic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What differs from clinic to clinic. `phones` fill the placeholders of the leaflets."""

    phones: dict[str, str]
    name: str = ""
    logo: str = ""
    feedback: str = ""
    write_in: list[str] = []


def read_clinic(path: Path) -> Clinic:
    """Read ``clinic.toml``.

    Raises:
        LeafletError: the file is missing or malformed, a field is unknown, a phone number is none
            (a patient would find a blank, or a note of the clinic's own, where a number should
            be), or the logo is missing or no picture to print.
    """
    toml = read_toml(path)
    clinic = toml.read(Clinic)
    phones = {name: plain_phone(number) for name, number in clinic.phones.items()}
    clinic = msgspec.structs.replace(clinic, phones=phones)
    problems = [
        *first_problems(_phone_problems(clinic, toml)),
        *_line_problems(clinic, toml),
        *first_problems(_write_in_problems(clinic, toml)),
        *_logo_problems(clinic, toml),
    ]
    if problems:
        raise LeafletError(problems)
    return clinic


def logo_data(clinic: Clinic, root: Path) -> tuple[str, bytes] | None:
    """Return the media type and the bytes of the clinic's logo, None where it has none."""
    if not clinic.logo:
        return None
    return LOGO_TYPES[Path(clinic.logo).suffix.lower()], read_bytes(root / clinic.logo)


def _phone_problems(clinic: Clinic, toml: TomlText) -> Iterator[Problem]:
    for name, number in clinic.phones.items():
        location = toml.location("phones", name)
        is_emergency = name == "emergency_phone"
        if not PHONE_NAME.fullmatch(name):
            mend = "write small letters, digits and _"
            yield Problem("phone-name", location, f'no leaflet can name the phone "{name}"', mend)
        mend = f'write the number, or "{BY_HAND}" for a line to write it on'
        if not number:
            yield Problem("no-phone", location, f"{name} is empty", mend)
        elif is_emergency and not any(map(str.isdecimal, number)):
            mend = "write the number that people call in an emergency"
            what = f'emergency_phone is "{number}", no number'
            yield Problem("not-a-phone", location, what, mend)
        elif number != BY_HAND and (fault := phone_fault(number)):
            mend = "write the number that people call" if is_emergency else mend
            what = f'{name} is "{number}", which {fault}'
            yield Problem("not-a-phone", location, what, mend)
        for fault in find_phone_faults(number):
            mend = "delete the number and type it anew"
            yield Problem("spoilt-number", location, f"{name}: {fault}", mend)
    for name in ("emergency_phone", "team_phone"):
        if name not in clinic.phones:
            location = toml.location("phones")
            yield Problem("no-phone", location, f"{name} is missing", "add it below [phones]")


def _line_problems(clinic: Clinic, toml: TomlText) -> Iterator[Problem]:
    """Yield what cannot stand in the one line that it is printed in."""
    for field in ("name", "feedback", "logo"):
        value = getattr(clinic, field)
        location = toml.location(field)
        if found := UNFIT.search(value):
            what = f"{field} holds a character U+{ord(found[0]):04X}, which no line does"
            yield Problem("control-character", location, what, "remove it")
        elif len(value) > LONGEST_LINE:
            what = f"{field} is longer than {LONGEST_LINE} characters"
            yield Problem("too-large", location, what, "make it shorter")


def _write_in_problems(clinic: Clinic, toml: TomlText) -> Iterator[Problem]:
    location = toml.location("write_in")
    for name, times in Counter(clinic.write_in).items():
        if name not in WRITE_IN_FIELDS:
            mend = did_you_mean(name, WRITE_IN_FIELDS)
            yield Problem("unknown-field", location, f'there is no field "{name}"', mend)
        elif times > 1:
            what = f'the field "{name}" stands there twice'
            yield Problem("stands-twice", location, what, "remove one of the two")


def _logo_problems(clinic: Clinic, toml: TomlText) -> Iterator[Problem]:
    if not clinic.logo or UNFIT.search(clinic.logo) or len(clinic.logo) > LONGEST_LINE:
        return
    location = toml.location("logo")
    logo = toml.path.parent / clinic.logo
    root = os.path.realpath(toml.path.parent)
    if not Path(os.path.realpath(logo)).is_relative_to(root):
        what = "the logo lies outside the project"
        yield Problem("outside-project", location, what, "copy it into the project")
    elif logo.suffix.lower() not in LOGO_TYPES:
        what = f'"{logo.name}" is no SVG or PNG'
        yield Problem("logo-type", location, what, "save the logo as SVG or PNG")
    elif not os.path.lexists(logo):
        yield Problem("no-such-file", location, f'there is no file "{clinic.logo}"', "put it there")
    elif not clinic.name.strip():
        mend = "write it: it is what a screen reader says for the logo"
        yield Problem("no-clinic-name", location, "there is a logo but no name", mend)
    else:
        yield from _picture_problems(clinic.logo, logo, location)


def _picture_problems(name: str, logo: Path, location: Location) -> Iterator[Problem]:
    """Yield what keeps a file from being printed, told where the clinic names it."""
    try:
        check_picture(read_bytes(logo, MOST_BYTES), logo.suffix.lower().removeprefix("."))
    except LeafletError as error:
        for problem in error.problems:
            what = f'the logo "{name}" cannot be used: {problem.what}'
            yield replace(problem, location=location, what=what)
    except NoPictureError as error:
        what = f'the logo "{name}" cannot be printed: {error.fault.what}'
        yield replace(error.fault.at(location), what=what)
