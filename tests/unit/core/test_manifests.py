"""Manifests: one spelling, and each field held to its rule."""

import json
from dataclasses import replace

import pytest

from inspector.core.canonical import canonical
from inspector.core.ids import ORG
from inspector.core.manifests import (
    ManifestError,
    head_of,
    manifest_bytes,
    manifest_of,
    private_bytes,
    private_of,
)
from inspector.core.packages import BlobKind, BlobPart, ProjectPart
from tests.kit.packages import key_of, make_manifest, make_private, make_segment

A, B = "aa" * 32, "bb" * 32
BLOB = {"kind": "original", "mime": "image/jpeg", "of": "", "sha256": A, "size": 1}
SEGMENT = {"hash": A, "key": A, "rawlen": 1, "sig": A + B, "zlen": 1}
PART = {"base": [], "set_digest": A, "tips": []}


def full():
    return make_manifest(
        segments=(make_segment().entry,),
        blobs=(
            BlobPart(sha256=A, size=5, mime="image/heic"),
            BlobPart(sha256=A, size=5, kind=BlobKind.THUMBNAIL, of=B),
        ),
        private=B,
        private_bytes=9,
    )


def test_a_manifest_comes_back_as_it_was_spelled():
    raw = manifest_bytes(full())
    assert manifest_of(raw) == full()
    assert manifest_bytes(manifest_of(raw)) == raw
    assert head_of(raw).sender_key == key_of().public


def test_members_have_one_order_and_plain_names():
    names = [name for name, _ in full().members(7)]
    segment = make_segment().hash.hex()
    assert names == [
        "manifest.json",
        "manifest.sig",
        f"segments/{segment}.z",
        "private.json",
        f"blobs/aa/{A}",
        f"thumbs/bb/{B}",
    ]
    assert [size for _, size in full().members(7)][:2] == [7, 64]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", 0),
        ("format", True),
        ("format", "1"),
        ("format", 1.0),
        ("id", "x"),
        ("id", "018F0000-0000-7000-8000-0000000000ff"),
        ("made_at_ms", 1.5),
        ("made_at_ms", 1 << 60),
        ("sender", "00" * 15),
        ("sender_key", "AA" * 32),
        ("sender_key", None),
        ("sender_name", "a\nb"),
        ("sender_name", "\ud800"),
        ("sender_name", "\u202eevil"),
        ("sender_name", "x" * 201),
        ("organisation", "ab"),
        ("to", "ab"),
        ("to", [B, A]),
        ("to", [A, A]),
        ("to", [1]),
        ("projects", []),
        ("projects", {"x": PART}),
        ("projects", {ORG: PART, "../x": PART}),
        ("projects", {ORG: {"base": [], "tips": []}}),
        ("projects", {ORG: PART | {"tips": [A, A]}}),
        ("projects", {ORG: PART | {"more": 1}}),
        ("min_reader", 0),
        ("min_reader", 2),
        ("volume", [0, 1]),
        ("volume", [2, 1]),
        ("volume", [1]),
        ("volume", [1, True]),
        ("volume", [1, 10_001]),
        ("volume", [2, 2]),
        ("segments", [SEGMENT, SEGMENT]),
        ("segments", [SEGMENT | {"hash": "../../x"}]),
        ("segments", [SEGMENT | {"zlen": 0}]),
        ("segments", [SEGMENT | {"zlen": 1 << 40}]),
        ("segments", [SEGMENT | {"rawlen": (64 << 20) + 1}]),
        ("segments", [SEGMENT | {"sig": A}]),
        ("segments", [[]]),
        ("segments", [SEGMENT | {"hash": f"{n:064x}", "rawlen": 64 << 20} for n in range(257)]),
        ("blobs", [BLOB, BLOB]),
        ("blobs", [BLOB | {"kind": "other"}]),
        ("blobs", [BLOB | {"kind": []}]),
        ("blobs", [BLOB | {"of": B}]),
        ("blobs", [BLOB | {"kind": "thumbnail"}]),
        ("blobs", [BLOB | {"size": -1}]),
        ("blobs", [BLOB | {"mime": "text/html\n"}]),
        ("blobs", {}),
        ("missing_blobs", [A, A]),
        ("stored_blobs", [B, A]),
        ("private", {"sha256": A, "size": 0}),
        ("private", {"sha256": "", "size": 5}),
        ("private", {"sha256": A, "size": 1 << 30}),
        ("private", A),
        ("more", 1),
    ],
)
def test_each_field_is_held_to_its_rule(field, value):
    head = json.loads(manifest_bytes(make_manifest()))
    manifest_of(canonical(head).encode())
    head[field] = value
    raw = json.dumps(head, ensure_ascii="\ud800" in str(value), sort_keys=True)
    with pytest.raises(ManifestError):
        manifest_of(raw.replace(": ", ":").replace(", ", ",").encode())


@pytest.mark.parametrize("field", list(json.loads(manifest_bytes(make_manifest()))))
def test_no_field_may_be_left_out(field):
    head = json.loads(manifest_bytes(make_manifest()))
    del head[field]
    with pytest.raises(ManifestError):
        manifest_of(canonical(head).encode())


def test_a_field_said_twice_is_refused():
    raw = manifest_bytes(make_manifest())
    with pytest.raises(ManifestError, match="spelling"):
        manifest_of(raw.replace(b'"format":1', b'"format":1,"format":1'))


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "x"},
        {"projects": {"p": ProjectPart()}},
        {"volume": (2, 2)},
        {"stored_blobs": (B, A)},
    ],
)
def test_a_manifest_that_breaks_a_rule_is_not_spelled(changes):
    with pytest.raises(ManifestError):
        manifest_bytes(make_manifest(**changes))


def test_personal_values_come_back_in_one_order():
    one, two = make_private("a"), make_private("b")
    raw = private_bytes([one, two])
    assert raw == private_bytes([two, one])
    assert set(private_of(raw)) == {one, two}


@pytest.mark.parametrize(
    "values",
    [
        [make_private(), make_private()],
        [replace(make_private(), value="other")],
        [replace(make_private(), row="x")],
        [replace(make_private(), column="a.b.c")],
        [replace(make_private(), salt="")],
        [make_private("x" * 65_537)],
    ],
)
def test_personal_values_are_held_to_their_rules(values):
    with pytest.raises(ManifestError):
        private_bytes(values)


@pytest.mark.parametrize("raw", [b"{}", b"[[]]", b"[1]", b'[{"row":1}]'])
def test_other_json_holds_no_personal_values(raw):
    with pytest.raises(ManifestError):
        private_of(raw)


def test_a_value_that_no_encoding_holds_is_refused():
    raw = private_bytes([make_private("z")]).replace(b'"z"', b'"\\ud800"')
    with pytest.raises(ManifestError):
        private_of(raw)
