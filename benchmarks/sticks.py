"""A package full of photos, against copying and hashing the same bytes once.

`STICK_PHOTOS=3600` packs as many as a month of visits brings (3 GB).
"""

import hashlib
import os
import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.measure import ROUNDS, compete, judge
from benchmarks.peers import copying
from benchmarks.pictures import draw_photos
from inspector.core.ids import ORG
from inspector.core.packages import BlobPart, Manifest, ProjectPart
from inspector.sync.keys import DeviceKey
from inspector.sync.package import BlobSource, Contents, Sealing, write_package

COUNT = int(os.environ.get("STICK_PHOTOS", "360"))
_MANY, _FEW_ROUNDS = 1000, 2


def run(folder: Path) -> None:
    """Compare a package of photos, read back from the medium, with a plain copy and one hash."""
    sources = draw_photos(folder / "photos", COUNT)
    blobs = [_blob(source) for source in sources]
    key = DeviceKey(Ed25519PrivateKey.generate())
    size = sum(blob.part.size for blob in blobs) / 1e6
    floor, ours = "copy once + hash once (floor)", "Inspector (signed, written, read back)"
    table = compete(
        f"A package of {COUNT} photos, {size:.0f} MB",
        floor,
        {
            floor: lambda: copying.write_once_hash_once(sources, folder / "floor.bin"),
            ours: lambda: _pack(folder / "stick", blobs, key),
        },
        rounds=_FEW_ROUNDS if COUNT > _MANY else ROUNDS,
    )
    judge("pack to copy + hash", table.ratio(ours), 1.5)
    shutil.rmtree(folder)


def _pack(folder: Path, blobs: list[BlobSource], key: DeviceKey) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    write_package(folder / "stick", _manifest(key), Contents(blobs=blobs), Sealing(key=key))


def _blob(path: Path) -> BlobSource:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return BlobSource(BlobPart(sha256=digest, size=len(content), mime="image/jpeg"), path)


def _manifest(key: DeviceKey) -> Manifest:
    return Manifest(
        id="0199d3a1-7c00-7000-8a4e-5b1f6c2d9e80",
        made_at_ms=1_790_000_000_000,
        sender="0" * 32,
        sender_key=key.public.hex(),
        sender_name="测",
        organisation="",
        to=(),
        projects={ORG: ProjectPart(base=(), tips=(), set_digest="0" * 64)},
    )
