"""The body of a segment: up to 10,000 consecutive operations of one laptop in one project.

The canonical JSON here is what is hashed, signed and forwarded byte for byte (sync design, 3.4);
`sync.segments` hashes and signs it, `store.journal` keeps it.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inspector.core.canonical import canonical

FORMAT = 1
MAX_RAW_BYTES = 64 * 1024 * 1024
HERE = 0
"""The reference number of the segment itself; -1 is none, k is refs[k - 1]."""
NOWHERE = -1

_spelled_value = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Reference = tuple[str | None, int]
"""An operation elsewhere: (segment hash, or None for the same segment; index)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Op:
    """One operation: an insert (`column` is `table.*`) or one field set.

    `value` is JSON text; `rank_ms` orders concurrent values; `prev` is the operation replaced.
    """

    column: str
    row: str
    at_ms: int
    rank_ms: int
    prev: Reference | None
    value: str
    parents: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of operations with where it stands in its laptop's stream."""

    project: str
    replica: str
    height: int
    prev: str | None
    user: str | None
    key: str
    schema: int
    app: str
    ops: tuple[Op, ...]


def body_of(segment: Segment) -> bytes:
    """Spell the segment as its canonical bytes."""
    refs = sorted({ref for op in segment.ops for ref in _references(op) if ref is not None})
    number = {ref: index for index, ref in enumerate(refs, start=1)}
    columns = {name: i for i, name in enumerate(dict.fromkeys(op.column for op in segment.ops))}
    rows = {name: i for i, name in enumerate(dict.fromkeys(op.row for op in segment.ops))}
    start = segment.ops[0].at_ms
    entries, last = [], start
    for op in segment.ops:
        ref, index = _spelled(op.prev, number)
        entry: list[object] = [
            columns[op.column],
            rows[op.row],
            op.at_ms - last,
            op.rank_ms - op.at_ms,
            ref,
            index,
            _recanonical(op.value),
        ]
        if op.parents:
            entry.append([_spelled(parent, number) for parent in sorted(op.parents, key=str)])
        entries.append(entry)
        last = op.at_ms
    head = {
        "v": FORMAT,
        "project": segment.project,
        "replica": segment.replica,
        "height": segment.height,
        "prev": segment.prev,
        "user": segment.user,
        "key": segment.key,
        "schema": segment.schema,
        "app": segment.app,
        "t0": start,
        "cols": list(columns),
        "rows": list(rows),
        "refs": refs,
        "ops": entries,
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()


def segment_of(body: bytes) -> Segment:
    """Read a body back."""
    return segment_from(json.loads(body))


def segment_from(head: dict[str, Any]) -> Segment:
    """Read a body back that was parsed as JSON."""
    refs, columns, rows = head["refs"], head["cols"], head["rows"]
    ops, at = [], head["t0"]
    for column, row, elapsed, drank, ref, index, value, *rest in head["ops"]:
        at += elapsed
        ops.append(
            Op(
                column=columns[column],
                row=rows[row],
                at_ms=at,
                rank_ms=at + drank,
                prev=_read_reference(ref, index, refs),
                value=_spelled_value(value),
                parents=tuple(
                    reference
                    for parent_ref, parent_index in (rest[0] if rest else ())
                    if (reference := _read_reference(parent_ref, parent_index, refs)) is not None
                ),
            )
        )
    return Segment(
        project=head["project"],
        replica=head["replica"],
        height=head["height"],
        prev=head["prev"],
        user=head["user"],
        key=head["key"],
        schema=head["schema"],
        app=head["app"],
        ops=tuple(ops),
    )


def needs_of(segment: Segment) -> set[str]:
    """Name the segments that must be merged before this one: what it continues and refers to."""
    needs = {segment.prev} if segment.prev else set()
    for op in segment.ops:
        for reference in (op.prev, *op.parents):
            if reference is not None and reference[0] is not None:
                needs.add(reference[0])
    return needs


def packed(body: bytes) -> bytes:
    """Compress a body for keeping."""
    return zlib.compress(body, 6)


def unpacked(data: bytes) -> bytes:
    """Give a kept body back; never more than the format allows."""
    unpacker = zlib.decompressobj()
    body = unpacker.decompress(data, MAX_RAW_BYTES)
    if not unpacker.eof or unpacker.unused_data:
        message = "a segment body is cut, followed by something, or longer than the format allows"
        raise ValueError(message)
    return body


def _references(op: Op) -> list[str | None]:
    return [ref for ref, _index in (*([op.prev] if op.prev else []), *op.parents)]


def _spelled(reference: Reference | None, number: dict[str, int]) -> tuple[int, int]:
    if reference is None:
        return NOWHERE, NOWHERE
    ref, index = reference
    return (HERE if ref is None else number[ref]), index


def _read_reference(ref: int, index: int, refs: Sequence[str]) -> Reference | None:
    if ref == NOWHERE:
        return None
    return (None if ref == HERE else refs[ref - 1]), index


def _recanonical(value: str) -> object:
    """Parse a value so that it is spelled with sorted keys, whatever engine wrote it."""
    return json.loads(canonical(json.loads(value))) if value.startswith("{") else json.loads(value)
