"""Write a BagIt bag inside one stored ZIP in a single pass over the files.

All offsets are known beforehand, so threads read each file once, feed SHA-256 and CRC-32 and put
the bytes at their final place: no staging folder, constant memory, equal bytes for equal plans.
"""

import contextlib
import hashlib
import json
import shutil
import zlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inspector.archive import tags
from inspector.archive.journal import Digest, Journal
from inspector.archive.parallel import Meter, in_threads
from inspector.archive.placing import Placing, open_placing
from inspector.archive.sources import (
    Source,
    copied,
    demand_folder,
    digests_of,
    disk_full,
    explain,
    laid_out,
    sync_folder,
)
from inspector.core import zipform
from inspector.core.bundles import BundlePlan, Sealed
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress
from inspector.core.zipform import Entry, Stamp

_ROOM_FOR_TAGS = 1 << 20
_SOON_READ = 16 << 20
"""Bytes of a paper that are read once more, so that it counts by what it holds."""


def seal(
    plan: BundlePlan,
    out: Path,
    progress: Progress,
    *,
    replace_existing: bool = False,
    sign: tags.Signing = tags.unsigned,
) -> Sealed:
    """Write the bundle, whole or not at all; signatures over its tag manifest go in behind it.

    A refusal, a full disk or the person's stop removes what was begun. Only a killed process
    leaves `.part` and `.journal` beside the target; the same plan then goes on where it ended.
    """
    if out.is_dir() or (out.exists() and not replace_existing):
        raise InspectorError(Problem.BUNDLE_EXISTS, file=str(out))
    demand_folder(out)
    part, journal_path = _beside(out, ".part"), _beside(out, ".journal")
    try:
        sources = laid_out(plan)
        journal = Journal(journal_path, _plan_name(plan, sources))
        sealed = _write(plan, sources, part, journal, progress, sign)
        part.replace(out)
        journal_path.unlink(missing_ok=True)
        sync_folder(out.parent)
    except BaseException as error:
        for begun in (part, journal_path):
            with contextlib.suppress(OSError):  # the disk itself may be gone
                begun.unlink(missing_ok=True)
        explain(error, out)
        raise
    return replace(sealed, path=out)


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(f"{out.name}{ending}")


def begun_at(out: Path) -> datetime | None:
    """Tell the sealing time of a run that was killed while it wrote this file, if there was one.

    Sealing at the same time again gives the same plan, so that the run can go on.
    """
    if not _beside(out, ".part").exists():
        return None
    head = Journal(_beside(out, ".journal"), "").head()
    try:
        return tags.read_time(head.partition(" ")[2])
    except ValueError:
        return None


def goes_on(plan: BundlePlan, out: Path) -> bool:
    """Tell whether a run of this very plan was killed while it wrote this file."""
    head = Journal(_beside(out, ".journal"), "").head()
    return _beside(out, ".part").exists() and head == _plan_name(plan, laid_out(plan))


def _plan_name(plan: BundlePlan, sources: list[Source]) -> str:
    """Name the plan: a changed file, name or detail makes another plan, begun anew."""
    files = [(source.entry.name, source.entry.size, _identity(source)) for source in sources]
    made_at = tags.spell_time(plan.made_at)
    text = json.dumps([files, plan.info, made_at, plan.with_sm3])
    return f"{hashlib.sha256(text.encode()).hexdigest()} {made_at}"


def _identity(source: Source) -> str:
    """Name the bytes of a file: by their digest where it is known or soon made."""
    member = source.member
    if member.expect_sha256 is not None:
        return member.expect_sha256
    if isinstance(member.source, bytes):
        return hashlib.sha256(member.source).hexdigest()
    if source.entry.size <= _SOON_READ:
        return hashlib.sha256(member.source.read_bytes()).hexdigest()
    return f"{member.source} {source.modified_ns}"


def _write(
    plan: BundlePlan,
    sources: list[Source],
    part: Path,
    journal: Journal,
    progress: Progress,
    sign: tags.Signing,
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
        listed = digests_of(plan, sources, digests)
        return _close_bag(plan, _with_sums(sources, digests), listed, target, sign)
    finally:
        target.close()


def _resumable(part: Path, journal: Journal, sources: list[Source]) -> dict[int, Digest]:
    try:
        length = part.stat().st_size
    except FileNotFoundError:
        return {}
    done = journal.read()
    return {
        index: digest
        for index, digest in done.items()
        if index < len(sources)
        and sources[index].entry.end <= length
        and sources[index].member.expect_sha256 in {None, digest.sha256}
    }


def _check_room(part: Path, sources: list[Source]) -> None:
    """Refuse before the first byte where the disk cannot hold the bundle."""
    need = sources[-1].entry.end + _ROOM_FOR_TAGS + 400 * len(sources)
    with contextlib.suppress(FileNotFoundError):
        need -= getattr(part.stat(), "st_blocks", 0) * 512
    free = shutil.disk_usage(part.parent).free
    if free < need:
        raise disk_full(part)


class _Copying:
    """Copies one member after another to its place; the same object serves all threads."""

    def __init__(
        self, target: Placing, stamp: Stamp, journal: Journal, done: dict[int, Digest]
    ) -> None:
        self._target = target
        self._stamp = stamp
        self._journal = journal
        self._done = done

    def copy(self, numbered: tuple[int, Source], meter: Meter) -> Digest:
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

    def _copied(self, source: Source, meter: Meter) -> Digest:
        start = source.entry.data_at
        return copied(source, lambda chunk, at: self._target.write_at(chunk, start + at), meter)


def _with_sums(sources: list[Source], digests: list[Digest]) -> list[Entry]:
    return [
        replace(source.entry, crc=digest.crc)
        for source, digest in zip(sources, digests, strict=True)
    ]


def _close_bag(
    plan: BundlePlan,
    payload: list[Entry],
    listed: list[tags.Summed],
    target: Placing,
    sign: tags.Signing,
) -> Sealed:
    """Write the tag files and the directory behind the payload, and have all on the disk."""
    files = tags.tag_files(listed, plan.info, plan.made_at)
    files |= sign(files[tags.TAG_MANIFEST])
    stamp = Stamp.of(plan.made_at)
    sizes = [(f"{plan.root}/{name}", len(content)) for name, content in files.items()]
    entries = list(payload)
    places = zipform.placed(sizes, payload[-1].end)
    for entry, content in zip(places, files.values(), strict=True):
        summed = replace(entry, crc=zlib.crc32(content))
        target.write_at(zipform.local_header(summed, stamp) + content, summed.offset)
        entries.append(summed)
    end = entries[-1].end
    tail = zipform.directory(entries, stamp, end)
    target.write_at(tail, end)
    target.finish(end + len(tail))
    anchor = hashlib.sha256(files[tags.TAG_MANIFEST]).hexdigest()
    return Sealed(Path(), anchor, len(payload), sum(entry.size for entry in payload))
