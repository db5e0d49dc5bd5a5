"""Seal open segments: canonical body, hash, signature (sync design, 3.4)."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace

from inspector import __version__
from inspector.core.segments import Op, Segment, body_of, packed, segment_of, unpacked
from inspector.store.journal import Journal, KeptSegment, SealedSegment, beside_of
from inspector.sync.keys import DeviceKey, signature_holds

_CONTEXT = b"inspector.segment.v1\0"


def segment_hash(body: bytes) -> bytes:
    """Name a body by its hash."""
    return hashlib.sha256(_CONTEXT + body).digest()


def segment_signed(key: bytes, signature: bytes, digest: bytes) -> bool:
    """Tell whether the signature under a segment's hash is that of a key."""
    return signature_holds(key, signature, _CONTEXT + digest)


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
        schema=segment.schema,
        count=len(segment.ops),
        first_ms=segment.ops[0].at_ms,
        last_ms=segment.ops[-1].at_ms,
    )


def all_segments(journal: Journal) -> Iterator[tuple[str, Segment]]:
    """Yield (name, segment) of all that the journal holds, oldest first, sealed or open."""
    for kept in journal.sealed():
        yield kept.hash.hex(), segment_of(unpacked(kept.body))
    yield from journal.open_segments()


def broken_segments(journal: Journal) -> list[str]:
    """Name the sealed segments of which anything does not hold.

    That is: hash, signature, place in the stream, what the columns say beside the body, and the
    index of operations, which must be that of the body.
    """
    broken = []
    tips: dict[tuple[object, object], tuple[int, str | None]] = {}
    for kept in journal.sealed():
        segment = _sound_body(kept)
        stream = (kept.beside[0], kept.beside[1])
        height, tip = tips.get(stream, (0, None))
        if (
            segment is None
            or (segment.height, segment.prev) != (height + 1, tip)
            or _indexed(journal.ops_beside(kept.seg)) != _indexed(segment.ops)
        ):
            broken.append(kept.hash.hex())
        tips[stream] = (height + 1, kept.hash.hex())
    return broken


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
