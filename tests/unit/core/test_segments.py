"""The body of a segment: read back it is what was written, spelled it is always the same."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.canonical import canonical
from inspector.core.segments import (
    MAX_RAW_BYTES,
    Op,
    Segment,
    body_of,
    packed,
    segment_of,
    unpacked,
)

HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
REFERENCES = st.tuples(st.none() | HASHES, st.integers(0, 9_999))
NAMES = st.sampled_from(["defect.text", "defect.*", "answer.result", "visit.deleted", "x_y.z"])
MS = st.integers(0, 2**43)
SCALARS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text()
VALUES = (
    SCALARS | st.dictionaries(st.text(max_size=5), SCALARS.filter(lambda v: v is not None))
).map(canonical)


@st.composite
def ops(draw):
    """Make an operation with references here, elsewhere or nowhere."""
    parents = draw(st.sets(REFERENCES, max_size=3))
    return Op(
        column=draw(NAMES),
        row=draw(st.uuids().map(str)),
        at_ms=draw(MS),
        rank_ms=draw(MS),
        prev=draw(st.none() | REFERENCES),
        value=draw(VALUES),
        parents=tuple(sorted(parents, key=str)),
    )


SEGMENTS = st.builds(
    Segment,
    project=st.uuids().map(str),
    replica=st.binary(min_size=16, max_size=16).map(bytes.hex),
    height=st.integers(1, 10**6),
    prev=st.none() | HASHES,
    user=st.none() | st.uuids().map(str),
    key=HASHES,
    schema=st.integers(1, 99),
    app=st.text(max_size=8),
    ops=st.lists(ops(), min_size=1, max_size=6).map(tuple),
)


@given(SEGMENTS)
def test_a_body_reads_back_as_the_segment_it_was_made_of(segment):
    assert segment_of(body_of(segment)) == segment


@given(SEGMENTS)
def test_a_body_that_was_read_is_spelled_the_same_again(segment):
    body = body_of(segment)
    assert body_of(segment_of(body)) == body


@given(SEGMENTS)
def test_a_body_is_canonical_json_with_its_keys_in_the_order_of_the_format(segment):
    body = body_of(segment).decode()
    assert list(json.loads(body)) == [
        *("v", "project", "replica", "height", "prev", "user", "key", "schema", "app", "t0"),
        *("cols", "rows", "refs", "ops"),
    ]
    assert body == json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":"))


def test_an_insert_is_spelled_the_same_whatever_order_the_engine_wrote_it_in():
    def one(value):
        op = Op(column="a.*", row="r", at_ms=1, rank_ms=1, prev=None, value=value)
        return body_of(
            Segment(
                project="p",
                replica="",
                height=1,
                prev=None,
                user=None,
                key="",
                schema=1,
                app="",
                ops=(op,),
            )
        )

    assert one('{"b":1,"a":"x"}') == one('{"a":"x","b":1}')


@given(st.binary(max_size=2000))
def test_what_is_packed_unpacks(body):
    assert unpacked(packed(body)) == body


@pytest.mark.parametrize(
    "harm", [lambda d: d[:-1], lambda d: d + b"x", lambda d: d[:0], lambda d: d * 2]
)
def test_a_cut_or_lengthened_body_is_refused(harm):
    with pytest.raises((ValueError, zlib.error)):
        unpacked(harm(packed(b"a body of some length" * 9)))


def test_a_body_that_unpacks_to_more_than_the_format_allows_is_refused():
    bomb = zlib.compress(bytes(MAX_RAW_BYTES + 1))
    assert len(bomb) < 100_000
    with pytest.raises(ValueError, match="longer"):
        unpacked(bomb)
