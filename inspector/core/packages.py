"""The package that carries segments and photos from laptop to laptop: its manifest, as data.

A package is one stored ZIP of which every byte follows from the manifest and the contents: which
members there are, in which order, under which names. A reader therefore compares; it never looks
for members and never takes a name from the file (sync design, 3.5).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inspector.core.ids import ORG

FORMAT = 1
MANIFEST, SIGNATURE, PRIVATE = "manifest.json", "manifest.sig", "private.json"
SIGNATURE_BYTES = 64


class BlobKind(StrEnum):
    """Whether a blob is an original, or a small picture in place of one."""

    ORIGINAL = "original"
    THUMBNAIL = "thumbnail"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPart:
    """What the package holds of a project: all that leads from the leaves `base` to `tips`.

    `tips` are all leaf segments that the sender has, and so also its receipt for what it took in.
    `set_digest` is the sum of the hashes of all its segments modulo 2^256.
    """

    base: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    set_digest: str = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentEntry:
    """A segment as the manifest lists it."""

    hash: bytes
    signature: bytes
    key: bytes
    packed_length: int
    raw_length: int

    @property
    def member(self) -> str:
        """Name its file in the package."""
        return f"segments/{self.hash.hex()}.z"


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentPart:
    """A segment with its body, zlib exactly as it is kept and forwarded."""

    hash: bytes
    signature: bytes
    key: bytes
    body: bytes
    raw_length: int

    @property
    def entry(self) -> SegmentEntry:
        """Give what the manifest says of it."""
        return SegmentEntry(
            hash=self.hash,
            signature=self.signature,
            key=self.key,
            packed_length=len(self.body),
            raw_length=self.raw_length,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobPart:
    """A photo or another file under the hash of its bytes.

    `of` is the hash of the original that a thumbnail shows, and empty otherwise.
    """

    sha256: str
    size: int
    mime: str = ""
    kind: BlobKind = BlobKind.ORIGINAL
    of: str = ""

    @property
    def member(self) -> str:
        """Name its file in the package; a thumbnail goes by the photo that it shows."""
        folder, name = ("thumbs", self.of) if self.of else ("blobs", self.sha256)
        return f"{folder}/{name[:2]}/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateValue:
    """A personal value with the salt that ties it to the hash in its column."""

    row: str
    column: str
    digest: str
    salt: str
    value: str

    def holds(self) -> bool:
        """Tell whether the value is the one that was hashed."""
        salted = bytes.fromhex(self.salt) + self.value.encode()
        return hashlib.sha256(salted).hexdigest() == self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Who packed what for whom; signed by the sender, the same in each volume but for contents.

    `organisation` is the hex of its root key, empty before it is founded; `to` holds the device
    keys of named receivers. `missing_blobs` are hashes that the sender lacks, `stored_blobs`
    those that it holds and has verified: under the signature a receipt for photos. Both, the
    segments and the personal values stand in volume 1 only. `private` is the SHA-256 of
    private.json, empty where none travels.
    """

    id: str
    made_at_ms: int
    sender: str
    sender_key: str
    sender_name: str = ""
    organisation: str = ""
    to: tuple[str, ...] = ()
    projects: Mapping[str, ProjectPart] = field(default_factory=lambda: {ORG: ProjectPart()})
    min_reader: int = FORMAT
    format: int = FORMAT
    volume: tuple[int, int] = (1, 1)
    segments: tuple[SegmentEntry, ...] = ()
    blobs: tuple[BlobPart, ...] = ()
    missing_blobs: tuple[str, ...] = ()
    stored_blobs: tuple[str, ...] = ()
    private: str = ""
    private_bytes: int = 0

    def members(self, own_length: int) -> list[tuple[str, int]]:
        """List names and sizes of all files of the package in their only order."""
        private = [(PRIVATE, self.private_bytes)] if self.private else []
        return [
            (MANIFEST, own_length),
            (SIGNATURE, SIGNATURE_BYTES),
            *((entry.member, entry.packed_length) for entry in self.segments),
            *private,
            *((blob.member, blob.size) for blob in self.blobs),
        ]
