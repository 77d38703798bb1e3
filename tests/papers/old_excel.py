"""Builds the containers of old workbooks, byte for byte: nothing writes them any more."""

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_WORKSHEET = 0
_LEAST = 4096  # bytes; shorter streams lie elsewhere


def container(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container that holds these streams, at most three."""
    bodies = [body.ljust(_LEAST, b"\0") for body in streams.values()]
    sizes = [-(-len(body) // SECTOR) for body in bodies]
    starts = [2 + sum(sizes[:at]) for at in range(len(sizes))]
    fat = [_FAT, _END]
    for start, size in zip(starts, sizes, strict=True):
        fat += [*range(start + 1, start + size), _END]
    directory = _entry("Root Entry", 5, _END, 0, child=1)
    for at, (name, body) in enumerate(zip(streams, bodies, strict=True)):
        following = at + 2 if at + 1 < len(bodies) else _FREE
        directory += _entry(name, 2, starts[at], len(body), following=following)
    filled = b"".join(
        body.ljust(size * SECTOR, b"\0") for body, size in zip(bodies, sizes, strict=True)
    )
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    return _header() + table + directory.ljust(SECTOR, b"\0") + filled


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    return head + struct.pack("<I", 0) + b"\xff" * 432


def _entry(
    name: str, kind: int, start: int, size: int, *, following: int = _FREE, child: int = _FREE
) -> bytes:
    written = f"{name}\0".encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return (
        entry
        + struct.pack("<III", _FREE, following, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def stream(
    rows: Sequence[Sequence[str | float]], *, kind: int = _WORKSHEET, locked: bool = False
) -> bytes:
    """Return the stream of an Excel 97 workbook with one sheet called "Bảng"."""
    opening = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 0x0600))
    if locked:
        opening += _record(0x002F, struct.pack("<H", 1) + bytes(52))
    name = "Bảng".encode("utf-16-le")
    sheet = len(opening) + 4 + 6 + 2 + len(name) + 4
    globals_ = opening + _record(
        0x0085, struct.pack("<IBBBB", sheet, 0, kind, len(name) // 2, 1) + name
    )
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    )
    beginning = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 0x0600))
    return globals_ + _record(0x000A, b"") + beginning + cells + _record(0x000A, b"")


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    return _record(0x0203, place + struct.pack("<d", value))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
