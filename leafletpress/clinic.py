"""The clinic's own name, numbers and fields, from ``clinic.toml``; never translated text."""

from __future__ import annotations

from pathlib import Path

import msgspec

from leafletpress.files import read_bytes, read_text
from leafletpress.problems import LeafletError, Location, Problem, did_you_mean
from leafletpress.quantities import find_phone_faults
from leafletpress.strict import read_toml, toml_line

BY_HAND = "by hand"
"""The value of a phone number that prints as a line to write on."""

WRITE_IN_FIELDS = ("nurse", "ward", "phone", "appointment")
"""The fields that the last page may have; their labels are words of the page."""

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


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
        LeafletError: the file is missing or malformed, a field is unknown, a phone number is
            empty (a patient would find a blank where a number should be), or the logo is missing.
    """
    clinic = read_toml(path, Clinic)
    text = read_text(path)
    problems = [
        *_phone_problems(clinic, path, text),
        *_write_in_problems(clinic, path, text),
        *_logo_problems(clinic, path, text),
    ]
    if problems:
        raise LeafletError(problems)
    return clinic


def logo_data(clinic: Clinic, root: Path) -> tuple[str, bytes] | None:
    """Return the media type and the bytes of the clinic's logo, None where it has none."""
    if not clinic.logo:
        return None
    return LOGO_TYPES[Path(clinic.logo).suffix.lower()], read_bytes(root / clinic.logo)


def _phone_problems(clinic: Clinic, path: Path, text: str) -> list[Problem]:
    problems = []
    for name, number in clinic.phones.items():
        if not number.strip():
            place = Location(path, toml_line(text, name))
            mend = f'write the number, or "{BY_HAND}" for a line to write it on'
            problems.append(Problem(place, f"{name} is empty", mend))
        for fault in find_phone_faults(number):
            place = Location(path, toml_line(text, name))
            mend = "delete the number and type it anew"
            problems.append(Problem(place, f"{name}: {fault}", mend))
    emergency = clinic.phones.get("emergency_phone", "")
    if not any(character.isdigit() for character in emergency) and emergency.strip():
        place = Location(path, toml_line(text, "emergency_phone"))
        mend = "write the number that people call in an emergency"
        problems.append(Problem(place, f'emergency_phone is "{emergency}", no number', mend))
    for name in ("emergency_phone", "team_phone"):
        if name not in clinic.phones:
            place = Location(path, toml_line(text, "phones"))
            problems.append(Problem(place, f"{name} is missing", "add it below [phones]"))
    return problems


def _write_in_problems(clinic: Clinic, path: Path, text: str) -> list[Problem]:
    place = Location(path, toml_line(text, "write_in"))
    return [
        Problem(place, f'there is no field "{name}"', did_you_mean(name, WRITE_IN_FIELDS))
        for name in clinic.write_in
        if name not in WRITE_IN_FIELDS
    ]


def _logo_problems(clinic: Clinic, path: Path, text: str) -> list[Problem]:
    if not clinic.logo:
        return []
    place = Location(path, toml_line(text, "logo"))
    logo = path.parent / clinic.logo
    if not logo.resolve().is_relative_to(path.parent.resolve()):
        return [Problem(place, "the logo lies outside the project", "copy it into the project")]
    if logo.suffix.lower() not in LOGO_TYPES:
        return [Problem(place, f'"{logo.name}" is no SVG or PNG', "save the logo as SVG or PNG")]
    if not logo.is_file():
        return [Problem(place, f'there is no file "{clinic.logo}"', "put it there")]
    if not clinic.name:
        mend = "write it: it is what a screen reader says for the logo"
        return [Problem(place, "there is a logo but no name", mend)]
    return []
