"""Take packages in: from a stick, a folder or a file; all of a package, or nothing of it."""

import secrets
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.exchange import Peer, Receipt, ReceiptLine, SetAside
from inspector.core.packages import BlobKind, BlobPart, Manifest, PrivateValue
from inspector.core.people import Person
from inspector.core.progress import Progress, Unwatched
from inspector.folders import OUTBOX
from inspector.operations.backups import backup_workspace
from inspector.operations.blobs import blob_path, keep_blob, keep_thumbnail
from inspector.operations.naming import device_names
from inspector.operations.refusals import remember_refusal
from inspector.operations.staying import keep_own_person, own_person
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.store.segments import Arrival, Known, Pin, State
from inspector.sync.admission import MandateKind
from inspector.sync.checking import MalformedSegmentError, checked_segment
from inspector.sync.envelope import envelope_key
from inspector.sync.opening import OpenPackage, open_package
from inspector.sync.organisation import admission_here
from inspector.sync.package import ENDING, SEALED_ENDING
from inspector.sync.segments import Turn
from inspector.sync.taking import Circumstances, Taken, take

_ALIAS_BYTES = 16
REQUEST_NAME = "request.json"
"""This laptop asked to be enrolled: the answer may join it to the organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What came of taking several packages in: receipts, and what was passed over and why."""

    receipts: tuple[Receipt, ...] = ()
    refused: tuple[tuple[Path, InspectorError], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    path: Path
    package: OpenPackage
    arrivals: tuple[Arrival, ...]
    private: tuple[PrivateValue, ...]
    joins: Pin | None
    person: Person | None
    """Who acts here."""

    @property
    def manifest(self) -> Manifest:
        return self.package.manifest


def find_packages(paths: Iterable[Path]) -> list[Path]:
    """List the packages among files and folders; a folder is looked through one level deep."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if not path.is_dir() or _is_package(one)]
    return found


def _is_package(path: Path) -> bool:
    return path.is_file() and path.name.lower().endswith((ENDING, SEALED_ENDING))


def take_packages(
    workspace: Workspace,
    paths: Sequence[Path],
    progress: Progress | None = None,
    *,
    join: bool = False,
) -> Outcome[Intake]:
    """Take packages in, one after the other; a bad one is refused and the others go on.

    `join` lets a workspace that belongs to no organisation join the package's.
    """
    watched = progress or Unwatched()
    receipts: list[Receipt] = []
    refused: list[tuple[Path, InspectorError]] = []
    backup = ""
    for path in find_packages(paths):
        try:
            with ExitStack() as stack:
                opened = _opened(workspace, path, stack, watched, join=join)
                backup = backup or _safety_copy(workspace, opened)
                receipts.append(_taken_in(workspace, opened, watched, backup))
        except InspectorError as error:
            refused.append((path, error))
            remember_refusal(workspace, path, error)
    if not receipts and len(refused) == 1:
        raise refused[0][1]
    changes = Changes(frozenset(Topic)) if receipts else Changes()
    return Outcome(Intake(receipts=tuple(receipts), refused=tuple(refused)), changes)


# -- before anything is written -------------------------------------------------------------------


def _opened(
    workspace: Workspace, path: Path, stack: ExitStack, progress: Progress, *, join: bool
) -> _Opened:
    """Check a package whole: signature, organisation, every segment."""
    keys = [envelope_key(workspace.profile)]
    package = stack.enter_context(open_package(path, keys, workspace.folder / "inbox", progress))
    joins = _joins(workspace, package.manifest, path, join=join)
    try:
        arrivals = tuple(
            Arrival.of(one.part.hash, one.part.signature, one.part.body, checked_segment(one.raw))
            for one in package.segments()
        )
    except MalformedSegmentError as error:
        raise InspectorError(Problem.PACKAGE_INVALID, file=str(path), rule=str(error)) from error
    entries = zip(package.manifest.segments, arrivals, strict=True)
    if any(entry.key.hex() != arrival.key for entry, arrival in entries):
        raise InspectorError(Problem.PACKAGE_INVALID, file=str(path), rule="key")
    with workspace.read() as office:
        person = own_person(office)
    private = package.private()
    return _Opened(
        path=path,
        package=package,
        arrivals=arrivals,
        private=private,
        joins=joins,
        person=person,
    )


def _joins(workspace: Workspace, manifest: Manifest, path: Path, *, join: bool) -> Pin | None:
    """Give the organisation that taking the package in joins; refuse another's."""
    with workspace.read() as office:
        pin = office.segments.pin()
    if not manifest.organisation or (pin and pin.root == manifest.organisation):
        return None
    facts = {"file": str(path), "organisation": manifest.organisation[:16]}
    if pin is not None:
        raise InspectorError(Problem.PACKAGE_OTHER_ORGANISATION, **facts)
    if not join and not _is_awaited(workspace, manifest):
        raise InspectorError(Problem.ORGANISATION_NOT_JOINED, **facts)
    return Pin(manifest.organisation, manifest.sender_name)


def _is_awaited(workspace: Workspace, manifest: Manifest) -> bool:
    """Tell whether a package answers this laptop's own request to be enrolled."""
    asked = (workspace.folder / OUTBOX / REQUEST_NAME).is_file()
    return asked and workspace.key().public.hex() in manifest.to


def _safety_copy(workspace: Workspace, opened: _Opened) -> str:
    """Copy the database before the first package that brings anything new."""
    with workspace.read() as office:
        known = (office.segments.state_of(arrival.hash) for arrival in opened.arrivals)
        if all(state is not None for state in known):
            return ""
    return str(backup_workspace(workspace))


# -- photos and files first, then the segments ----------------------------------------------------


def _taken_in(workspace: Workspace, opened: _Opened, progress: Progress, backup: str) -> Receipt:
    photos_new = _keep_blobs(workspace, opened, progress)
    merge = partial(_merged, workspace, opened, progress)
    account = partial(_account, workspace, opened, photos_new, backup)
    if opened.joins is None:
        taken = merge(workspace.turn)
        with workspace.turn() as office:
            receipt = account(office, taken)
    else:  # joined whole or not at all
        with workspace.act() as writing:
            writing.office.segments.set_pin(opened.joins, workspace.now_ms())
            taken = merge(lambda: nullcontext(writing.office))
            receipt = account(writing.office, taken)
    if "erasure" in taken.touched:
        workspace.write_back()
    return receipt


def _merged(workspace: Workspace, opened: _Opened, progress: Progress, turn: Turn) -> Taken:
    circumstances = Circumstances(
        at_ms=workspace.now_ms(),
        via=opened.manifest.id,
        fresh=secrets.token_bytes(_ALIAS_BYTES),
    )
    return take(turn, workspace.key(), opened.arrivals, circumstances, progress)


def _account(
    workspace: Workspace,
    opened: _Opened,
    photos_new: int,
    backup: str,
    office: Office,
    taken: Taken,
) -> Receipt:
    """Keep what came beside the segments, and the receipt for all of it."""
    office.peers.keep_private(
        (one.row, one.column, one.digest, bytes.fromhex(one.salt), one.value)
        for one in opened.private
    )
    keep_own_person(office, opened.person)
    _take_up_code(workspace, office)
    _see_sender(workspace, office, opened.manifest)
    receipt = _receipt(workspace, office, opened, taken, photos_new, backup)
    office.peers.log(receipt)
    return receipt


def _take_up_code(workspace: Workspace, office: Office) -> None:
    """Take the code that the organisation gave this laptop, if no other has it."""
    own_key, replica = workspace.key().public.hex(), office.journal.replica()
    admission = admission_here(office.segments, own_key, office.segments.all())
    held = admission.holding(MandateKind.LAPTOP, own_key)
    codes = [mandate.code for mandate in held if mandate.code]
    device = office.devices.of_replica(replica)
    if codes and device.id and codes[-1] not in office.devices.codes().values():
        office.devices.put(replace(device, code=codes[-1]), replica)


def _keep_blobs(workspace: Workspace, opened: _Opened, progress: Progress) -> int:
    """Keep the photos and files that are not here; each is whole before it has its name."""
    blobs, new = opened.manifest.blobs, 0
    for done, blob in enumerate(blobs, start=1):
        if progress.wants_stop():
            raise Cancelled
        if blob.kind is BlobKind.THUMBNAIL:
            keep_thumbnail(workspace, blob, opened.package.blob(blob))
        elif blob_path(workspace.folder, blob.sha256) is None:
            keep_blob(workspace.folder, blob, opened.package.blob(blob))
            new += _is_photo(blob)
        progress.report(done, len(blobs))
    return new


def _is_photo(blob: BlobPart) -> bool:
    return blob.kind is BlobKind.ORIGINAL and blob.mime.startswith("image/")


def _see_sender(workspace: Workspace, office: Office, manifest: Manifest) -> None:
    """Keep what the sender holds: its receipt for all that lies behind those segments."""
    if manifest.sender == office.journal.replica().hex():
        return
    now = workspace.now_ms()
    is_news = office.peers.see(
        Peer(
            replica=manifest.sender,
            key=manifest.sender_key,
            name=manifest.sender_name,
            made_at_ms=manifest.made_at_ms,
            seen_at_ms=now,
            skew_ms=manifest.made_at_ms - now,
        )
    )
    if is_news and manifest.volume[0] == 1:
        for project, part in manifest.projects.items():
            office.peers.hold(manifest.sender, project, part.tips, part.set_digest)
        office.peers.store(manifest.sender, manifest.stored_blobs)


# -- the receipt ----------------------------------------------------------------------------------


def _receipt(
    workspace: Workspace,
    office: Office,
    opened: _Opened,
    taken: Taken,
    photos_new: int,
    backup: str,
) -> Receipt:
    known = {one.hash: one for one in office.segments.all()}
    merged = [known[digest] for digest in taken.applied]
    conflict = office.conflicts.count_in(one.seg for one in merged)
    waiting = taken.waiting | _standing_as(State.WAITING, known, taken.same)
    quarantined = taken.quarantined | _standing_as(State.QUARANTINED, known, taken.same)
    manifest, now = opened.manifest, workspace.now_ms()
    return Receipt(
        id=manifest.id,
        name=opened.path.name,
        sender=manifest.sender,
        sender_key=manifest.sender_key,
        sender_name=manifest.sender_name,
        made_at_ms=manifest.made_at_ms,
        taken_at_ms=now,
        received=sum(arrival.count for arrival in opened.arrivals),
        applied=sum(one.count for one in merged) - conflict,
        same=_count(known, taken.same - waiting - quarantined),
        conflict=conflict,
        waiting=_count(known, waiting),
        quarantined=_count(known, quarantined),
        photos_received=sum(_is_photo(blob) for blob in manifest.blobs),
        photos_new=photos_new,
        lines=_lines(office, [known[digest] for digest in sorted(waiting | quarantined)]),
        backup=backup,
        skew_ms=max(0, manifest.made_at_ms - now),
        new_stream=taken.new_stream,
        size=opened.path.stat().st_size,
        segments=tuple(sorted(arrival.hash.hex() for arrival in opened.arrivals)),
        organisation=manifest.organisation,
        joined=opened.joins is not None,
    )


def _standing_as(state: State, known: dict[str, Known], hashes: Iterable[str]) -> set[str]:
    """Name what is not in the records yet: it was set aside when it first came, and still is."""
    return {digest for digest in hashes if known[digest].state is state}


def _count(known: dict[str, Known], hashes: Iterable[str]) -> int:
    return sum(known[digest].count for digest in hashes)


def _lines(office: Office, aside: Iterable[Known]) -> tuple[ReceiptLine, ...]:
    names = device_names(office)
    return tuple(_line(known, names) for known in aside)


def _line(known: Known, names: dict[str, str]) -> ReceiptLine:
    is_waiting = known.state is State.WAITING
    return ReceiptLine(
        hash=known.hash,
        project_id=known.project,
        key=known.key,
        device=names.get(known.replica) or names.get(known.key) or known.key[:8],
        count=known.count,
        reason=SetAside.MISSING if is_waiting else SetAside(known.reason),
    )


def pinned_organisation(office: Office) -> Pin | None:
    """Give the organisation by the name that it gives itself, once that has come."""
    pin = office.segments.pin()
    if pin is None:
        return None
    admission = admission_here(office.segments, "", office.segments.all())
    said = admission.holding(MandateKind.ORGANISATION, pin.root)
    return Pin(pin.root, said[0].name) if said else pin
