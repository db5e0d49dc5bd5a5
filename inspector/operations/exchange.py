"""How this workspace stands to the others: what is not sent, what waits, what is open."""

from dataclasses import dataclass, replace

from inspector.core.evidence import Whereabouts
from inspector.core.exchange import Peer, Receipt
from inspector.operations.blobs import whereabouts
from inspector.operations.naming import device_names
from inspector.operations.packing import sendable
from inspector.operations.taking import pinned_organisation
from inspector.operations.workspace import Workspace
from inspector.store.segments import Fork, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What waits for people: operations not sent, conflicts, laptops whose work is set aside."""

    unsent: int
    conflicts: int
    set_aside: int

    @property
    def to_do(self) -> int:
        """Count what somebody must decide here: the badge of the room."""
        return self.conflicts + self.set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """What a person who carries sticks wants to know; counts are operations or photos."""

    organisation: str
    root: str
    replica: str
    unsent: int
    waiting: int
    quarantined: int
    conflicts: int
    photos_elsewhere: int
    photos_missing: int
    projects: tuple[tuple[str, tuple[str, ...], str], ...]
    forks: tuple[Fork, ...]
    peers: tuple[Peer, ...]


def sync_status(workspace: Workspace) -> SyncStatus:
    """Tell how this workspace stands to the others."""
    unsent = sendable(workspace, ())
    with workspace.read() as office:
        pin = pinned_organisation(office)
        projects = office.segments.projects()
        named = [sha for sha in office.peers.named_photos() if sha]
        unsettled = office.segments.unsettled()
        where = list(whereabouts(workspace, named).values())
        return SyncStatus(
            organisation=pin.name if pin else "",
            root=pin.root if pin else "",
            replica=office.journal.replica().hex(),
            unsent=unsent,
            waiting=sum(one.count for one in unsettled if one.state is State.WAITING),
            quarantined=sum(one.count for one in unsettled if one.state is State.QUARANTINED),
            conflicts=office.conflicts.count(),
            photos_elsewhere=where.count(Whereabouts.ELSEWHERE),
            photos_missing=where.count(Whereabouts.MISSING),
            projects=tuple(
                (one, tuple(office.segments.tips(one)), office.segments.set_digest(one))
                for one in projects
            ),
            forks=tuple(office.segments.forks()),
            peers=tuple(office.peers.all()),
        )


def count_pending(workspace: Workspace) -> Pending:
    """Count what waits for people, without looking at any photo."""
    with workspace.read() as office:
        unsettled = office.segments.unsettled()
        conflicts = office.conflicts.count()
    aside = {one.key for one in unsettled if one.state is State.QUARANTINED}
    return Pending(unsent=sendable(workspace, ()), conflicts=conflicts, set_aside=len(aside))


def set_aside_here(workspace: Workspace) -> frozenset[str]:
    """Name the segments that wait or are quarantined now, whatever receipts once said."""
    with workspace.read() as office:
        return frozenset(known.hash for known in office.segments.unsettled())


def list_receipts(workspace: Workspace) -> list[Receipt]:
    """List the packages that were taken in, the newest first."""
    with workspace.read() as office:
        names = device_names(office)
        return [_renamed(one, names.get(one.sender, "")) for one in office.peers.receipts()]


def _renamed(receipt: Receipt, called: str) -> Receipt:
    """Name the sender as it is called by now: it may have been given a code since."""
    person, _space, _code = receipt.sender_name.rpartition(" ")
    if not called or not person or " " in called:
        return receipt
    return replace(receipt, sender_name=f"{person} {called}")
