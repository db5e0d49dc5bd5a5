"""A bag that lies in a ZIP file, read by name and within limits."""

import contextlib
import io
import struct
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from inspector.archive import tags
from inspector.archive.parallel import CHUNK
from inspector.archive.shelf import Unreadable, is_hostile
from inspector.archive.window import Window
from inspector.archive.zipheaders import header_faults
from inspector.core import zipform
from inspector.core.bundles import taken_names
from inspector.core.faults import Fault, FaultCode
from inspector.core.zipform import Entry, Stamp

_MOST_TIMES_LARGER = 100
_ALWAYS_ALLOWED = 64 << 20
_KEPT_IN_MEMORY = 16 << 20
_END_RECORD, _END_LENGTH = b"PK\5\6", 22
_LONGEST_TAIL = _END_LENGTH + 0xFFFF
_ENCRYPTED = 0x2041
"""Bits of a header's flags: encrypted, strongly so, or with its header masked."""

# What zipfile and the decompressors raise on bytes that are no sound ZIP.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    MemoryError,
)


class NotAZip(Exception):  # noqa: N818 - turned into a Fault by the check
    """The file has no readable ZIP directory."""


class ZipShelf:
    """The files of a ZIP below its one top folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN:
            raise NotAZip from None
        self._infos = [info for info in self._zip.infolist() if not _is_folder(info)]
        self._length = path.stat().st_size
        self.starts_with_a_file = any(info.header_offset == 0 for info in self._infos)
        self.root = _root_of([info.orig_filename for info in self._infos])
        self._by_name: dict[str, zipfile.ZipInfo] = {}
        folders = (info.orig_filename for info in self._zip.infolist() if _is_folder(info))
        outside = (name for name in folders if is_hostile(name.removesuffix("/")))
        told = (Fault(FaultCode.NAME_HOSTILE, name) for name in outside)
        self.faults = (*self._listing_faults(), *told, *self._size_faults())
        self.files = {name: info.file_size for name, info in self._by_name.items()}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def crc(self, name: str) -> int | None:
        """Give the sum that the directory keeps."""
        return self._by_name[name].CRC

    def chunks(self, name: str) -> Iterator[memoryview]:
        """Yield a file's bytes, never more than the directory says."""
        info = self._by_name[name]
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable
        read = self._stored(info) if info.compress_type == zipfile.ZIP_STORED else self._other(info)
        try:
            yield from read
        except _BROKEN:
            raise Unreadable from None

    @contextlib.contextmanager
    def stream(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to be read here and there; a packed one is unpacked beside first."""
        info = self._by_name[name]
        if info.compress_type == zipfile.ZIP_STORED:
            with self._path.open("rb", buffering=0) as stream:
                start = _data_at(stream, info)
                yield io.BufferedReader(Window(stream, start, info.file_size))
            return
        with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY) as unpacked:
            for chunk in self.chunks(name):
                unpacked.write(chunk)
            unpacked.seek(0)
            yield cast("BinaryIO", unpacked)

    def layout_faults(
        self, payload: Sequence[str], crcs: Mapping[str, int], stamp: Stamp
    ) -> list[Fault]:
        """Compare every byte around the files with what our writer would make.

        Together with the digests of the files this covers every byte of the ZIP.
        """
        names = [*payload, *tags.written_order(self._by_name)]
        if list(self._by_name) != names or set(crcs) != set(names):
            return [Fault(FaultCode.ORDER_DIFFERS)]
        laid = zipform.placed((f"{self.root}/{name}", self.files[name]) for name in names)
        entries = [replace(entry, crc=crcs[n]) for entry, n in zip(laid, names, strict=True)]
        with self._path.open("rb") as stream:
            found = [
                Fault(FaultCode.HEADER_DIFFERS, name)
                for name, entry in zip(names, entries, strict=True)
                if not _has_header(stream, entry, stamp)
            ]
            stream.seek(entries[-1].end)
            tail = zipform.directory(entries, stamp, entries[-1].end)
            if stream.read(len(tail) + 1) != tail:
                found.append(Fault(FaultCode.DIRECTORY_DIFFERS))
        return found

    def header_faults(self) -> list[Fault]:
        """Compare what stands before each file with the directory, whoever wrote the ZIP.

        Two programs must not read two different files under one name.
        """
        with self._path.open("rb") as stream:
            return list(header_faults(stream, self._by_name))

    def tail_faults(self) -> list[Fault]:
        """Find bytes behind the end record, where any program but ours would read past them."""
        with self._path.open("rb") as stream:
            stream.seek(max(self._length - _LONGEST_TAIL, 0))
            tail = stream.read()
        behind = len(tail) - tail.rfind(_END_RECORD) - _END_LENGTH
        return [Fault(FaultCode.BYTES_BEHIND, facts={"bytes": behind})] if behind > 0 else []

    def _listing_faults(self) -> Iterator[Fault]:
        names = Counter(info.orig_filename for info in self._infos)
        if not self.root:
            return
        prefix = f"{self.root}/"
        for info in self._infos:
            name = info.orig_filename
            if is_hostile(name):
                yield Fault(FaultCode.NAME_HOSTILE, name)
            elif names[name] > 1:
                yield Fault(FaultCode.NAME_TWICE, name)
            elif not name.startswith(prefix):
                yield Fault(FaultCode.MEMBER_EXTRA, name)
            else:
                self._by_name[name.removeprefix(prefix)] = info
                if info.flag_bits & _ENCRYPTED:
                    yield Fault(FaultCode.MEMBER_ENCRYPTED, name.removeprefix(prefix))
        for name in taken_names(self._by_name):
            yield Fault(FaultCode.NAMES_ALIKE, name)

    def _size_faults(self) -> Iterator[Fault]:
        """Find files that unpack to more than any honest bundle holds."""
        packed = sum(info.compress_size for info in self._by_name.values())
        whole = sum(info.file_size for info in self._by_name.values())
        if packed > self._length or whole > self._length * _MOST_TIMES_LARGER + _ALWAYS_ALLOWED:
            self._by_name.clear()
            yield Fault(FaultCode.TOO_LARGE, facts={"bytes": whole})

    def _stored(self, info: zipfile.ZipInfo) -> Iterator[memoryview]:
        buffer = memoryview(bytearray(min(CHUNK, max(info.file_size, 1))))
        with self._path.open("rb", buffering=0) as stream:
            stream.seek(_data_at(stream, info))
            left = info.file_size
            while left:
                count = stream.readinto(buffer[: min(len(buffer), left)])
                if not count:
                    raise EOFError
                left -= count
                yield buffer[:count]

    def _other(self, info: zipfile.ZipInfo) -> Iterator[memoryview]:
        with contextlib.closing(self._zip.open(info)) as stream:
            while chunk := stream.read(CHUNK):
                yield memoryview(chunk)


def _data_at(stream: io.RawIOBase, info: zipfile.ZipInfo) -> int:
    """Find where the bytes of a stored file begin."""
    stream.seek(info.header_offset)
    head = stream.read(30) or b""
    name, extra = struct.unpack("<HH", head[26:30])
    return info.header_offset + 30 + int(name) + int(extra)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith("/") and info.file_size == 0


def _root_of(names: list[str]) -> str:
    """Find the folder that holds `bagit.txt`."""
    roots = [name.partition("/")[0] for name in names if name.partition("/")[2] == tags.BAGIT]
    return roots[0] if roots else ""


def _has_header(stream: BinaryIO, entry: Entry, stamp: Stamp) -> bool:
    stream.seek(entry.offset)
    header = zipform.local_header(entry, stamp)
    return stream.read(len(header)) == header
