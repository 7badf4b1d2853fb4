"""With what a PDF is painted, in all that it is made of."""

import io
from collections.abc import Iterator

import pypdf
from pypdf.generic import ContentStream, StreamObject


def colours_of_the_screen(data: bytes) -> int:
    """How many operators of all content streams, forms and patterns set a colour in RGB."""
    return sum(operator in (b"rg", b"RG") for operator in _operators(data))


def _operators(data: bytes) -> Iterator[bytes]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    streams = [sheet.get_contents() for sheet in reader.pages]
    for number in range(1, int(reader.trailer["/Size"])):
        item = reader.get_object(number)
        if isinstance(item, StreamObject) and ("/PatternType" in item or "/Group" in item):
            streams.append(item)
    for stream in streams:
        yield from (operator for _, operator in ContentStream(stream, reader).operations)
