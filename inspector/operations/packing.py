"""Pack what another laptop lacks: everything it has not acknowledged, signed, read back."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG, TRAY
from inspector.core.packages import (
    BlobKind,
    BlobPart,
    Manifest,
    PrivateValue,
    ProjectPart,
    SegmentPart,
)
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import unpacked
from inspector.operations.blobs import blob_path, mime_of, named_blobs
from inspector.operations.sent import Sent, remember_sent
from inspector.operations.workspace import Workspace
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import preview_path
from inspector.store.office import Office
from inspector.sync.admission import Mandate, MandateKind, behind
from inspector.sync.organisation import admission_here
from inspector.sync.package import (
    ENDING,
    VOLUME_BYTES,
    BlobSource,
    Contents,
    Sealing,
    write_package,
)

_MOST_CODES = 3
"""How many projects a package's name says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOrder:
    """What to pack: `projects` by id (none: all), for which laptop's key (empty: anybody's).

    Without `photos` small pictures go in their place; without `files` nothing goes but records.
    A package for an enrolled laptop carries
    the personal values and is sealed for it alone.
    """

    projects: tuple[str, ...] = ()
    receiver: str = ""
    photos: bool = True
    files: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlan:
    """What a package will hold, before a byte is written."""

    projects: tuple[str, ...]
    segments: int
    operations: int
    photos: int
    size: int
    is_sealed: bool
    missing: tuple[str, ...]

    @property
    def volumes(self) -> int:
        """Tell how many files it will be, as far as sizes tell before they are dealt out."""
        return max(1, -(-self.size // VOLUME_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A package as it was written: its volumes, each read back from the medium."""

    paths: tuple[Path, ...]
    id: str
    plan: PackPlan


def plan_package(workspace: Workspace, order: PackOrder) -> PackPlan:
    """Tell what a package would hold and how large it would be."""
    workspace.seal()
    with workspace.read() as office:
        return _Gathered(workspace, office, order).plan()


def package_name(workspace: Workspace, order: PackOrder) -> str:
    """Name a package by its projects (`all`; `org`: none), this laptop, the minute, for whom."""
    with workspace.read() as office:
        own = [project for project in order.projects if project != ORG]
        codes = [office.projects.get(project).code for project in own]
        device = office.devices.of_replica(office.journal.replica())
        receiver = _code_of(office, order.receiver) if order.receiver else ""
    what = "+".join(codes[:_MOST_CODES]) or (ORG if order.projects else "all")
    more = len(codes) - _MOST_CODES
    what += f"+{more}" if more > 0 else ""
    to = f"_to-{receiver}" if receiver else ""
    return f"{what}_{device.code}_{workspace.now():%Y%m%d-%H%M}{to}{ENDING}"


def _code_of(office: Office, key: str) -> str:
    """Give a laptop's code: as it was enrolled, else as its records say, else its key's name."""
    codes = [mandate.code for mandate in _held(office, key) if mandate.code]
    own = {device.key: device.code for device in office.devices.all()}
    return codes[-1] if codes else own.get(key) or key[:8]


def _held(office: Office, key: str) -> list[Mandate]:
    admission = admission_here(office.segments, "", office.segments.all())
    return list(admission.holding(MandateKind.LAPTOP, key))


def pack_into(
    workspace: Workspace,
    folder: Path,
    orders: Sequence[PackOrder],
    progress: Progress | None = None,
) -> tuple[Packed, ...]:
    """Write a package for each order into a folder, under names that are free there."""
    made = []
    for order in orders:
        target = _free(folder, package_name(workspace, order))
        made.append(pack(workspace, target, order, progress))
    return tuple(made)


def _free(folder: Path, name: str) -> Path:
    stem = name.removesuffix(ENDING)
    number = 1
    while any(folder.glob(f"{stem}{_again(number)}.*")):
        number += 1
    return folder / f"{stem}{_again(number)}{ENDING}"


def _again(number: int) -> str:
    return f"_{number}" if number > 1 else ""


def pack(
    workspace: Workspace, target: Path, order: PackOrder, progress: Progress | None = None
) -> Packed:
    """Write a package; without its ending in the name it gets one."""
    workspace.seal()
    with workspace.read() as office:
        gathered = _Gathered(workspace, office, order)
        manifest = gathered.manifest()
        contents = gathered.contents()
        plan = gathered.plan()
        recipients = gathered.recipients()
    sealing = Sealing(key=workspace.key(), recipients=recipients)
    paths = write_package(target, manifest, contents, sealing, progress or Unwatched())
    sent = Sent(
        at_ms=workspace.now_ms(),
        receiver=order.receiver,
        files=tuple((path.name, path.stat().st_size) for path in paths),
        operations=plan.operations,
        photos=plan.photos,
    )
    remember_sent(workspace, sent)
    return Packed(paths=paths, id=manifest.id, plan=plan)


class _Gathered:
    """What a package holds, read from one consistent state."""

    def __init__(self, workspace: Workspace, office: Office, order: PackOrder) -> None:
        self._workspace, self._office, self._order = workspace, office, order
        self._projects = _chosen(office, order)
        self._replicas = [peer.replica for peer in office.peers.all() if peer.key == order.receiver]
        self._segments = list(self._lacking())
        self._blobs, self._missing, self._stored = self._files()

    def plan(self) -> PackPlan:
        """Count what is gathered."""
        heights = {one.hash: one.count for one in self._office.segments.all()}
        photos = [blob for blob in self._blobs if blob.part.mime.startswith("image/")]
        return PackPlan(
            projects=self._projects,
            segments=len(self._segments),
            operations=sum(heights[part.hash.hex()] for part in self._segments),
            photos=sum(1 for blob in photos if blob.part.kind is BlobKind.ORIGINAL),
            size=sum(len(part.body) for part in self._segments)
            + sum(blob.part.size for blob in self._blobs),
            is_sealed=bool(self.recipients()),
            missing=self._missing,
        )

    def manifest(self) -> Manifest:
        """Say who packed what for whom."""
        office, workspace = self._office, self._workspace
        pin = office.segments.pin()
        replica = office.journal.replica()
        user = office.people.get(office.journal.user_id() or "")
        return Manifest(
            id=workspace.new_id(),
            made_at_ms=workspace.now_ms(),
            sender=replica.hex(),
            sender_key=workspace.key().public.hex(),
            sender_name=f"{user.name} {office.devices.of_replica(replica).code}",
            organisation=pin.root if pin else "",
            to=(self._order.receiver,) if self._order.receiver else (),
            projects={
                project: ProjectPart(
                    base=tuple(self._base(project)),
                    tips=tuple(office.segments.tips(project)),
                    set_digest=office.segments.set_digest(project),
                )
                for project in self._projects
            },
            missing_blobs=self._missing,
            stored_blobs=self._stored,
        )

    def contents(self) -> Contents:
        """Give segments, files and personal values."""
        return Contents(segments=self._segments, blobs=self._blobs, private=tuple(self._private()))

    def recipients(self) -> tuple[str, ...]:
        """Give the age recipient of an enrolled receiver; an open package goes to anybody."""
        held = _held(self._office, self._order.receiver)
        return tuple(sorted({mandate.seal_key for mandate in held if mandate.seal_key}))

    def _base(self, project: str) -> list[str]:
        """Give what the receiver acknowledged; nothing where it is unknown or goes twice."""
        if len(self._replicas) != 1:
            return []
        return self._office.peers.tips_of(self._replicas[0], project)

    def _lacking(self) -> Iterator[SegmentPart]:
        for project in self._projects:
            base = self._base(project)
            for digest, signature, key, body in self._office.segments.lacking(project, base):
                yield SegmentPart(
                    hash=digest,
                    signature=signature,
                    key=key,
                    body=body,
                    raw_length=len(unpacked(body)),
                )

    def _files(self) -> tuple[list[BlobSource], tuple[str, ...], tuple[str, ...]]:
        """Give what to send of the photos and files, what is missing here, what is stored."""
        known = set()
        for replica in self._replicas:
            known |= self._office.peers.stored_at(replica)
        blobs, missing, stored = [], [], []
        for sha256 in named_blobs(self._office, self._projects):
            path = blob_path(self._workspace.folder, sha256)
            if path is None:
                missing.append(sha256)
                continue
            stored.append(sha256)
            if sha256 not in known and self._order.files:
                blobs += self._source(sha256, path)
        return blobs, tuple(missing), tuple(stored)

    def _source(self, sha256: str, path: Path) -> list[BlobSource]:
        mime = mime_of(path)
        if self._order.photos or not mime.startswith("image/"):
            part = BlobPart(sha256=sha256, size=path.stat().st_size, mime=mime)
            return [BlobSource(part, path)]
        small = preview_path(self._workspace.folder, sha256, PreviewKind.THUMBNAIL)
        if not small.is_file():
            return []
        part = BlobPart(
            sha256=hashlib.sha256(small.read_bytes()).hexdigest(),
            size=small.stat().st_size,
            mime="image/jpeg",
            kind=BlobKind.THUMBNAIL,
            of=sha256,
        )
        return [BlobSource(part, small)]

    def _private(self) -> Iterator[PrivateValue]:
        """Give the personal values, to an enrolled laptop only."""
        if not self.recipients():
            return
        for row, column, digest, salt, value in self._office.peers.private_values(self._projects):
            yield PrivateValue(row=row, column=column, digest=digest, salt=salt.hex(), value=value)


def _chosen(office: Office, order: PackOrder) -> tuple[str, ...]:
    """Give the projects that go, the organisation's own always among them."""
    here = office.segments.projects()
    unknown = [project for project in order.projects if project not in here]
    if unknown:
        raise InspectorError(Problem.RECORD_MISSING, record="project", id=unknown[0])
    wanted = set(order.projects) or set(here)
    return tuple(sorted(wanted | {ORG} | ({TRAY} & set(here) if not order.projects else set())))


def sendable(workspace: Workspace, projects: Sequence[str]) -> int:
    """Count this workspace's own operations that no other has acknowledged yet."""
    with workspace.read() as office:
        own = [one for one in office.segments.own() if not projects or one.project in projects]
        held = behind(office.peers.acknowledged(), {one.hash: one.prev for one in own})
        sealed = sum(one.count for one in own if one.hash not in held)
        return sealed + office.journal.open_count()
