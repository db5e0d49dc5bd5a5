"""Write a BagIt bag inside one stored ZIP in a single pass over the files.

All offsets are known beforehand, so threads read each file once, feed SHA-256 and CRC-32 and put
the bytes at their final place: no staging folder, constant memory, equal bytes for equal plans.
"""

import contextlib
import errno
import hashlib
import io
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.archive import tags
from inspector.archive.journal import Digest, Journal
from inspector.archive.parallel import CHUNK, Meter, in_threads
from inspector.archive.placing import Placing, open_placing
from inspector.core import zipform
from inspector.core.bundles import BundlePlan, Member, Sealed
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress
from inspector.core.zipform import Entry, Stamp

_ROOM_FOR_TAGS = 1 << 20
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class _Source:
    """A member with what was known of its file when the plan was laid out."""

    member: Member
    entry: Entry
    modified_ns: int


def seal(
    plan: BundlePlan, out: Path, progress: Progress, *, replace_existing: bool = False
) -> Sealed:
    """Write the bundle, whole or not at all.

    A refusal, a full disk or the person's stop removes what was begun. Only a killed process
    leaves `.part` and `.journal` beside the target; the same plan then goes on where it ended.
    """
    if out.is_dir() or (out.exists() and not replace_existing):
        raise InspectorError(Problem.BUNDLE_EXISTS, file=str(out))
    part, journal_path = _beside(out, ".part"), _beside(out, ".journal")
    try:
        sources = _laid_out(plan)
        journal = Journal(journal_path, _plan_digest(plan, sources))
        sealed = _write(plan, sources, part, journal, progress)
        part.replace(out)
        journal_path.unlink(missing_ok=True)
        _sync_folder(out.parent)
    except BaseException as error:
        part.unlink(missing_ok=True)
        journal_path.unlink(missing_ok=True)
        _explain(error, out)
        raise
    return replace(sealed, path=out)


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(f"{out.name}{ending}")


def _laid_out(plan: BundlePlan) -> list[_Source]:
    facts = [_size_and_time(member) for member in plan.members]
    names = (f"{plan.root}/{tags.PAYLOAD}{member.name}" for member in plan.members)
    entries = zipform.placed(zip(names, (size for size, _ in facts), strict=True))
    return [
        _Source(member, entry, modified_ns)
        for member, entry, (_, modified_ns) in zip(plan.members, entries, facts, strict=True)
    ]


def _size_and_time(member: Member) -> tuple[int, int]:
    if isinstance(member.source, bytes):
        return len(member.source), 0
    try:
        found = member.source.stat()
    except OSError:
        raise _source_problem(Problem.BUNDLE_SOURCE_MISSING, member) from None
    return found.st_size, found.st_mtime_ns


def _plan_digest(plan: BundlePlan, sources: list[_Source]) -> str:
    """Name the plan: a changed file, name or detail makes another plan, begun anew."""
    files = [
        (
            source.entry.name,
            source.entry.size,
            source.modified_ns,
            source.member.expect_sha256,
            hashlib.sha256(source.member.source).hexdigest()
            if isinstance(source.member.source, bytes)
            else str(source.member.source),
        )
        for source in sources
    ]
    text = json.dumps([files, plan.info, tags.spell_time(plan.made_at)])
    return hashlib.sha256(text.encode()).hexdigest()


def _write(
    plan: BundlePlan, sources: list[_Source], part: Path, journal: Journal, progress: Progress
) -> Sealed:
    done = _resumable(part, journal, sources)
    _check_room(part, sources)
    if not done:
        journal.start()
    target = open_placing(part, keep=bool(done))
    try:
        stamp = Stamp.of(plan.made_at)
        work = _Copying(target, stamp, journal, done)
        total = sum(source.entry.size for source in sources)
        digests = in_threads(work.copy, list(enumerate(sources)), total, progress)
        return _close_bag(plan, _with_sums(sources, digests), digests, target)
    finally:
        target.close()


def _resumable(part: Path, journal: Journal, sources: list[_Source]) -> dict[int, Digest]:
    try:
        length = part.stat().st_size
    except FileNotFoundError:
        return {}
    done = journal.read()
    return {
        index: digest
        for index, digest in done.items()
        if index < len(sources) and sources[index].entry.end <= length
    }


def _check_room(part: Path, sources: list[_Source]) -> None:
    """Refuse before the first byte where the disk cannot hold the bundle."""
    need = sources[-1].entry.end + _ROOM_FOR_TAGS + 400 * len(sources)
    with contextlib.suppress(FileNotFoundError):
        need -= getattr(part.stat(), "st_blocks", 0) * 512
    free = shutil.disk_usage(part.parent).free
    if free < need:
        raise _disk_full(part)


