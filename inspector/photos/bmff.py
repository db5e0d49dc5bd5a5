"""Find EXIF and size in the boxes of HEIC, HEIF and AVIF (ISO/IEC 14496-12 and 23008-12)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

CAP = 4 << 20
"""No honest block of metadata is larger."""

_LONG_HEADER = 16
_IN_FILE, _IN_IDAT = 0, 1
_SHORT_IDS = 2


@dataclass(slots=True)
class Extent:
    """A stretch of an item's bytes: how it is addressed, where, and how long."""

    method: int
    start: int
    length: int


@dataclass(slots=True)
class Catalogue:
    """What the meta box tells about the items of a file."""

    kinds: dict[int, bytes] = field(default_factory=dict)
    extents: dict[int, list[Extent]] = field(default_factory=dict)
    properties: list[tuple[bytes, bytes]] = field(default_factory=list)
    owned: dict[int, list[int]] = field(default_factory=dict)
    primary: int | None = None
    idat: bytes = b""


class _Reader:
    """Numbers read one after the other; too few bytes raise `struct.error`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, size: int) -> int:
        end = self._at + size
        if end > len(self._data):
            raise struct.error(end)
        value = int.from_bytes(self._data[self._at : end], "big")
        self._at = end
        return value

    def rest(self) -> bytes:
        return self._data[self._at :]


def catalogue_of(stream: BinaryIO) -> Catalogue | None:
    """Read the meta box of a file; None where there is none that can be read."""
    meta = top_box(stream, b"meta")
    if meta is None:
        return None
    found = Catalogue()
    for kind, body in boxes(meta[4:]):
        try:
            _take(kind, body, found)
        except (struct.error, IndexError):
            continue
    return found


def exif_of(stream: BinaryIO, catalogue: Catalogue) -> bytes | None:
    """Give the EXIF item without its header offset and prefix (ISO/IEC 23008-12, A.2.1)."""
    item = next((number for number, kind in catalogue.kinds.items() if kind == b"Exif"), None)
    data = _bytes_of(stream, catalogue, item) if item is not None else b""
    if len(data) < 8:  # noqa: PLR2004 - a 4-byte offset and a 4-byte TIFF mark
        return None
    skipped = int.from_bytes(data[:4], "big")
    for candidate in (data[4 + skipped :], data[4:], data):
        block = without_prefix(candidate)
        if block[:2] in {b"II", b"MM"}:
            return block
    at = data.find(b"Exif\0\0")
    return data[at + 6 :] if at >= 0 else None


def size_of(catalogue: Catalogue) -> tuple[int, int] | None:
    """Give the size of the primary picture as decoded, the container's rotation applied."""
    named = [
        catalogue.properties[index - 1]
        for index in catalogue.owned.get(catalogue.primary or 0, [])
        if 0 < index <= len(catalogue.properties)
    ]
    size = next((body for kind, body in named if kind == b"ispe" and len(body) >= 12), None)  # noqa: PLR2004 - version, width, height
    if size is None:
        return None
    width, height = struct.unpack_from(">II", size, 4)
    turned = any(kind == b"irot" and body[:1] and body[0] & 1 for kind, body in named)
    return (height, width) if turned else (width, height)


def without_prefix(block: bytes) -> bytes:
    """Drop the `Exif` mark that JPEG needs and that others carry along."""
    return block[6:] if block[:6] == b"Exif\0\0" else block


def top_box(stream: BinaryIO, wanted: bytes) -> bytes | None:
    """Give the body of the first top-level box of a kind, up to the cap."""
    end = stream.seek(0, 2)
    at = 0
    while at + 8 <= end:
        stream.seek(at)
        head = stream.read(_LONG_HEADER)
        size, skip = _size_of_box(head, end - at)
        if size < skip:
            return None
        if head[4:8] == wanted:
            if size > CAP:
                return None
            stream.seek(at + skip)
            return stream.read(size - skip)
        at += size
    return None


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the boxes inside a box."""
    at = 0
    while at + 8 <= len(data):
        size, skip = _size_of_box(data[at : at + _LONG_HEADER], len(data) - at)
        if size < skip:
            return
        yield data[at + 4 : at + 8], data[at + skip : at + size]
        at += size


def _size_of_box(head: bytes, left: int) -> tuple[int, int]:
    size = int.from_bytes(head[:4], "big")
    if size == 1 and len(head) == _LONG_HEADER:
        return int.from_bytes(head[8:16], "big"), _LONG_HEADER
    return (left if size == 0 else size), 8


def _take(kind: bytes, body: bytes, found: Catalogue) -> None:
    if kind == b"iinf":
        _take_kinds(body, found)
    elif kind == b"iloc":
        _take_extents(body, found)
    elif kind == b"idat":
        found.idat = body
    elif kind == b"pitm":
        found.primary = int.from_bytes(body[4:6] if body[0] == 0 else body[4:8], "big")
    elif kind == b"iprp":
        _take_properties(body, found)


def _take_kinds(body: bytes, found: Catalogue) -> None:
    for kind, entry in boxes(body[6 if body[0] == 0 else 8 :]):
        if kind == b"infe" and entry[:1] in {b"\x02", b"\x03"}:
            width = 2 if entry[0] == _SHORT_IDS else 4
            number = int.from_bytes(entry[4 : 4 + width], "big")
            found.kinds[number] = entry[6 + width : 10 + width]


def _take_extents(body: bytes, found: Catalogue) -> None:
    """Read the item location box (ISO/IEC 14496-12, 8.11.3), versions 0 to 2."""
    version, wide, narrow = body[0], body[4], body[5]
    reader = _Reader(body[6:])
    id_size = 2 if version < _SHORT_IDS else 4
    for _item in range(reader.number(id_size)):
        number = reader.number(id_size)
        method = reader.number(2) & 15 if version in {1, 2} else _IN_FILE
        reader.number(2)
        base = reader.number(narrow >> 4)
        for _extent in range(reader.number(2)):
            if version in {1, 2}:
                reader.number(narrow & 15)
            start, length = base + reader.number(wide >> 4), reader.number(wide & 15)
            found.extents.setdefault(number, []).append(Extent(method, start, length))


def _take_properties(body: bytes, found: Catalogue) -> None:
    for kind, inner in boxes(body):
        if kind == b"ipco":
            found.properties = list(boxes(inner))
        elif kind == b"ipma":
            _take_owners(inner, found)


def _take_owners(body: bytes, found: Catalogue) -> None:
    """Read which item owns which properties (ISO/IEC 23008-12, 9.3.3)."""
    version, wide = body[0], body[3] & 1
    reader = _Reader(body[4:])
    for _item in range(reader.number(4)):
        number = reader.number(2 if version < 1 else 4)
        count = reader.number(1)
        mask = 0x7FFF if wide else 0x7F
        found.owned[number] = [reader.number(2 if wide else 1) & mask for _ in range(count)]


def _bytes_of(stream: BinaryIO, catalogue: Catalogue, item: int) -> bytes:
    data = b""
    for extent in catalogue.extents.get(item, []):
        if extent.length > CAP or len(data) > CAP:
            return b""
        if extent.method == _IN_FILE:
            stream.seek(extent.start)
            data += stream.read(extent.length)
        elif extent.method == _IN_IDAT:
            data += catalogue.idat[extent.start : extent.start + extent.length]
    return data
