"""Pictures and colour profiles: small right ones, and after accidents."""

import struct
import zlib

from hypothesis import strategies as st

from tests.fuzz.law import SIZE
from tests.support.icc_profiles import cmyk_profile, rgb_profile


def _chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG (section 5.3 of its specification)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, rows: bytes) -> bytes:
    """Return a PNG in grey, eight bits a pixel."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


PNG = png(2, 2, b"\0\x10\x20\0\x30\x40")
PICTURES = (PNG, png(9000, 9000, b""), png(2, 2, b""), b"\xff\xd8\xff\xe0", b"<svg/>")
PROFILES = (cmyk_profile(), rgb_profile())


@st.composite
def files(draw: st.DrawFn, right: tuple[bytes, ...]) -> bytes:
    """One of some right files, or nearly, that met with up to three accidents."""
    data = draw(st.sampled_from(right))
    for _ in range(draw(st.integers(0, 3))):
        cut = draw(st.integers(0, len(data)))
        piece = draw(st.binary(max_size=8))
        accident = draw(st.integers(0, 3))
        if accident == 0:
            data = data[:cut]
        elif accident == 1:
            data = data[:cut] + piece + data[cut:]
        else:
            data = data[:cut] + piece + data[cut + len(piece) :]
    return data


@st.composite
def large_files(draw: st.DrawFn, right: tuple[bytes, ...]) -> bytes:
    """A file with one piece in it over and over."""
    data, piece = draw(files(right)), draw(st.binary(min_size=1, max_size=9))
    cut = draw(st.integers(0, len(data)))
    return (data[:cut] + piece * SIZE)[: SIZE - len(data)] + data[cut:]
