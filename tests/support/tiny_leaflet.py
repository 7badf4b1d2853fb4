"""The smallest leaflet that is right, for tests to make one thing wrong in it."""

FRONT = """\
---
id: T-1
title: A tiny leaflet
summary: This leaflet tells you nothing.
version: "1"
updated: 2026-11-22
review_by: 2027-11-22
written_by: Somebody
sources:
  - key: smith2020
    text: "Smith, 2020."
---
"""

BODY_LINE = FRONT.count("\n") + 1
"""The line of the file that the body begins with."""

CITED = "\n\nIt is so. [@smith2020]\n"
"""A paragraph to end a body with: a source that nobody cites would be a second problem."""
