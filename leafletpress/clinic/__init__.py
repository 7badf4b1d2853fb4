"""The clinic: its name, logo, phone numbers and write-in fields."""

from leafletpress.clinic.clinic import Clinic, logo_data, read_clinic
from leafletpress.clinic.phones import BY_HAND

__all__ = [
    "BY_HAND",
    "Clinic",
    "logo_data",
    "read_clinic",
]
