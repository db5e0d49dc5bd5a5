"""Take segments in: admit, merge what can be merged, set the rest aside, derive (3.6 and 3.10).

A chain of short transactions, so that people can go on working: first all that came is kept and
what must go out goes; then segments are merged in causal order, some operations at a time.
Whatever is merged so far is a state that a smaller package would have left: an operation stands
only on earlier ones. Who stops it undoes
it; what a crash leaves is finished at the next start (`go_on`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from inspector.core.errors import Cancelled
from inspector.core.progress import Progress, Unwatched
from inspector.core.segments import Reference, Segment, needs_of, segment_of, unpacked
from inspector.store.office import Office
from inspector.store.segments import MERGING, Arrival, Known, State
from inspector.sync.admission import Admission
from inspector.sync.deriving import derive
from inspector.sync.keys import DeviceKey
from inspector.sync.organisation import admission_here, stub_of
from inspector.sync.pace import Pace
from inspector.sync.segments import Turn, seal_in_turns
from inspector.sync.soundness import goes_on, references_of, stands

if TYPE_CHECKING:
    from inspector.store.opindex import WrittenAt

UNKNOWN_KEY, REVOKED, UNSOUND, MISSING = "unknown_key", "revoked", "unsound", "missing"
_LOOKED_UP = 2000
"""How many operations are looked up at once: some 4 ms."""


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
    turn: Turn,
    key: DeviceKey,
    arrivals: Iterable[Arrival],
    circumstances: Circumstances,
    progress: Progress,
) -> Taken:
    """Take segments in; what this workspace wrote is sealed first.

    It goes on as a new incarnation where its own stream comes
    back with something it does not know (a clone goes about, or this was restored from a
    backup), or where its own work depends on what is no longer admitted.

    After a stop it is as if nothing had come. Only where people wrote meanwhile the stop comes
    too late: what they wrote may stand on what came.
    """
    seal_in_turns(turn, key)
    settlement = _Settlement(turn, key, progress)
    with turn() as office:
        came, same, is_clone = _keep(office, arrivals, circumstances)
        is_new = settlement.begin(office, came) or is_clone
        if is_new:
            office.journal.begin_stream(circumstances.fresh)
        height = office.journal.own_height()
    try:
        settlement.merge()
    except Cancelled:
        if _left_as_before(turn, key, came, height):
            raise
        settlement.merge(stoppable=False)
    standing = _standing(turn, came)
    return Taken(
        applied=standing[State.MERGED],
        same=frozenset(same),
        waiting=standing[State.WAITING],
        quarantined=standing[State.QUARANTINED],
        removed=frozenset(settlement.removed),
        touched=settlement.touched,
        new_stream=is_new,
    )


def _standing(turn: Turn, came: Collection[str]) -> dict[State, frozenset[str]]:
    with turn() as office:
        after = {known.hash: known.state for known in office.segments.all()}
    return {state: frozenset(one for one in came if after[one] is state) for state in State}


def _left_as_before(turn: Turn, key: DeviceKey, came: Collection[str], height: int) -> bool:
    """Forget what came, unless people wrote meanwhile: what they wrote may stand on it."""
    with turn() as office:
        is_untouched = office.journal.own_height() == height and not office.journal.unsealed()
        if is_untouched:
            forget(office, key, came)
    return is_untouched


def _keep(
    office: Office, arrivals: Iterable[Arrival], circumstances: Circumstances
) -> tuple[dict[str, Arrival], set[str], bool]:
    """Keep what is new; tell what was here, and whether somebody else writes this stream."""
    came: dict[str, Arrival] = {}
    same, is_clone, replica = set(), False, office.journal.replica().hex()
    for arrival in arrivals:
        if office.segments.state_of(arrival.hash) is not None:
            same.add(arrival.hash.hex())
            continue
        is_clone |= arrival.replica == replica
        office.segments.keep(arrival, circumstances.at_ms, circumstances.via)
        came[arrival.hash.hex()] = arrival
    return came, same, is_clone


def go_on(turn: Turn, key: DeviceKey, fresh: bytes) -> None:
    """Finish what a program that ended early left of taking in."""
    settlement = _Settlement(turn, key, Unwatched())
    with turn() as office:
        if settlement.begin(office):
            office.journal.begin_stream(fresh)
    settlement.merge()


def settle_anew(office: Office, key: DeviceKey, fresh: bytes) -> None:
    """Settle what is here again, after the organisation said something new on this machine."""
    settlement = _settled(office, key)
    if settlement.own_stream_was_left:
        office.journal.begin_stream(fresh)


def forget(office: Office, key: DeviceKey, digests: Collection[str]) -> set[str]:
    """Be as if some segments had never come, and name what went out of sight with them.

    What others wrote on top of them waits, as it would had it come first.
    """
    with office.cells.suspended():
        leaving = _Settlement(lambda: nullcontext(office), key, Unwatched())
        leaving.take_out(office, digests)
        derive(office.cells)
        office.segments.forget(digests)
    settlement = _settled(office, key)
    return (leaving.removed | settlement.removed) - set(digests)


def _settled(office: Office, key: DeviceKey) -> "_Settlement":
    """Settle all that is here in the caller's one transaction."""
    settlement = _Settlement(lambda: nullcontext(office), key, Unwatched())
    settlement.begin(office)
    settlement.merge()
    return settlement


