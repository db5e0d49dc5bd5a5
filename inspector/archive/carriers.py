"""What a sealed bundle says of itself, read from its carriers for the hand-over."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.archive import tags
from inspector.archive.catalogue import VOLUME_LIST, read_volume_cells
from inspector.archive.opening import opened_bundle
from inspector.archive.shelf import Shelf, Unreadable
from inspector.archive.texts import CHINA
from inspector.core.bundles import Part, part_of
from inspector.core.errors import InspectorError, Problem
from inspector.core.volumelist import VolumeRow

_LIST = f"{tags.PAYLOAD}其他/{VOLUME_LIST}.csv"
_LARGEST = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """One carrier of a bundle: its fields, its files below `data/`, its check value.

    `rows` is None where it holds no list of volumes that can be read.
    """

    path: Path
    info: dict[str, str]
    files: int
    bytes: int
    sha256: str
    sealed_at: datetime
    rows: tuple[VolumeRow, ...] | None

    @property
    def part(self) -> Part:
        """Tell which part of which bundle it is; one that says nothing is a bundle by itself."""
        return part_of(self.info) or Part(self.sha256, 1, 1)


def read_carriers(paths: Sequence[Path]) -> list[Carrier]:
    """Read the carriers of a bundle, in their order; nothing is verified here."""
    return sorted((_carrier(path) for path in paths), key=lambda one: one.part)


def _carrier(path: Path) -> Carrier:
    with opened_bundle(path) as shelf:
        payload = [size for name, size in shelf.files.items() if name.startswith(tags.PAYLOAD)]
        try:
            info = dict(tags.read_info(_content(shelf, tags.INFO)))
            sha256 = hashlib.sha256(_content(shelf, tags.TAG_MANIFEST)).hexdigest()
            listed = _content(shelf, _LIST) if _LIST in shelf.files else b""
        except (KeyError, Unreadable, tags.TagError):
            raise InspectorError(Problem.HANDOVER_DAMAGED, file=path, count=1) from None
    return Carrier(
        path=path,
        info=info,
        files=len(payload),
        bytes=sum(payload),
        sha256=sha256,
        sealed_at=_sealed_at(path, info),
        rows=read_volume_cells(listed) if listed else None,
    )


def _content(shelf: Shelf, name: str) -> bytes:
    if shelf.files[name] > _LARGEST:
        raise Unreadable
    return b"".join(bytes(chunk) for chunk in shelf.chunks(name))


def _sealed_at(path: Path, info: dict[str, str]) -> datetime:
    """Tell when a bundle was sealed; of a foreign one, when its file was last written."""
    try:
        return tags.read_time(info.get(tags.SEALED_AT, "")).astimezone(CHINA)
    except ValueError:
        return datetime.fromtimestamp(int(path.stat().st_mtime), CHINA)
