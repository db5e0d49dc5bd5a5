"""The journal of a bundle: each segment whole, signed, and in its place behind the last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspector.archive.contents import DATA, Contents
from inspector.core.faults import Fault, FaultCode
from inspector.core.progress import Progress, Stage, tracked
from inspector.core.proofs import CheckName, Proof
from inspector.core.segments import Reference, Segment
from inspector.operations.bundle_data import BUNDLE_FACTS, JOURNAL, ORG_JOURNAL
from inspector.operations.proofs.catalogue import has_volumes
from inspector.operations.proofs.records import prove_records
from inspector.store.opindex import WrittenAt
from inspector.sync.checking import MalformedSegmentError, checked_segment
from inspector.sync.segments import segment_hash, segment_signed
from inspector.sync.soundness import stands

_HALF = 500
"""Steps of the progress that each journal counts for."""


@dataclass(slots=True)
class _Journal:
    """What has been read of one journal: its sound segments by hash, and each one's file."""

    name: str
    segments: dict[str, Segment] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    told: set[str | None] = field(default_factory=set)
    """Hashes of segments that were told of, so that those behind them are not told of again."""
    listed: int = 0

    def add(self, code: FaultCode, file: str, digest: str | None = None) -> None:
        self.faults.append(Fault(code, file))
        if digest is not None:
            self.told.add(digest)


def prove_history(bag: Contents, progress: Progress) -> Iterator[Proof]:
    """Check both journals, then what the records are against what they come to."""
    journals = [
        _read(bag, name, Stage(progress, half, _HALF, 2 * _HALF))
        for name, half in ((JOURNAL, 0), (ORG_JOURNAL, _HALF))
    ]
    faults = [*_absent(bag)]
    faults += [fault for one in journals for fault in (*one.faults, *_chain(one))]
    is_sound = not faults and bag.is_sound_below(DATA)
    if is_sound:
        faults += _heads(bag, journals)
    yield Proof(
        check=CheckName.HISTORY,
        looked_at=sum(one.listed for one in journals),
        faults=tuple(faults),
    )
    if is_sound and not faults and (journals[0].segments or _owes_records(bag)):
        yield prove_records(bag, [one.segments for one in journals], progress)
    else:
        yield Proof(check=CheckName.RECORDS)


def _owes_records(bag: Contents) -> bool:
    return bag.is_ours and not bag.is_public_copy and has_volumes(bag)


def _absent(bag: Contents) -> Iterator[Fault]:
    """Find a bundle of volumes that was robbed of the records which its volumes were made of."""
    if _owes_records(bag):
        for name in (BUNDLE_FACTS, "columns.json", f"{JOURNAL}.json", f"{ORG_JOURNAL}.json"):
            if bag.lacks(f"{DATA}{name}"):
                yield Fault(FaultCode.MEMBER_MISSING, f"{DATA}{name}")


def _read(bag: Contents, name: str, progress: Progress) -> _Journal:
    """Read the segments that a journal's list names, and find files that it does not name."""
    journal = _Journal(name)
    listing = f"{DATA}{name}.json"
    if not bag.has(listing):
        return journal
    try:
        lines = [_Line.of(line) for line in bag.json(listing)]
    except (ValueError, LookupError, TypeError):
        journal.add(FaultCode.LIST_UNREADABLE, listing)
        return journal
    journal.listed = len(lines)
    for line in tracked(lines, len(lines), progress):
        _take(bag, journal, line)
    named = {line.file for line in lines}
    for file in bag.below(f"{DATA}{name}/"):
        if file not in named:
            journal.add(FaultCode.SEGMENT_OUT_OF_CHAIN, file)
    return journal


@dataclass(frozen=True, slots=True)
class _Line:
    """What a journal's list says of one segment."""

    file: str
    digest: str
    key: bytes
    signature: bytes

    @classmethod
    def of(cls, line: Mapping[str, str]) -> "_Line":
        key, signature = bytes.fromhex(line["key"]), bytes.fromhex(line["signature"])
        return cls(f"{DATA}{line['file']}", str(line["hash"]), key, signature)


def _take(bag: Contents, journal: _Journal, line: _Line) -> None:
    if not bag.has(line.file):
        journal.told.add(line.digest)
        if bag.lacks(line.file):
            journal.add(FaultCode.SEGMENT_OUT_OF_CHAIN, line.file)
        return
    body = bag.content(line.file)
    digest = segment_hash(body)
    try:
        segment = checked_segment(body)
    except MalformedSegmentError:
        segment = None
    if digest.hex() != line.digest or segment is None:
        journal.add(FaultCode.SEGMENT_CHANGED, line.file, line.digest)
    elif segment.key != line.key.hex() or not segment_signed(line.key, line.signature, digest):
        journal.add(FaultCode.SEGMENT_UNSIGNED, line.file, line.digest)
    else:
        journal.segments[line.digest] = segment
        journal.files[line.digest] = line.file


def _chain(journal: _Journal) -> Iterator[Fault]:
    """Each segment names the one before it, and stands on operations that are there."""
    written = _written(journal.segments)
    for digest, segment in journal.segments.items():
        before = journal.segments.get(segment.prev or "")
        follows = (
            segment.prev is None and segment.height == 1
            if before is None
            else before.replica == segment.replica and before.height + 1 == segment.height
        )
        is_told = segment.prev in journal.told
        if (not follows and not is_told) or not (journal.told or stands(segment, written)):
            yield Fault(FaultCode.SEGMENT_OUT_OF_CHAIN, journal.files[digest])


def _written(segments: Mapping[str, Segment]) -> dict[Reference, WrittenAt]:
    return {
        (digest, index): WrittenAt(op.row, op.column, op.rank_ms)
        for digest, segment in segments.items()
        for index, op in enumerate(segment.ops)
    }


def _heads(bag: Contents, journals: Sequence[_Journal]) -> Iterator[Fault]:
    """Compare the last segments of all laptops with those at sealing: a cut is seen."""
    name = f"{DATA}{BUNDLE_FACTS}"
    if not bag.has(name):
        return
    try:
        facts: Any = bag.json(name)
        said = facts.get("heads")
    except (ValueError, AttributeError):
        yield Fault(FaultCode.LIST_UNREADABLE, name)
        return
    if said != {one.name: _last(one.segments) for one in journals}:
        yield Fault(FaultCode.HEADS_DIFFER, name)


def _last(segments: Mapping[str, Segment]) -> list[str]:
    followed = {segment.prev for segment in segments.values()}
    return sorted(digest for digest in segments if digest not in followed)
