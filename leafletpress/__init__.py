"""The leaflet press: Markdown leaflets, gettext catalogs, print-ready PDFs."""

__version__ = "0.2.0"
