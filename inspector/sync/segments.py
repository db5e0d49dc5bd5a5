"""Seal open segments: canonical body, hash, signature (sync design, 3.4)."""

import hashlib
from collections.abc import Iterator

from inspector import __version__
from inspector.core.segments import Segment, body_of, packed, segment_of
from inspector.store.journal import Journal, SealedSegment
from inspector.sync.keys import DeviceKey, signature_holds

_CONTEXT = b"inspector.segment.v1\0"


def segment_hash(body: bytes) -> bytes:
    """Name a body by its hash."""
    return hashlib.sha256(_CONTEXT + body).digest()


def seal_all(journal: Journal, key: DeviceKey) -> int:
    """Seal every open segment that holds operations, in order; tell how many there were.

    The caller holds the transaction: either all are sealed or none.
    """
    segs = journal.unsealed()
    for seg in segs:
        journal.store_sealed(
            _sealed(seg, journal.read_open(seg, key.public.hex(), __version__), key)
        )
    return len(segs)


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
        count=len(segment.ops),
        first_ms=segment.ops[0].at_ms,
        last_ms=segment.ops[-1].at_ms,
    )


def all_segments(journal: Journal) -> Iterator[tuple[str, Segment]]:
    """Yield (name, segment) of all that the journal holds, oldest first, sealed or open."""
    for _seg, digest, _key, _signature, body in journal.sealed_bodies():
        yield digest.hex(), segment_of(body)
    yield from journal.open_segments()


def broken_segments(journal: Journal) -> list[str]:
    """Name the sealed segments whose hash, signature or place in the stream does not hold."""
    broken = []
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    for _seg, digest, key, signature, body in journal.sealed_bodies():
        segment = segment_of(body)
        stream = (segment.project, segment.replica)
        height, tip = seen.get(stream, (0, None))
        sound = (
            segment_hash(body) == digest
            and segment.key == key.hex()
            and signature_holds(key, signature, _CONTEXT + digest)
            and (segment.height, segment.prev) == (height + 1, tip)
        )
        if not sound:
            broken.append(digest.hex())
        seen[stream] = (segment.height, digest.hex())
    return broken
