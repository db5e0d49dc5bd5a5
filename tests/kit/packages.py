"""Small packages of real segments and blobs, the same bytes each time they are made."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.core.ids import ORG
from inspector.core.packages import (
    BlobKind,
    BlobPart,
    Manifest,
    PrivateValue,
    ProjectPart,
    SegmentPart,
)
from inspector.core.segments import Op, Segment, body_of, packed
from inspector.sync.keys import DeviceKey
from inspector.sync.opening import open_package
from inspector.sync.package import BlobSource, Contents, Sealing, write_package
from inspector.sync.segments import segment_hash

PROJECT = "018f0000-0000-7000-8000-000000000001"
ROW = "018f0000-0000-7000-8000-0000000000aa"
REPLICA = "00112233445566778899aabbccddeeff"
PACKAGE_ID = "018f0000-0000-7000-8000-0000000000ff"
_MADE_AT_MS = 1_795_000_000_000
_SEGMENT_CONTEXT = b"inspector.segment.v1\0"


def key_of(number: int = 1) -> DeviceKey:
    """Give a key that is the same in every run."""
    return DeviceKey(Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))


def make_segment(height: int = 1, *, key: DeviceKey | None = None, ops: int = 3) -> SegmentPart:
    """Seal a segment as the journal does."""
    signer = key or key_of()
    segment = Segment(
        project=PROJECT,
        replica=REPLICA,
        height=height,
        prev=None if height == 1 else "ab" * 32,
        user=None,
        key=signer.public.hex(),
        schema=1,
        app="0.1.0",
        ops=tuple(
            Op(
                column="defect.status",
                row=ROW,
                at_ms=_MADE_AT_MS + number,
                rank_ms=_MADE_AT_MS + number,
                prev=None,
                value=f'"状态 {number}"',
            )
            for number in range(ops)
        ),
    )
    body = body_of(segment)
    digest = segment_hash(body)
    return SegmentPart(
        hash=digest,
        signature=signer.sign(_SEGMENT_CONTEXT + digest),
        key=signer.public,
        body=packed(body),
        raw_length=len(body),
    )


def make_blob(folder: Path, content: bytes, *, thumbnail_of: str = "") -> BlobSource:
    """Put bytes into a file under their hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sha256
    path.write_bytes(content)
    part = BlobPart(
        sha256=sha256,
        size=len(content),
        mime="image/jpeg",
        kind=BlobKind.THUMBNAIL if thumbnail_of else BlobKind.ORIGINAL,
        of=thumbnail_of,
    )
    return BlobSource(part, path)


def make_private(value: str = "13800000000") -> PrivateValue:
    """Hash a personal value as its column holds it."""
    salt = bytes(range(16))
    digest = hashlib.sha256(salt + value.encode()).hexdigest()
    return PrivateValue(row=ROW, column="phone", digest=digest, salt=salt.hex(), value=value)


def make_manifest(**changes: object) -> Manifest:
    """Give a manifest of two projects, without contents."""
    facts: dict[str, object] = {
        "id": PACKAGE_ID,
        "made_at_ms": _MADE_AT_MS,
        "sender": REPLICA,
        "sender_key": key_of().public.hex(),
        "sender_name": "张工的电脑",
        "organisation": "cd" * 32,
        "to": ("ee" * 32,),
        "projects": {
            ORG: ProjectPart(),
            PROJECT: ProjectPart(base=("01" * 32,), tips=("02" * 32,), set_digest="03" * 32),
        },
        "missing_blobs": ("04" * 32, "05" * 32),
        "stored_blobs": ("06" * 32,),
    }
    return Manifest(**(facts | changes))  # type: ignore[arg-type]  # names are the fields'


def make_contents(folder: Path, blobs: tuple[int, ...] = (3000, 10)) -> Contents:
    """Give two segments, blobs of these lengths, a thumbnail and a personal value."""
    originals = [make_blob(folder, bytes([number + 1]) * size) for number, size in enumerate(blobs)]
    thumbnail = make_blob(folder, b"small picture", thumbnail_of="77" * 32)
    return Contents(
        segments=(make_segment(1), make_segment(2, key=key_of(2))),
        blobs=(*originals, thumbnail),
        private=(make_private(), make_private("021-5555")),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """All that a package gave."""

    manifest: Manifest
    segments: tuple[SegmentPart, ...]
    blobs: tuple[bytes, ...]
    private: tuple[PrivateValue, ...]


def read_all(path: Path, scratch: Path, keys: tuple = ()) -> Read:
    """Read everything of a package."""
    with open_package(path, keys, scratch) as package:
        return Read(
            package.manifest,
            tuple(segment.part for segment in package.segments()),
            tuple(b"".join(package.blob(blob)) for blob in package.manifest.blobs),
            package.private(),
        )


def write_small(folder: Path, name: str = "small.ipkg", **sealing: object) -> Path:
    """Write a package of every kind of member in one volume."""
    contents = make_contents(folder / "blobs")
    options = {"key": key_of()} | sealing
    (path,) = write_package(
        folder / name,
        make_manifest(),
        contents,
        Sealing(**options),  # type: ignore[arg-type]  # names are the fields'
    )
    return path
