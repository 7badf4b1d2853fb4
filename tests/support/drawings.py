"""Small drawings in SVG."""

LOGO = b"""\
<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<circle cx="10" cy="10" r="8" fill="#123456"/>
<path d="M20 2h16v16h-16z"/></svg>
"""


def svg(content: str, size: str = "width='9' height='9mm'") -> bytes:
    """A drawing that holds this."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{content}</svg>".encode()


def nested(depth: int) -> bytes:
    """A drawing with so many groups one in the other."""
    return svg("<g>" * depth + "</g>" * depth)
