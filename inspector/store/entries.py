"""What the journal holds, as values: entries, and segments as they lie in the database."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from inspector.core.segments import Segment
from inspector.store.triggers import INDEX_BITS, INSERT_MARK

INDEX_MASK = (1 << INDEX_BITS) - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation as the journal holds it, with who wrote it and where."""

    opid: int
    row: str
    table: str
    column: str
    at_ms: int
    prev: int | None
    value: str | None
    user_id: str | None
    replica: bytes
    segment_hash: bytes | None
    rank: int
    via: str | None
    """The package that brought it; nothing for what was written here."""

    @property
    def is_insert(self) -> bool:
        """Tell whether the entry made the record."""
        return self.column == INSERT_MARK


@dataclass(frozen=True, slots=True)
class SealedSegment:
    """A finished segment as it is stored and forwarded."""

    seg: int
    hash: bytes
    height: int
    prev: bytes | None
    key: bytes
    signature: bytes
    body: bytes
    schema: int
    count: int
    first_ms: int
    last_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSegment:
    """A sealed segment as it lies in the database: its body packed, and what stands beside it."""

    seg: int
    hash: bytes
    key: bytes
    signature: bytes
    body: bytes
    is_merged: bool
    resolves: bool
    beside: tuple[object, ...]
    """What the columns say of the body: see `beside_of`."""


def beside_of(segment: Segment) -> tuple[object, ...]:
    """Give what the columns of a sealed segment must say of its body."""
    return (
        segment.project,
        segment.replica,
        segment.height,
        segment.prev,
        segment.user,
        segment.schema,
        len(segment.ops),
        segment.ops[0].at_ms,
        segment.ops[-1].at_ms,
    )


def open_name(seg: int) -> str:
    """Name a segment that has no hash yet."""
    return f"open-{seg}"


def replica_alias(replica: bytes) -> int:
    """Give the sixteen bits that make an incarnation's ranks practically unique."""
    return int.from_bytes(hashlib.sha256(replica).digest()[:2])


def field_before(entry: Entry, previous: Entry | None) -> Any:
    """Give the value that a field set replaced, as the column holds it."""
    if previous is None or previous.value is None:
        return None
    value = json.loads(previous.value)
    return value.get(entry.column) if previous.is_insert else value
