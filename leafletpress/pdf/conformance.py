"""One file that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once.

WeasyPrint 70 writes either. Both need the same structure; what differs is metadata.
"""

from __future__ import annotations

from typing import Any

import pydyf

VARIANT = "pdf/a-3a"

RIGHT_TO_LEFT = "/R2L"

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


def declare_accessible(metadata: Any) -> None:
    """Let a document's metadata say that the file is PDF/UA-1 as well as PDF/A-3a."""
    generate = metadata.generate_rdf_metadata
    addition = (PDF_UA + EXTENSION).encode()

    def generate_both(*arguments: Any) -> bytes:
        rdf: bytes = generate(*arguments)
        return rdf.replace(b"</rdf:RDF>", addition + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = generate_both


def finish(pdf: pydyf.PDF, direction: str) -> None:
    """Set what WeasyPrint leaves open: the reading direction, and metadata a tool can read.

    `direction` is ``ltr`` or ``rtl``.
    """
    if direction == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = RIGHT_TO_LEFT
    # Archives look metadata up without decompressing (and one validator takes the filter ill).
    pdf.objects[int(pdf.catalog["Metadata"].split()[0])].compress = False
