"""Seal open segments: canonical body, hash, signature (sync design, 3.4)."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from inspector import __version__
from inspector.core.segments import Op, Segment, body_of, packed, segment_of, unpacked
from inspector.store.entries import KeptSegment, SealedSegment, beside_of
from inspector.store.journal import Journal
from inspector.store.office import Office
from inspector.sync.deriving import fold
from inspector.sync.keys import DeviceKey, signature_holds
from inspector.sync.organisation import admission_here, stub_of

_CONTEXT = b"inspector.segment.v1\0"

Turn = Callable[[], AbstractContextManager[Office]]
"""Gives the database for one transaction; others may write between two of them."""


def segment_hash(body: bytes) -> bytes:
    """Name a body by its hash."""
    return hashlib.sha256(_CONTEXT + body).digest()


def segment_signed(key: bytes, signature: bytes, digest: bytes) -> bool:
    """Tell whether the signature under a segment's hash is that of a key."""
    return signature_holds(key, signature, _CONTEXT + digest)


def seal_all(office: Office, key: DeviceKey) -> int:
    """Seal every open segment that holds operations, in order; tell how many there were.

    The caller holds the transaction: either all are sealed or none. What was written on records
    in conflict is folded in, now that it has its place among the others.
    """
    segs = office.journal.unsealed()
    for seg in segs:
        seal(office.journal, seg, key)
    if segs:
        _settle_own(office, segs, key)
    return len(segs)


def seal_in_turns(turn: Turn, key: DeviceKey) -> None:
    """Seal what is open now, each segment in a transaction of its own."""
    with turn() as office:
        segs = office.journal.unsealed()
    for seg in segs:
        with turn() as office:
            if seg in office.journal.unsealed():
                seal(office.journal, seg, key)
                _settle_own(office, [seg], key)


def seal(journal: Journal, seg: int, key: DeviceKey) -> None:
    """Seal one open segment."""
    journal.store_sealed(_sealed(seg, journal.read_open(seg, key.public.hex(), __version__), key))


def _settle_own(office: Office, segs: Sequence[int], key: DeviceKey) -> None:
    known = office.segments.all()
    admission = admission_here(office.segments, key.public.hex(), known)
    changed = []
    for one in known:
        allowed = admission.may_resolve(stub_of(one))
        if one.seg in segs and allowed != one.resolves:
            office.segments.allow_resolving(one.seg, allowed=allowed)
            changed.append(one.seg)
    fold(office.cells, segs, changed)


def _sealed(seg: int, segment: Segment, key: DeviceKey) -> SealedSegment:
    body = body_of(segment)
    digest = segment_hash(body)
    return SealedSegment(
        seg=seg,
        hash=digest,
        height=segment.height,
        prev=bytes.fromhex(segment.prev) if segment.prev else None,
        key=key.public,
        signature=key.sign(_CONTEXT + digest),
        body=packed(body),
        schema=segment.schema,
        count=len(segment.ops),
        first_ms=segment.ops[0].at_ms,
        last_ms=segment.ops[-1].at_ms,
    )


def all_segments(journal: Journal) -> Iterator[tuple[str, Segment, bool]]:
    """Yield (name, segment, whether its person may settle) of all that makes the tables."""
    for kept in journal.sealed():
        if kept.is_merged:
            yield kept.hash.hex(), segment_of(unpacked(kept.body)), kept.resolves
    for name, segment in journal.open_segments():
        yield name, segment, True


def broken_segments(journal: Journal) -> list[str]:
    """Name the sealed segments of which anything does not hold.

    That is: hash, signature, place in the stream, what the columns say beside the body, and the
    index of operations, which must be that of the body.
    """
    kept_segments = list(journal.sealed())
    heights = {(*kept.beside[:2], kept.hash.hex()): kept.beside[2] for kept in kept_segments}
    return [kept.hash.hex() for kept in kept_segments if not _holds(journal, kept, heights)]


def _holds(
    journal: Journal, kept: KeptSegment, heights: Mapping[tuple[object, ...], object]
) -> bool:
    """Tell whether a segment is sound, in its place, and indexed as its body says."""
    segment = _sound_body(kept)
    if segment is None:
        return False
    if not kept.is_merged:
        return not journal.ops_beside(kept.seg)
    before = heights.get((segment.project, segment.replica, segment.prev))
    in_place = segment.height == 1 if segment.prev is None else before == segment.height - 1
    return in_place and _indexed(journal.ops_beside(kept.seg)) == _indexed(segment.ops)


def _sound_body(kept: KeptSegment) -> Segment | None:
    """Read a segment whose hash, signature and columns hold; None where one does not."""
    try:
        body = unpacked(kept.body)
    except (ValueError, zlib.error):
        return None
    if segment_hash(body) != kept.hash:
        return None
    segment = segment_of(body)
    signed = segment_signed(kept.key, kept.signature, kept.hash)
    sound = signed and segment.key == kept.key.hex() and beside_of(segment) == kept.beside
    return segment if sound else None


def _indexed(ops: tuple[Op, ...]) -> list[Op]:
    """Leave out what the index of a sealed segment does not hold or does not order."""
    return [
        replace(
            op,
            value="" if op.column.endswith(".*") else op.value,
            parents=tuple(sorted(op.parents, key=str)),
        )
        for op in ops
    ]
