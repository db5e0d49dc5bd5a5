"""Write a package: each volume whole under its name and read back from the medium, or nothing.

A volume is one stored ZIP (core.packages) or the same inside an age envelope. Blobs stream from
their files; memory holds one chunk, or one photo of up to 16 MiB.
"""

import contextlib
import hashlib
import os
import shutil
import zlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from io import FileIO
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from inspector.core import zipform
from inspector.core.errors import InspectorError, Problem
from inspector.core.manifests import MAX_MEMBERS, manifest_bytes, private_bytes
from inspector.core.packages import BlobPart, Manifest, PrivateValue, SegmentPart
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import unpacked
from inspector.core.zipform import Entry, Stamp
from inspector.sync import envelope
from inspector.sync.keys import DeviceKey
from inspector.sync.medium import Meter, drop_from_memory, refusals_explained, sync_folder
from inspector.sync.segments import segment_hash, segment_signed

SIGNED_CONTEXT = b"inspector.package.v1\0"
STAMP = Stamp(date=0x21, time=0)
"""1 January 1980: when it was packed stands in the manifest, not in headers."""
ENDING, SEALED_ENDING = ".ipkg", ".ipkg.age"
VOLUME_BYTES = 1 << 30

_CHUNK = 256 << 10
_AT_ONCE = 16 << 20
_AROUND_A_MEMBER = 700
_AROUND_ALL = 64 << 10
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class BlobSource:
    """A blob and the file that holds its bytes."""

    part: BlobPart
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What travels: segments in the order in which they are to be taken, blobs, personal values."""

    segments: Sequence[SegmentPart] = ()
    blobs: Sequence[BlobSource] = ()
    private: Sequence[PrivateValue] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealing:
    """How it is closed: who signs, for which age recipients (none: open), how long a volume is."""

    key: DeviceKey
    recipients: Sequence[str] = ()
    volume_bytes: int = VOLUME_BYTES


def write_package(
    target: Path,
    manifest: Manifest,
    contents: Contents,
    sealing: Sealing,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write the package beside `target`, whose name without ending names all volumes.

    The manifest says who sends what of which projects; its key, volume and lists of contents are
    filled in here. Progress counts bytes, written and read back. A refusal, a full or pulled
    medium and the person's stop leave nothing; a killed process may leave `….part`.

    Raise InspectorError: FILE_EXISTS, DISK_FULL, MEDIUM_…, PACKAGE_SOURCE_…,
    PACKAGE_SEGMENT_DAMAGED, PACKAGE_RECEIVER_INVALID; ManifestError is the caller's mistake.
    """
    _check_segments(contents.segments)
    volumes = _volumes(replace(manifest, sender_key=sealing.key.public.hex()), contents, sealing)
    paths = _paths(target, len(volumes), sealed=bool(sealing.recipients))
    meter = Meter(progress or Unwatched(), 2 * sum(volume.length for volume in volumes))
    with refusals_explained(target), _removed_unless_done() as written:
        _check_room(paths, volumes)
        for path, volume in zip(paths, volumes, strict=True):
            part = path.with_name(path.name + _UNFINISHED)
            written.append(part)
            stretches = _write(volume, part, sealing.recipients, meter)
            _read_back(part, stretches, meter)
        for index, path in enumerate(paths):
            written[index].rename(path)
            written[index] = path
        sync_folder(target.parent)
    meter.finish()
    return paths


# -- what goes into which volume -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Volume:
    """The members of a volume with their sources, in order."""

    entries: list[Entry]
    sources: list[bytes | BlobSource]

    @property
    def length(self) -> int:
        return self.entries[-1].end


def _check_segments(segments: Sequence[SegmentPart]) -> None:
    """Refuse to hand on a segment that every receiver would refuse."""
    for part in segments:
        try:
            body = unpacked(part.body)
        except (ValueError, zlib.error):
            body = b""
        sound = segment_hash(body) == part.hash and len(body) == part.raw_length
        if not (sound and segment_signed(part.key, part.signature, part.hash)):
            raise InspectorError(Problem.PACKAGE_SEGMENT_DAMAGED, hash=part.hash.hex())


