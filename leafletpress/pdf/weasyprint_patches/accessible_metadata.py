"""A file can be PDF/A or PDF/UA, but not say that it is both.

What is wrong: WeasyPrint writes the metadata of one variant. PDF/A-3a and PDF/UA-1 need the same
structure and can be one file, which has to say so in its one description (XMP).

Since: version 67.0, the first that writes PDF/A-3a; PDF/UA-1 came with 57.0.

Upstream: issues 2783 and 2467, both open.
"""

from __future__ import annotations

from typing import Any

from weasyprint.pdf.metadata import DocumentMetadata

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch

PDF_UA = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    ' pdfuaid:part="1"/>'
)

# PDF/A wants every property outside its own list described in the file itself.
EXTENSION = (
    '<rdf:Description rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def generate_rdf_metadata(self: Any, variant: Any, version: Any, conformance: Any) -> bytes:
    """Say of a PDF/A, in the words of WeasyPrint, that it is PDF/UA-1 as well."""
    rdf: bytes = PATCH.original(self, variant, version, conformance)
    if variant != "a":
        return rdf
    return rdf.replace(b"</rdf:RDF>", (PDF_UA + EXTENSION).encode() + b"</rdf:RDF>")


PATCH = Patch(
    Part(DocumentMetadata, "generate_rdf_metadata", "(self, variant, version, conformance)"),
    generate_rdf_metadata,
)
