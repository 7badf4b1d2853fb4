"""With what a PDF is painted, in all that it is made of."""

from tests.support.pdf_reader import Reader


def colours_of_the_screen(data: bytes) -> int:
    """How many operators of all content streams, forms and patterns set a colour in RGB."""
    return sum(operator in (b"rg", b"RG") for operator in Reader(data).every_operator())
