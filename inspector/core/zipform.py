"""The bytes around the files of a stored ZIP, known before a file is read.

Every member is stored, so that offsets follow from names and sizes alone (APPNOTE 6.3.9; ZIP64
where a size, an offset or the count needs it). One spelling only: the check of a bundle compares
its headers and directory with those made here.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

LIMIT_32 = 0xFFFFFFFF
LIMIT_16 = 0xFFFF

_UTF8_NAMES = 0x800
_PLAIN, _ZIP64 = 20, 45
_UNIX = 3 << 8
_ORDINARY_FILE = 0o100644 << 16
_CHINA = timezone(timedelta(hours=8))
_FIRST_YEAR, _LAST_YEAR = 1980, 2107


@dataclass(frozen=True, slots=True)
class Entry:
    """One stored file: where its header starts, how long it is, what it sums to."""

    name: str
    size: int
    offset: int
    crc: int = 0

    @property
    def data_at(self) -> int:
        """Give the offset of the file's first byte."""
        return self.offset + local_length(self.name, self.size)

    @property
    def end(self) -> int:
        """Give the offset behind the file's last byte."""
        return self.data_at + self.size


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date and time as ZIP headers write them."""

    date: int
    time: int

    @classmethod
    def of(cls, made_at: datetime) -> "Stamp":
        """Turn a time into the wall time of China, the same on every machine."""
        wall = made_at.astimezone(_CHINA)
        if not _FIRST_YEAR <= wall.year <= _LAST_YEAR:
            message = "a ZIP header holds the years 1980-2107"
            raise ValueError(message)
        day = (wall.year - _FIRST_YEAR) << 9 | wall.month << 5 | wall.day
        return cls(day, wall.hour << 11 | wall.minute << 5 | wall.second // 2)


def placed(files: Iterable[tuple[str, int]], start: int = 0) -> list[Entry]:
    """Lay names and sizes one behind the other from an offset on."""
    entries: list[Entry] = []
    offset = start
    for name, size in files:
        entry = Entry(name, size, offset)
        entries.append(entry)
        offset = entry.end
    return entries


def local_length(name: str, size: int) -> int:
    """Give the length of the header before a file's bytes."""
    return 30 + len(name.encode()) + (20 if size >= LIMIT_32 else 0)


def local_header(entry: Entry, stamp: Stamp) -> bytes:
    """Make the header that stands before a file's bytes."""
    name = entry.name.encode()
    large = entry.size >= LIMIT_32
    extra = struct.pack("<HHQQ", 1, 16, entry.size, entry.size) if large else b""
    size = min(entry.size, LIMIT_32)
    head = struct.pack(
        "<4s5H3L2H",
        b"PK\x03\x04",
        _ZIP64 if large else _PLAIN,
        _UTF8_NAMES,
        0,
        stamp.time,
        stamp.date,
        entry.crc,
        size,
        size,
        len(name),
        len(extra),
    )
    return head + name + extra


def directory(entries: Sequence[Entry], stamp: Stamp, start: int) -> bytes:
    """Make everything behind the last file: the central directory and its end records."""
    central = b"".join(_central_header(entry, stamp) for entry in entries)
    return central + _end_records(len(entries), len(central), start)


def _central_header(entry: Entry, stamp: Stamp) -> bytes:
    name = entry.name.encode()
    extra = _central_extra(entry)
    version = _ZIP64 if extra else _PLAIN
    size = min(entry.size, LIMIT_32)
    head = struct.pack(
        "<4s6H3L5H2L",
        b"PK\x01\x02",
        _UNIX | version,
        version,
        _UTF8_NAMES,
        0,
        stamp.time,
        stamp.date,
        entry.crc,
        size,
        size,
        len(name),
        len(extra),
        0,
        0,
        0,
        _ORDINARY_FILE,
        min(entry.offset, LIMIT_32),
    )
    return head + name + extra


def _central_extra(entry: Entry) -> bytes:
    numbers = b""
    if entry.size >= LIMIT_32:
        numbers += struct.pack("<QQ", entry.size, entry.size)
    if entry.offset >= LIMIT_32:
        numbers += struct.pack("<Q", entry.offset)
    return struct.pack("<HH", 1, len(numbers)) + numbers if numbers else b""


def _end_records(count: int, length: int, start: int) -> bytes:
    records = b""
    if count >= LIMIT_16 or start >= LIMIT_32 or length >= LIMIT_32:
        records += struct.pack(
            "<4sQ2H2L4Q", b"PK\x06\x06", 44, _ZIP64, _ZIP64, 0, 0, count, count, length, start
        )
        records += struct.pack("<4sLQL", b"PK\x06\x07", 0, start + length, 1)
    shown = min(count, LIMIT_16)
    return records + struct.pack(
        "<4s4H2LH",
        b"PK\x05\x06",
        0,
        0,
        shown,
        shown,
        min(length, LIMIT_32),
        min(start, LIMIT_32),
        0,
    )
