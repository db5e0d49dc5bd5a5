"""Make a workspace again from the records, journals and files in an archive bundle."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from inspector.archive import tags
from inspector.archive.opening import opened_bundle
from inspector.archive.shelf import Shelf, Unreadable
from inspector.core.bundles import EDITION, PUBLIC_EDITION, Part, part_of
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Verification
from inspector.core.ids import ORG
from inspector.core.packages import BlobPart
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import packed
from inspector.folders import FILES
from inspector.operations.blobs import keep_blob, mime_of_ending, named_blobs
from inspector.operations.bundle_data import BUNDLE_FACTS, JOURNAL, ORG_JOURNAL
from inspector.operations.bundles import lacking_parts, verify_bundle
from inspector.operations.files import keep_content
from inspector.operations.starting import NewWorkspace, grow_workspace
from inspector.operations.workspace import Workspace
from inspector.store.content import project_hash
from inspector.store.segments import Arrival, Pin
from inspector.sync.checking import MalformedSegmentError, checked_segment
from inspector.sync.segments import segment_hash, segment_signed
from inspector.sync.taking import Circumstances, take

_DATA = f"{tags.PAYLOAD}其他/数据/"
_PACK = "checklist-"
_ALIAS_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was made again: `content_hash` of the records, beside that which the bundle states.

    `absent` names the photos and files that the records speak of and the bundle does not hold.
    """

    project_id: str
    content_hash: str
    stated_hash: str
    absent: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Tell whether the records are to the last field those that were sealed."""
        return self.content_hash == self.stated_hash


def restore_bundle(
    start: NewWorkspace, bundles: Sequence[Path], progress: Progress | None = None
) -> Restored:
    """Make a workspace of a sound bundle, or of all its parts; every change is taken in again.

    Refused where the bundle is damaged or lacks a part, or was not made by this program.
    """
    watched = progress or Unwatched()
    found = [verify_bundle(path, watched) for path in bundles]
    for path, one in zip(bundles, found, strict=True):
        if dict(one.info).get(EDITION) == PUBLIC_EDITION:
            raise InspectorError(Problem.BUNDLE_IS_PUBLIC_COPY, file=path)
        if not one.ok:
            raise InspectorError(Problem.BUNDLE_DAMAGED, file=path, count=len(one.faults))
    absent = lacking_parts(found)
    if absent or len({one.group for one in map(_part, found)}) != 1:
        numbers = "、".join(str(part.number) for part in absent)
        raise InspectorError(Problem.PARTS_ABSENT, file=bundles[0], numbers=numbers or "?")
    restored: list[Restored] = []
    with ExitStack() as opened:
        shelves = [opened.enter_context(opened_bundle(path)) for path in bundles]
        source = _Source(shelves, bundles[0])
        grow_workspace(start, lambda here: restored.append(_filled(here, source, watched)))
    return restored[0]


def _part(found: Verification) -> Part:
    """Give the part that a bag says it is; one that says nothing is a bundle by itself."""
    return part_of(dict(found.info)) or Part(found.sha256, 1, 1)


class _Source:
    """The records of a bundle, read by their names below its data."""

    def __init__(self, shelves: Sequence[Shelf], path: Path) -> None:
        self.path = path
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self._shelves: dict[str, Shelf] = {}
        for shelf in shelves:
            self._shelves |= dict.fromkeys(shelf.files, shelf)
            self.sizes |= shelf.files
            listed = tags.read_manifest(self.whole(tags.MANIFEST))
            self.digests |= {line.name: line.digest for line in listed}
        self.by_digest = {digest: name for name, digest in self.digests.items()}

    def json(self, name: str) -> Any:
        """Read a file of the data."""
        try:
            return json.loads(self.content(name))
        except ValueError:
            raise self.problem(name) from None

    def content(self, name: str) -> bytes:
        """Give the bytes of a file of the data."""
        if f"{_DATA}{name}" not in self.sizes:
            raise self.problem(name)
        return self.whole(f"{_DATA}{name}")

    def packs(self) -> list[str]:
        """Name the checklists."""
        starts = f"{_DATA}{_PACK}"
        return [name.removeprefix(_DATA) for name in self.sizes if name.startswith(starts)]

    def problem(self, name: str) -> InspectorError:
        """Say that the data lack a file, or that it is not one of ours."""
        return InspectorError(Problem.BUNDLE_DATA_UNREADABLE, file=self.path, member=name)

    def whole(self, name: str) -> bytes:
        """Give the bytes of any file of the bundle."""
        try:
            return b"".join(self.pieces(name))
        except Unreadable:
            raise self.problem(name) from None

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file, piece by piece."""
        return (bytes(chunk) for chunk in self._shelves[name].chunks(name))


def _filled(workspace: Workspace, source: _Source, progress: Progress) -> Restored:
    facts: Mapping[str, str] = source.json(BUNDLE_FACTS)
    arrivals = [*_arrivals(source, ORG_JOURNAL), *_arrivals(source, JOURNAL)]
    for name in source.packs():
        content = source.content(name)
        digest = source.digests[f"{_DATA}{name}"]
        keep_content(workspace.folder / FILES, digest, ".json", content)
    with workspace.act() as writing:
        if facts["organisation"]:
            pin = Pin(facts["organisation"], facts["organisation_name"])
            writing.office.segments.set_pin(pin, workspace.now_ms())
        circumstances = Circumstances(
            at_ms=workspace.now_ms(), via=source.path.name, fresh=secrets.token_bytes(_ALIAS_BYTES)
        )
        one_turn = nullcontext(writing.office)
        take(lambda: one_turn, workspace.key(), arrivals, circumstances, progress)
    with workspace.read() as office:
        named = list(named_blobs(office, (facts["project"], ORG)))
        made = project_hash(office.db, facts["project"])
    return Restored(
        project_id=facts["project"],
        content_hash=made,
        stated_hash=facts["content_hash"],
        absent=tuple(digest for digest in named if not _kept(workspace, source, digest)),
    )


def _arrivals(source: _Source, journal: str) -> Iterator[Arrival]:
    """Read the segments of a journal; each must have its hash and the signature of its laptop."""
    for line in source.json(f"{journal}.json"):
        body = source.content(line["file"])
        digest, key = segment_hash(body), bytes.fromhex(line["key"])
        signature = bytes.fromhex(line["signature"])
        if digest.hex() != line["hash"] or not segment_signed(key, signature, digest):
            raise source.problem(line["file"])
        try:
            segment = checked_segment(body)
        except MalformedSegmentError:
            raise source.problem(line["file"]) from None
        yield Arrival.of(digest, signature, packed(body), segment)


def _kept(workspace: Workspace, source: _Source, digest: str) -> bool:
    """Put a photo or file where the workspace looks for it; tell whether the bundle has it."""
    name = source.by_digest.get(digest)
    if name is None:
        return False
    mime = mime_of_ending(PurePosixPath(name).suffix)
    part = BlobPart(sha256=digest, size=source.sizes[name], mime=mime)
    keep_blob(workspace.folder, part, source.pieces(name))
    return True
