"""Roles: what a person answers for, and how a text came about (ISO 17100)."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person answers for."""

    TRANSLATOR = "translator"
    REVISER = "reviser"
    CLINICIAN = "clinician"


class Method(StrEnum):
    """How the text came about."""

    HUMAN = "human"
    MACHINE_THEN_HUMAN = "machine then human"


TRANSLATION_ROLES = (Role.TRANSLATOR, Role.REVISER, Role.CLINICIAN)
SOURCE_ROLES = (Role.CLINICIAN,)
