"""Open a package that may come from anybody: check first, believe later, write nothing.

The manifest says which bytes the file must consist of; each header, the directory and the length
are compared with that. So no member is looked for, no name is taken from the file, nothing can
overlap, hide or unpack to more than it says. The medium is only read.
"""

import contextlib
import hashlib
import os
import stat
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from inspector.core import zipform
from inspector.core.errors import InspectorError, Problem
from inspector.core.manifests import (
    MAX_MANIFEST_BYTES,
    ManifestError,
    head_of,
    manifest_of,
    private_of,
)
from inspector.core.packages import (
    FORMAT,
    MANIFEST,
    PRIVATE,
    SIGNATURE,
    SIGNATURE_BYTES,
    BlobPart,
    Manifest,
    PrivateValue,
    SegmentEntry,
    SegmentPart,
)
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import unpacked
from inspector.core.zipform import Entry
from inspector.sync import envelope
from inspector.sync.envelope import EnvelopeBrokenError, EnvelopeKey, SealedForOthersError
from inspector.sync.keys import signature_holds
from inspector.sync.medium import Meter, refusals_explained
from inspector.sync.package import SIGNED_CONTEXT, STAMP
from inspector.sync.segments import segment_hash, segment_signed

_CHUNK = 1 << 20
_CONFLICT_COPY = ".sync-conflict-"
_ZIP = b"PK\x03\x04"
_CRC_AT, _SIZE_AT, _SIZE_END = 14, 18, 22


@dataclass(frozen=True, slots=True)
class CheckedSegment:
    """A segment whose length, hash and signature hold, with its body unpacked."""

    part: SegmentPart
    raw: bytes


@contextlib.contextmanager
def open_package(
    path: Path,
    keys: Sequence[EnvelopeKey],
    scratch: Path,
    progress: Progress | None = None,
) -> Iterator["OpenPackage"]:
    """Open a package whose manifest is signed and whose structure holds.

    A sealed one is decrypted with the first fitting key into a nameless file in `scratch`, a
    folder of this computer; progress counts the bytes of that.

    Raise InspectorError, also while contents are read: FILE_MISSING, FILE_IS_FOLDER,
    FILE_UNREADABLE, PACKAGE_FOREIGN, PACKAGE_CUT, PACKAGE_CHANGED, PACKAGE_INVALID,
    PACKAGE_NEWER, PACKAGE_SEALED, PACKAGE_CONFLICT_COPY; DISK_FULL of the scratch folder.
    """
    if _CONFLICT_COPY in path.name:
        raise InspectorError(Problem.PACKAGE_CONFLICT_COPY, file=str(path))
    with contextlib.ExitStack() as stack:
        source = _Source(path, stack.enter_context(_opened(path)))
        if source.at(0, len(envelope.MAGIC)) == envelope.MAGIC:
            plain = stack.enter_context(_scratch_file(scratch))
            _unseal(source, plain, scratch, keys, progress or Unwatched())
            source = _Source(path, plain)
        yield _checked(source)


class OpenPackage:
    """The contents of a package, each checked when it is read."""

    def __init__(self, source: "_Source", manifest: Manifest, entries: list[Entry]) -> None:
        self.manifest = manifest
        self._source = source
        self._entries = {entry.name: entry for entry in entries}

    def segments(self) -> Iterator[CheckedSegment]:
        """Yield the segments in the order of the manifest."""
        for entry in self.manifest.segments:
            body = self._read(entry.member)
            yield CheckedSegment(_part(entry, body), self._raw(entry, body))

    def blob(self, blob: BlobPart) -> Iterator[bytes]:
        """Yield the bytes of a blob of the manifest; the last ones only when its hash holds."""
        entry = self._entries[blob.member]
        sha256, crc, held = hashlib.sha256(), 0, b""
        for offset in range(entry.data_at, entry.end, _CHUNK):
            chunk = self._source.at(offset, min(_CHUNK, entry.end - offset))
            if held:
                yield held
            sha256.update(chunk)
            crc = zlib.crc32(chunk, crc)
            held = chunk
        if sha256.hexdigest() != blob.sha256 or crc != entry.crc:
            raise self._source.problem(Problem.PACKAGE_CHANGED, member=entry.name)
        yield held

    def private(self) -> tuple[PrivateValue, ...]:
        """Read the personal values; each is the one that was hashed."""
        if not self.manifest.private:
            return ()
        raw = self._read(PRIVATE)
        if hashlib.sha256(raw).hexdigest() != self.manifest.private:
            raise self._source.problem(Problem.PACKAGE_CHANGED, member=PRIVATE)
        try:
            return private_of(raw)
        except ManifestError as error:
            raise self._source.problem(Problem.PACKAGE_INVALID, rule=str(error)) from error

    def _read(self, name: str) -> bytes:
        return _small(self._source, self._entries[name])

    def _raw(self, entry: SegmentEntry, body: bytes) -> bytes:
        try:
            raw = unpacked(body)
        except (ValueError, zlib.error):
            raw = b""
        if len(raw) != entry.raw_length or segment_hash(raw) != entry.hash:
            raise self._source.problem(Problem.PACKAGE_CHANGED, member=entry.member)
        if not segment_signed(entry.key, entry.signature, entry.hash):
            rule = f"segment signature {entry.hash.hex()}"
            raise self._source.problem(Problem.PACKAGE_INVALID, rule=rule)
        return raw


def _part(entry: SegmentEntry, body: bytes) -> SegmentPart:
    return SegmentPart(
        hash=entry.hash,
        signature=entry.signature,
        key=entry.key,
        body=body,
        raw_length=entry.raw_length,
    )


