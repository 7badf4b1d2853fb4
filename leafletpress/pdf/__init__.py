"""HTML → PDF bytes: the only room that knows WeasyPrint."""

from leafletpress.pdf.writer import Printed, start, write_pdf

__all__ = ["Printed", "start", "write_pdf"]
