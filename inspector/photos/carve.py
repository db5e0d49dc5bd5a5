"""Cut the EXIF block and the size out of any image file.

We walk the containers ourselves, since exifread looks only at the first 4 KB of a JPEG (phones
with a MediaTek chip write 140 KB before the EXIF), misses WebP after its own specification and
knows three HEIC brands. Nothing is decoded here and nothing is trusted.
"""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from inspector.photos import bmff, formats, tiff
from inspector.photos.bmff import CAP, without_prefix
from inspector.photos.formats import ImageFormat

TIFF_CAP = 64 << 20
"""A TIFF is its own EXIF block, so its pictures come along."""

_WINDOW, _MOST_WINDOWS = 4096, 256  # a megabyte of garbage is no photo any more
_APP1, _SOS, _EOI = 0xE1, 0xDA, 0xD9
_STANDALONE = frozenset({0x00, 0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_RAW_PROFILES = frozenset({b"Raw profile type exif", b"Raw profile type APP1"})
_TOUGHNESS = (struct.error, IndexError, OverflowError, ValueError, zlib.error, OSError)


@dataclass(frozen=True, slots=True)
class Carved:
    """What the container holds: a block that is safe to parse, if any, and the size."""

    block: bytes | None = None
    size: tuple[int, int] | None = None
    refused: bool = False
    """There was a block, but it cannot be parsed safely."""


def carve(stream: BinaryIO, kind: ImageFormat) -> Carved:
    """Carve a file of a known format; a broken one yields what could be found."""
    raw, size = _raw_of(stream, kind)
    block = tiff.checked_block(raw) if raw else None
    return Carved(block=block, size=size, refused=bool(raw) and block is None)


def _raw_of(stream: BinaryIO, kind: ImageFormat) -> tuple[bytes | None, tuple[int, int] | None]:
    walker = _WALKERS[kind.mime]
    try:
        return walker(stream)
    except _TOUGHNESS:
        return None, None


Found = tuple[bytes | None, tuple[int, int] | None]


def _jpeg(stream: BinaryIO) -> Found:
    """Walk the segments up to the scan (ITU-T T.81, B.1.1; fill bytes B.1.1.2)."""
    block: bytes | None = None
    size: tuple[int, int] | None = None
    for marker, length in _segments(stream):
        if marker == _APP1 and block is None:
            data = stream.read(length)
            block = data[6:] if data[:5] == b"Exif\0" else None
        elif marker in _FRAMES and size is None:
            size = _frame_size(stream.read(5))
    return block, size


def _frame_size(frame: bytes) -> tuple[int, int] | None:
    """Read lines and samples per line; a frame that is cut off tells nothing."""
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    return (width, height) if width and height else None


def _segments(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield marker and length of each segment, the stream standing at its data."""
    at = 2
    while True:
        stream.seek(at)
        marker, at = _next_marker(stream)
        if marker is None or marker in {_SOS, _EOI}:
            return
        if marker in _STANDALONE:
            continue
        stream.seek(at)
        length = int.from_bytes(stream.read(2), "big") - 2
        if length >= 0:
            yield marker, length
            at += 2 + length


def _next_marker(stream: BinaryIO) -> tuple[int | None, int]:
    """Find the next marker and the place behind it; fill bytes and some garbage are skipped."""
    at, marked = stream.tell(), False
    for _window in range(_MOST_WINDOWS):
        ahead = stream.read(_WINDOW)
        rest = ahead if marked else ahead[ahead.find(b"\xff") :] if b"\xff" in ahead else b""
        marked = marked or bool(rest)
        rest = rest.lstrip(b"\xff")
        if rest or not ahead:
            return (rest[0] if rest else None), at + len(ahead) - len(rest) + 1
        at += len(ahead)
    return None, at


def _png(stream: BinaryIO) -> Found:
    """Walk the chunks (PNG 3rd edition, 5.3); ImageMagick keeps EXIF in a text chunk."""
    block = fallback = size = None
    for name, length in _chunks(stream):
        if name == b"IHDR" and length >= 8:  # noqa: PLR2004 - width and height
            width, height = struct.unpack(">II", stream.read(8))
            size = (width, height) if width and height else None
        elif name == b"eXIf" and length <= CAP:
            block = without_prefix(stream.read(length))
        elif name in {b"zTXt", b"tEXt"} and length <= CAP:
            fallback = _raw_profile(name, stream.read(length)) or fallback
        if block:
            break
    return block or fallback, size


def _chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    at = 8
    while True:
        stream.seek(at)
        head = stream.read(8)
        if len(head) < 8 or head[4:] == b"IEND":  # noqa: PLR2004 - length and name
            return
        length = int.from_bytes(head[:4], "big")
        yield head[4:], length
        at += 12 + length


def _raw_profile(name: bytes, data: bytes) -> bytes | None:
    """Read ImageMagick's profile: a keyword, then lines of hexadecimal digits."""
    keyword, _, text = data.partition(b"\0")
    if keyword not in _RAW_PROFILES:
        return None
    try:
        if name == b"zTXt":
            text = zlib.decompressobj().decompress(text[1:], 2 * CAP)
        profile = bytes.fromhex(b"".join(text.split(b"\n")[3:]).decode("ascii"))
    except (ValueError, zlib.error):
        return None
    return profile[6:] if profile[:6] == b"Exif\0\0" else None


def _webp(stream: BinaryIO) -> Found:
    """Walk the RIFF chunks, which are padded to even lengths (RFC 9649, 2.3)."""
    block = size = None
    at = 12
    while True:
        stream.seek(at)
        head = stream.read(8)
        if len(head) < 8:  # noqa: PLR2004 - name and length
            return block, size
        length = int.from_bytes(head[4:], "little")
        if head[:4] == b"EXIF":
            block = without_prefix(stream.read(length)) if length <= CAP else None
            return block, size
        size = size or _webp_size(head[:4], stream)
        at += 8 + length + (length & 1)


def _webp_size(name: bytes, stream: BinaryIO) -> tuple[int, int] | None:
    if name not in {b"VP8X", b"VP8L", b"VP8 "}:
        return None
    data = stream.read(10)
    if name == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    if name == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _heif(stream: BinaryIO) -> Found:
    catalogue = bmff.catalogue_of(stream)
    if catalogue is None:
        return None, None
    return bmff.exif_of(stream, catalogue), bmff.size_of(catalogue)


def _jxl(stream: BinaryIO) -> Found:
    """Take the Exif box of a JPEG XL container (ISO/IEC 18181-2); the size stays unknown."""
    body = bmff.top_box(stream, b"Exif")
    return (without_prefix(body[4:]) if body else None), None


def _tiff(stream: BinaryIO) -> Found:
    stream.seek(0)
    block = stream.read(TIFF_CAP)
    return block, tiff.size_of_tiff(block)


_WALKERS: dict[str, Callable[[BinaryIO], Found]] = {
    formats.JPEG.mime: _jpeg,
    formats.PNG.mime: _png,
    formats.WEBP.mime: _webp,
    formats.HEIC.mime: _heif,
    formats.HEIF.mime: _heif,
    formats.AVIF.mime: _heif,
    formats.JXL.mime: _jxl,
    formats.TIFF.mime: _tiff,
}


def carve_bytes(data: bytes) -> Carved:
    """Carve an image that lies in memory; what is no image yields nothing."""
    kind = formats.format_of(data[: formats.HEAD_BYTES])
    return carve(io.BytesIO(data), kind) if kind else Carved()
