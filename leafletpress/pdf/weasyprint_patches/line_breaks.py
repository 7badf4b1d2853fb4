"""A text that fits its line but for the space at its end is broken after its first word.

What is wrong: in ``<td>one two three </td>`` the cell is measured without the space, as CSS wants,
but broken with it: "one" stands alone on a line. It is so wherever a text before bold words, a
citation or the end of a cell fills its width but for its last space.

Since: WeasyPrint 70.0, by its commit 148bc049, which mends issue 2614. 69.0, 68.1 and 60.2 print
such a text on one line. Version 51 had the same fault (issue 1051, mended in 52).

Upstream: not reported for 70.0.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break

from leafletpress.pdf.weasyprint_patches.patch import Part, Patch


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """Split off a line as WeasyPrint does, but let the space at the end hang over the edge.

    Whether the text fits is measured without that space (CSS Text 3, section 4.1.3). WeasyPrint
    asks for a width of 0 to measure the narrowest column: nothing hangs there, and it gets what it
    would get without this patch. So measuring and breaking agree.
    """
    rest = (justification_spacing, is_line_start, minimum)
    split = PATCH.original(text, style, context, max_width, *rest)
    layout, resume_index = split[0], split[2]
    is_whole = resume_index is None and layout.text == text  # mostly: then nothing is to mend
    may_hang = text.endswith(" ") and style["white_space"] == "normal"
    if may_hang and max_width and not is_whole:
        stripped = text.rstrip(" ")
        _, _, resume_index, width, *_ = PATCH.original(stripped, style, context, max_width, *rest)
        if resume_index is None and width <= max_width:
            return PATCH.original(text, style, context, None, *rest)
    return split


PATCH = Patch(
    Part(
        line_break,
        "split_first_line",
        "(text, style, context, max_width, justification_spacing, is_line_start=True,"
        " minimum=False)",
    ),
    split_first_line,
)