def _volumes(manifest: Manifest, contents: Contents, sealing: Sealing) -> list[_Volume]:
    private = private_bytes(contents.private) if contents.private else b""
    head = [part.body for part in contents.segments] + ([private] if private else [])
    shares = _shares(contents.blobs, sum(map(len, head)), len(head), sealing.volume_bytes)
    volumes = []
    for number, blobs in enumerate(shares, start=1):
        first = number == 1
        own = replace(
            manifest,
            volume=(number, len(shares)),
            segments=tuple(part.entry for part in contents.segments) if first else (),
            blobs=tuple(blob.part for blob in blobs),
            missing_blobs=manifest.missing_blobs if first else (),
            stored_blobs=manifest.stored_blobs if first else (),
            private=hashlib.sha256(private).hexdigest() if private and first else "",
            private_bytes=len(private) if first else 0,
        )
        raw = manifest_bytes(own)
        signed = [raw, sealing.key.sign(SIGNED_CONTEXT + raw)]
        entries = zipform.placed(own.members(len(raw)))
        volumes.append(_Volume(entries, [*signed, *(head if first else ()), *blobs]))
    return volumes


def _shares(
    blobs: Sequence[BlobSource], used: int, members: int, limit: int
) -> list[list[BlobSource]]:
    """Deal blobs out to volumes that stay under the limit; a longer blob gets one of its own."""
    shares: list[list[BlobSource]] = [[]]
    length, count = used + members * _AROUND_A_MEMBER + _AROUND_ALL, members
    for blob in blobs:
        need = blob.part.size + _AROUND_A_MEMBER
        if count and (length + need > limit or count >= MAX_MEMBERS // 2):
            shares.append([])
            length, count = _AROUND_ALL, 0
        shares[-1].append(blob)
        length, count = length + need, count + 1
    return shares


def _paths(target: Path, count: int, *, sealed: bool) -> tuple[Path, ...]:
    stem = target.name.removesuffix(".age").removesuffix(ENDING)
    ending = SEALED_ENDING if sealed else ENDING
    marks = [""] if count == 1 else [f".{number}of{count}" for number in range(1, count + 1)]
    return tuple(target.with_name(f"{stem}{mark}{ending}") for mark in marks)


def _check_room(paths: Sequence[Path], volumes: Sequence[_Volume]) -> None:
    """Refuse before the first byte what exists already, or what the medium cannot hold."""
    for path in paths:
        if path.exists():
            raise InspectorError(Problem.FILE_EXISTS, file=str(path))
    folder = paths[0].parent
    if shutil.disk_usage(folder).free < sum(volume.length for volume in volumes):
        raise InspectorError(Problem.DISK_FULL, file=str(paths[0]), folder=str(folder))


# -- writing -------------------------------------------------------------------------------------


@contextlib.contextmanager
def _removed_unless_done() -> Iterator[list[Path]]:
    """Remove the files in the list when anything ends the work early."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            with contextlib.suppress(OSError):  # the medium may be gone
                path.unlink()
        raise


def _write(
    volume: _Volume, part: Path, recipients: Sequence[str], meter: Meter
) -> list["_Stretch"]:
    """Write a volume to a new file, and to the medium; give what it must read as."""
    part.unlink(missing_ok=True)
    with part.open("xb", buffering=0) as file:
        pieces = _pieces(volume, meter)
        if recipients:
            hashing = _Hashing(file)
            envelope.seal(_Feed(_proven(pieces)), hashing, recipients)
            stretches = [_Stretch(hashing.length, hashing.sha256.digest())]
        else:
            stretches = list(_written(pieces, file))
        os.fsync(file.fileno())
    return stretches


def _written(pieces: Iterator["_Piece"], file: FileIO) -> Iterator["_Stretch"]:
    """Write pieces; a blob is hashed once only, when the medium gives it back."""
    for source, group in groupby(pieces, attrgetter("source")):
        if source is None:
            hashing = _Hashing(file)
            for piece in group:
                hashing.write(piece.data)
            yield _Stretch(hashing.length, hashing.sha256.digest())
        else:
            for piece in group:
                _write_whole(file, piece.data)
            yield _Stretch(source.part.size, bytes.fromhex(source.part.sha256), source)


def _read_back(part: Path, stretches: Sequence["_Stretch"], meter: Meter) -> None:
    """Compare what the medium gives back with what was written, to the last byte."""
    buffer = memoryview(bytearray(_CHUNK))
    with part.open("rb", buffering=0) as file:
        drop_from_memory(file.fileno())
        for stretch in stretches:
            sha256, left = hashlib.sha256(), stretch.length
            while left and (count := file.readinto(buffer[: min(left, _CHUNK)])):
                sha256.update(buffer[:count])
                meter.add(count)
                left -= count
            if left or sha256.digest() != stretch.digest:
                raise _difference(part, stretch.source)


def _difference(part: Path, source: BlobSource | None) -> InspectorError:
    """Tell whether the file on this computer is another than it should be, or the medium lies."""
    if source is not None:
        with _opened(source.path) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != source.part.sha256:
            return InspectorError(Problem.PACKAGE_SOURCE_DIFFERS, file=str(source.path))
    return InspectorError(Problem.MEDIUM_UNRELIABLE, folder=str(part.parent), file=str(part))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Bytes of a volume, and the blob that they belong to."""

    data: bytes
    source: BlobSource | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a written file: how long, what it hashes to, and which blob it is."""

    length: int
    digest: bytes
    source: BlobSource | None = None


class _Hashing:
    """Hashes on the way to the file."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()
        self.length = 0

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        self.length += len(data)
        _write_whole(self._file, data)
        return len(data)


def _write_whole(file: FileIO, data: bytes) -> None:
    """Write all of it: a call of the system may take less."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


class _Feed:
    """Pieces of any length, read in the lengths asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)


