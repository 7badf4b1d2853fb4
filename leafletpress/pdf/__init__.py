"""HTML → PDF bytes: the only room that knows WeasyPrint."""

from leafletpress.pdf.writer import Enclosure, Printed, start, write_pdf

__all__ = ["Enclosure", "Printed", "start", "write_pdf"]
