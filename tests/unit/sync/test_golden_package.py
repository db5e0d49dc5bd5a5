"""Packages of format 1 that were kept: they open for ever, and are still written like that.

GOLDEN=1 makes them anew, which is right only until the format is released.
"""

import os
from pathlib import Path

import pytest

from inspector.sync.envelope import EnvelopeKey
from inspector.sync.package import BlobSource, Contents, Sealing, write_package
from tests.kit.packages import key_of, make_contents, make_manifest, read_all

KEPT = Path(__file__).parents[2] / "data" / "packages"
NAMES = ("format1.1of2.ipkg", "format1.2of2.ipkg")
SECRET = "AGE-SECRET-KEY-1AD2XJGH9U896SP6LL87TC3FL57EZY90CUAU3GYZ3UK7C3UGZSXHSL4W55G"  # noqa: S105 - of this test only
VOLUME_BYTES = 75_000


@pytest.fixture
def contents(tmp_path):
    made = make_contents(tmp_path / "blobs", (3000, 4001))
    if os.environ.get("GOLDEN"):
        _make_anew(made)
    return made


def _make_anew(made):
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.iterdir():
        old.unlink()
    key = EnvelopeKey(SECRET)
    for name, recipients, limit in (
        ("format1.ipkg", (), VOLUME_BYTES),
        ("sealed1.ipkg", (key.recipient,), 1 << 30),
    ):
        sealing = Sealing(key=key_of(), recipients=recipients, volume_bytes=limit)
        write_package(KEPT / name, make_manifest(), made, sealing)


def _assert_holds(segments, blobs, private, made):
    packed = [(part.hash, part.signature, part.key, part.raw_length) for part in made.segments]
    assert [(p.hash, p.signature, p.key, p.raw_length) for p in segments] == packed
    assert list(blobs) == [blob.path.read_bytes() for blob in made.blobs]
    assert set(private) == set(made.private)


def test_volumes_of_format_1_open(contents, tmp_path):
    first, second = (read_all(KEPT / name, tmp_path) for name in NAMES)
    assert (first.manifest.volume, second.manifest.volume) == ((1, 2), (2, 2))
    assert first.manifest.projects == second.manifest.projects == make_manifest().projects
    assert first.manifest.stored_blobs == make_manifest().stored_blobs
    _assert_holds(first.segments, first.blobs + second.blobs, first.private, contents)


def test_a_sealed_package_of_format_1_opens(contents, tmp_path):
    read = read_all(KEPT / "sealed1.ipkg.age", tmp_path, (EnvelopeKey(SECRET),))
    _assert_holds(read.segments, read.blobs, read.private, contents)


def test_format_1_is_still_written_like_that(contents, tmp_path):
    """Bodies are taken from the kept file: how zlib packs them is not of the format."""
    first = read_all(KEPT / NAMES[0], tmp_path)
    same = Contents(
        segments=first.segments,
        blobs=[BlobSource(blob.part, blob.path) for blob in contents.blobs],
        private=first.private,
    )
    sealing = Sealing(key=key_of(), volume_bytes=VOLUME_BYTES)
    paths = write_package(tmp_path / "format1.ipkg", make_manifest(), same, sealing)
    assert [path.name for path in paths] == list(NAMES)
    for path in paths:
        assert path.read_bytes() == (KEPT / path.name).read_bytes()