class _Copying:
    """Copies one member after another to its place; the same object serves all threads."""

    def __init__(
        self, target: Placing, stamp: Stamp, journal: Journal, done: dict[int, Digest]
    ) -> None:
        self._target = target
        self._stamp = stamp
        self._journal = journal
        self._done = done

    def copy(self, numbered: tuple[int, _Source], meter: Meter) -> Digest:
        """Copy a member, unless an earlier run did."""
        index, source = numbered
        if index in self._done:
            meter.add(source.entry.size)
            return self._done[index]
        digest = self._copied(source, meter)
        header = zipform.local_header(replace(source.entry, crc=digest.crc), self._stamp)
        self._target.write_at(header, source.entry.offset)
        self._journal.note(index, digest, source.entry.size, self._target)
        return digest

    def _copied(self, source: _Source, meter: Meter) -> Digest:
        sha256, crc, offset = hashlib.sha256(), 0, source.entry.data_at
        for chunk in _chunks(source):
            sha256.update(chunk)
            crc = zlib.crc32(chunk, crc)
            if offset + len(chunk) > source.entry.end:
                raise _source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)
            self._target.write_at(chunk, offset)
            offset += len(chunk)
            meter.add(len(chunk))
        if offset != source.entry.end:
            raise _source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)
        if source.member.expect_sha256 not in {None, sha256.hexdigest()}:
            raise _source_problem(Problem.BUNDLE_SOURCE_DIFFERS, source.member)
        return Digest(crc, sha256.hexdigest())


def _chunks(source: _Source) -> Iterator[memoryview]:
    """Yield the file's bytes; a buffer longer than the file shows that it has grown."""
    buffer = memoryview(bytearray(min(CHUNK, source.entry.size + 1)))
    with _opened(source) as stream:
        while count := _read_into(stream, buffer, source.member):
            yield buffer[:count]


def _read_into(stream: io.RawIOBase | io.BytesIO, buffer: memoryview, member: Member) -> int:
    try:
        return stream.readinto(buffer) or 0
    except OSError:
        raise _source_problem(Problem.BUNDLE_SOURCE_MISSING, member) from None


@contextlib.contextmanager
def _opened(source: _Source) -> Iterator[io.RawIOBase | io.BytesIO]:
    content = source.member.source
    if isinstance(content, bytes):
        yield io.BytesIO(content)
        return
    try:
        stream = content.open("rb", buffering=0)
    except OSError:
        raise _source_problem(Problem.BUNDLE_SOURCE_MISSING, source.member) from None
    with stream:
        yield stream
        if os.fstat(stream.fileno()).st_mtime_ns != source.modified_ns:
            raise _source_problem(Problem.BUNDLE_SOURCE_CHANGED, source.member)


def _with_sums(sources: list[_Source], digests: list[Digest]) -> list[Entry]:
    return [
        replace(source.entry, crc=digest.crc)
        for source, digest in zip(sources, digests, strict=True)
    ]


def _close_bag(
    plan: BundlePlan, payload: list[Entry], digests: list[Digest], target: Placing
) -> Sealed:
    """Write the tag files and the directory behind the payload, and have all on the disk."""
    skip = len(plan.root) + 1
    listed = [
        (entry.name[skip:], entry.size, digest.sha256)
        for entry, digest in zip(payload, digests, strict=True)
    ]
    files = tags.tag_files(listed, plan.info, plan.made_at)
    stamp = Stamp.of(plan.made_at)
    sizes = [(f"{plan.root}/{name}", len(content)) for name, content in files]
    entries = list(payload)
    for entry, (_, content) in zip(zipform.placed(sizes, payload[-1].end), files, strict=True):
        summed = replace(entry, crc=zlib.crc32(content))
        target.write_at(zipform.local_header(summed, stamp) + content, summed.offset)
        entries.append(summed)
    end = entries[-1].end
    tail = zipform.directory(entries, stamp, end)
    target.write_at(tail, end)
    target.finish(end + len(tail))
    anchor = hashlib.sha256(files[-1][1]).hexdigest()
    return Sealed(Path(), anchor, len(payload), sum(entry.size for entry in payload))


def _explain(error: BaseException, out: Path) -> None:
    """Turn the operating system's refusals into problems that the person can act on."""
    if not isinstance(error, OSError):
        return
    if error.errno in _FULL:
        raise _disk_full(out) from error
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR}:
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=str(out.parent)) from error


def _disk_full(file: Path) -> InspectorError:
    return InspectorError(Problem.DISK_FULL, file=str(file), folder=str(file.parent))


def _source_problem(problem: Problem, member: Member) -> InspectorError:
    return InspectorError(problem, member=member.name, file=str(member.source))


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too; Windows does that by itself and refuses the call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
