"""The files that go into a bundle, as they were when its plan was laid out."""

import contextlib
import errno
import hashlib
import io
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.archive import tags
from inspector.archive.journal import Digest
from inspector.archive.parallel import CHUNK, Meter
from inspector.core import zipform
from inspector.core.bundles import BundlePlan, Member
from inspector.core.errors import InspectorError, Problem
from inspector.core.zipform import Entry

SM3 = "sm3"
"""The national hash (GB/T 32905-2016), as OpenSSL calls it; an OpenSSL may be built without it."""
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class Source:
    """A member with what was known of its file when the plan was laid out."""

    member: Member
    entry: Entry
    modified_ns: int
    with_sm3: bool = False


def laid_out(plan: BundlePlan) -> list[Source]:
    """Look at each file once: its length and time, and its place in a ZIP."""
    if plan.with_sm3 and SM3 not in hashlib.algorithms_available:
        raise InspectorError(Problem.SM3_ABSENT)
    facts = [_size_and_time(member) for member in plan.members]
    names = (f"{plan.root}/{tags.PAYLOAD}{member.name}" for member in plan.members)
    entries = zipform.placed(zip(names, (size for size, _ in facts), strict=True))
    return [
        Source(member, entry, modified_ns, plan.with_sm3)
        for member, entry, (_, modified_ns) in zip(plan.members, entries, facts, strict=True)
    ]


def _size_and_time(member: Member) -> tuple[int, int]:
    if isinstance(member.source, bytes):
        return len(member.source), 0
    try:
        found = member.source.stat()
    except OSError:
        raise source_problem(Problem.BUNDLE_SOURCE_MISSING, member) from None
    return found.st_size, found.st_mtime_ns


def copied(source: Source, put: Callable[[memoryview, int], None], meter: Meter) -> Digest:
    """Put a file's bytes where they go, each with its place in the file, and sum them up.

    Refused where the file is not as long as it was, or not the one that was taken in.
    """
    sha256, crc, at = hashlib.sha256(), 0, 0
    sm3 = hashlib.new(SM3) if source.with_sm3 else None
    for chunk in _chunks(source):
        sha256.update(chunk)
        if sm3 is not None:
            sm3.update(chunk)
        crc = zlib.crc32(chunk, crc)
        if at + len(chunk) > source.entry.size:
            raise source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)
        put(chunk, at)
        at += len(chunk)
        meter.add(len(chunk))
    if at != source.entry.size:
        raise source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)
    if source.member.expect_sha256 not in {None, sha256.hexdigest()}:
        raise source_problem(Problem.BUNDLE_SOURCE_DIFFERS, source.member)
    return Digest(crc, sha256.hexdigest(), sm3.hexdigest() if sm3 is not None else "")


def _chunks(source: Source) -> Iterator[memoryview]:
    """Yield the file's bytes; a buffer longer than the file shows that it has grown."""
    buffer = memoryview(bytearray(min(CHUNK, source.entry.size + 1)))
    with _opened(source) as stream:
        while count := _read_into(stream, buffer, source.member):
            yield buffer[:count]


def _read_into(stream: io.RawIOBase | io.BytesIO, buffer: memoryview, member: Member) -> int:
    try:
        return stream.readinto(buffer) or 0
    except OSError:
        raise source_problem(Problem.BUNDLE_SOURCE_MISSING, member) from None


@contextlib.contextmanager
def _opened(source: Source) -> Iterator[io.RawIOBase | io.BytesIO]:
    content = source.member.source
    if isinstance(content, bytes):
        yield io.BytesIO(content)
        return
    try:
        stream = content.open("rb", buffering=0)
    except OSError:
        raise source_problem(Problem.BUNDLE_SOURCE_MISSING, source.member) from None
    with stream:
        yield stream
        if os.fstat(stream.fileno()).st_mtime_ns != source.modified_ns:
            raise source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)


def demand_folder(out: Path) -> None:
    """Refuse a place that is not there before anything is made: later it was lost."""
    if not out.parent.is_dir():
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=str(out.parent))


def explain(error: BaseException, out: Path) -> None:
    """Turn the operating system's refusals into problems that the person can act on.

    What could not be read is told where it is read; here it is the target that failed.
    """
    if not isinstance(error, OSError):
        return
    if error.errno in _FULL:
        raise disk_full(out) from error
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=str(out.parent)) from error
    if error.errno == errno.EFBIG:
        raise InspectorError(Problem.BUNDLE_TARGET_LIMIT, file=str(out)) from error
    detail = error.strerror or str(error)
    raise InspectorError(Problem.BUNDLE_DISK_LOST, file=str(out), detail=detail) from error


def disk_full(file: Path) -> InspectorError:
    """Say that the disk has no room for a file."""
    return InspectorError(Problem.DISK_FULL, file=str(file), folder=str(file.parent))


def source_problem(problem: Problem, member: Member) -> InspectorError:
    """Say what is wrong with a file that was to go in."""
    return InspectorError(problem, member=member.name, file=str(member.source))


def digests_of(
    plan: BundlePlan, sources: Sequence[Source], digests: Sequence[Digest]
) -> list[tags.Summed]:
    """Give the lines of the manifest, with names below the bundle's folder."""
    skip = len(plan.root) + 1
    return [
        tags.Summed(source.entry.name[skip:], source.entry.size, digest.sha256, digest.sm3)
        for source, digest in zip(sources, digests, strict=True)
    ]


def sync_folder(folder: Path) -> None:
    """Have the new name on the disk too; Windows does that by itself and refuses the call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