def _proven(pieces: Iterator[_Piece]) -> Iterator[bytes]:
    """Yield bytes that nobody here can read again, once sealed: a blob is hashed on the way."""
    for source, group in groupby(pieces, attrgetter("source")):
        sha256 = hashlib.sha256()
        for piece in group:
            sha256.update(piece.data)
            yield piece.data
        if source is not None and sha256.hexdigest() != source.part.sha256:
            raise InspectorError(Problem.PACKAGE_SOURCE_DIFFERS, file=str(source.path))


def _pieces(volume: _Volume, meter: Meter) -> Iterator[_Piece]:
    """Yield the bytes of a volume from first to last."""
    summed = []
    for entry, source in zip(volume.entries, volume.sources, strict=True):
        if isinstance(source, bytes):
            whole = replace(entry, crc=zlib.crc32(source))
            yield _Piece(zipform.local_header(whole, STAMP) + source)
            meter.add(entry.size)
        else:
            whole = yield from _blob_pieces(entry, source, meter)
        summed.append(whole)
    yield _Piece(zipform.directory(summed, STAMP, volume.length))


def _blob_pieces(entry: Entry, source: BlobSource, meter: Meter) -> Generator[_Piece, None, Entry]:
    """Yield header and bytes of a blob; a long one is read twice, as the header needs its sum."""
    with _opened(source.path) as file:
        kept: list[bytes] = []
        crc = 0
        for chunk in _chunks(file, source):
            crc = zlib.crc32(chunk, crc)
            meter.add(0)
            if entry.size <= _AT_ONCE:
                kept.append(chunk)
        whole = replace(entry, crc=crc)
        yield _Piece(zipform.local_header(whole, STAMP))
        if not kept:
            file.seek(0)
        for chunk in kept or _chunks(file, source):
            yield _Piece(chunk, source)
            meter.add(len(chunk))
    return whole


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[FileIO]:
    try:
        file = path.open("rb", buffering=0)
    except OSError as error:
        raise InspectorError(Problem.PACKAGE_SOURCE_MISSING, file=str(path)) from error
    with file:
        yield file


def _chunks(file: FileIO, source: BlobSource) -> Iterator[bytes]:
    """Yield the bytes of a file that must be as long as is said."""
    length = 0
    while length <= source.part.size:
        try:
            chunk = file.read(_CHUNK)
        except OSError as error:
            raise InspectorError(Problem.PACKAGE_SOURCE_MISSING, file=str(source.path)) from error
        if not chunk:
            break
        length += len(chunk)
        yield chunk
    if length != source.part.size:
        raise InspectorError(Problem.PACKAGE_SOURCE_DIFFERS, file=str(source.path))
