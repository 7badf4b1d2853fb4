"""HTML → PDF bytes: the only room that knows WeasyPrint."""

from leafletpress.pdf.areas import Area, Trace
from leafletpress.pdf.writer import Enclosure, Printed, start, write_pdf

__all__ = [
    "Area",
    "Enclosure",
    "Printed",
    "Trace",
    "start",
    "write_pdf",
]
