"""The headers inside a ZIP held against its directory: both must tell of the same files."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZipInfo

from inspector.core.faults import Fault, FaultCode
from inspector.core.zipform import LIMIT_32

_HEAD = struct.Struct("<4s5H3L2H")
_SIGNATURE = b"PK\x03\x04"
_UTF8_NAMES, _SUMS_BEHIND = 0x800, 0x8
_ZIP64_FIELD = 1


@dataclass(frozen=True, slots=True)
class _Local:
    """A header as it stands before its file; `data_at` is where the file's bytes begin."""

    name: str
    flags: int
    method: int
    sums: tuple[int, int, int]
    """CRC-32, packed and unpacked length."""
    data_at: int


def header_faults(stream: BinaryIO, infos: Mapping[str, ZipInfo]) -> Iterator[Fault]:
    """Find files of which header and directory tell two stories, and such as share their bytes."""
    end = 0
    for name, info in sorted(infos.items(), key=lambda one: one[1].header_offset):
        local = _read(stream, info.header_offset)
        if info.header_offset < end:
            yield Fault(FaultCode.MEMBERS_OVERLAP, name)
        if local is None or not _agrees(stream, local, info):
            yield Fault(FaultCode.LOCAL_DIFFERS, name)
        if local is not None:
            end = max(end, local.data_at + info.compress_size)


def _read(stream: BinaryIO, offset: int) -> _Local | None:
    stream.seek(max(offset, 0))
    head = stream.read(_HEAD.size)
    if offset < 0 or len(head) < _HEAD.size or not head.startswith(_SIGNATURE):
        return None
    _magic, _version, flags, method, _time, _date, crc, packed, size, *lengths = _HEAD.unpack(head)
    name, extra = (stream.read(length) for length in lengths)
    sizes = _sizes(packed, size, extra)
    try:
        text = name.decode("utf-8" if flags & _UTF8_NAMES else "cp437")
    except UnicodeDecodeError:
        return None
    return _Local(text, flags, method, (crc, *sizes), offset + _HEAD.size + sum(lengths))


def _sizes(packed: int, size: int, extra: bytes) -> tuple[int, int]:
    """Give both lengths, those of more than 32 bits from their own field (APPNOTE, 4.5.3)."""
    while len(extra) >= 4:  # noqa: PLR2004 - two numbers of two bytes head each field
        kind, length = struct.unpack_from("<HH", extra)
        value, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _ZIP64_FIELD and len(value) >= 16 and LIMIT_32 in (packed, size):  # noqa: PLR2004
            size, packed = struct.unpack_from("<QQ", value)
    return packed, size


def _agrees(stream: BinaryIO, local: _Local, info: ZipInfo) -> bool:
    said = (info.CRC, info.compress_size, info.file_size)
    same = local.name == info.orig_filename and local.method == info.compress_type
    if not local.flags & _SUMS_BEHIND:
        return same and local.sums == said
    return same and _sums_behind(stream, local.data_at + info.compress_size, said)


def _sums_behind(stream: BinaryIO, at: int, said: tuple[int, int, int]) -> bool:
    """Compare the sums that a program which wrote in one go put behind the file (4.3.9)."""
    stream.seek(at)
    behind = stream.read(24).removeprefix(b"PK\x07\x08")
    large = struct.pack("<LQQ", *said)
    small = struct.pack("<3L", *said) if max(said) <= LIMIT_32 else large
    return behind.startswith((large, small))
