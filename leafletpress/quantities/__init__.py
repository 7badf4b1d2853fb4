"""The numbers of a text, with their units, in any numeral system."""

from leafletpress.quantities.compounds import units_agree
from leafletpress.quantities.hidden import (
    HiddenSign,
    find_faults,
    find_hidden_signs,
    find_mixed_digits,
    find_phone_faults,
)
from leafletpress.quantities.invisible import INVISIBLE, TURNING, see
from leafletpress.quantities.places import find_quantities, find_runs
from leafletpress.quantities.reader import Quantity, read_quantities
from leafletpress.quantities.units import MEASURES, UNITS

__all__ = [
    "INVISIBLE",
    "MEASURES",
    "TURNING",
    "UNITS",
    "HiddenSign",
    "Quantity",
    "find_faults",
    "find_hidden_signs",
    "find_mixed_digits",
    "find_phone_faults",
    "find_quantities",
    "find_runs",
    "read_quantities",
    "see",
    "units_agree",
]
