"""A small ICC profile for CMYK, made here so that no print shop's own is needed."""

import struct


def cmyk_profile() -> bytes:
    """Return a profile (ICC.1:2001, lut8) that mixes four inks into Lab by a table of 2 points."""
    tags = {b"desc": _description("Test CMYK"), b"cprt": _text("none"), b"wtpt": _white()}
    tags[b"A2B0"] = tags[b"B2A0"] = b""
    tags[b"A2B0"] = _lut(4, 3)
    tags[b"B2A0"] = _lut(3, 4)
    return _profile(b"CMYK", tags)


def rgb_profile() -> bytes:
    """Return the head of a profile for RGB, which is all that is looked at."""
    return _profile(b"RGB ", {b"desc": _description("Test RGB")})


def _profile(colours: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, data = b"", b""
    offset = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", offset + len(data), len(content))
        data += content
    size = offset + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"test", 0x02400000, b"prtr", colours, b"Lab ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp"
    head += b"\0" * 28 + struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)
    head += b"\0" * (128 - len(head))
    return head + struct.pack(">I", len(tags)) + table + data


def _description(text: str) -> bytes:
    data = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + b"\0" * 78


def _text(text: str) -> bytes:
    return b"text\0\0\0\0" + text.encode() + b"\0"


def _white() -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3I", 0xF6D6, 0x10000, 0xD32D)


def _lut(inputs: int, outputs: int) -> bytes:
    head = b"mft1\0\0\0\0" + bytes([inputs, outputs, 2, 0])
    matrix = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    straight = bytes(range(256))
    grid = bytes(
        255 - 255 * bin(point).count("1") // inputs
        for point in range(2**inputs)
        for _ in range(outputs)
    )
    return head + matrix + straight * inputs + grid + straight * outputs