# -- the file ------------------------------------------------------------------------------------


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InspectorError(Problem.FILE_IS_FOLDER, file=str(path))
        if not stat.S_ISREG(mode):
            raise InspectorError(Problem.PACKAGE_FOREIGN, file=str(path))
        file = path.open("rb")
    except FileNotFoundError as error:
        raise InspectorError(Problem.FILE_MISSING, file=str(path)) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    with file:
        yield file


@contextlib.contextmanager
def _scratch_file(folder: Path) -> Iterator[BinaryIO]:
    with refusals_explained(folder / "scratch"):
        file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed below
    with file:
        yield file


def _unreadable(path: Path, error: OSError) -> InspectorError:
    reason = error.strerror or str(error)
    return InspectorError(Problem.FILE_UNREADABLE, file=str(path), reason=reason)


class _Source:
    """The bytes of a package, wherever they lie, and the name under which it came."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self.length = os.fstat(file.fileno()).st_size

    def at(self, offset: int, count: int) -> bytes:
        """Read so many bytes from there, fewer at the end of the file."""
        try:
            self._file.seek(offset)
            return self._file.read(count)
        except OSError as error:
            raise _unreadable(self._path, error) from error

    def problem(self, problem: Problem, **facts: object) -> InspectorError:
        """Name the file and what is wrong with it."""
        return InspectorError(problem, file=str(self._path), **facts)


class _Sealed:
    """The bytes of a sealed package, one after the other."""

    def __init__(self, source: _Source, meter: Meter) -> None:
        self._source = source
        self._meter = meter
        self._offset = 0

    def read(self, size: int) -> bytes:
        data = self._source.at(self._offset, size)
        self._offset += len(data)
        self._meter.add(len(data))
        return data


def _unseal(
    source: _Source,
    target: BinaryIO,
    scratch: Path,
    keys: Sequence[EnvelopeKey],
    progress: Progress,
) -> None:
    sealed = _Sealed(source, Meter(progress, source.length))
    try:
        with refusals_explained(scratch / "scratch"):
            envelope.unseal(sealed, target, keys)
            target.flush()
    except SealedForOthersError as error:
        raise source.problem(Problem.PACKAGE_SEALED) from error
    except EnvelopeBrokenError as error:
        raise source.problem(Problem.PACKAGE_CHANGED, member="age") from error


# -- checking ------------------------------------------------------------------------------------


def _checked(source: _Source) -> OpenPackage:
    """Check signature, format and structure, in this order."""
    raw, signature = _manifest_and_signature(source)
    try:
        head = head_of(raw)
    except ManifestError as error:
        raise source.problem(Problem.PACKAGE_CHANGED, member=MANIFEST) from error
    if not signature_holds(head.sender_key, signature, SIGNED_CONTEXT + raw):
        raise source.problem(Problem.PACKAGE_CHANGED, member=SIGNATURE)
    if head.min_reader > FORMAT:
        raise source.problem(Problem.PACKAGE_NEWER, found=head.min_reader, known=FORMAT)
    try:
        manifest = manifest_of(raw)
    except ManifestError as error:
        raise source.problem(Problem.PACKAGE_INVALID, rule=str(error)) from error
    return OpenPackage(source, manifest, _laid_out(source, manifest, len(raw)))


def _manifest_and_signature(source: _Source) -> tuple[bytes, bytes]:
    """Read the first two members, which are there whatever the format."""
    length = _manifest_length(source)
    members = [(MANIFEST, length), (SIGNATURE, SIGNATURE_BYTES)]
    entries = zipform.placed(members)
    if source.length < entries[-1].end:
        raise source.problem(Problem.PACKAGE_CUT)
    raw, signature = (_small(source, _summed(source, entry)) for entry in entries)
    return raw, signature


def _manifest_length(source: _Source) -> int:
    """Read how long the manifest is from the header before it."""
    size = zipform.local_length(MANIFEST, 0)
    header = source.at(0, size)
    if not header.startswith(_ZIP[: len(header)]):
        raise source.problem(Problem.PACKAGE_FOREIGN)
    if len(header) < size:
        raise source.problem(Problem.PACKAGE_CUT)
    if not header.endswith(MANIFEST.encode()):
        raise source.problem(Problem.PACKAGE_FOREIGN)
    length = int.from_bytes(header[_SIZE_AT:_SIZE_END], "little")
    if length > MAX_MANIFEST_BYTES:
        raise source.problem(Problem.PACKAGE_INVALID, rule="size")
    return length


def _laid_out(source: _Source, manifest: Manifest, own_length: int) -> list[Entry]:
    """Compare every byte that is not contents with what the manifest makes it."""
    planned = zipform.placed(manifest.members(own_length))
    start = planned[-1].end
    length = start + len(zipform.directory(planned, STAMP, start))
    if source.length < length:
        raise source.problem(Problem.PACKAGE_CUT)
    entries = [_summed(source, entry) for entry in planned]
    tail = zipform.directory(entries, STAMP, start)
    if source.length > length or source.at(start, len(tail)) != tail:
        raise source.problem(Problem.PACKAGE_CHANGED, member="ZIP")
    return entries


def _summed(source: _Source, entry: Entry) -> Entry:
    """Take the sum from the header of an entry; all else in it must be as planned."""
    header = source.at(entry.offset, entry.data_at - entry.offset)
    summed = replace(entry, crc=int.from_bytes(header[_CRC_AT:_SIZE_AT], "little"))
    if header != zipform.local_header(summed, STAMP):
        raise source.problem(Problem.PACKAGE_CHANGED, member=entry.name)
    return summed


def _small(source: _Source, entry: Entry) -> bytes:
    data = source.at(entry.data_at, entry.size)
    if zlib.crc32(data) != entry.crc:
        raise source.problem(Problem.PACKAGE_CHANGED, member=entry.name)
    return data
