"""Segments that no program of ours wrote, signed with a real key: what a stranger could send."""

import secrets

from inspector.core.canonical import canonical
from inspector.core.segments import Op, Segment, body_of, packed
from inspector.sync.segments import segment_hash

CONTEXT = b"inspector.segment.v1\0"


def signed(key, body):
    """Sign a body as it is: (hash, signature, key, packed body)."""
    digest = segment_hash(body)
    return digest, key.sign(CONTEXT + digest), key.public, packed(body)


def segment(key, project, ops, **changes):
    """Give a segment of its own stream that holds some operations."""
    facts = {
        "project": project,
        "replica": secrets.token_hex(16),
        "height": 1,
        "prev": None,
        "user": None,
        "key": key.public.hex(),
        "schema": 1,
        "app": "0.1.0",
        "ops": tuple(ops),
    }
    return Segment(**(facts | changes))


def forged(key, project, ops, **changes):
    """Seal some operations as the journal does, whatever they say."""
    return signed(key, body_of(segment(key, project, ops, **changes)))


def insert(table, row, project, at_ms, **columns):
    """Give the operation that inserts a record."""
    value = canonical({"project_id": project, **columns})
    return Op(column=f"{table}.*", row=row, at_ms=at_ms, rank_ms=at_ms, prev=None, value=value)


def edit(column, row, prev, at_ms, value, **changes):
    """Give the operation that sets a field."""
    facts = {"rank_ms": at_ms, "parents": ()} | changes
    return Op(column=column, row=row, at_ms=at_ms, prev=prev, value=value, **facts)
