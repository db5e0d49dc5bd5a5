"""Write a BagIt bag as a folder, for discs: the same tree and the same bytes as in the ZIP."""

import hashlib
import os
import shutil
from pathlib import Path

from inspector.archive import tags
from inspector.archive.journal import Digest
from inspector.archive.parallel import Meter, in_threads
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
from inspector.core.bundles import BundlePlan, Sealed
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress

_ROOM_A_FILE = 8192
"""What a file may take beyond its bytes: a block of the disk, its name, its manifest line."""


def seal_folder(
    plan: BundlePlan, out: Path, progress: Progress, *, sign: tags.Signing = tags.unsigned
) -> Sealed:
    """Write the bundle as the folder `out`, whole or not at all; signatures lie in it."""
    if out.exists():
        raise InspectorError(Problem.BUNDLE_EXISTS, file=str(out))
    demand_folder(out)
    part = out.with_name(f"{out.name}.part")
    try:
        sources = laid_out(plan)
        shutil.rmtree(part, ignore_errors=True)
        _check_room(out, sources)
        sealed = _write(plan, sources, part, progress, sign)
        part.rename(out)
        sync_folder(out.parent)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        explain(error, out)
        raise
    return Sealed(out, sealed, len(sources), sum(source.entry.size for source in sources))


def _check_room(out: Path, sources: list[Source]) -> None:
    need = sum(source.entry.size + _ROOM_A_FILE for source in sources)
    if shutil.disk_usage(out.parent).free < need:
        raise disk_full(out)


def _write(
    plan: BundlePlan, sources: list[Source], part: Path, progress: Progress, sign: tags.Signing
) -> str:
    """Write everything below `part`; give the SHA-256 of the tag manifest."""
    part.mkdir()

    def work(source: Source, meter: Meter) -> Digest:
        return _copied(source, part / tags.PAYLOAD / source.member.name, meter)

    total = sum(source.entry.size for source in sources)
    digests = in_threads(work, sources, total, progress)
    files = tags.tag_files(digests_of(plan, sources, digests), plan.info, plan.made_at)
    files |= sign(files[tags.TAG_MANIFEST])
    for name, content in files.items():
        with (part / name).open("xb") as out:
            out.write(content)
            os.fsync(out.fileno())
    for folder in (part, *(path for path in part.rglob("*") if path.is_dir())):
        sync_folder(folder)
    return hashlib.sha256(files[tags.TAG_MANIFEST]).hexdigest()


def _copied(source: Source, path: Path, meter: Meter) -> Digest:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb", buffering=0) as out:
        digest = copied(source, lambda chunk, _at: _put(out.fileno(), chunk), meter)
        os.fsync(out.fileno())
    return digest


def _put(descriptor: int, chunk: memoryview) -> None:
    while chunk:
        chunk = chunk[os.write(descriptor, chunk) :]