class _Settlement:
    """One pass over all segments: who is admitted now, and what can be merged."""

    def __init__(self, turn: Turn, key: DeviceKey, progress: Progress) -> None:
        self._turn = turn
        self._key = key.public.hex()
        self._progress = progress
        self._known: list[Known] = []
        self._came: Mapping[str, Arrival] = {}
        self._by_hash: dict[str, Known] = {}
        self._merged: dict[str, int] = {}
        self._queue = _Queue({})
        self._pace = Pace()
        self.removed: set[str] = set()
        self.own_stream_was_left = False
        self.touched: dict[str, set[str]] = {}

    def begin(self, office: Office, came: Mapping[str, Arrival] | None = None) -> bool:
        """Move segments out that are not admitted now, and line up those that are.

        Tell whether segments of this workspace's own stream were moved out.
        """
        self._came = came or {}
        self._look(office)
        admission = admission_here(office.segments, self._key, self._known)
        with office.cells.suspended():
            merged = [known for known in self._known if known.state is State.MERGED]
            self.take_out(office, {o.hash for o in merged if not admission.admits(stub_of(o))})
            self._renew_rights(office, admission)
            self._line_up(office, self._admitted(office, admission))
            self._derive(office)
        return self.own_stream_was_left

    def _look(self, office: Office) -> None:
        self._known = office.segments.all()
        self._by_hash = {known.hash: known for known in self._known}

    def _derive(self, office: Office) -> None:
        derive(office.cells)
        for table, rows in office.cells.tables_touched().items():
            self.touched.setdefault(table, set()).update(rows)

    # -- out --------------------------------------------------------------------------------

    def take_out(self, office: Office, wanted: Collection[str]) -> None:
        """Take merged segments and all that needs them out of the index; they wait."""
        if not self._known:
            self._look(office)
        aliases = {known.hash: known for known in self._known if known.state is State.MERGED}
        out = set(wanted) & aliases.keys()
        spread = bool(out)
        needs = {
            digest: needs_of(office.segments.body(known.seg))
            for digest, known in aliases.items()
            if spread
        }
        while spread:
            more = {digest for digest in aliases if digest not in out and needs[digest] & out}
            out |= more
            spread = bool(more)
        for digest in out:
            known = aliases[digest]
            office.index.remove_ops(known.seg)
            office.segments.stand(known.seg, State.WAITING)
            self.own_stream_was_left |= known.is_own
        self.removed = out

    # -- rights -----------------------------------------------------------------------------

    def _renew_rights(self, office: Office, admission: Admission) -> None:
        for known in self._known:
            allowed = admission.may_resolve(stub_of(known))
            if allowed != known.resolves:
                office.segments.allow_resolving(known.seg, allowed=allowed)
                if known.state is State.MERGED and known.hash not in self.removed:
                    office.cells.touch_ops(known.seg)

    def _is_in(self, known: Known) -> bool:
        is_whole = known.state is State.MERGED and known.reason != MERGING
        return is_whole and known.hash not in self.removed

    # -- in ---------------------------------------------------------------------------------

    def _admitted(self, office: Office, admission: Admission) -> list[Known]:
        """Set aside what is not admitted, and give the rest of what is not merged."""
        left = []
        for known in self._known:
            if self._is_in(known) or known.reason == UNSOUND:
                continue
            if admission.admits(stub_of(known)):
                left.append(known)
                if known.state is not State.MERGED or known.hash in self.removed:
                    office.segments.stand(known.seg, State.WAITING)
            else:
                reason = REVOKED if admission.knows(known.key) else UNKNOWN_KEY
                office.segments.stand(known.seg, State.QUARANTINED, reason)
        return left

    def _line_up(self, office: Office, left: Sequence[Known]) -> None:
        self._merged = {known.hash: known.seg for known in self._known if self._is_in(known)}
        missing = {}
        for known in left:
            came = self._came.get(known.hash)
            needs = came.needs if came else needs_of(office.segments.body(known.seg))
            missing[known] = set(needs - self._merged.keys())
        self._queue = _Queue(missing)

    def merge(self, *, stoppable: bool = True) -> None:
        """Merge in causal order; what needs a segment that is not in waits."""
        done, total = 0, self._queue.operations
        for known in self._queue.ready:  # it grows while it is worked through
            for step in self._steps(known):
                self._progress.report(done + step, total)
                if stoppable and self._progress.wants_stop():
                    raise Cancelled
            done += known.count
        self._progress.report(total, total)
        with self._turn() as office:
            for known in self._queue.waiting():
                office.segments.stand(known.seg, State.WAITING, MISSING)
            office.peers.obey_erasures()

    def _steps(self, known: Known) -> Iterator[int]:
        """Merge a segment some operations at a time; others may have begun, or be at it too.

        Yields before each step how many operations are in.
        """
        yield 0
        if known.hash in self._merged:
            return
        came = self._came.get(known.hash)
        segment = segment_of(unpacked(came.body)) if came else self._read(known)
        is_sound = self._is_sound(segment)
        is_in = None
        while is_in is None:
            with self._turn() as office, office.cells.suspended():
                began, before = perf_counter(), office.index.indexed(known.seg)
                is_in = self._step(office, known, segment, is_sound=is_sound)
                done = office.index.indexed(known.seg)
            self._pace.took(done - before, perf_counter() - began)
            if is_in is None:
                yield done
        if is_in:
            self._merged[known.hash] = known.seg
            self._queue.release(known)

    def _read(self, known: Known) -> Segment:
        with self._turn() as office:
            return office.segments.body(known.seg)

    def _is_sound(self, segment: Segment) -> bool:
        elsewhere: dict[Reference, WrittenAt] = {}
        references = list(references_of(segment))
        for at in range(0, len(references), _LOOKED_UP):
            with self._turn() as office:
                some = references[at : at + _LOOKED_UP]
                elsewhere |= office.index.written_at(some, self._merged)
        needed = {digest: self._by_hash[digest] for digest in needs_of(segment)}
        return goes_on(segment, needed) and stands(segment, elsewhere)

    def _step(
        self, office: Office, known: Known, segment: Segment, *, is_sound: bool
    ) -> bool | None:
        """Merge the next operations; tell whether the segment is in, None while it is not yet."""
        state, reason = office.segments.standing_of(known.seg)
        if state is State.QUARANTINED or not is_sound:
            if state is State.WAITING:
                office.segments.stand(known.seg, State.QUARANTINED, UNSOUND)
            return False
        if state is State.MERGED and reason != MERGING:
            return True
        start, total = office.index.indexed(known.seg), len(segment.ops)
        span = range(start, min(start + self._pace.ops, total))
        office.index.store_ops(known.seg, segment, self._merged, span)
        is_last = span.stop == total
        office.segments.stand(known.seg, State.MERGED, "" if is_last else MERGING)
        self._derive(office)
        return True if is_last else None


class _Queue:
    """Segments in causal order: each is ready when all that it needs is merged."""

    def __init__(self, missing: dict[Known, set[str]]) -> None:
        self.operations = sum(known.count for known in missing)
        self._missing = missing
        self._children: dict[str, list[Known]] = {}
        for known, digests in missing.items():
            for digest in digests:
                self._children.setdefault(digest, []).append(known)
        self.ready = [known for known, digests in missing.items() if not digests]

    def release(self, known: Known) -> None:
        """Let what needed a segment come in, now that it is merged."""
        for child in self._children.get(known.hash, ()):
            missing = self._missing[child]
            missing.discard(known.hash)
            if not missing:
                self.ready.append(child)

    def waiting(self) -> list[Known]:
        """List what needs segments that have not come."""
        return [known for known, digests in self._missing.items() if digests]
