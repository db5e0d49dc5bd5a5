"""The manifest of a package and its personal values as canonical JSON, written and read strictly.

What is read comes from strangers: its size, the number of its values, and the type, range and
shape of each field are checked, and one manifest has one spelling only.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from inspector.core.canonical import canonical
from inspector.core.ids import ORG
from inspector.core.packages import (
    FORMAT,
    BlobKind,
    BlobPart,
    Manifest,
    PrivateValue,
    ProjectPart,
    SegmentEntry,
)
from inspector.core.segments import MAX_RAW_BYTES

MAX_MANIFEST_BYTES = 96 << 20
MAX_MEMBERS = 200_000
MAX_HASHES = 300_000
MAX_VOLUMES = 10_000
MAX_PACKED_BYTES = MAX_RAW_BYTES + (1 << 20)
MAX_RAW_TOTAL = 16 << 30
MAX_BLOB_BYTES = 1 << 40
MAX_PRIVATE_BYTES = 32 << 20
MAX_VALUE_CHARS = 65_536


_MAX_OPENERS, _MAX_COMMAS = 2 * MAX_MEMBERS, 3_000_000
_MAX_MS = 1 << 53
_HASH = re.compile(r"[0-9a-f]{64}")
_HASH_OR_NOTHING = re.compile(r"([0-9a-f]{64})?")
_NOTHING = re.compile(r"")
_KIND = re.compile("|".join(BlobKind))
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_SHORT = re.compile(r"[0-9a-f]{32}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PROJECT = re.compile(r"[a-z0-9-]{1,36}")
_MIME = re.compile(r"([a-z0-9]+/[a-z0-9.+-]{1,80})?")
_COLUMN = re.compile(r"[a-z_]{1,40}(\.[a-z_]{1,40})?")
_MAX_NAME = 200


class ManifestError(ValueError):
    """A manifest, or the personal values, break a rule of the format; the text says which."""


# -- spelling ------------------------------------------------------------------------------------


def manifest_bytes(manifest: Manifest) -> bytes:
    """Spell a manifest as its canonical JSON; raise ManifestError where it breaks a rule."""
    raw = canonical(_plain(manifest)).encode()
    manifest_of(raw)
    return raw


def _plain(manifest: Manifest) -> dict[str, object]:
    return {
        "format": manifest.format,
        "id": manifest.id,
        "made_at_ms": manifest.made_at_ms,
        "sender": manifest.sender,
        "sender_key": manifest.sender_key,
        "sender_name": manifest.sender_name,
        "organisation": manifest.organisation,
        "to": manifest.to,
        "projects": {
            name: {"base": part.base, "tips": part.tips, "set_digest": part.set_digest}
            for name, part in manifest.projects.items()
        },
        "min_reader": manifest.min_reader,
        "volume": manifest.volume,
        "segments": [
            {
                "hash": entry.hash.hex(),
                "sig": entry.signature.hex(),
                "key": entry.key.hex(),
                "zlen": entry.packed_length,
                "rawlen": entry.raw_length,
            }
            for entry in manifest.segments
        ],
        "blobs": [
            {
                "sha256": blob.sha256,
                "size": blob.size,
                "mime": blob.mime,
                "kind": blob.kind.value,
                "of": blob.of,
            }
            for blob in manifest.blobs
        ],
        "missing_blobs": manifest.missing_blobs,
        "stored_blobs": manifest.stored_blobs,
        "private": {"sha256": manifest.private, "size": manifest.private_bytes},
    }


def private_bytes(values: Iterable[PrivateValue]) -> bytes:
    """Spell personal values as their canonical JSON, in one order."""
    ordered = sorted(values, key=lambda value: (value.row, value.column, value.digest))
    raw = canonical(
        [
            {
                "row": value.row,
                "column": value.column,
                "digest": value.digest,
                "salt": value.salt,
                "value": value.value,
            }
            for value in ordered
        ]
    ).encode()
    private_of(raw)
    return raw


# -- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Head:
    """What must be known of a manifest before the rest is believed."""

    min_reader: int
    sender_key: bytes


def head_of(raw: bytes) -> Head:
    """Read what is needed to check the signature, of any later format too."""
    head = _object(_parsed(raw), "manifest")
    _number(head, "format", 1, _MAX_MS)
    return Head(
        min_reader=_number(head, "min_reader", 1, _MAX_MS),
        sender_key=bytes.fromhex(_text(head, "sender_key", _HASH)),
    )


def manifest_of(raw: bytes) -> Manifest:
    """Read a manifest that this program can read; raise ManifestError at the first broken rule.

    A manifest of this format has one spelling only. One of a later format that this one may read
    can say more than we know; what we do not know is left out.
    """
    head = _object(_parsed(raw), "manifest")
    count = len(_list(head, "segments")) + len(_list(head, "blobs"))
    _demand(count <= MAX_MEMBERS, "members")
    manifest = Manifest(
        format=_number(head, "format", 1, _MAX_MS),
        id=_text(head, "id", _UUID),
        made_at_ms=_number(head, "made_at_ms", -_MAX_MS, _MAX_MS),
        sender=_text(head, "sender", _SHORT),
        sender_key=_text(head, "sender_key", _HASH),
        sender_name=_printable(head, "sender_name", _MAX_NAME),
        organisation=_text(head, "organisation", _HASH_OR_NOTHING),
        to=_hashes(head, "to"),
        projects=_projects(_member(head, "projects")),
        min_reader=_number(head, "min_reader", 1, FORMAT),
        volume=_volume(_list(head, "volume")),
        segments=tuple(_segment(_object(item, "segments")) for item in _list(head, "segments")),
        blobs=tuple(_blob(_object(item, "blobs")) for item in _list(head, "blobs")),
        missing_blobs=_hashes(head, "missing_blobs"),
        stored_blobs=_hashes(head, "stored_blobs"),
        private=_text(_sub(head, "private"), "sha256", _HASH_OR_NOTHING),
        private_bytes=_number(_sub(head, "private"), "size", 0, MAX_PRIVATE_BYTES),
    )
    _check_whole(manifest)
    if manifest.format == FORMAT and canonical(_plain(manifest)).encode() != raw:
        raise ManifestError("spelling")
    return manifest


def private_of(raw: bytes) -> tuple[PrivateValue, ...]:
    """Read personal values; each must be the one that was hashed."""
    items = _parsed(raw)
    if not isinstance(items, list):
        raise ManifestError("private")
    values = tuple(_private(_object(item, "private")) for item in items)
    keys = [(value.row, value.column, value.digest) for value in values]
    _demand(keys == sorted(set(keys)), "private order")
    _demand(all(value.holds() for value in values), "private digest")
    return values


def _check_whole(manifest: Manifest) -> None:
    """Check what concerns several fields."""
    later = manifest.volume[0] > 1
    beside = manifest.segments or manifest.missing_blobs or manifest.stored_blobs
    _demand(not (later and (beside or manifest.private)), "volume contents")
    _demand(bool(manifest.private) == bool(manifest.private_bytes), "private size")
    names = [name for name, _ in manifest.members(0)]
    _demand(len(set(names)) == len(names), "duplicate member")
    total = sum(entry.raw_length for entry in manifest.segments)
    _demand(total <= MAX_RAW_TOTAL, "segments length")
    _demand(ORG in manifest.projects, "projects")


def _segment(item: dict[str, object]) -> SegmentEntry:
    return SegmentEntry(
        hash=bytes.fromhex(_text(item, "hash", _HASH)),
        signature=bytes.fromhex(_text(item, "sig", _SIGNATURE)),
        key=bytes.fromhex(_text(item, "key", _HASH)),
        packed_length=_number(item, "zlen", 1, MAX_PACKED_BYTES),
        raw_length=_number(item, "rawlen", 1, MAX_RAW_BYTES),
    )


def _blob(item: dict[str, object]) -> BlobPart:
    kind = BlobKind(_text(item, "kind", _KIND))
    return BlobPart(
        sha256=_text(item, "sha256", _HASH),
        size=_number(item, "size", 0, MAX_BLOB_BYTES),
        mime=_text(item, "mime", _MIME),
        kind=kind,
        of=_text(item, "of", _HASH if kind is BlobKind.THUMBNAIL else _NOTHING),
    )


def _private(item: dict[str, object]) -> PrivateValue:
    value = _member(item, "value")
    _demand(isinstance(value, str) and len(value) <= MAX_VALUE_CHARS, "value")
    _demand(_encodable(str(value)), "value")
    _demand(set(item) == {"row", "column", "digest", "salt", "value"}, "private fields")
    return PrivateValue(
        row=_text(item, "row", _UUID),
        column=_text(item, "column", _COLUMN),
        digest=_text(item, "digest", _HASH),
        salt=_text(item, "salt", _SHORT),
        value=str(value),
    )


def _projects(value: object) -> dict[str, ProjectPart]:
    projects = {}
    for name, item in _object(value, "projects").items():
        _demand(_PROJECT.fullmatch(name) is not None, "project id")
        part = _object(item, "project")
        projects[name] = ProjectPart(
            base=_hashes(part, "base"),
            tips=_hashes(part, "tips"),
            set_digest=_text(part, "set_digest", _HASH),
        )
    return projects


def _volume(items: list[object]) -> tuple[int, int]:
    numbers = [item for item in items if type(item) is int]
    _demand(len(items) == len(numbers) == 2, "volume")  # noqa: PLR2004 - which of how many
    number, count = numbers
    _demand(1 <= number <= count <= MAX_VOLUMES, "volume")
    return number, count


def _parsed(raw: bytes) -> object:
    """Parse JSON whose size, depth and number of values are bounded beforehand."""
    _demand(len(raw) <= MAX_MANIFEST_BYTES, "size")
    _demand(raw.count(b"[") + raw.count(b"{") <= _MAX_OPENERS, "size")
    _demand(raw.count(b",") <= _MAX_COMMAS, "size")
    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ManifestError("json") from error


def _no_constant(name: str) -> object:
    raise ManifestError(name)


def _demand(holds: bool, rule: str) -> None:
    if not holds:
        raise ManifestError(rule)


def _object(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ManifestError(name)
    return value


def _sub(head: dict[str, object], name: str) -> dict[str, object]:
    return _object(_member(head, name), name)


def _member(head: dict[str, object], name: str) -> object:
    if name not in head:
        raise ManifestError(name)
    return head[name]


def _list(head: dict[str, object], name: str) -> list[object]:
    value = _member(head, name)
    if not isinstance(value, list):
        raise ManifestError(name)
    return value


def _number(head: dict[str, object], name: str, low: int, high: int) -> int:
    value = _member(head, name)
    if type(value) is not int or not low <= value <= high:
        raise ManifestError(name)
    return value


def _text(head: dict[str, object], name: str, shape: re.Pattern[str]) -> str:
    value = _member(head, name)
    if not isinstance(value, str) or shape.fullmatch(value) is None:
        raise ManifestError(name)
    return value


def _printable(head: dict[str, object], name: str, longest: int) -> str:
    value = _member(head, name)
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise ManifestError(name)
    return value


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _hashes(head: dict[str, object], name: str) -> tuple[str, ...]:
    """Read hashes in ascending order, none twice."""
    items = _list(head, name)
    _demand(len(items) <= MAX_HASHES, name)
    hashes = [item for item in items if isinstance(item, str) and _HASH.fullmatch(item)]
    _demand(len(hashes) == len(items) and hashes == sorted(set(hashes)), name)
    return tuple(hashes)
