"""The numbers of a text, with their units, in any numeral system."""

from leafletpress.quantities.compounds import units_agree
from leafletpress.quantities.places import find_quantities
from leafletpress.quantities.reader import Quantity, read_quantities
from leafletpress.quantities.units import MEASURES, UNITS

__all__ = [
    "MEASURES",
    "UNITS",
    "Quantity",
    "find_quantities",
    "read_quantities",
    "units_agree",
]
