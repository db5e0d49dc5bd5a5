"""Put a damaged bundle together again from itself and a second copy, file by file."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from inspector.archive import tags
from inspector.archive.foldershelf import FolderShelf
from inspector.archive.opening import opened_bundle
from inspector.archive.shelf import Shelf, Unreadable, is_hostile
from inspector.archive.zipbag import seal
from inspector.archive.zipshelf import ZipShelf
from inspector.core.bundles import BundlePlan, Member, Sealed
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress, tracked

_TAG_FILES = (tags.BAGIT, tags.INFO, tags.MANIFEST)
_LARGEST_TAG_FILE = 64 << 20
_NAMED = 5
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for a time that the bundle does not tell: then it is not one of ours."""


Holds = Callable[[bytes, bytes], bool]
"""Tells whether a signature holds over a tag manifest."""


def _all_hold(_signature: bytes, _manifest: bytes) -> bool:
    return True


def repair(
    damaged: Path,
    copy: Path,
    out: Path,
    progress: Progress,
    *,
    sha256: str = "",
    holds: Holds = _all_hold,
) -> Sealed:
    """Write the bundle anew, byte by byte as it was sealed, from what is sound in either copy.

    Signatures in it are kept where they hold. `sha256` is the check value on the hand-over form;
    without it both copies must agree on one. Refused where a file is sound in neither: then
    nothing is written.
    """
    with ExitStack() as opened:
        shelves = [opened.enter_context(opened_bundle(path)) for path in (damaged, copy)]
        chosen = _chosen_tags(shelves, (damaged, copy), sha256)
        place = tempfile.TemporaryDirectory(prefix=".repair-", suffix=".part", dir=out.parent)
        folder = Path(opened.enter_context(place))
        members = tuple(_recovered(shelves, chosen, folder, progress))
        plan = _plan(shelves, chosen, members)
        _demand_ours(plan, chosen, damaged)
        signatures = _signatures(shelves, chosen.manifest, holds)
        return seal(plan, out, progress, sign=lambda _manifest: signatures)


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tag files of one sealing: the tag manifest, and the files that it vouches for."""

    manifest: bytes
    files: dict[str, bytes]


def _chosen_tags(shelves: Sequence[Shelf], paths: tuple[Path, Path], sha256: str) -> _Tags:
    """Choose the sealing to go back to; two different ones are not two copies of one bundle."""
    manifests = {text for shelf in shelves if (text := _content(shelf, tags.TAG_MANIFEST))}
    wanted = {
        text for text in manifests if not sha256 or hashlib.sha256(text).hexdigest() == sha256
    }
    found = [one for one in (_whole(shelves, text) for text in wanted) if one is not None]
    if len(found) > 1 or (manifests and not wanted):
        damaged, copy = paths
        raise InspectorError(Problem.COPY_OF_ANOTHER, file=damaged, copy=copy)
    if not found:
        names = (*_TAG_FILES, tags.TAG_MANIFEST)
        raise InspectorError(Problem.COPY_TOO_DAMAGED, count=len(names), names="、".join(names))
    return found[0]


def _whole(shelves: Sequence[Shelf], manifest: bytes) -> _Tags | None:
    """Find the tag files that a tag manifest vouches for, in either copy."""
    try:
        digests = {line.name: line.digest for line in tags.read_manifest(manifest)}
    except tags.TagError:
        return None
    files = {
        name: text
        for name in (*_TAG_FILES, tags.SM3_MANIFEST)
        for text in (_content(shelf, name) for shelf in shelves)
        if hashlib.sha256(text).hexdigest() == digests.get(name)
    }
    wanted = {*_TAG_FILES, *({tags.SM3_MANIFEST} & digests.keys())}
    return _Tags(manifest, files) if files.keys() == wanted else None


def _signatures(shelves: Sequence[Shelf], manifest: bytes, holds: Holds) -> dict[str, bytes]:
    names = {name for shelf in shelves for name in shelf.files}
    return {
        name: text
        for name in tags.signatures(names)
        for text in (_content(shelf, name) for shelf in reversed(shelves))
        if text and holds(text, manifest)
    }


def _content(shelf: Shelf, name: str) -> bytes:
    if not 0 < shelf.files.get(name, 0) <= _LARGEST_TAG_FILE:
        return b""
    try:
        return b"".join(bytes(chunk) for chunk in shelf.chunks(name))
    except Unreadable:
        return b""


def _recovered(
    shelves: Sequence[Shelf], chosen: _Tags, folder: Path, progress: Progress
) -> Iterator[Member]:
    """Copy each listed file out of the first copy in which it is as it was sealed."""
    listed = tags.read_manifest(chosen.files[tags.MANIFEST])
    lost: list[str] = []
    for number, line in enumerate(tracked(listed, len(listed), progress)):
        target = folder / str(number)
        if is_hostile(line.name) or not _copied(shelves, line, target):
            lost.append(line.name)
        else:
            yield Member(line.name.removeprefix(tags.PAYLOAD), target, line.digest)
    if lost:
        names = "、".join(lost[:_NAMED])
        raise InspectorError(Problem.COPY_TOO_DAMAGED, count=len(lost), names=names)


def _copied(shelves: Sequence[Shelf], line: tags.Listed, target: Path) -> bool:
    for shelf in shelves:
        if line.name not in shelf.files:
            continue
        digest = hashlib.sha256()
        try:
            with target.open("wb") as out:
                for chunk in shelf.chunks(line.name):
                    digest.update(chunk)
                    out.write(chunk)
        except Unreadable:
            continue
        if digest.hexdigest() == line.digest:
            return True
    return False


def _plan(
    shelves: Sequence[FolderShelf | ZipShelf], chosen: _Tags, members: tuple[Member, ...]
) -> BundlePlan:
    info = tags.read_info(chosen.files[tags.INFO])
    zips = [shelf.root for shelf in shelves if isinstance(shelf, ZipShelf)]
    made = dict(info).get(tags.SEALED_AT, "")
    return BundlePlan(
        root=next(iter(zips), shelves[0].root),
        members=members,
        info=tuple(field for field in info if field[0] not in {tags.SEALED_AT, tags.OXUM}),
        made_at=tags.read_time(made) if made else _EPOCH,
        with_sm3=tags.SM3_MANIFEST in chosen.files,
    )


def _demand_ours(plan: BundlePlan, chosen: _Tags, damaged: Path) -> None:
    """Make sure that our writer gives the tag files of the sealing back, before it writes."""
    sm3 = tags.read_manifest(chosen.files.get(tags.SM3_MANIFEST, b""))
    sums = {line.name: line.digest for line in sm3}
    names = (f"{tags.PAYLOAD}{member.name}" for member in plan.members)
    payload = [
        tags.Summed(name, _size(member), member.expect_sha256 or "", sums.get(name, ""))
        for name, member in zip(names, plan.members, strict=True)
    ]
    made = tags.tag_files(payload, plan.info, plan.made_at)
    if made[tags.TAG_MANIFEST] != chosen.manifest:
        raise InspectorError(Problem.BUNDLE_NOT_OURS, file=damaged)


def _size(member: Member) -> int:
    source = member.source
    return len(source) if isinstance(source, bytes) else source.stat().st_size
