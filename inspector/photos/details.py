"""What a camera wrote of itself and of the hour: the few EXIF values that only an archive asks for.

Read from a checked block in this process: each value is looked up where its directory says it is,
with every offset held against the block's length (CIPA DC-008, 4.6; TIFF 6.0, section 2).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.photos.carve import carve
from inspector.photos.formats import format_of

_HEAD = 64
_ENTRY = 12
_MOST_ENTRIES = 512
_MOST_TEXT = 200
_EXIF, _GPS = 0x8769, 0x8825
_ARTIST = 0x013B
_DIGITIZED, _SENSING, _SERIAL = 0x9004, 0xA217, 0xA431
_GPS_VERSION, _GPS_TIME, _GPS_DAY = 0x0000, 0x0007, 0x001D
_BYTE, _ASCII, _SHORT, _LONG, _RATIONAL = 1, 2, 3, 4, 5
_SIZES = {_BYTE: 1, _ASCII: 1, _SHORT: 2, _LONG: 4, _RATIONAL: 8}

_Directory = Mapping[int, tuple[int, int, int]]
"""Of each tag the type, the count and where its value stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraDetails:
    """Values as the file has them; what it does not say is empty. `sensing` is EXIF's number."""

    artist: str = ""
    digitized: str = ""
    serial: str = ""
    sensing: int | None = None
    gps_version: str = ""
    gps_utc: str = ""


def camera_details(file: Path) -> CameraDetails:
    """Read the values of an image file; one that cannot be read says nothing."""
    try:
        with file.open("rb") as stream:
            kind = format_of(stream.read(_HEAD))
            stream.seek(0)
            block = carve(stream, kind).block if kind else None
        return details_in(block) if block else CameraDetails()
    except (OSError, struct.error):
        return CameraDetails()


def details_in(block: bytes) -> CameraDetails:
    """Read the values of a block that was checked."""
    order = "<" if block[:2] == b"II" else ">"
    reading = _Reading(block, order)
    first = reading.directory(reading.number("I", 4))
    exif = reading.below(first, _EXIF)
    gps = reading.below(first, _GPS)
    return CameraDetails(
        artist=reading.text(first, _ARTIST),
        digitized=reading.text(exif, _DIGITIZED),
        serial=reading.text(exif, _SERIAL),
        sensing=reading.short(exif, _SENSING),
        gps_version=".".join(str(one) for one in reading.raw(gps, _GPS_VERSION, _BYTE)[:4]),
        gps_utc=reading.utc(gps),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One block, and which way round its numbers stand."""

    block: bytes
    order: str

    def number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(self.order + kind, self.block, at)[0])

    def directory(self, at: int) -> _Directory:
        """Read where the values of a directory stand; a broken one ends where it breaks."""
        found: dict[int, tuple[int, int, int]] = {}
        if at < _ENTRY - 4 or at + 2 > len(self.block):
            return found
        for index in range(min(self.number("H", at), _MOST_ENTRIES)):
            entry = at + 2 + _ENTRY * index
            if entry + _ENTRY > len(self.block):
                break
            tag, kind, count = struct.unpack_from(self.order + "HHI", self.block, entry)
            size = _SIZES.get(kind, 0) * count
            place = entry + 8 if size <= 4 else self.number("I", entry + 8)  # noqa: PLR2004 - TIFF 6.0: four bytes stand in the entry
            if size and place + size <= len(self.block):
                found[tag] = kind, count, place
        return found

    def below(self, directory: _Directory, tag: int) -> _Directory:
        kind, _count, place = directory.get(tag, (0, 0, 0))
        return self.directory(self.number("I", place)) if kind == _LONG else {}

    def raw(self, directory: _Directory, tag: int, wanted: int) -> bytes:
        kind, count, place = directory.get(tag, (0, 0, 0))
        return self.block[place : place + min(count, _MOST_TEXT)] if kind == wanted else b""

    def text(self, directory: _Directory, tag: int) -> str:
        """Read a text; bytes that are no UTF-8 are shown as such, controls are left out."""
        told = self.raw(directory, tag, _ASCII).split(b"\0", 1)[0].decode("utf-8", "replace")
        return "".join(char for char in told if char.isprintable()).strip()

    def short(self, directory: _Directory, tag: int) -> int | None:
        kind, _count, place = directory.get(tag, (0, 0, 0))
        return self.number("H", place) if kind == _SHORT else None

    def utc(self, gps: _Directory) -> str:
        """Give day and hour by the satellites, as 2026-05-11T01:02:03Z."""
        kind, count, place = gps.get(_GPS_TIME, (0, 0, 0))
        day = self.text(gps, _GPS_DAY).replace(":", "-")
        if kind != _RATIONAL or count != 3 or not day:  # noqa: PLR2004 - hours, minutes, seconds
            return ""
        parts = struct.unpack_from(f"{self.order}6I", self.block, place)
        if 0 in parts[1::2]:
            return ""
        hours, minutes, seconds = (parts[i] // parts[i + 1] for i in (0, 2, 4))
        return f"{day}T{hours:02d}:{minutes:02d}:{seconds:02d}Z"
