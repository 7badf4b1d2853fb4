"""One file that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once.

WeasyPrint 70 writes either. Both need the same structure; what differs is metadata.
"""

from __future__ import annotations

import pydyf

VARIANT = "pdf/a-3a"

RIGHT_TO_LEFT = "/R2L"


def finish(pdf: pydyf.PDF, direction: str) -> None:
    """Set what WeasyPrint leaves open: the reading direction, and metadata a tool can read.

    `direction` is ``ltr`` or ``rtl``.
    """
    if direction == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = RIGHT_TO_LEFT
    # Archives look metadata up without decompressing (and one validator takes the filter ill).
    pdf.objects[int(pdf.catalog["Metadata"].split()[0])].compress = False
