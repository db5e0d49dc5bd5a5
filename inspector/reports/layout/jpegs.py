"""JPEG previews as a PDF takes them: measured by their markers, copied byte for byte.

Nothing is decoded; the data of a JPEG file is what the DCTDecode filter expects (ISO 32000-1,
7.4.8). Four-component files would need another output intent and are refused.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_START, _END = b"\xff\xd8", b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset(range(0xD0, 0xD8)) | {0x01}
_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}
_EIGHT_BITS = 8
_MOST_MARKERS = 1000


class NotAJpeg(ValueError):  # noqa: N818 - says what the file is
    """The file cannot be embedded as it is."""


@dataclass(frozen=True, slots=True)
class JpegFile:
    """A JPEG on the disk with the facts that its PDF object states."""

    path: Path
    width: int
    height: int
    components: int
    size: int

    def head(self) -> bytes:
        """Give the dictionary of the PDF object, up to where the bytes of the file begin."""
        return (
            f"<< /Type /XObject /Subtype /Image /Width {self.width} /Height {self.height}"
            f" /BitsPerComponent 8 /ColorSpace /{_SPACES[self.components]}"
            f" /Filter /DCTDecode /Length {self.size} >>\nstream\n"
        ).encode("ascii")


def read_jpeg(path: Path) -> JpegFile:
    """Read a file's markers only; raise NotAJpeg where it cannot be embedded, else OSError."""
    with path.open("rb") as file:
        width, height, components = _frame(file)
        size = file.seek(0, 2)
        file.seek(-2, 2)
        if file.read(2) != _END:
            raise NotAJpeg
    if not (width and height and components in _SPACES):
        raise NotAJpeg
    return JpegFile(path, width, height, components, size)


def _frame(file: BinaryIO) -> tuple[int, int, int]:
    """Walk the markers up to the frame header, which states the size."""
    if file.read(2) != _START:
        raise NotAJpeg
    for _ in range(_MOST_MARKERS):
        mark = file.read(2)
        if len(mark) < len(_START) or mark[0] != 0xFF:  # noqa: PLR2004 - every marker's first byte
            raise NotAJpeg
        if mark[1] in _BARE:
            continue
        if mark[1] in _FRAMES:
            return _sizes(file.read(8))
        length = file.read(2)
        if len(length) < len(_START):
            raise NotAJpeg
        file.seek(max(struct.unpack(">H", length)[0] - 2, 0), 1)
    raise NotAJpeg


def _sizes(header: bytes) -> tuple[int, int, int]:
    if len(header) < _EIGHT_BITS:
        raise NotAJpeg
    _length, bits, height, width, components = struct.unpack(">HBHHB", header)
    if bits != _EIGHT_BITS:
        raise NotAJpeg
    return width, height, components
