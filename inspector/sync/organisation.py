"""What the organisation has said, read from the segments that its key signed (3.10)."""

import json
from collections.abc import Iterable

from inspector.core.segments import Segment
from inspector.store.segments import Known, SegmentRepository
from inspector.sync.admission import Admission, Mandate, MandateEnd, Stub, admission_of

_SAID = ("kind", "subject", "role", "name", "code", "seal_key")


def admission_here(segments: SegmentRepository, own_key: str, known: Iterable[Known]) -> Admission:
    """Read what the organisation has said; nothing where this workspace belongs to none."""
    pin = segments.pin()
    if pin is None:
        return Admission()
    mandates, ends = [], []
    for segment in segments.signed_by(pin.root):
        found = spoken_in(segment)
        mandates += found[0]
        ends += found[1]
    prevs = {one.hash: one.prev for one in known}
    return admission_of(pin.root, own_key, mandates, ends, prevs)


def stub_of(known: Known) -> Stub:
    """Give as much of a segment as admission asks for."""
    return Stub(known.hash, known.prev, known.key, known.user)


def spoken_in(segment: Segment) -> tuple[list[Mandate], list[MandateEnd]]:
    """Read the mandates, and ends of mandates, that a segment holds."""
    mandates, ends = [], []
    for op in segment.ops:
        if op.column == "mandate.*":
            said = _object(op.value)
            mandates.append(Mandate(op.row, **{n: str(said.get(n) or "") for n in _SAID}))
        elif op.column == "mandate_end.*":
            said = _object(op.value)
            accepts = frozenset(_list(said.get("accepts")))
            ends.append(MandateEnd(str(said.get("mandate_id") or ""), accepts))
    return mandates, ends


def _object(text: str) -> dict[str, object]:
    said = json.loads(text)
    return said if isinstance(said, dict) else {}


def _list(text: object) -> list[str]:
    """Read a list of hashes as it stands in a column; what is none accepts nothing."""
    try:
        said = json.loads(text) if isinstance(text, str) else []
    except ValueError:
        return []
    return [str(item) for item in said] if isinstance(said, list) else []
