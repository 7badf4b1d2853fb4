"""HTML → PDF bytes: the only room that knows WeasyPrint."""

from leafletpress.pdf.areas import Area, Trace
from leafletpress.pdf.startup import start
from leafletpress.pdf.writer import Attachment, Printed, write_pdf

__all__ = [
    "Area",
    "Attachment",
    "Printed",
    "Trace",
    "start",
    "write_pdf",
]
