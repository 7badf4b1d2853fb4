"""A line of text forgets the spaces at which it was broken off.

What is wrong: the box of a line holds what is drawn. The space at which the line was broken is not
drawn, so who reads the structure says "onetwo" where a line ends between them.

Since: version 57.0, the first that writes a structure (PDF/UA).

Upstream: not reported.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


def split_text_box(
    context: Any, box: Any, available_width: Any, skip: Any, is_line_start: bool = True
) -> Any:
    """Split a line off a text as WeasyPrint does; note as `said` all its text, with its spaces."""
    line, resume_at, preserved = PATCH.original(context, box, available_width, skip, is_line_start)
    if line is not None:
        text = box.text.encode()
        start = 0 if not text[: skip or 0].strip(b" ") else skip
        line.said = text[start:resume_at].decode()
    return line, resume_at, preserved


PATCH = Patch(
    Part(inline, "split_text_box", "(context, box, available_width, skip, is_line_start=True)"),
    split_text_box,
)
