"""Take segments in: admit, merge what can be merged, set the rest aside, derive (3.6 and 3.10).

All in the caller's one transaction: either everything is in, or nothing happened.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from inspector.core.errors import Cancelled
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import Segment
from inspector.store.cells import UnsoundSegmentError
from inspector.store.office import Office
from inspector.store.segments import Arrival, Known, SegmentRepository, State
from inspector.sync.deriving import derive
from inspector.sync.keys import DeviceKey
from inspector.sync.organisation import admission_here, stub_of
from inspector.sync.segments import seal_all

UNKNOWN_KEY, REVOKED, UNSOUND, MISSING = "unknown_key", "revoked", "unsound", "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of the segments that came: hashes by what was done with them."""

    applied: frozenset[str]
    same: frozenset[str]
    waiting: frozenset[str]
    quarantined: frozenset[str]
    removed: frozenset[str] = frozenset()
    """Segments that were merged before and are no longer admitted."""
    touched: Mapping[str, set[str]] = field(default_factory=dict)
    """Records by table that may show something else now."""
    new_stream: bool = False
    """Whether this workspace went on as a new incarnation: see `take`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """When and by which package segments come, and sixteen random bytes for a new incarnation."""

    at_ms: int
    via: str
    fresh: bytes


def take(
    office: Office,
    key: DeviceKey,
    arrivals: Iterable[Arrival],
    circumstances: Circumstances,
    progress: Progress,
) -> Taken:
    """Take segments in; what this workspace wrote is sealed first.

    It goes on as a new incarnation where its own stream comes
    back with something it does not know (a clone goes about, or this was restored from a
    backup), or where its own work depends on what is no longer admitted.
    """
    seal_all(office, key)
    came, same = set(), set()
    replica, was_forked = office.journal.replica(), False
    with office.cells.suspended():
        for arrival in arrivals:
            if office.segments.state_of(arrival.hash) is not None:
                same.add(arrival.hash.hex())
                continue
            was_forked |= bytes.fromhex(arrival.segment.replica) == replica
            office.segments.keep(arrival, circumstances.at_ms, circumstances.via)
            came.add(arrival.hash.hex())
        settlement = _Settlement(office, key, progress)
        settlement.settle()
        touched = office.cells.tables_touched()
    is_new = was_forked or settlement.own_stream_was_left
    if is_new:
        office.journal.begin_stream(circumstances.fresh)
    after = {known.hash: known.state for known in office.segments.all()}
    return Taken(
        applied=frozenset(digest for digest in came if after[digest] is State.MERGED),
        same=frozenset(same),
        waiting=frozenset(digest for digest in came if after[digest] is State.WAITING),
        quarantined=frozenset(digest for digest in came if after[digest] is State.QUARANTINED),
        removed=frozenset(settlement.removed),
        touched=touched,
        new_stream=is_new,
    )


def settle_anew(office: Office, key: DeviceKey, fresh: bytes) -> None:
    """Settle what is here again, after the organisation said something new on this machine."""
    with office.cells.suspended():
        settlement = _Settlement(office, key, Unwatched())
        settlement.settle()
    if settlement.own_stream_was_left:
        office.journal.begin_stream(fresh)


def forget(office: Office, key: DeviceKey, digests: Collection[str]) -> set[str]:
    """Be as if some segments had never come, and name what went out of sight with them.

    What others wrote on top of them waits, as it would had it come first.
    """
    with office.cells.suspended():
        leaving = _Settlement(office, key, Unwatched())
        leaving.take_out(digests)
        office.segments.forget(digests)
        settlement = _Settlement(office, key, Unwatched())
        settlement.settle()
    return (leaving.removed | settlement.removed) - set(digests)


class _Settlement:
    """One pass over all segments: who is admitted now, and what can be merged."""

    def __init__(self, office: Office, key: DeviceKey, progress: Progress) -> None:
        self._segments = office.segments
        self._cells = office.cells
        self._peers = office.peers
        self._progress = progress
        self._known = office.segments.all()
        self._by_hash = {known.hash: known for known in self._known}
        self._admission = admission_here(office.segments, key.public.hex(), self._known)
        self.removed: set[str] = set()
        self.own_stream_was_left = False

    def settle(self) -> None:
        """Move segments in and out as they are admitted now, and derive what that touches."""
        self._remove_what_is_not_admitted()
        self._renew_rights()
        self._merge_what_can_be()
        derive(self._cells)
        self._peers.obey_erasures()

    # -- out --------------------------------------------------------------------------------

    def _remove_what_is_not_admitted(self) -> None:
        merged = [known for known in self._known if known.state is State.MERGED]
        out = {known.hash for known in merged if not self._admission.admits(stub_of(known))}
        if out:
            self.take_out(out)

    def take_out(self, wanted: Collection[str]) -> None:
        """Take merged segments and all that needs them out of the index; they wait."""
        aliases = {known.hash: known for known in self._known if known.state is State.MERGED}
        out = set(wanted) & aliases.keys()
        spread = bool(out)
        needs = {digest: self._needs(aliases[digest]) for digest in aliases if spread}
        while spread:
            more = {digest for digest in aliases if digest not in out and needs[digest] & out}
            out |= more
            spread = bool(more)
        for digest in out:
            known = aliases[digest]
            self._cells.remove_ops(known.seg)
            self._segments.stand(known.seg, State.WAITING)
            self.own_stream_was_left |= known.is_own
        self.removed = out

    def _needs(self, known: Known) -> set[str]:
        return needs_of(self._segments.body(known.seg))

    # -- rights -----------------------------------------------------------------------------

    def _renew_rights(self) -> None:
        for known in self._known:
            allowed = self._admission.may_resolve(stub_of(known))
            if allowed != known.resolves:
                self._segments.allow_resolving(known.seg, allowed=allowed)
                if known.state is State.MERGED and known.hash not in self.removed:
                    self._cells.touch_ops(known.seg)

    # -- in ---------------------------------------------------------------------------------

    def _merge_what_can_be(self) -> None:
        """Merge in causal order; what needs a segment that is not in waits."""
        merged = {
            known.hash: known.seg
            for known in self._known
            if known.state is State.MERGED and known.hash not in self.removed
        }
        queue = _Queue(self._admitted(), self._segments, merged)
        for done, known in enumerate(queue.ready):  # it grows while it is worked through
            self._progress.report(done, queue.total)
            if self._progress.wants_stop():
                raise Cancelled
            if self._merge(known, queue.bodies[known.hash], merged):
                merged[known.hash] = known.seg
                queue.release(known)
        self._progress.report(queue.total, queue.total)
        for known in queue.waiting():
            self._segments.stand(known.seg, State.WAITING, MISSING)

    def _admitted(self) -> list[Known]:
        """Set aside what is not admitted, and give the rest of what is not merged."""
        left = []
        for known in self._known:
            if known.state is State.MERGED and known.hash not in self.removed:
                continue
            if known.reason == UNSOUND:
                continue
            if self._admission.admits(stub_of(known)):
                left.append(known)
            else:
                reason = REVOKED if self._admission.knows(known.key) else UNKNOWN_KEY
                self._segments.stand(known.seg, State.QUARANTINED, reason)
        return left

    def _check_project(self, segment: Segment) -> None:
        if any(self._by_hash[ref].project != segment.project for ref in needs_of(segment)):
            raise UnsoundSegmentError

    def _merge(self, known: Known, segment: Segment, merged: Mapping[str, int]) -> bool:
        try:
            self._check_project(segment)
            self._cells.store_ops(known.seg, segment, merged)
        except UnsoundSegmentError:
            self._segments.stand(known.seg, State.QUARANTINED, UNSOUND)
            return False
        self._segments.stand(known.seg, State.MERGED)
        return True


class _Queue:
    """Segments in causal order: each is ready when all that it needs is merged."""

    def __init__(
        self, left: Sequence[Known], segments: SegmentRepository, merged: Mapping[str, int]
    ) -> None:
        self.total = len(left)
        self.bodies = {known.hash: segments.body(known.seg) for known in left}
        self._left = left
        self._missing = {
            known.hash: needs_of(self.bodies[known.hash]) - merged.keys() for known in left
        }
        self._children: dict[str, list[Known]] = {}
        for known in left:
            for digest in self._missing[known.hash]:
                self._children.setdefault(digest, []).append(known)
        self.ready = [known for known in left if not self._missing[known.hash]]

    def release(self, known: Known) -> None:
        """Let what needed a segment come in, now that it is merged."""
        for child in self._children.get(known.hash, ()):
            missing = self._missing[child.hash]
            missing.discard(known.hash)
            if not missing:
                self.ready.append(child)

    def waiting(self) -> list[Known]:
        """List what needs segments that have not come."""
        return [known for known in self._left if self._missing[known.hash]]


def needs_of(segment: Segment) -> set[str]:
    """Name the segments that must be merged before this one: what it continues and refers to."""
    needs = {segment.prev} if segment.prev else set()
    for op in segment.ops:
        for reference in (op.prev, *op.parents):
            if reference is not None and reference[0] is not None:
                needs.add(reference[0])
    return needs
