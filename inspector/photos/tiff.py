"""Check a block of EXIF before anything parses it.

The cost of exifread is entries times count, and it follows any chain of directories: a file of
60 KB kept it busy for half a minute. So a block that would do this is refused beforehand.
Layout: TIFF 6.0, section 2; CIPA DC-008, 4.6.
"""

import struct
from dataclasses import dataclass, field

_MOST_ENTRIES = 512
_MOST_DIRECTORIES = 16
_MOST_WORK = 100_000
_ENTRY = 12
_LISTED_COUNT = 1000  # exifread reads lists below this length one by one
_ASCII = 2
_SUB_DIRECTORIES = frozenset({0x8769, 0x8825, 0xA005})
_THUMBNAIL_OFFSET, _THUMBNAIL_LENGTH = 0x0201, 0x0202
_WIDTH, _HEIGHT = 0x0100, 0x0101
_ORIENTATION = 0x0112
_SHORT = 3
_HEADER = 14


@dataclass(slots=True)
class _Walk:
    """One walk through the directories of a block: what was seen, and what it would cost."""

    block: bytearray
    order: str
    seen: set[int] = field(default_factory=set)
    work: int = 0

    def number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(self.order + kind, self.block, at)[0])

    def entries(self, at: int) -> int | None:
        """Count the entries of a directory; None where there cannot be one."""
        if at in self.seen or at < 8 or at + 2 > len(self.block):  # noqa: PLR2004 - behind the header
            return None
        count = self.number("H", at)
        return count if count <= _MOST_ENTRIES else None

    def directory(self, at: int) -> tuple[list[int], int | None] | None:
        """Read a directory: its sub-directories and where its next-pointer stands."""
        count = self.entries(at)
        if count is None:
            return None
        self.seen.add(at)
        below: list[int] = []
        for entry in range(at + 2, at + 2 + _ENTRY * count, _ENTRY):
            if entry + _ENTRY > len(self.block):
                return below, None
            tag, kind, length, value = struct.unpack_from(self.order + "HHII", self.block, entry)
            if length < _LISTED_COUNT and kind != _ASCII:
                self.work += length
            if tag in _SUB_DIRECTORIES:
                below.append(value)
        return below, at + 2 + _ENTRY * count

    def values(self, at: int) -> dict[int, int]:
        """Read the single numbers of a directory."""
        found: dict[int, int] = {}
        for entry in range(at + 2, at + 2 + _ENTRY * self.number("H", at), _ENTRY):
            if entry + _ENTRY > len(self.block):
                break
            tag, kind = struct.unpack_from(self.order + "HH", self.block, entry)
            found[tag] = self.number("H" if kind == _SHORT else "I", entry + 8)
        return found


def checked_block(block: bytes) -> bytes | None:
    """Return a block that is safe to parse, or None.

    Where the second directory is garbage (old Canon, Kodak, Olympus and Nikon files), the link
    to it is cut, since everything that matters stands in the first.
    """
    walk = _walk_of(block)
    if walk is None:
        return None
    first = walk.directory(walk.number("I", 4))
    if first is None:
        return None
    waiting, link = first
    while waiting and len(walk.seen) < _MOST_DIRECTORIES:
        found = walk.directory(waiting.pop())
        waiting += found[0] if found else []
    _cut_bad_links(walk, link)
    return bytes(walk.block) if walk.work < _MOST_WORK and not waiting else None


def thumbnail_of(block: bytes) -> bytes | None:
    """Give the embedded JPEG thumbnail, if the second directory names one that is there."""
    walk = _walk_of(block)
    try:
        at = _second_directory(walk) if walk else 0
        values = walk.values(at) if walk and at else {}
    except struct.error:
        return None
    start, length = values.get(_THUMBNAIL_OFFSET, 0), values.get(_THUMBNAIL_LENGTH, 0)
    found = block[start : start + length]
    return found if length and found[:2] == b"\xff\xd8" and len(found) == length else None


def size_of_tiff(block: bytes) -> tuple[int, int] | None:
    """Give width and height from the first directory of a TIFF file."""
    values = _first_values(block)
    width, height = values.get(_WIDTH, 0), values.get(_HEIGHT, 0)
    return (width, height) if width and height else None


def orientation_of(block: bytes) -> int:
    """Give the orientation of the first directory; 1 (upright) where it tells none."""
    found = _first_values(block).get(_ORIENTATION, 1)
    return found if found in range(1, 9) else 1


def _first_values(block: bytes) -> dict[int, int]:
    walk = _walk_of(block)
    try:
        return walk.values(walk.number("I", 4)) if walk else {}
    except struct.error:
        return {}


def _walk_of(block: bytes) -> _Walk | None:
    if len(block) < _HEADER or block[:4] not in {b"II*\0", b"MM\0*"}:
        return None
    return _Walk(bytearray(block), "<" if block[:2] == b"II" else ">")


def _second_directory(walk: _Walk) -> int:
    first = walk.number("I", 4)
    return walk.number("I", first + 2 + _ENTRY * walk.number("H", first))


def _cut_bad_links(walk: _Walk, link: int | None) -> None:
    """Keep at most two directories in the chain, and only a second one that can be read."""
    if link is None or link + 4 > len(walk.block):
        return
    second = walk.number("I", link)
    if not second:
        return
    found = walk.directory(second)
    if found is None or found[1] is None:
        struct.pack_into(walk.order + "I", walk.block, link, 0)
    elif found[1] + 4 <= len(walk.block):
        struct.pack_into(walk.order + "I", walk.block, found[1], 0)
