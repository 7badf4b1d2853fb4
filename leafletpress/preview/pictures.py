"""Pictures of the pages of a PDF, drawn by PDFium when a browser asks for them."""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict

import msgspec
import pypdfium2

MOST_SCALE = 4
"""The largest picture: so many pixels a point."""

KEPT = 24
"""So many PDFs are kept: one for each view, and the last ones before them."""


class Size(msgspec.Struct, frozen=True):
    """The size of a page, in points."""

    width: float
    height: float


class Pictures:
    """The PDFs that are shown or were just now, each known by the digest of its bytes."""

    def __init__(self) -> None:
        self._pdfs: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()  # PDFium serves one thread at a time

    def add(self, data: bytes) -> tuple[str, list[Size]]:
        """Keep a PDF; return its digest and the sizes of its pages."""
        digest = hashlib.sha256(data).hexdigest()[:16]
        with self._lock:
            self._pdfs[digest] = data
            self._pdfs.move_to_end(digest)
            while len(self._pdfs) > KEPT:
                self._pdfs.popitem(last=False)
            with pypdfium2.PdfDocument(data) as pdf:
                return digest, [Size(*pdf.get_page_size(number)) for number in range(len(pdf))]

    def picture(self, digest: str, page: int, scale: int) -> bytes:
        """Return a page as PNG, with `scale` pixels a point; pages count from 0.

        Raises:
            LookupError: there is no such PDF or page, or the picture would be too large.
        """
        if not 1 <= scale <= MOST_SCALE:
            raise LookupError(f"no picture has {scale} pixels a point")
        with self._lock, pypdfium2.PdfDocument(self._pdfs[digest]) as pdf:
            if not 0 <= page < len(pdf):
                raise LookupError(f"there is no page {page}")
            image = pdf[page].render(scale=scale, rev_byteorder=True).to_pil()
        buffer = io.BytesIO()
        image.save(buffer, "PNG", compress_level=1)  # it does not travel far
        return buffer.getvalue()
