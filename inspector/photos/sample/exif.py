"""Write the EXIF block of a drawn picture, second directory and thumbnail included.

Pillow cannot write a thumbnail, and tests need blocks that are right to the last byte.
Layout: TIFF 6.0, section 2; tags: CIPA DC-008, 4.6.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

ASCII, BYTE, SHORT, LONG, RATIONAL, UNDEFINED = 2, 1, 3, 4, 5, 7
Value = tuple[int, bytes | Sequence[int] | Sequence[tuple[int, int]]]
"""Type and content of an entry: bytes, whole numbers or ratios."""

Directory = Mapping[int, Value]

_FORMATS = {BYTE: "B", SHORT: "H", LONG: "I"}
_SIZES = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1}
_EXIF, _GPS, _THUMB_AT, _THUMB_SIZE, _COMPRESSION = 0x8769, 0x8825, 0x0201, 0x0202, 0x0103
_OLD_JPEG = 6
_SECONDS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """When, where and with what a picture is said to be taken."""

    taken_local: datetime
    latitude: Decimal
    longitude: Decimal
    altitude_m: Decimal = Decimal("12.4")
    direction_deg: Decimal = Decimal(0)
    accuracy_m: Decimal = Decimal("4.8")
    make: str = "HUAWEI"
    model: str = "ALN-AL80"
    utc_offset: str | None = "+08:00"


def exif_block(shot: Shot, size: tuple[int, int], thumbnail: bytes | None = None) -> bytes:
    """Compose the TIFF block of a shot."""
    main: dict[int, Value] = {
        0x010F: text(shot.make),
        0x0110: text(shot.model),
        0x0112: (SHORT, [1]),
        0x0131: text(f"{shot.model} 4.2.0"),
        0x0132: text(_stamp(shot.taken_local)),
    }
    return tiff_block(main, _details(shot, size), _place(shot), thumbnail)


def _details(shot: Shot, size: tuple[int, int]) -> Directory:
    details: dict[int, Value] = {
        0x829A: (RATIONAL, [(1, 120)]),
        0x829D: (RATIONAL, [(18, 10)]),
        0x8827: (SHORT, [80]),
        0x9000: (UNDEFINED, b"0232"),
        0x9003: text(_stamp(shot.taken_local)),
        0x9291: text(f"{shot.taken_local.microsecond // 1000:03d}"),
        0x920A: (RATIONAL, [(5580, 1000)]),
        0xA002: (LONG, [size[0]]),
        0xA003: (LONG, [size[1]]),
    }
    if shot.utc_offset:
        details[0x9011] = text(shot.utc_offset)
    return details


def _place(shot: Shot) -> Directory:
    return {
        0: (BYTE, [2, 3, 0, 0]),
        1: text("S" if shot.latitude < 0 else "N"),
        2: (RATIONAL, angle(shot.latitude)),
        3: text("W" if shot.longitude < 0 else "E"),
        4: (RATIONAL, angle(shot.longitude)),
        5: (BYTE, [1 if shot.altitude_m < 0 else 0]),
        6: (RATIONAL, [ratio(abs(shot.altitude_m))]),
        16: text("M"),
        17: (RATIONAL, [ratio(shot.direction_deg)]),
        31: (RATIONAL, [ratio(shot.accuracy_m)]),
    }


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y:%m:%d %H:%M:%S")


def text(value: str | bytes) -> Value:
    """Give a text entry with its closing zero."""
    return ASCII, (value.encode() if isinstance(value, str) else value) + b"\0"


def ratio(value: Decimal) -> tuple[int, int]:
    """Give a decimal as hundredths."""
    return round(value * 100), 100


def angle(value: Decimal) -> list[tuple[int, int]]:
    """Give degrees, minutes and seconds to a ten-thousandth, as phones do."""
    total = round(abs(value) * 3600 * _SECONDS)
    minutes, seconds = divmod(total, 60 * _SECONDS)
    return [(minutes // 60, 1), (minutes % 60, 1), (seconds, _SECONDS)]


def tiff_block(
    main: Directory,
    details: Directory | None = None,
    place: Directory | None = None,
    thumbnail: bytes | None = None,
) -> bytes:
    """Compose a little-endian TIFF block of up to four directories and a thumbnail."""
    first = dict(main)
    below = [(_EXIF, details), (_GPS, place)]
    for tag, directory in below:
        if directory is not None:
            first[tag] = (LONG, [0])
    start = 8 + _length(first)
    body = b""
    for tag, directory in below:
        if directory is not None:
            first[tag] = (LONG, [start + len(body)])
            body += _directory(directory, start + len(body), 0)
    second = start + len(body) if thumbnail else 0
    if thumbnail:
        body += _thumbnail(thumbnail, second)
    return struct.pack("<2sHI", b"II", 42, 8) + _directory(first, 8, second) + body


def _thumbnail(data: bytes, at: int) -> bytes:
    entries: dict[int, Value] = {
        _COMPRESSION: (SHORT, [_OLD_JPEG]),
        _THUMB_AT: (LONG, [0]),
        _THUMB_SIZE: (LONG, [len(data)]),
    }
    entries[_THUMB_AT] = (LONG, [at + _length(entries)])
    return _directory(entries, at, 0) + data


def _length(directory: Directory) -> int:
    return len(_directory(directory, 0, 0))


def _directory(directory: Directory, at: int, following: int) -> bytes:
    """Write entries in the order of their tags, long values behind them."""
    table, tail = struct.pack("<H", len(directory)), b""
    behind = at + 2 + 12 * len(directory) + 4
    for tag in sorted(directory):
        kind, content = directory[tag]
        data = _content(kind, content)
        place = data.ljust(4, b"\0")
        if len(data) > 4:  # noqa: PLR2004 - what does not fit into the entry stands behind
            place = struct.pack("<I", behind + len(tail))
            tail += data + b"\0" * (len(data) & 1)
        table += struct.pack("<HHI", tag, kind, len(data) // _SIZES[kind]) + place
    return table + struct.pack("<I", following) + tail


def _content(kind: int, content: bytes | Sequence[int] | Sequence[tuple[int, int]]) -> bytes:
    if isinstance(content, bytes):
        return content
    data = b""
    for item in content:
        data += (
            struct.pack("<II", *item)
            if isinstance(item, tuple)
            else struct.pack(f"<{_FORMATS[kind]}", item)
        )
    return data
