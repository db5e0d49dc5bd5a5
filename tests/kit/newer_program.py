"""What a later version of the program would have written: a column and a table unknown today."""

from inspector.core.canonical import canonical
from inspector.core.segments import Op, Segment, body_of, packed
from inspector.sync.segments import segment_hash
from tests.kit.laptops import named_id


def forged(laptop, row, stream, n):
    """Give a sealed segment of such a program on a laptop; None before the record came."""
    laptop.seal()
    table, row_id, project = row
    with laptop.database.read() as office:
        inserts = office.cells.inserts_of(row_id, table)
        known = [k for k in office.segments.all() if k.project == project]
    if not inserts:
        return None
    insert = inserts[0]
    seg = next((k for k in known if k.seg == insert.opid >> 20), None)
    ops = _ops(laptop.clock.ms, row, insert.rank >> 16, (seg.hash, insert.opid & (1 << 20) - 1), n)
    segment = Segment(
        project=project,
        replica=stream.hex(),
        height=1,
        prev=None,
        user=laptop.user,
        key=laptop.key.public.hex(),
        schema=99,
        app="9.0",
        ops=tuple(ops),
    )
    body = body_of(segment)
    digest = segment_hash(body)
    signature = laptop.key.sign(b"inspector.segment.v1\0" + digest)
    return digest, signature, laptop.key.public, packed(body)


def _ops(at, row, rank, reference, n):
    table, row_id, project = row
    yield Op(
        column=f"{table}.colour",
        row=row_id,
        at_ms=at,
        rank_ms=max(at, rank + 1),
        prev=reference,
        value='"红"',
    )
    yield Op(
        column="robot.*",
        row=named_id(f"robot {n % 3}"),
        at_ms=at,
        rank_ms=at,
        prev=None,
        value=canonical({"project_id": project, "name": "机"}),
    )
